using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Rapporteur.Extraction.Facts;

/// <summary>Reads the dates that outlets write: for machines, for people, and into addresses.</summary>
internal static partial class Dates
{
    private static readonly FrozenDictionary<string, int> Months = DataFile.Rows("months.tsv")
        .SelectMany(row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => (name, Month: int.Parse(row[0]))))
        .ToFrozenDictionary(m => m.name, m => m.Month, StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads one date as machines write it, or as people do when nothing else stands there; null when it is none.</summary>
    public static PressTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 80) return null;
        text = text.Trim();
        Match iso = Iso().Match(text);
        if (iso.Success)
        {
            string zone = iso.Groups["zone"].Value;
            if (zone.Length > 1 && !zone.Contains(':', StringComparison.Ordinal)) zone = zone.Length == 3 ? zone + ":00" : zone.Insert(zone.Length - 2, ":");
            string clock = iso.Groups["time"].Success ? $"T{iso.Groups["time"].Value}{zone}" : "";
            return Plausible(PressTime.Parse($"{iso.Groups["y"].Value}-{iso.Groups["m"].Value}-{iso.Groups["d"].Value}{clock}"));
        }

        return Find(text) ?? Plausible(PressTime.Parse(text));
    }

    /// <summary>The first full date in a line: "18 May 2025", "May 18, 2025 | 13:58", "18.05.2025", "18 мая 2025"; null when there is none.</summary>
    /// <remarks>Dates of numbers count only where day and month cannot be confused, or a dot stands between them (day first).</remarks>
    public static PressTime? Find(string line)
    {
        foreach (Match match in Written().Matches(line))
        {
            if (!Months.TryGetValue(match.Groups["month"].Value.TrimEnd('.'), out int month)) continue;
            if (Day(match.Groups["y"].Value, month, match.Groups["d"].Value) is { } day) return new PressTime(day, ClockAfter(line, match.Index + match.Length));
        }

        Match numbers = Numbers().Match(line);
        if (numbers.Success && Numeric(numbers) is { } date) return new PressTime(date, ClockAfter(line, numbers.Index + numbers.Length));
        return null;
    }

    /// <summary>The date in an address: <c>/2025/05/18/</c>, <c>/20250518</c>, <c>/2025/may/18/</c>, <c>2025-05-18</c>; null when there is none.</summary>
    public static PressTime? FromUrl(string? url)
    {
        if (url is null) return null;
        Match match = InUrl().Match(url);
        if (!match.Success) return null;
        string name = match.Groups["m"].Value;
        int month = char.IsAsciiDigit(name[0]) ? int.Parse(name) : Months.GetValueOrDefault(name);
        return Day(match.Groups["y"].Value, month, match.Groups["d"].Value) is { } day ? Plausible(new PressTime(day)) : null;
    }

    private static DateOnly? Numeric(Match match)
    {
        int first = int.Parse(match.Groups["a"].Value), second = int.Parse(match.Groups["b"].Value);
        bool dayFirst = match.Groups["sep"].Value == "." || first > 12;
        if (!dayFirst && second <= 12 && first != second) return null;
        return Day(match.Groups["y"].Value, dayFirst ? second : first, (dayFirst ? first : second).ToString());
    }

    private static DateOnly? Day(string year, int month, string day)
    {
        int y = int.Parse(year), d = int.Parse(day);
        return month is >= 1 and <= 12 && y is >= 1600 and <= 2199 && d >= 1 && d <= DateTime.DaysInMonth(y, month) ? new DateOnly(y, month, d) : null;
    }

    private static TimeOnly? ClockAfter(string line, int at)
    {
        Match match = Clock().Match(line, at);
        if (!match.Success || match.Index - at > 12) return null;
        int hour = int.Parse(match.Groups["h"].Value), minute = int.Parse(match.Groups["min"].Value);
        if (match.Groups["pm"].Success && hour < 12) hour += 12;
        if (match.Groups["am"].Success && hour == 12) hour = 0;
        return hour < 24 && minute < 60 ? new TimeOnly(hour, minute) : null;
    }

    // Year 1 and the like are what publishing systems write when they do not know.
    private static PressTime? Plausible(PressTime? time) => time is { Date.Year: >= 1600 and <= 2199 } ? time : null;

    [GeneratedRegex(@"^(?<y>\d{4})[-/]?(?<m>\d{2})[-/]?(?<d>\d{2})(?:[T ]+(?<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,7})?)?)\d*\s*(?:UTC|GMT)?(?<zone>Z|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Iso();

    [GeneratedRegex(@"\b(?:(?<d>\d{1,2})(?:st|nd|rd|th|\.|º)?(?:\s+de)?\s+(?<month>\p{L}{3,12})\.?,?(?:\s+de)?\s+(?<y>\d{4})|(?<month>\p{L}{3,12})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>\d{4}))\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Written();

    [GeneratedRegex(@"(?<!\d)(?<a>\d{1,2})(?<sep>[./-])(?<b>\d{1,2})\k<sep>(?<y>(?:19|20)\d{2})(?!\d)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(?<!\d)(?<h>\d{1,2}):(?<min>\d{2})(?::\d{2})?\s*(?:(?<pm>p\.?m\b)|(?<am>a\.?m\b))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<!\d)(?<y>(?:19|20)\d{2})[/_-]?(?<m>0[1-9]|1[0-2]|(?<=[/_-])(?:[1-9](?=[/_-])|[a-z]{3,9}(?=[/_-])))[/_-]?(?<d>0[1-9]|[12]\d|3[01]|(?<=[/_-])[1-9](?=[/_-]))(?!\d)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex InUrl();
}
