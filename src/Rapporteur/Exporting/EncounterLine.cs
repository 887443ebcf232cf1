using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export encounters</c>.</summary>
public sealed record EncounterLine(
    string Id, string Type, IReadOnlyList<string> Participants, string? Date, string? Place, string Status, int? Ordinal, IReadOnlyList<ArticleInLine> Articles)
{
    /// <summary>From the record; the articles are those that name it, each once, earliest first.</summary>
    public static EncounterLine Of(Encounter encounter) => new(
        encounter.Id, TypeName(encounter.Type), encounter.Participants, encounter.Date, encounter.Place, StatusName(encounter.Status), encounter.Ordinal,
        [.. encounter.Reports.Select(report => report.Article).DistinctBy(article => article.Id).Select(ArticleInLine.Of)]);

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
