using System.Globalization;

namespace Rapporteur.Text.Times;

using static TimeMeaning;

/// <summary>Turns what was said into a TIMEX3 value, as seen from the day of publication.</summary>
/// <remarks>Values follow TimeML 1.2.1 (https://timeml.github.io/site/publications/timeMLdocs/timeml_1.2.1.html).</remarks>
/// <param name="published">The day of publication; null leaves what depends on it with X in place of digits.</param>
internal sealed class TimeResolver(DateOnly? published)
{
    // The day last spoken of: what "the next day" and "two days later" are counted from.
    private DateOnly? _narrated;

    // The quarter last named, and whether quarters are spoken of at all: then "a year earlier" is the same quarter of the year before.
    private (int Year, int Number)? _quarter;
    private bool _quarters;

    /// <summary>The type and value of an expression.</summary>
    /// <param name="meaning">What it says.</param>
    /// <param name="tense">Whether the clause speaks of what was or of what is to come, so that "on Thursday" is the past or the coming one.</param>
    public (TimeType Type, string Value) Resolve(TimeMeaning meaning, Tense tense)
    {
        (TimeType type, string value) = meaning switch
        {
            Calendar calendar => (TimeType.Date, Of(calendar, tense)),
            NamedWeekday weekday => (TimeType.Date, Of(weekday, tense)),
            NamedMonth month => (TimeType.Date, Of(month, tense)),
            RelativeDay day => (TimeType.Date, Iso(published?.AddDays(day.Offset))),
            RelativeUnit unit => (TimeType.Date, Of(unit, tense)),
            TimeMeaning.Distance distance => (TimeType.Date, Of(distance)),
            TimeMeaning.Quarter quarter => (TimeType.Date, Of(quarter)),
            TimeMeaning.Season season => (TimeType.Date, Of(season, tense)),
            Decade decade => (TimeType.Date, $"{decade.Tens}"),
            Century century => (TimeType.Date, $"{century.Number - 1:00}"),
            SameQuarter same => (TimeType.Date, Of(same)),
            Holiday holiday => (TimeType.Date, Of(holiday, tense)),
            SameDay same => (TimeType.Date, Iso((_narrated ?? published)?.AddDays(same.Offset))),
            TimeMeaning.Reference reference => (TimeType.Date, reference.Value),
            OnDay onDay => (TimeType.Time, (onDay.Date is null ? Iso(published) : Resolve(onDay.Date, tense).Value) + onDay.Suffix),
            Duration duration => (TimeType.Duration, duration.Length.Value),
            Set set => (TimeType.Set, set.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "A meaning without a value."),
        };
        if (meaning is TimeMeaning.Quarter or SameQuarter) _quarters = true;
        if (meaning is TimeMeaning.Quarter { Year: null, YearShift: null } named && published is not null) _quarter = (int.Parse(value.AsSpan(0, 4), CultureInfo.InvariantCulture), named.Number);
        if (value.Length == 10 && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly narrated)) _narrated = narrated;
        return (type, value);
    }

    private string Of(Calendar calendar, Tense tense)
    {
        if (calendar is { Month: null }) return $"{calendar.Year:0000}";
        if (calendar.Day is null) return $"{calendar.Year:0000}-{calendar.Month:00}";
        int month = calendar.Month.Value, day = calendar.Day.Value;
        if (calendar.Year is { } year) return $"{year:0000}-{month:00}-{day:00}";
        if (published is not { } today) return $"XXXX-{month:00}-{day:00}";
        return $"{NearestYear(today, month, day, tense):0000}-{month:00}-{day:00}";
    }

    // Of the years around, the one that puts the day nearest, on the side that the clause speaks of.
    private static int NearestYear(DateOnly today, int month, int day, Tense tense)
    {
        int Distance(int year)
        {
            int days = Day(year).DayNumber - today.DayNumber;
            bool wrongSide = tense == Tense.Coming ? days < 0 : days > 0;
            // A past clause may still name a day some weeks ahead ("the 7 June vote"): the other side costs double, and more where a verb is surely past.
            return -Math.Abs(days) * (!wrongSide ? 1 : tense == Tense.Past ? 8 : 2);
        }

        DateOnly Day(int year) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        int first = Math.Max(1, today.Year - 1), last = Math.Min(9999, today.Year + 1), best = first;
        for (int year = first; year <= last; year++)
        {
            if (Distance(year) > Distance(best)) best = year;
        }

        return best;
    }

    private string Of(NamedWeekday weekday, Tense tense)
    {
        if (published is not { } today) return $"XXXX-WXX-{weekday.Day}";
        int ahead = (weekday.Day - IsoDay(today) + 7) % 7;
        int days = weekday.Shift switch
        {
            -1 => ahead == 0 ? -7 : ahead - 7,
            1 => ahead == 0 ? 7 : ahead,
            0 => tense == Tense.Coming || ahead == 0 ? ahead : weekday.Day - IsoDay(today),
            _ => ahead == 0 ? 0 : tense == Tense.Coming ? ahead : ahead - 7,
        };
        return Iso(today.AddDays(days));
    }

    private string Of(NamedMonth month, Tense tense)
    {
        if (published is not { } today) return $"XXXX-{month.Number:00}";
        int year = month.Shift switch
        {
            { } years when month.YearSaid => today.Year + years,
            -1 => month.Number < today.Month ? today.Year : today.Year - 1,
            0 => today.Year,
            1 => month.Number > today.Month ? today.Year : today.Year + 1,
            _ => NearestYear(today, month.Number, 15, tense),
        };
        return $"{year:0000}-{month.Number:00}";
    }

    private string Of(RelativeUnit unit, Tense tense)
    {
        if (published is not { } today) return unit.Letter switch { 'W' => "XXXX-WXX", 'E' => "XXXX-WXX-WE", 'M' => "XXXX-XX", 'Q' => "XXXX-QX", _ => "XXXX" };
        switch (unit.Letter)
        {
            case 'W' or 'F': return Week(today.AddDays(7 * unit.Offset));
            // "the weekend" (offset -9): the one ahead when the clause looks forward, else the one before.
            case 'E': return Week(today.AddDays(unit.Offset == -9 ? (tense == Tense.Coming || IsoDay(today) >= 6 ? 0 : -7) : 7 * unit.Offset)) + "-WE";
            case 'M': return today.AddMonths(unit.Offset).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            case 'Q':
                DateOnly inQuarter = today.AddMonths(3 * unit.Offset);
                return $"{inQuarter.Year:0000}-Q{((inQuarter.Month - 1) / 3) + 1}";
            case 'Y': return $"{today.Year + unit.Offset:0000}";
            case 'd': return $"{(today.Year / 10) + unit.Offset}";
            case 'C': return $"{(today.Year / 100) + unit.Offset}XX";
            default: return Iso(today.AddDays(unit.Offset));
        }
    }

    private string Of(TimeMeaning.Distance distance)
    {
        DateOnly? from = distance.FromToday ? published : _narrated ?? published;
        if (from is not { } start || distance.Length.Number is null) return distance.Sign < 0 ? "PAST_REF" : "FUTURE_REF";
        if (_quarters && distance is { Length: { Number: 1, Unit: 'Y' }, Sign: -1 }) return Of(new SameQuarter(-1));
        // Farther than any calendar we have: ten thousand years.
        if (distance.Length.Number > 9000) return distance.Sign < 0 ? "PAST_REF" : "FUTURE_REF";
        int n = (int)distance.Length.Number * distance.Sign;
        try
        {
            return distance.Length.Unit switch
            {
                'D' => Iso(start.AddDays(n)),
                'W' => Week(start.AddDays(7 * n)),
                'F' => Week(start.AddDays(14 * n)),
                'M' => start.AddMonths(n).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                'Q' => start.AddMonths(3 * n).ToString("yyyy-MM", CultureInfo.InvariantCulture),
                'Y' => $"{start.AddYears(n).Year:0000}",
                'd' => $"{start.AddYears(10 * n).Year / 10}",
                'C' => $"{start.AddYears(100 * n).Year / 100}XX",
                'H' or 'm' or 'S' => Iso(start),
                _ => Week(start.AddDays(7 * n)) + "-WE",
            };
        }
        catch (ArgumentOutOfRangeException)
        {
            return distance.Sign < 0 ? "PAST_REF" : "FUTURE_REF";
        }
    }

    private string Of(TimeMeaning.Quarter quarter)
    {
        int? year = quarter.Year ?? published?.Year + (quarter.YearShift ?? 0);
        if (year is null) return $"XXXX-Q{quarter.Number}";
        // A quarter that has not begun yet and was given no year is last year's.
        if (quarter is { Year: null, YearShift: null } && published is { } today && ((quarter.Number - 1) * 3) + 1 > today.Month) year--;
        return $"{year:0000}-Q{quarter.Number}";
    }

    private string Of(SameQuarter same)
    {
        if (_quarter is null && published is null) return "XXXX-QX";
        // Companies report a quarter when it is over: without a name it is the last that ended.
        (int year, int number) = _quarter ?? (published!.Value.Month <= 3 ? (published.Value.Year - 1, 4) : (published.Value.Year, (published.Value.Month - 1) / 3));
        return $"{same.Year ?? year + same.YearShift:0000}-Q{number}";
    }

    private string Of(Holiday holiday, Tense tense)
    {
        if (holiday.Year is { } stated) return Iso(Feasts.In(stated, holiday.Rule));
        if (published is not { } today) return "XXXX-XX-XX";
        DateOnly near = Feasts.In(today.Year, holiday.Rule);
        int year = holiday.Shift switch
        {
            -1 => near < today ? today.Year : today.Year - 1,
            1 => near > today ? today.Year : today.Year + 1,
            0 => today.Year,
            _ => NearestYear(today, near.Month, near.Day, tense),
        };
        return Iso(Feasts.In(Math.Clamp(year, 1, 9999), holiday.Rule));
    }

    private string Of(TimeMeaning.Season season, Tense tense)
    {
        if (season.Year is { } stated) return $"{stated:0000}-{season.Letters}";
        if (published is not { } today) return $"XXXX-{season.Letters}";
        // First months of the northern seasons.
        int begins = season.Letters switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 };
        int year = season.Shift switch
        {
            -1 => today.Month > begins + 2 ? today.Year : today.Year - 1,
            1 => today.Month < begins ? today.Year : today.Year + 1,
            0 => today.Year,
            _ => tense == Tense.Coming || today.Month >= begins ? today.Year : today.Year - 1,
        };
        return $"{year:0000}-{season.Letters}";
    }

    private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static string Week(DateOnly day)
    {
        DateTime time = day.ToDateTime(TimeOnly.MinValue);
        return $"{ISOWeek.GetYear(time):0000}-W{ISOWeek.GetWeekOfYear(time):00}";
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "XXXX-XX-XX";
}
