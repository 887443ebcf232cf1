using Rapporteur.Text;

namespace Rapporteur.Querying;

/// <summary>One place in the current version of an article that names an encounter.</summary>
/// <param name="Article">Which article.</param>
/// <param name="Mention">What was found there.</param>
/// <param name="Sentence">The sentence it stands in.</param>
public sealed record EncounterReport(ArticleRef Article, EncounterMention Mention, string Sentence)
{
    /// <summary>The likely day of an article that has none (<see cref="Matching.Stories.LikelyDay"/>); null when it has one, when nothing tells it, and where reports are shown.</summary>
    public DateOnly? LikelyDay { get; init; }

    /// <summary>The day by which the report is brought together with others: that of publication, else the likely one, else null.</summary>
    public DateOnly? Day => Article.Published?.Date ?? LikelyDay;
}

/// <summary>What the reports published on one day say of an encounter.</summary>
/// <param name="Published">The day; null for reports without one.</param>
/// <param name="Status">What most of them say.</param>
/// <param name="Reports">How many there are.</param>
public sealed record EncounterStage(DateOnly? Published, EncounterStatus Status, int Reports);

/// <summary>One call, meeting, visit and so on, with every report of it.</summary>
public sealed record Encounter
{
    /// <summary>Identity: of its kind, participants and time.</summary>
    public required string Id { get; init; }

    /// <summary>What most reports call it.</summary>
    public required EncounterType Type { get; init; }

    /// <summary>Who takes part, by the fullest name most reports give, in ordinal order.</summary>
    public required IReadOnlyList<string> Participants { get; init; }

    /// <summary>The day, month or year, or null.</summary>
    public string? Date { get; init; }

    /// <summary>The place most reports name, or null.</summary>
    public string? Place { get; init; }

    /// <summary>As the latest reports have it.</summary>
    public required EncounterStatus Status { get; init; }

    /// <summary>6 for the sixth of its kind, where a report counts; else null.</summary>
    public int? Ordinal { get; init; }

    /// <summary>How the status changed, oldest first.</summary>
    public required IReadOnlyList<EncounterStage> History { get; init; }

    /// <summary>The reports, earliest first.</summary>
    public required IReadOnlyList<EncounterReport> Reports { get; init; }
}
