using System.Xml.Linq;

namespace Rapporteur.Reading.Feeds;

/// <summary>The items of RSS: 0.9x and 2.0 inside the channel, 1.0 beside it.</summary>
internal static class RssEntries
{
    private static readonly XNamespace Content = "http://purl.org/rss/1.0/modules/content/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    public static IReadOnlyList<FeedEntry> Of(XElement root, Uri? baseAddress)
    {
        XElement? channel = Child(root, "channel");
        FeedAddress links = new(baseAddress, Text(channel, "link"));
        string? outlet = Text(channel, "title");
        string? language = Text(channel, "language") ?? channel?.Element(DublinCore + "language")?.Value;
        return
        [
            .. root.Elements().Concat(channel?.Elements() ?? [])
                .Where(e => e.Name.LocalName == "item")
                .Select(item => Entry(item, links, outlet, language)),
        ];
    }

    private static FeedEntry Entry(XElement item, FeedAddress links, string? outlet, string? language)
    {
        XElement? guid = Child(item, "guid");
        bool guidIsLink = guid is not null && (string?)guid.Attribute("isPermaLink") is null or "true" or "True";
        string? link = links.Of(Text(item, "link")) ?? (guidIsLink ? links.Of(guid?.Value) : null);
        PageHints hints = new(
            Url: link,
            // An aggregating feed names the outlet of each item.
            Outlet: Text(item, "source") ?? outlet,
            Published: FeedTime.Parse(Text(item, "pubDate") ?? Value(item.Element(DublinCore + "date"))),
            Title: Plain(Text(item, "title")),
            Language: LanguageCode.Of(Value(item.Element(DublinCore + "language")) ?? language),
            Byline: Value(item.Element(DublinCore + "creator")) ?? Person(Text(item, "author")));
        return new FeedEntry(link, Value(item.Element(Content + "encoded")), Text(item, "description"), hints);
    }

    /// <summary>RSS asks for <c>mail@address (Name)</c>; the name is what is printed.</summary>
    private static string? Person(string? author)
    {
        if (author is null) return null;
        int open = author.IndexOf('(', StringComparison.Ordinal);
        if (open >= 0 && author.EndsWith(')')) return author[(open + 1)..^1].Trim();
        return author.Contains('@', StringComparison.Ordinal) ? null : author;
    }

    /// <summary>Titles are text, but many feeds escape them twice (<c>&amp;amp;quot;</c>).</summary>
    private static string? Plain(string? title) => title is null ? null : System.Net.WebUtility.HtmlDecode(title);

    private static XElement? Child(XElement? parent, string name) =>
        // Elements of other modules bear the same names (media:title, atom:link): those of RSS have the item's own namespace.
        parent?.Elements().FirstOrDefault(e => e.Name.LocalName == name && (e.Name.Namespace == parent.Name.Namespace || e.Name.Namespace == XNamespace.None || parent.Name.LocalName == "RDF"));

    private static string? Text(XElement? parent, string name) => Value(Child(parent, name));

    private static string? Value(XElement? element) => string.IsNullOrWhiteSpace(element?.Value) ? null : element.Value.Trim();
}
