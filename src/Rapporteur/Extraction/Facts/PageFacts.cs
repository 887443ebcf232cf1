namespace Rapporteur.Extraction.Facts;

/// <summary>What a page says about its article outside the article's own words. Null means: not said.</summary>
internal sealed record PageFacts
{
    public string? Url { get; init; }

    public string? Outlet { get; init; }

    public string? Title { get; init; }

    public string? Byline { get; init; }

    public PressTime? Published { get; init; }

    public PressTime? Modified { get; init; }

    /// <summary>ISO 639-1 code as declared, not yet held against the words.</summary>
    public string? Language { get; init; }

    /// <summary>The body as some pages repeat it for search engines: evidence for the choice of blocks, never a source of text.</summary>
    public string? Body { get; init; }

    /// <summary>This page's word first, the other's where this one is silent.</summary>
    public PageFacts Or(PageFacts other) => new()
    {
        Url = Url ?? other.Url,
        Outlet = Outlet ?? other.Outlet,
        Title = Title ?? other.Title,
        Byline = Byline ?? other.Byline,
        Published = Published ?? other.Published,
        Modified = Modified ?? other.Modified,
        Language = Language ?? other.Language,
        Body = Body ?? other.Body,
    };
}
