using System.Globalization;

namespace Rapporteur.Text.Times;

/// <summary>The day of a feast in a year.</summary>
internal static class Feasts
{
    /// <summary>Applies a rule of the word list: "12-25", "11-4-4" (fourth Thursday of November), "05-1-L" (last Monday of May), "easter".</summary>
    public static DateOnly In(int year, string rule)
    {
        // "easter-2", "11-4-4+1": days from the feast.
        int sign = rule.IndexOf('+', StringComparison.Ordinal) is > 0 and var plus ? plus : rule.StartsWith("easter-", StringComparison.Ordinal) ? 6 : -1;
        if (sign > 0) return In(year, rule[..sign]).AddDays(int.Parse(rule.AsSpan(sign), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));
        if (rule == "easter") return Easter(year);
        int month = int.Parse(rule.AsSpan(0, 2), CultureInfo.InvariantCulture);
        if (rule.Length == 5) return new DateOnly(year, month, int.Parse(rule.AsSpan(3), CultureInfo.InvariantCulture));
        int weekday = rule[3] - '0';
        if (rule[5] == 'L')
        {
            DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
            return last.AddDays(-(((int)last.DayOfWeek - weekday + 7) % 7));
        }

        DateOnly first = new(year, month, 1);
        return first.AddDays(((weekday - (int)first.DayOfWeek + 7) % 7) + (7 * (rule[5] - '1')));
    }

    // Western Easter by the anonymous Gregorian computus (Meeus, Astronomical Algorithms, chapter 8).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int n = h + l - (7 * m) + 114;
        return new DateOnly(year, n / 31, (n % 31) + 1);
    }
}
