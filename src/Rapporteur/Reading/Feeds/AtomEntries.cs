using System.Xml.Linq;

namespace Rapporteur.Reading.Feeds;

/// <summary>The entries of Atom (RFC 4287).</summary>
internal static class AtomEntries
{
    public static IReadOnlyList<FeedEntry> Of(XElement feed, Uri? baseAddress)
    {
        XNamespace atom = feed.Name.Namespace;
        FeedAddress links = new(baseAddress, (string?)feed.Attribute(XNamespace.Xml + "base") ?? Link(feed, "self") ?? Link(feed, "alternate"));
        return [.. feed.Elements(atom + "entry").Select(entry => Entry(feed, entry, links))];
    }

    private static FeedEntry Entry(XElement feed, XElement entry, FeedAddress links)
    {
        XNamespace atom = feed.Name.Namespace;
        string? link = links.Of(Link(entry, "alternate"));
        XElement? content = entry.Element(atom + "content");
        PageHints hints = new(
            Url: link,
            // An entry taken over from another feed says so in its source.
            Outlet: Words(entry.Element(atom + "source")?.Element(atom + "title")) ?? Words(feed.Element(atom + "title")),
            Published: FeedTime.Parse((entry.Element(atom + "published") ?? entry.Element(atom + "updated"))?.Value),
            Title: Words(entry.Element(atom + "title")),
            Language: LanguageCode.Of((string?)entry.Attribute(XNamespace.Xml + "lang") ?? (string?)feed.Attribute(XNamespace.Xml + "lang")),
            Modified: FeedTime.Parse(entry.Element(atom + "updated")?.Value),
            Byline: Names(entry, atom) ?? Names(feed, atom));
        // Content with a "src" stands elsewhere and is empty here.
        return new FeedEntry(link ?? links.Of((string?)content?.Attribute("src")), Html(content), Html(entry.Element(atom + "summary")), hints);
    }

    private static string? Link(XElement parent, string relation) => (string?)parent.Elements(parent.Name.Namespace + "link")
        .FirstOrDefault(e => ((string?)e.Attribute("rel") ?? "alternate") == relation)?.Attribute("href");

    private static string? Names(XElement parent, XNamespace atom)
    {
        string names = string.Join(", ", parent.Elements(atom + "author").Select(a => Value(a.Element(atom + "name"))).OfType<string>());
        return names.Length == 0 ? null : names;
    }

    /// <summary>A text construct as HTML: <c>type</c> says whether it is text, escaped HTML or XHTML.</summary>
    private static string? Html(XElement? construct) => construct is null || construct.IsEmpty ? null : (string?)construct.Attribute("type") switch
    {
        "html" or "text/html" => Value(construct),
        "xhtml" or "application/xhtml+xml" => XhtmlContent.Inside(construct),
        null or "text" or "text/plain" => FeedEntry.FromPlainText(construct.Value),
        // Pictures and other media in Base64.
        _ => null,
    };

    /// <summary>A text construct as words without markup.</summary>
    private static string? Words(XElement? construct) => (string?)construct?.Attribute("type") == "html"
        ? Value(construct) is { } html ? System.Net.WebUtility.HtmlDecode(html) : null
        : Value(construct);

    private static string? Value(XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
