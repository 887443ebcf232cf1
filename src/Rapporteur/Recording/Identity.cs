using System.Security.Cryptography;
using System.Text;

namespace Rapporteur.Recording;

/// <summary>Makes identities out of what they identify, so that the same input gives the same record on every machine.</summary>
public static class Identity
{
    // 12 hexadecimal digits are 48 bits: among a million things the chance of one collision is about 0.2 %
    // (n²/2^49), and short enough to read out and to type.
    private const int Digits = 12;

    /// <summary>A short lower-case hexadecimal identity of the given parts, in their order.</summary>
    public static string Of(params ReadOnlySpan<string?> parts)
    {
        StringBuilder joined = new();
        // A length before each part keeps ("ab","c") apart from ("a","bc"), and null apart from "".
        foreach (string? part in parts) joined.Append(part?.Length ?? -1).Append(':').Append(part).Append('|');
        byte[] digest = SHA256.HashData(Encoding.UTF8.GetBytes(joined.ToString()));
        return Convert.ToHexStringLower(digest)[..Digits];
    }
}
