using System.Buffers;
using System.Text;

namespace Rapporteur.Reading.Charsets;

/// <summary>Reads UTF-8 in which some bytes are not: a cut at the end, or a sentence pasted from a page in another charset.</summary>
internal static class MixedUtf8
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>Decodes every valid sequence as UTF-8 and every byte outside one as windows-1252, so that nothing is lost.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Encoding.UTF8.GetString(bytes);

        StringBuilder text = new(bytes.Length);
        Span<char> chars = stackalloc char[2];
        while (!bytes.IsEmpty)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length);
            if (status == OperationStatus.Done) text.Append(chars[..rune.EncodeToUtf16(chars)]);
            else text.Append(Windows1252.GetString(bytes[..length]));
            bytes = bytes[length..];
        }

        return text.ToString();
    }
}
