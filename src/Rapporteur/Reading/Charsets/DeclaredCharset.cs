using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Reading.Charsets;

/// <summary>Finds what a document says of its own charset.</summary>
internal static partial class DeclaredCharset
{
    // The HTML standard looks for the declaration in the first 1024 bytes; saved pages put comments and scripts before it.
    private const int LookAt = 4096;

    /// <summary>The encoding that a byte order mark announces and the length of the mark, or null.</summary>
    public static (Encoding Encoding, int Length)? OfByteOrderMark(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, 0, 0, ..] => (Encoding.UTF32, 4),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    /// <summary>The encoding declared inside the document, or null.</summary>
    public static Encoding? Inside(ReadOnlySpan<byte> bytes, TextSource source)
    {
        if (source == TextSource.PlainText) return null;
        string start = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, LookAt)]);
        Match match = XmlDeclaration().Match(start);
        if (!match.Success && source == TextSource.Html) match = MetaCharset().Match(start);
        if (!match.Success) return null;

        Encoding? found = Find(match.Groups["name"].Value);
        // These bytes could be read as ASCII, so they are not UTF-16, whatever they say (HTML standard, 13.2.3.2).
        return found is UnicodeEncoding ? Encoding.UTF8 : found;
    }

    /// <summary>The encoding of a name as pages write it (<c>utf8</c>, <c>cp1251</c>, <c>ISO-8859-1</c>); null when there is none of that name.</summary>
    public static Encoding? Find(string? name)
    {
        name = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        if (string.IsNullOrEmpty(name)) return null;

        Match windows = WindowsPage().Match(name);
        name = windows.Success ? "windows-" + windows.Groups["page"].Value : name switch
        {
            "utf8" => "utf-8",
            // Browsers read these as windows-1252, which has letters where they have control characters (Encoding standard, 4.2).
            "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "us-ascii" or "ascii" => "windows-1252",
            "iso-8859-9" => "windows-1254",
            "gb2312" or "gbk" or "x-gbk" => "gb18030",
            _ => name,
        };

        return ByName(name);
    }

    private static Encoding? ByName(string name)
    {
        if (CodePagesEncodingProvider.Instance.GetEncoding(name) is { } page) return page;
        try
        {
            return Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return null;
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex("""^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["'](?<name>[\w.:-]{1,40})["']""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("""<meta\s[^>]{0,300}?charset\s*=\s*["']?\s*(?<name>[\w.:-]{1,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex MetaCharset();

    [GeneratedRegex("""^(?:x-)?(?:cp|win|windows)[-_]?(?<page>125[0-8])$""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex WindowsPage();
}
