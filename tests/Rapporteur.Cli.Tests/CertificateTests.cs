using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Rapporteur.Cli.Tests;

/// <summary>Certificates for https, as people have them in files.</summary>
public sealed class CertificateTests : IDisposable
{
    private readonly Session _session = new();
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _certificate;

    public CertificateTests() => _certificate = new CertificateRequest("CN=desk.example", _key, HashAlgorithmName.SHA256)
        .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_certificate_is_read_with_its_key_from_one_PEM_file_from_two_encrypted_or_from_PKCS_12()
    {
        string pem = _certificate.ExportCertificatePem(), key = _key.ExportPkcs8PrivateKeyPem(), secret = _session.Write("secret.txt", "seven herons\n");
        string both = _session.Write("both.pem", pem + "\n" + key), alone = _session.Write("alone.pem", pem), keyFile = _session.Write("key.pem", key);
        string locked = _session.Write("locked.pem", _key.ExportEncryptedPkcs8PrivateKeyPem("seven herons", new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000)));
        string pfx = _session.Path_("desk.pfx");
        File.WriteAllBytes(pfx, _certificate.Export(X509ContentType.Pfx, "seven herons"));
        foreach (X509Certificate2? read in new[] { CertificateFile.Read(both, null, null), CertificateFile.Read(alone, keyFile, null), CertificateFile.Read(alone, locked, secret), CertificateFile.Read(pfx, null, secret) })
        {
            Assert.Equal(_certificate.Thumbprint, read!.Thumbprint);
            Assert.True(read.HasPrivateKey);
        }

        Assert.Null(CertificateFile.Read(null, null, null));
    }

    [Fact]
    public async Task What_cannot_be_served_encrypted_is_refused_with_the_reason()
    {
        string alone = _session.Write("alone.pem", _certificate.ExportCertificatePem());
        _session.WriteArticle("a.txt");
        await Session.RunAsync("read", _session.Folder, "--fast", "--db", _session.Database);
        Assert.Contains("needs a certificate", await RefusedAsync());
        Assert.Contains("cannot be used as a certificate", await RefusedAsync("--certificate", alone));
        Assert.Contains("cannot be used as a certificate", await RefusedAsync("--certificate", _session.Path_("not-there.pem")));
        Assert.Contains("no certificate", await RefusedAsync("--certificate-key", alone));
        Assert.Contains("desk.example", await RefusedAsync("--urls", "http://127.0.0.1:0", "--host-name", "desk.example"));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _key.Dispose();
        _session.Dispose();
    }

    private async Task<string> RefusedAsync(params string[] more)
    {
        string[] urls = more.Contains("--urls", StringComparer.Ordinal) ? [] : ["--urls", "https://127.0.0.1:0"];
        Ran ran = await Session.RunAsync(["serve", "--db", _session.Database, .. urls, .. more]);
        Assert.Equal(1, ran.Code);
        return ran.Error;
    }
}
