using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Rapporteur.Web.Safety;

/// <summary>Makes and checks passwords and tokens.</summary>
/// <remarks>
/// A password is short and guessable, so its hash is slow: PBKDF2 with HMAC-SHA-512, 100,000 rounds and a salt of its own, as
/// <see cref="PasswordHasher{TUser}"/> does it. A token is 256 random bits that nobody can guess, so one round of SHA-256 is enough, and every request can afford it.
/// </remarks>
public static class Credentials
{
    /// <summary>The fewest characters of a password.</summary>
    public const int ShortestPassword = 12;

    private const string TokenMark = "rapporteur_";
    private static readonly PasswordHasher<AccessRules> Hasher = new();

    /// <summary>Why a password is not taken, in a sentence for the user; null when it is.</summary>
    public static string? Objection(string password) =>
        password.EnumerateRunes().Count() < ShortestPassword ? $"The password has fewer than {ShortestPassword} characters. Some words that you remember make a good one."
        : password.AsSpan().ContainsAny('\r', '\n') ? "The password has more than one line."
        : null;

    /// <summary>The hash to keep of a password.</summary>
    public static string HashPassword(string password) => Hasher.HashPassword(AccessRules.None, password);

    /// <summary>True when the password is the one of the rules. Takes the same time whether there is one or not.</summary>
    public static bool PasswordFits(AccessRules rules, string password)
    {
        bool fits = Hasher.VerifyHashedPassword(rules, rules.Password ?? Nobody.Value, password) != PasswordVerificationResult.Failed;
        return fits && rules.Password is not null;
    }

    /// <summary>A new token. It is told once, and cannot be told again.</summary>
    public static string NewToken() => TokenMark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    /// <summary>The hash to keep of a token: 64 hexadecimal digits.</summary>
    public static string HashToken(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>The token of the rules that this is; null when it is none.</summary>
    public static AccessToken? TokenOf(AccessRules rules, string token)
    {
        byte[] hash = Encoding.ASCII.GetBytes(HashToken(token));
        AccessToken? found = null;
        foreach (AccessToken known in rules.Tokens)
        {
            // Looks at all of them, so that the time does not tell which one was near.
            if (CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(known.Hash))) found = known;
        }

        return found;
    }

    // A hash that no password has been asked for: checked against when there is none.
    private static readonly Lazy<string> Nobody = new(() => HashPassword(NewToken()));
}
