using System.Globalization;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Brings the reports of one encounter together, across articles and over time.</summary>
/// <remarks>A function of the set of reports: the order in which articles arrived plays no part.</remarks>
public static class EncounterMerger
{
    // A report without a day belongs to a dated encounter of the same participants published or held so many days away at most,
    // when there is only one. Chosen by reading the dossier's events: an announcement is seldom older, a look back seldom so vague.
    private const int DaysAround = 14;

    // Who told reporters something on Monday and something else on Thursday stood before them twice.
    private const int DaysOfBriefing = 1;

    /// <summary>The encounters that the reports speak of, by their day (where unknown: that of the first report), then by identity.</summary>
    /// <param name="reports">All reports that may be of one encounter; those of one kin, or of a whole record.</param>
    /// <param name="met">Names by which persons of the same surnames were met elsewhere.</param>
    public static IReadOnlyList<Encounter> Merge(IEnumerable<EncounterReport> reports, IEnumerable<string>? met = null)
    {
        List<EncounterReport> sorted = [.. reports.Order(EarliestFirst)];
        List<Encounter> merged = [];
        ParticipantKey names = new(sorted.SelectMany(report => report.Mention.Participants).Concat(met ?? []));
        HashSet<EncounterReport> calls = SpokenCalls.Among(sorted, report => ParticipantsOf(report, names));
        foreach (var group in sorted.GroupBy(report => $"{(calls.Contains(report) ? nameof(EncounterType.Call) : KindOf(report.Mention.Type))}|{ParticipantsOf(report, names)}", StringComparer.Ordinal))
        {
            foreach (List<EncounterReport> one in Divide([.. group]).Where(Suffices)) merged.Add(EncounterDrawer.Draw(group.Key, one, names));
        }

        return [.. merged.OrderBy(TimeOf, StringComparer.Ordinal).ThenBy(encounter => encounter.Id, StringComparer.Ordinal)];
    }

    // One article's "told reporters" makes no press conference; two that heard the same do, and so does one that calls it by its name.
    private static bool Suffices(List<EncounterReport> reports) =>
        reports.Exists(report => !report.Mention.OnlyTold) || reports.Select(report => report.Article.Id).Distinct().Count() > 1;

    /// <summary>Its day, month or year, else the day of the first report that has one; empty when none has.</summary>
    public static string TimeOf(Encounter encounter)
    {
        ArgumentNullException.ThrowIfNull(encounter);
        return encounter.Date ?? encounter.Reports.Select(report => report.Article.Published?.Date).FirstOrDefault(day => day is not null)?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
    }

    private static readonly IComparer<EncounterReport> EarliestFirst = Comparer<EncounterReport>.Create((left, right) =>
        Nullable.Compare(left.Day, right.Day) is not 0 and var byDay ? byDay
        : string.CompareOrdinal(left.Article.Id, right.Article.Id) is not 0 and var byArticle ? byArticle
        : left.Mention.Span.CompareTo(right.Mention.Span));

    private static string ParticipantsOf(EncounterReport report, ParticipantKey names) =>
        string.Join('|', report.Mention.Participants.Select(names.Of).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What reports of one encounter have in common whatever is known of the persons: the kind (talks may turn out to be a call), and the participants' surnames.</summary>
    public static string KinOf(EncounterType type, IEnumerable<string> participants) =>
        $"{(type == EncounterType.Call ? nameof(EncounterType.Meeting) : KindOf(type))}|{string.Join('|', participants.Select(ParticipantKey.Surname).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))}";

    // What one outlet calls talks the next calls a meeting or a summit.
    private static string KindOf(EncounterType type) => type is EncounterType.Talks or EncounterType.Summit ? nameof(EncounterType.Meeting) : type.ToString();

    // One list for each encounter of the same kind and participants: first by day, then what is less exact joins where it can mean only one.
    private static IEnumerable<List<EncounterReport>> Divide(List<EncounterReport> reports)
    {
        SortedDictionary<string, List<EncounterReport>> dated = new(StringComparer.Ordinal);
        foreach (EncounterReport report in reports.Where(report => report.Mention.Date?.Length == 10)) Put(dated, report.Mention.Date!, report);

        string[] days = [.. dated.Keys];
        foreach (EncounterReport report in reports.Where(report => report.Mention.Date is { Length: < 10 }))
        {
            string[] within = [.. days.Where(day => day.StartsWith(report.Mention.Date!, StringComparison.Ordinal))];
            Put(dated, within.Length == 1 ? within[0] : report.Mention.Date!, report);
        }

        List<EncounterReport> open = [];
        foreach (EncounterReport report in reports.Where(report => report.Mention.Date is null))
        {
            // An article that names the day once means the same encounter in its next sentence.
            string[] here = [.. days.Where(day => dated[day].Exists(other => other.Article.Id == report.Article.Id && other.Mention.Date is not null))];
            string[] near = here.Length == 1 ? here : [.. Near(report, days)];
            if (near.Length == 1) dated[near[0]].Add(report);
            else open.Add(report);
        }

        foreach (List<EncounterReport> one in dated.Values) yield return [.. one.Order(EarliestFirst)];
        foreach (List<EncounterReport> one in ByGaps(open)) yield return one;
    }

    // Who "told reporters" did so on the day of the report, unless the report names another.
    private static IEnumerable<string> Near(EncounterReport report, string[] days) =>
        report.Mention.Type == EncounterType.PressConference
            ? days.Where(day => day == report.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : days.Where(day => IsNear(report, day));

    private static void Put(SortedDictionary<string, List<EncounterReport>> lists, string key, EncounterReport report)
    {
        if (!lists.TryGetValue(key, out List<EncounterReport>? list)) lists[key] = list = [];
        list.Add(report);
    }

    private static bool IsNear(EncounterReport report, string day) =>
        // Without a day of publication it may mean any: it does when there is only one.
        report.Day is not { } published
        || Math.Abs(DateOnly.ParseExact(day, "yyyy-MM-dd").DayNumber - published.DayNumber) <= DaysAround;

    private static IEnumerable<List<EncounterReport>> ByGaps(List<EncounterReport> sorted)
    {
        List<EncounterReport> run = [];
        foreach (EncounterReport report in sorted)
        {
            bool far = run.Count > 0 && run[^1].Day is { } before && report.Day is { } now
                && now.DayNumber - before.DayNumber > (report.Mention.Type == EncounterType.PressConference ? DaysOfBriefing : DaysAround);
            if (far)
            {
                yield return run;
                run = [];
            }

            run.Add(report);
        }

        if (run.Count > 0) yield return run;
    }
}
