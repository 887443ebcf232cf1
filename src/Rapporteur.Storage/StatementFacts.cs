using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage;

/// <summary>What a list shows of a statement, drawn from its reports. The order in which they arrived plays no part.</summary>
/// <param name="Shown">The report whose wording is shown.</param>
/// <param name="First">The earliest report.</param>
/// <param name="Actor">Who said it, or null.</param>
/// <param name="SaidOn">The day it was said, or null.</param>
/// <param name="Day">The day it was said, else the day it was first reported, else "".</param>
/// <param name="Appearances">Number of reports in current versions.</param>
/// <param name="Outlets">Number of outlets that report it in current versions.</param>
/// <param name="Forms">Sum of <see cref="FormBit"/> over the forms in current versions.</param>
/// <param name="Acts">Sum of <see cref="ActBit"/> over the speech acts in current versions.</param>
internal sealed record StatementFacts(
    Report Shown, Report First, long? Actor, string? SaidOn, string Day, int Appearances, int Outlets, int Forms, int Acts)
{
    /// <summary>Draws the facts from all reports of a statement (at least one); superseded ones count only when there are no others.</summary>
    public static StatementFacts Of(IReadOnlyList<Report> all)
    {
        List<Report> current = [.. all.Where(report => report.Current)];
        List<Report> reports = [.. (current.Count > 0 ? current : all).Order(Report.EarliestFirst)];
        Report first = reports[0];
        string? saidOn = reports.Select(report => report.SaidOn).FirstOrDefault(day => day is not null);
        return new StatementFacts(
            // The speaker's own words before a reporter's; OrderBy keeps the earliest first among equals.
            reports.OrderBy(report => Closeness(report.Form)).First(),
            first,
            reports.Select(report => report.Actor).FirstOrDefault(actor => actor is not null),
            saidOn,
            saidOn ?? first.Day,
            current.Count,
            current.Where(report => report.Outlet is not null).Select(report => report.Outlet).Distinct().Count(),
            current.Select(report => FormBit(report.Form)).Distinct().Sum(),
            current.Select(report => ActBit(Columns.Act(report.Act))).Distinct().Sum());
    }

    /// <summary>1 for direct, 2 for indirect, 4 for mixed.</summary>
    public static int FormBit(string form) => form switch { "direct" => 1, "indirect" => 2, _ => 4 };

    /// <summary>1 for the first act, 2 for the second, 4 for the third and so on.</summary>
    public static int ActBit(SpeechAct act) => 1 << (int)act;

    private static int Closeness(string form) => form switch { "direct" => 0, "mixed" => 1, _ => 2 };
}

/// <summary>One report of a statement, as far as the statement's facts depend on it.</summary>
internal sealed class Report
{
    /// <summary>By the instant the article was published (unknown last), then by article and version and place in it.</summary>
    public static readonly IComparer<Report> EarliestFirst = Comparer<Report>.Create((left, right) =>
        (left.Instant ?? long.MaxValue).CompareTo(right.Instant ?? long.MaxValue) is not 0 and var byTime ? byTime
        : string.CompareOrdinal(left.Article, right.Article) is not 0 and var byArticle ? byArticle
        : left.Number != right.Number ? left.Number.CompareTo(right.Number)
        : left.Place.CompareTo(right.Place));

    public long Row { get; init; }
    public string Article { get; init; } = "";
    public long Version { get; init; }
    public long Number { get; init; }
    public long Place { get; init; }
    public bool Current { get; init; }
    public long? Instant { get; init; }
    public string Day { get; init; } = "";
    public string? SaidOn { get; init; }
    public string Form { get; init; } = "";
    public string Act { get; init; } = "";
    public long? Actor { get; init; }
    public long? Outlet { get; init; }
}
