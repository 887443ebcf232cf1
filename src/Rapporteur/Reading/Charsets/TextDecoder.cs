using System.Text;

namespace Rapporteur.Reading.Charsets;

/// <summary>What kind of document bytes are, which says where they may declare their charset.</summary>
public enum TextSource
{
    /// <summary>Text without markup, which declares nothing but a byte order mark.</summary>
    PlainText,

    /// <summary>HTML, which may have a <c>meta</c> element near its start.</summary>
    Html,

    /// <summary>XML, which may have a declaration in its first line.</summary>
    Xml,
}

/// <summary>Bytes turned into characters, or the reason why they are no text.</summary>
/// <param name="Text">The characters, without byte order mark and NUL; null when it is no text.</param>
/// <param name="Charset">The charset that was used (<c>windows-1251</c>), or null.</param>
/// <param name="Reason">Why it is no text, in words for the user; null when it is.</param>
public readonly record struct Decoded(string? Text, string? Charset, string? Reason);

/// <summary>Turns bytes into characters: by byte order mark, then what was declared, then what the bytes look like.</summary>
/// <remarks>
/// Declarations are believed as long as the bytes do not speak against them: many pages declare the charset their server was
/// installed with. No byte is lost: what no charset explains is read as windows-1252, as browsers do.
/// </remarks>
public static class TextDecoder
{
    /// <summary>Decodes a document.</summary>
    /// <param name="bytes">All of it.</param>
    /// <param name="source">Where to look for a declaration inside.</param>
    /// <param name="declared">The charset that came with it from outside (the HTTP header), or null. Stronger than a declaration inside.</param>
    public static Decoded Decode(ReadOnlySpan<byte> bytes, TextSource source, string? declared = null)
    {
        if (BinaryContent.Describe(bytes) is { } binary) return new(null, null, NotText(binary));

        (Encoding encoding, int skip) = Choose(bytes, source, declared);
        string text = encoding is UTF8Encoding ? MixedUtf8.Decode(bytes[skip..]) : encoding.GetString(bytes[skip..]);
        if (BinaryContent.IsNoise(text)) return new(null, null, NotText("bytes of some other kind"));

        // A NUL means nothing in a text, and many a program takes it for the end.
        return new(text.Replace("\0", "", StringComparison.Ordinal), encoding.WebName, null);
    }

    private static string NotText(string what) => $"it holds no text but {what}: open it in the program it belongs to and save the article as text or HTML";

    private static (Encoding Encoding, int Skip) Choose(ReadOnlySpan<byte> bytes, TextSource source, string? declared)
    {
        if (DeclaredCharset.OfByteOrderMark(bytes) is var (marked, length)) return (marked, length);

        Encoding? said = DeclaredCharset.Find(declared) ?? DeclaredCharset.Inside(bytes, source);
        if (said is not null && !GuessedCharset.SpeaksAgainst(bytes, said)) return (said, 0);
        return (GuessedCharset.Of(bytes), 0);
    }
}
