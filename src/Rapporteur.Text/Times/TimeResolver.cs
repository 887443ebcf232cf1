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

    // The quarter last spoken of in this paragraph: what "the quarter" and, among figures, "a year earlier" are measured by.
    private string? _quarter;

    /// <summary>A new paragraph begins.</summary>
    public void BeginParagraph() => _quarter = null;

    /// <summary>The type and value of an expression.</summary>
    /// <param name="meaning">What it says.</param>
    /// <param name="future">True when the clause speaks of what is to come, so that "on Thursday" is the coming one.</param>
    public (TimeType Type, string Value) Resolve(TimeMeaning meaning, bool future)
    {
        (TimeType type, string value) = meaning switch
        {
            Calendar calendar => (TimeType.Date, Of(calendar, future)),
            NamedWeekday weekday => (TimeType.Date, Of(weekday, future)),
            NamedMonth month => (TimeType.Date, Of(month, future)),
            RelativeDay day => (TimeType.Date, Iso(published?.AddDays(day.Offset))),
            RelativeUnit unit => (TimeType.Date, Of(unit, future)),
            TimeMeaning.Distance distance => (TimeType.Date, Of(distance)),
            TimeMeaning.Quarter quarter => (TimeType.Date, Of(quarter)),
            TimeMeaning.Season season => (TimeType.Date, Of(season, future)),
            Decade decade => (TimeType.Date, $"{decade.Tens}X"),
            Century century => (TimeType.Date, $"{century.Number - 1:00}"),
            SameQuarter same => (TimeType.Date, Of(same)),
            Holiday holiday => (TimeType.Date, Of(holiday, future)),
            SameDay same => (TimeType.Date, Iso((_narrated ?? published)?.AddDays(same.Offset))),
            TimeMeaning.Reference reference => (TimeType.Date, reference.Value),
            OnDay onDay => (TimeType.Time, (onDay.Date is null ? Iso(published) : Resolve(onDay.Date, future).Value) + onDay.Suffix),
            Duration duration => (TimeType.Duration, duration.Length.Value),
            Set set => (TimeType.Set, set.Value),
            _ => throw new ArgumentOutOfRangeException(nameof(meaning), meaning, "A meaning without a value."),
        };
        if (value.Length == 7 && value[5] == 'Q' && value[6] != 'X') _quarter = value;
        if (value.Length == 10 && DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly narrated)) _narrated = narrated;
        return (type, value);
    }

    private string Of(Calendar calendar, bool future)
    {
        if (calendar is { Month: null }) return $"{calendar.Year:0000}";
        if (calendar.Day is null) return $"{calendar.Year:0000}-{calendar.Month:00}";
        int month = calendar.Month.Value, day = calendar.Day.Value;
        if (calendar.Year is { } year) return $"{year:0000}-{month:00}-{day:00}";
        if (published is not { } today) return $"XXXX-{month:00}-{day:00}";
        return $"{NearestYear(today, month, day, future):0000}-{month:00}-{day:00}";
    }

    // Of the years around, the one that puts the day nearest, on the side that the clause speaks of.
    private static int NearestYear(DateOnly today, int month, int day, bool future)
    {
        int Distance(int year)
        {
            int days = Day(year).DayNumber - today.DayNumber;
            bool wrongSide = future ? days < 0 : days > 0;
            // A past clause may still name a day some weeks ahead ("the 7 June vote"): the other side costs double.
            return wrongSide ? -Math.Abs(days) * 2 : -Math.Abs(days);
        }

        DateOnly Day(int year) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));
        int first = Math.Max(1, today.Year - 1), last = Math.Min(9999, today.Year + 1), best = first;
        for (int year = first; year <= last; year++)
        {
            if (Distance(year) > Distance(best)) best = year;
        }

        return best;
    }

    private string Of(NamedWeekday weekday, bool future)
    {
        if (published is not { } today) return $"XXXX-WXX-{weekday.Day}";
        int ahead = (weekday.Day - IsoDay(today) + 7) % 7;
        int days = weekday.Shift switch
        {
            -1 => ahead == 0 ? -7 : ahead - 7,
            1 => ahead == 0 ? 7 : ahead,
            0 => future || ahead == 0 ? ahead : weekday.Day - IsoDay(today),
            _ => ahead == 0 ? 0 : future ? ahead : ahead - 7,
        };
        return Iso(today.AddDays(days));
    }

    private string Of(NamedMonth month, bool future)
    {
        if (published is not { } today) return $"XXXX-{month.Number:00}";
        int year = month.Shift switch
        {
            -2 => today.Year - 1,
            -1 => month.Number < today.Month ? today.Year : today.Year - 1,
            0 => today.Year,
            1 => month.Number > today.Month ? today.Year : today.Year + 1,
            _ => NearestYear(today, month.Number, 15, future),
        };
        return $"{year:0000}-{month.Number:00}";
    }

    private string Of(RelativeUnit unit, bool future)
    {
        if (published is not { } today) return unit.Letter switch { 'W' => "XXXX-WXX", 'E' => "XXXX-WXX-WE", 'M' => "XXXX-XX", 'Q' => "XXXX-QX", _ => "XXXX" };
        switch (unit.Letter)
        {
            case 'W' or 'F': return Week(today.AddDays(7 * unit.Offset));
            // "the weekend" (offset -9): the one ahead when the clause looks forward, else the one before.
            case 'E': return Week(today.AddDays(unit.Offset == -9 ? (future || IsoDay(today) >= 6 ? 0 : -7) : 7 * unit.Offset)) + "-WE";
            case 'M': return today.AddMonths(unit.Offset).ToString("yyyy-MM", CultureInfo.InvariantCulture);
            case 'Q':
                DateOnly inQuarter = today.AddMonths(3 * unit.Offset);
                return $"{inQuarter.Year:0000}-Q{((inQuarter.Month - 1) / 3) + 1}";
            case 'Y': return $"{today.Year + unit.Offset:0000}";
            case 'd': return $"{(today.Year / 10) + unit.Offset}X";
            case 'C': return $"{(today.Year / 100) + unit.Offset}XX";
            default: return Iso(today.AddDays(unit.Offset));
        }
    }

    private string Of(TimeMeaning.Distance distance)
    {
        DateOnly? from = distance.FromToday ? published : _narrated ?? published;
        if (from is not { } start || distance.Length.Number is null) return distance.Sign < 0 ? "PAST_REF" : "FUTURE_REF";
        if (_quarter is not null && distance is { Length: { Number: 1, Unit: 'Y' }, Sign: -1 }) return Of(new SameQuarter(-1));
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
                'd' => $"{start.AddYears(10 * n).Year / 10}X",
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
        if (_quarter is null) return published is { } day ? same.YearShift == 0 ? "XXXX-QX" : $"{day.Year + same.YearShift:0000}" : "XXXX-QX";
        return int.TryParse(_quarter.AsSpan(0, 4), out int year) ? $"{year + same.YearShift:0000}{_quarter[4..]}" : _quarter;
    }

    private string Of(Holiday holiday, bool future)
    {
        if (holiday.Year is { } stated) return Iso(Feasts.In(stated, holiday.Rule));
        if (published is not { } today) return "XXXX-XX-XX";
        DateOnly near = Feasts.In(today.Year, holiday.Rule);
        int year = holiday.Shift switch
        {
            -1 => near < today ? today.Year : today.Year - 1,
            1 => near > today ? today.Year : today.Year + 1,
            0 => today.Year,
            _ => NearestYear(today, near.Month, near.Day, future),
        };
        return Iso(Feasts.In(Math.Clamp(year, 1, 9999), holiday.Rule));
    }

    private string Of(TimeMeaning.Season season, bool future)
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
            _ => future || today.Month >= begins ? today.Year : today.Year - 1,
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
