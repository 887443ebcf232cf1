using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Rapporteur.Cli.Commands;

namespace Rapporteur.Cli;

/// <summary>Reads the certificate that pages are served with.</summary>
internal static class CertificateFile
{
    /// <summary>The certificate with its private key; null when no file is given.</summary>
    /// <param name="file">PEM, or PKCS #12 when it ends in .pfx or .p12.</param>
    /// <param name="key">PEM with the private key; null when it is in the same file.</param>
    /// <param name="secret">File with the password of the key in its first line; null when it has none.</param>
    /// <exception cref="UsersProblem">It cannot be read, or has no private key: the message says why and what to do.</exception>
    public static X509Certificate2? Read(string? file, string? key, string? secret)
    {
        if (file is null) return key is null && secret is null ? null : throw new UsersProblem("A key or its password was given, and no certificate. Give that with --certificate FILE.");
        try
        {
            string? password = secret is null ? null : File.ReadLines(secret).FirstOrDefault("");
            X509Certificate2 certificate = Path.GetExtension(file).ToLowerInvariant() is ".pfx" or ".p12"
                ? X509CertificateLoader.LoadPkcs12FromFile(file, password)
                : password is null ? X509Certificate2.CreateFromPemFile(file, key ?? file) : X509Certificate2.CreateFromEncryptedPemFile(file, password, key ?? file);
            return certificate.HasPrivateKey ? certificate : throw new UsersProblem($"{file} holds a certificate without its private key. Give that with --certificate-key FILE.");
        }
        catch (Exception problem) when (problem is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UsersProblem($"{file} cannot be used as a certificate: {problem.Message} Give a PEM file with certificate and key, or a .pfx file (--certificate-password FILE when it has a password).");
        }
    }
}
