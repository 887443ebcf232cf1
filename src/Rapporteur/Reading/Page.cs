namespace Rapporteur.Reading;

/// <summary>One document as it came from a file, a feed or the web: decoded, but not yet cleaned.</summary>
/// <param name="Location">The file path (for an entry of a feed, <c>PATH#n</c>) or the URL it was fetched from, after redirects.</param>
/// <param name="Kind">How <paramref name="Content"/> is to be understood.</param>
/// <param name="Content">The decoded characters.</param>
public sealed record Page(string Location, PageKind Kind, string Content)
{
    /// <summary>What somebody else says about the article: a sidecar file, a feed entry, the address itself. Stronger than what the page says.</summary>
    public PageHints Hints { get; init; } = new();
}

/// <summary>How the characters of a page are to be understood.</summary>
public enum PageKind
{
    /// <summary>Text as somebody copied it from a page: one paragraph a line.</summary>
    PlainText,

    /// <summary>A whole HTML page.</summary>
    Html,

    /// <summary>The HTML content of one entry of a feed: the article's body with no page around it.</summary>
    HtmlFragment,
}

/// <summary>What is known of an article from outside its page. Null means: not said.</summary>
/// <param name="Url">Address of the article.</param>
/// <param name="Outlet">Who publishes it.</param>
/// <param name="Published">When.</param>
/// <param name="Title">Headline.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Modified">When it was last changed.</param>
/// <param name="Byline">Who wrote it.</param>
public sealed record PageHints(
    string? Url = null,
    string? Outlet = null,
    PressTime? Published = null,
    string? Title = null,
    string? Language = null,
    PressTime? Modified = null,
    string? Byline = null);
