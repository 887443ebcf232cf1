using System.Net;
using System.Text;

namespace Rapporteur.Reading.Feeds;

/// <summary>One entry of a feed.</summary>
/// <param name="Link">Address of its article, or null.</param>
/// <param name="Content">Its full content as HTML, or null when the feed holds none.</param>
/// <param name="Summary">Its summary as HTML, or null.</param>
/// <param name="Hints">What the feed says of it.</param>
internal sealed record FeedEntry(string? Link, string? Content, string? Summary, PageHints Hints)
{
    /// <summary>True when the feed holds the article itself and not only a summary of it.</summary>
    public bool HasFullContent => Content is not null;

    /// <summary>The entry as a page: its full content, else its summary.</summary>
    public ReadResult ToResult(string location)
    {
        if ((Content ?? Summary) is { } html) return ReadResult.Of(new Page(location, PageKind.HtmlFragment, html) { Hints = Hints });
        return ReadResult.Skipped(location, Link is null
            ? "the entry has neither text nor a link"
            : $"the entry has no text, only a link: to fetch the article, read {Link}");
    }

    /// <summary>Plain text as HTML: one paragraph a line.</summary>
    public static string? FromPlainText(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        StringBuilder html = new();
        foreach (string line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            html.Append("<p>").Append(WebUtility.HtmlEncode(line)).Append("</p>\n");
        }

        return html.ToString();
    }
}

/// <summary>A feed and its entries, in the order in which they stand.</summary>
/// <param name="IsFeed">False when the document is something else.</param>
/// <param name="Entries">What could be read.</param>
/// <param name="Reason">Why nothing, or not all, could be read, in words for the user; null when all was.</param>
internal sealed record Feed(bool IsFeed, IReadOnlyList<FeedEntry> Entries, string? Reason = null)
{
    /// <summary>The document is no feed.</summary>
    public static Feed None(string reason) => new(false, [], reason);

    /// <summary>The document is a feed that cannot be read.</summary>
    public static Feed Broken(string reason) => new(true, [], reason);
}
