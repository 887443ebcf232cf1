using System.Globalization;

namespace Rapporteur.Text.Times;

/// <summary>Something read: its value and the lexeme after it.</summary>
internal readonly record struct Read<T>(int End, T Value);

/// <summary>A date as it was said; what is null was not said.</summary>
internal readonly record struct PartialDate(int? Year, int? Month, int? Day, int? Weekday = null);

/// <summary>A day or a stretch of days, resolved.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The day after the last.</param>
/// <param name="Single">True for what is named as one day.</param>
/// <param name="Said">How it was said, where another end of a range may complete it.</param>
/// <param name="Label">A TIMEX3 value when there are no exact bounds: a season, a fiscal year, 30 February.</param>
internal sealed record DaySpan(DateOnly From, DateOnly To, bool Single, PartialDate? Said = null, string? Label = null)
{
    public static DaySpan Day(DateOnly day, PartialDate? said = null) => new(day, day == DateOnly.MaxValue ? day : day.AddDays(1), true, said);

    public static DaySpan Unresolved(string label) => new(default, default, false, null, label);

    /// <summary>START, MID or END when a part of a longer period was named.</summary>
    public string? Edge { get; init; }

    /// <summary>The point that a range begins or ends with when this is its end: for "the end of" the day after, else the first day.</summary>
    public DateOnly Bound { get; init; } = From;

    /// <summary>The same for any period.</summary>
    public static DateOnly BoundOf(DateOnly from, DateOnly to, string? edge) =>
        edge switch { "END" => to, "MID" => from.AddDays(to.DayNumber - from.DayNumber is > 31 and var days ? days / 2 : 15), _ => from };
}

/// <summary>A time of day.</summary>
/// <param name="Seconds">Seconds since midnight.</param>
/// <param name="Sure">False when morning or afternoon was not said: five to seven.</param>
internal readonly record struct ClockTime(int Seconds, bool Sure)
{
    public ClockTime Later() => Sure || Seconds >= 12 * 3600 ? this with { Sure = true } : new(Seconds + (12 * 3600), true);
}

/// <summary>Hours of a day, in seconds since midnight.</summary>
internal readonly record struct HourSpan(int From, int To);

/// <summary>A length of time: months where the calendar decides, days and seconds else.</summary>
internal readonly record struct CalendarLength(int Months, int Days, decimal Seconds)
{
    /// <summary>Seconds, a month counted as 30 days and a year as 365.</summary>
    public decimal TotalSeconds => ((((Months / 12) * 365m) + ((Months % 12) * 30) + Days) * 86400) + Seconds;

    public bool OnlyDays => Seconds == 0;

    public static CalendarLength operator +(CalendarLength a, CalendarLength b) => new(a.Months + b.Months, a.Days + b.Days, a.Seconds + b.Seconds);

    public DateTime From(DateTime start, int sign) => start.AddMonths(sign * Months).AddDays(sign * Days).AddSeconds((double)(sign * Seconds));

    public DateOnly From(DateOnly start, int sign) => start.AddMonths(sign * Months).AddDays(sign * Days);
}

/// <summary>How dates and times are written in a <see cref="CalendarPhrase"/>.</summary>
internal static class CalendarText
{
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Of(DateTime moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string OfSeconds(int seconds) => string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600 % 24:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
}
