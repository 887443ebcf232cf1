using System.Text.Json.Serialization;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting;

/// <summary>The article of an exported line.</summary>
public sealed record ArticleInLine(string Id, string Path, string? Url, string? Outlet, string? Published, string? Title)
{
    /// <summary>From the record.</summary>
    public static ArticleInLine Of(ArticleRef article) =>
        new(article.Id, article.Location, article.Url, article.Outlet, article.Published?.ToString(), article.Title);
}

/// <summary>One line of <c>export appearances</c>. Offsets are code points of the article's text, end exclusive.</summary>
public sealed record AppearanceLine(
    string Id,
    ArticleInLine Article,
    string StatementId,
    string? Speaker,
    string? Addressee,
    string? OnBehalfOf,
    string? Via,
    string? SaidOn,
    AttributionForm Form,
    string Act,
    string Content,
    IReadOnlyList<TextSpan> ContentSpans,
    string Source,
    string Cue,
    double Confidence,
    bool Negated,
    string Modality,
    string? Channel,
    string? Plover)
{
    /// <summary>From the record.</summary>
    public static AppearanceLine Of(AppearanceRow row) => new(
        row.Id,
        ArticleInLine.Of(row.Article),
        row.StatementId,
        row.Speaker?.Name,
        row.Attribution.Addressee,
        row.Attribution.OnBehalfOf,
        row.Attribution.Via,
        row.Attribution.SaidOn?.ToString("yyyy-MM-dd"),
        row.Attribution.Form,
        SpeechActNames.Of(row.Attribution.Act),
        row.Content,
        row.CodePoints.Content,
        row.Source,
        row.Cue,
        Math.Round(row.Attribution.Confidence, 3),
        row.Attribution.Negated,
        SpeechActNames.Of(row.Attribution.Modality),
        ChannelNames.Of(row.Attribution.Channel),
        SpeechActNames.Plover(row.Attribution.Act));
}

/// <summary>One line of <c>export statements</c>.</summary>
public sealed record StatementLine(
    string Id, string? Speaker, string? SaidOn, AttributionForm Form, string Content, int Appearances, int Outlets, int Origins, ArticleInLine FirstReport, string Act)
{
    /// <summary>Statements that repeat it on other days, or differ from it in a number or a denial; null where they were not asked for.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<LinkInLine>? Links { get; init; }

    /// <summary>The outlet of the earliest report that names its outlet and its day; null when there is none, or only one report.</summary>
    public string? EarliestOutlet { get; init; }

    /// <summary>Its wordings with what changed; empty when it was reported once.</summary>
    public IReadOnlyList<WordingInLine> Wordings { get; init; } = [];

    /// <summary>From the record, with the history when there is one.</summary>
    public static StatementLine Of(StatementSummary row, StatementHistory? history) =>
        history is null ? Of(row) : Of(row) with { EarliestOutlet = history.EarliestOutlet, Wordings = WordingInLine.Of(history) };

    /// <summary>From the record.</summary>
    public static StatementLine Of(StatementSummary row) => new(
        row.Id, row.Speaker?.Name, row.SaidOn?.ToString("yyyy-MM-dd"), row.Form, row.Content, row.Appearances, row.Outlets, row.Origins,
        ArticleInLine.Of(row.FirstReport), SpeechActNames.Of(row.Act));
}

/// <summary>Another statement of the same actor.</summary>
/// <param name="StatementId">Its identity.</param>
/// <param name="Relation"><c>repeats</c>, <c>other_number</c> or <c>opposite_polarity</c>; the latter two change the meaning.</param>
public sealed record LinkInLine(string StatementId, Matching.StatementRelation Relation);

/// <summary>One line of <c>export articles</c>.</summary>
public sealed record ArticleLine(
    string Id,
    string Path,
    string? Url,
    string? Outlet,
    string? Byline,
    string? Published,
    string? Modified,
    string? Title,
    string? Language,
    IReadOnlyList<string> Credits,
    int Versions,
    int Appearances,
    bool Analysed)
{
    /// <summary>From the record.</summary>
    public static ArticleLine Of(ArticleSummary row) => new(
        row.Article.Id, row.Article.Location, row.Article.Url, row.Article.Outlet, row.Byline, row.Article.Published?.ToString(),
        row.Modified?.ToString(), row.Article.Title, row.Language, row.Credits, row.Versions, row.Appearances, row.Analysed);
}
