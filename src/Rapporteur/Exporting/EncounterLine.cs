using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export encounters</c>.</summary>
public sealed record EncounterLine(
    string Id, string Type, IReadOnlyList<string> Participants, string? Date, string? Place, string Status, int? Ordinal, IReadOnlyList<ArticleInLine> Articles,
    IReadOnlyList<StageInLine> History, IReadOnlyList<ReadoutInLine> Readouts)
{
    /// <summary>From the record; the articles are those that name it, each once, earliest first.</summary>
    /// <param name="encounter">The encounter.</param>
    /// <param name="readouts">What each side said about it; none where nobody asked.</param>
    public static EncounterLine Of(Encounter encounter, IReadOnlyList<Readout>? readouts = null) => new(
        encounter.Id, TypeName(encounter.Type), encounter.Participants, encounter.Date, encounter.Place, StatusName(encounter.Status), encounter.Ordinal,
        [.. encounter.Reports.Select(report => report.Article).DistinctBy(article => article.Id).Select(ArticleInLine.Of)],
        [.. encounter.History.Select(stage => new StageInLine(stage.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), StatusName(stage.Status), stage.Reports))],
        [.. (readouts ?? []).Select(readout => new ReadoutInLine(readout.Side, [.. readout.Statements.Select(statement => statement.StatementId)]))]);

    /// <summary>"exchange-of-prisoners", "press-conference", else the one word.</summary>
    public static string TypeName(EncounterType type) => type switch
    {
        EncounterType.Exchange => "exchange-of-prisoners",
        EncounterType.PressConference => "press-conference",
        _ => type.ToString().ToLowerInvariant(),
    };

    /// <summary>"held", "planned", …</summary>
    public static string StatusName(EncounterStatus status) => status.ToString().ToLowerInvariant();
}

/// <summary>What the reports of one day say of an encounter.</summary>
public sealed record StageInLine(string? Published, string Status, int Reports);

/// <summary>What one side said about an encounter, as identities of statements.</summary>
public sealed record ReadoutInLine(string Side, IReadOnlyList<string> Statements);
