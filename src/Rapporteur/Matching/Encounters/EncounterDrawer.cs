using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Draws what is shown of an encounter from its reports.</summary>
internal static class EncounterDrawer
{
    /// <param name="key">Kind and participants.</param>
    /// <param name="reports">At least one, earliest first.</param>
    /// <param name="names">Who is who.</param>
    public static Encounter Draw(string key, IReadOnlyList<EncounterReport> reports, ParticipantKey names)
    {
        string? date = reports.Select(report => report.Mention.Date).OfType<string>().OrderByDescending(value => value.Length).ThenBy(value => value, StringComparer.Ordinal).FirstOrDefault();
        // Without a date the month of the first report keeps two openings of the same talks apart.
        string time = date ?? "from " + reports[0].Day?.ToString("yyyy-MM-dd");
        IReadOnlyList<EncounterStage> history = HistoryOf(reports);
        return new Encounter
        {
            Id = Identity.Of("encounter", key, time),
            // Who only "spoke with" whom is of the call that others tell of.
            Type = reports.FirstOrDefault(report => report.Mention.Type == EncounterType.Call) is { } call ? call.Mention.Type : Most(reports.Select(report => report.Mention.Type)),
            Participants = Names(reports, names),
            Date = date,
            Place = reports.Select(report => report.Mention.Place).OfType<string>().ToList() is { Count: > 0 } places ? Most(places) : null,
            Status = StatusOf(history),
            Ordinal = reports.Select(report => report.Mention.Ordinal).FirstOrDefault(ordinal => ordinal is not null),
            History = history,
            Reports = reports,
        };
    }

    // The last word, but what was agreed or held before is not undone by somebody's saying later that he would like it.
    private static EncounterStatus StatusOf(IReadOnlyList<EncounterStage> history) =>
        (history.LastOrDefault(stage => stage.Status != EncounterStatus.Proposed) ?? history[^1]).Status;

    private static List<EncounterStage> HistoryOf(IReadOnlyList<EncounterReport> reports) =>
        [.. reports.GroupBy(report => report.Day)
            .OrderBy(day => day.Key)
            // A likely day orders the reports and is not told as theirs.
            .Select(day => new EncounterStage(day.Select(report => report.Article.Published?.Date).FirstOrDefault(published => published is not null), Most(day.Select(report => report.Mention.Status)), day.Count()))];

    // Of the names of one participant the most frequent of those with a given name.
    private static List<string> Names(IReadOnlyList<EncounterReport> reports, ParticipantKey keys) =>
        [.. reports.SelectMany(report => report.Mention.Participants)
            .GroupBy(keys.Of, StringComparer.Ordinal)
            .Select(names => names.GroupBy(name => name, StringComparer.Ordinal)
                .OrderByDescending(name => name.Key.Contains(' ', StringComparison.Ordinal)).ThenByDescending(name => name.Count()).ThenByDescending(name => name.Key.Length).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key)
            .Order(StringComparer.Ordinal)];

    // The most frequent; among equals the first in order, which for a status is the one that went furthest.
    private static T Most<T>(IEnumerable<T> values)
        where T : notnull, IComparable =>
        values.GroupBy(value => value).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, Comparer<T>.Create(Compare)).First().Key;

    private static int Compare<T>(T left, T right)
        where T : IComparable => left is string a && right is string b ? string.CompareOrdinal(a, b) : left.CompareTo(right);
}
