using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Gathers what was said about encounters, side by side.</summary>
/// <remarks>
/// A statement is about an encounter when a report of the encounter stands in its words or in the same sentence, or when, in an article that
/// reports the encounter, one participant says something to another. A spokesman speaks for the side that he speaks for.
/// </remarks>
public sealed class ReadoutReader
{
    private readonly Dictionary<string, List<(Encounter Encounter, EncounterReport Report)>> _reports = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedDictionary<string, AppearanceRow>> _said = new(StringComparer.Ordinal);
    private readonly ParticipantKey _names;

    /// <param name="encounters">Those of which readouts are wanted.</param>
    public ReadoutReader(IEnumerable<Encounter> encounters)
    {
        List<string> names = [];
        foreach (Encounter encounter in encounters)
        {
            _said[encounter.Id] = new SortedDictionary<string, AppearanceRow>(StringComparer.Ordinal);
            foreach (EncounterReport report in encounter.Reports)
            {
                if (!_reports.TryGetValue(report.Article.Id, out var here)) _reports[report.Article.Id] = here = [];
                here.Add((encounter, report));
                names.AddRange(report.Mention.Participants);
            }
        }

        _names = new ParticipantKey(names);
    }

    /// <summary>The readouts of one encounter from the articles that report it.</summary>
    public static async Task<IReadOnlyList<Readout>> ReadAsync(IRecordQueries record, Encounter encounter, CancellationToken cancel)
    {
        ReadoutReader reader = new([encounter]);
        foreach (string article in encounter.Reports.Select(report => report.Article.Id).Distinct())
        {
            if (await record.ArticleAsync(article, cancel) is not { } found) continue;
            foreach (AppearanceRow appearance in found.Versions[^1].Appearances) reader.Add(appearance);
        }

        return reader.Of(encounter);
    }

    /// <summary>Looks at one appearance in the current version of an article.</summary>
    public void Add(AppearanceRow appearance)
    {
        if (!_reports.TryGetValue(appearance.Article.Id, out var reports)) return;
        foreach ((Encounter encounter, EncounterReport report) in reports)
        {
            if (!IsAbout(appearance.Attribution, report, encounter)) continue;
            SortedDictionary<string, AppearanceRow> said = _said[encounter.Id];
            // Of several reports of one statement the earliest; the order of reading plays no part.
            if (!said.TryGetValue(appearance.StatementId, out AppearanceRow? known) || Compare(appearance, known) < 0) said[appearance.StatementId] = appearance;
        }
    }

    /// <summary>The sides that were heard: the participants first, then others, each by name.</summary>
    public IReadOnlyList<Readout> Of(Encounter encounter) =>
        [.. _said[encounter.Id].Values
            .GroupBy(appearance => SideOf(appearance.Attribution, encounter))
            .Select(side => new Readout(side.Key.Name, side.Key.TakesPart, [.. side.Order(Comparer<AppearanceRow>.Create(Compare))]))
            .OrderByDescending(readout => readout.TakesPart).ThenBy(readout => readout.Side, StringComparer.Ordinal)];

    private bool IsAbout(Attribution said, EncounterReport report, Encounter encounter)
    {
        if (said.Content.Any(span => span.Start <= report.Mention.Span.Start && report.Mention.Span.End <= span.End)) return true;
        if (said.Content.Any(span => report.Mention.Sentence.Contains(span))) return true;
        string? speaker = Participant(said.OnBehalfOf ?? said.Speaker, encounter), hearer = Participant(said.Addressee, encounter);
        return speaker is not null && hearer is not null && speaker != hearer;
    }

    private (string Name, bool TakesPart) SideOf(Attribution said, Encounter encounter) =>
        Participant(said.OnBehalfOf, encounter) is { } principal ? (principal, true)
        : Participant(said.Speaker, encounter) is { } speaker ? (speaker, true)
        : (said.OnBehalfOf ?? said.Speaker ?? "not told", false);

    private string? Participant(string? name, Encounter encounter)
    {
        if (name is null) return null;
        string key = new ParticipantKey([name]).Of(name);
        return encounter.Participants.FirstOrDefault(participant => _names.Of(participant) == key || new ParticipantKey([participant]).Of(participant) == key);
    }

    private static int Compare(AppearanceRow left, AppearanceRow right) =>
        Nullable.Compare(left.Article.Published?.Date, right.Article.Published?.Date) is not 0 and var byDay ? byDay
        : string.CompareOrdinal(left.Article.Id, right.Article.Id) is not 0 and var byArticle ? byArticle
        : left.Attribution.Content[0].CompareTo(right.Attribution.Content[0]) is not 0 and var byPlace ? byPlace
        : string.CompareOrdinal(left.Id, right.Id);
}
