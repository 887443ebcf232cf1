using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Columns of an article and one of its versions (every query that shows an article selects them), and what they become.</summary>
internal class ArticleFacts
{
    /// <summary>The columns, with <c>r</c> for articles and <c>v</c> for article_versions.</summary>
    public const string Columns = """
        r.id AS ArticleId, r.location AS Location, v.outlet_name AS Outlet, v.published AS Published, v.title AS Title, r.url AS Url
        """;

    public string ArticleId { get; init; } = "";
    public string Location { get; init; } = "";
    public string? Url { get; init; }
    public string? Outlet { get; init; }
    public string? Published { get; init; }
    public string? Title { get; init; }

    public ArticleRef Reference => new(ArticleId, Location, Url, Outlet, PressTime.Parse(Published), Title);
}

/// <summary>The line of a list of articles.</summary>
internal class ArticleLine : ArticleFacts
{
    /// <summary>The columns, with <c>r</c> for articles and <c>v</c> for the current version.</summary>
    public new const string Columns = ArticleFacts.Columns + """
        , v.byline AS Byline, v.modified AS Modified, v.language AS Language, v.credits AS Credits, v.analysed AS Analysed,
        r.versions AS Versions, r.appearances AS Appearances, r.instant AS Instant
        """;

    public string? Byline { get; init; }
    public string? Modified { get; init; }
    public string? Language { get; init; }
    public string Credits { get; init; } = "";
    public bool Analysed { get; init; }
    public int Versions { get; init; }
    public int Appearances { get; init; }
    public long Instant { get; init; }

    public ArticleSummary Summary => new(
        Reference, Byline, PressTime.Parse(Modified), Language, Storage.Columns.Texts(Credits), Versions, Appearances, Analysed);
}

/// <summary>One version with its text.</summary>
internal sealed class VersionLine : ArticleLine
{
    public new const string Columns = ArticleLine.Columns + """
        , v.row AS Row, v.number AS Number, v.read_at AS ReadAt, v.captions AS Captions, v.blocks AS Blocks, v.text AS Text
        """;

    public long Row { get; init; }
    public int Number { get; init; }
    public string ReadAt { get; init; } = "";
    public string Captions { get; init; } = "";
    public string Blocks { get; init; } = "";
    public string Text { get; init; } = "";

    public ArticleVersion With(IEnumerable<AppearanceRow> appearances) => new(
        Number,
        Storage.Columns.Instant(ReadAt),
        new Article
        {
            Url = Url,
            Location = Location,
            Outlet = Outlet,
            Title = Title,
            Byline = Byline,
            Published = PressTime.Parse(Published),
            Modified = PressTime.Parse(Modified),
            Language = Language,
            Credits = Storage.Columns.Texts(Credits),
            Captions = Storage.Columns.Texts(Captions),
            Blocks = Storage.Columns.Blocks(Blocks),
            Text = Text,
        },
        [.. appearances]);
}
