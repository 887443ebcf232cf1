using System.Text;
using System.Text.RegularExpressions;

namespace Rapporteur.Reading.Web;

/// <summary>What a fetched document is.</summary>
internal enum DocumentKind
{
    /// <summary>Nothing that is read.</summary>
    Other,

    /// <summary>An HTML page.</summary>
    Html,

    /// <summary>Plain text.</summary>
    Text,

    /// <summary>XML: RSS or Atom, or no feed at all.</summary>
    Xml,

    /// <summary>JSON: a JSON Feed, or none.</summary>
    Json,
}

/// <summary>Tells documents by how they begin, then by their media type: feeds travel under many names.</summary>
internal static partial class DocumentKinds
{
    private const int LookAt = 2048;

    public static DocumentKind Of(byte[] body, string? mediaType)
    {
        string start = Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, LookAt)).Replace("\0", "", StringComparison.Ordinal);
        string root = Root().Match(start).Groups["root"].Value.ToLowerInvariant();
        if (root is "rss" or "feed" or "rdf:rdf") return DocumentKind.Xml;
        if (root is "!doctype html" or "html") return DocumentKind.Html;
        return mediaType switch
        {
            null or "text/html" or "application/xhtml+xml" => DocumentKind.Html,
            _ when mediaType.EndsWith("/xml", StringComparison.Ordinal) || mediaType.EndsWith("+xml", StringComparison.Ordinal) => DocumentKind.Xml,
            _ when mediaType.EndsWith("/json", StringComparison.Ordinal) || mediaType.EndsWith("+json", StringComparison.Ordinal) => DocumentKind.Json,
            "text/plain" => DocumentKind.Text,
            _ => DocumentKind.Other,
        };
    }

    [GeneratedRegex(@"\A(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?(?>\s|<\?[^>]*>|<!--.*?-->)*<(?<root>!DOCTYPE\s+html|[A-Za-z:]+)", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Root();
}
