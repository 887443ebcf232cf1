using System.Globalization;

namespace Rapporteur.Web.Shared;

/// <summary>How much there is at which time, drawn as bars; the same as a table stands below.</summary>
internal sealed class Volume
{
    private const int Height = 72;

    // Two days are two bars, not two blocks.
    private const int WidestStep = 16;

    /// <summary>Lays the bars out: days, months and years without anything leave their gap.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="times">As 2026-03-05, 2026-03 or 2026, earliest first; at least one.</param>
    /// <param name="filters">The list that a time narrows; null when times lead nowhere.</param>
    public Volume(string name, IReadOnlyList<FacetCount> times, Filters? filters)
    {
        (Name, Times, Filters) = (name, times, filters);
        int first = NumberOf(times[0].Value), last = NumberOf(times[^1].Value);
        int most = times.Max(time => time.Count);
        Width = 240;
        double step = Math.Min((double)Width / (last - first + 1), WidestStep);
        Bars = [.. times.Select(time => new Bar(
            Points((NumberOf(time.Value) - first) * step), Points(Math.Max(1, step * 0.8)), Math.Max(2, time.Count * Height / most), time))];
    }

    /// <summary>What is counted.</summary>
    public string Name { get; }

    /// <summary>The counts.</summary>
    public IReadOnlyList<FacetCount> Times { get; }

    /// <summary>The list that a time narrows; null when times lead nowhere.</summary>
    public Filters? Filters { get; }

    /// <summary>Units of the drawing.</summary>
    public int Width { get; }

    /// <summary>Where the bars stand.</summary>
    public static int Floor => Height + 2;

    /// <summary>Height with the line they stand on.</summary>
    public static int Whole => Height + 4;

    /// <summary>The bars, left to right.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>In a sentence.</summary>
    public string Summary => $"{Name}: from {InWords(Times[0].Value)} to {InWords(Times[^1].Value)}, most ({Display.Number(Times.Max(time => time.Count))}) {(Times[0].Value.Length == 10 ? "on" : "in")} {InWords(Times.MaxBy(time => time.Count)!.Value)}";

    /// <summary>The list of one time; null when it leads nowhere.</summary>
    public string? Address(FacetCount time)
    {
        if (Filters is null) return null;
        (DateOnly since, DateOnly until) = Days(time.Value);
        return Filters.Plus("/", ("since", Display.IsoDay(since)), ("until", Display.IsoDay(until)));
    }

    /// <summary>3 March 2026, March 2026, 2026.</summary>
    public static string InWords(string time) => time.Length switch
    {
        10 => Display.Day(Days(time).Since),
        7 => Days(time).Since.ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => time,
    };

    private static (DateOnly Since, DateOnly Until) Days(string time)
    {
        DateOnly since = DateOnly.ParseExact(time.Length switch { 10 => time, 7 => time + "-01", _ => time + "-01-01" }, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (since, time.Length switch { 10 => since, 7 => since.AddMonths(1).AddDays(-1), _ => since.AddYears(1).AddDays(-1) });
    }

    private static int NumberOf(string time)
    {
        DateOnly day = Days(time).Since;
        return time.Length switch { 10 => day.DayNumber, 7 => (day.Year * 12) + day.Month, _ => day.Year };
    }

    private static string Points(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A bar: from the left, as wide, as high.</summary>
    public sealed record Bar(string X, string Width, int Height, FacetCount Time);
}
