namespace Rapporteur.Text.Times;

/// <content>Weeks, months, quarters, years and other stretches of days.</content>
internal sealed partial class CalendarReader
{
    // A period with what narrows it: "mid November", "the end of 2000", "later this week", "year to date".
    private Read<DaySpan>? PeriodAt(int i)
    {
        Read<DaySpan>? best = EdgeAt(i);
        if (PeriodCoreAt(i) is { } core && (best is null || core.End > best.Value.End)) best = core;
        if (NextNAt(i) is { } next && (best is null || next.End > best.Value.End)) best = next;
        return best;
    }

    private Read<DaySpan>? PeriodCoreAt(int i)
    {
        Read<DaySpan>? best = null;
        Consider(WeekPeriodAt(i));
        Consider(MonthPeriodAt(i));
        Consider(QuarterAt(i));
        Consider(NthPartAt(i));
        Consider(RelativePeriodAt(i));
        Consider(YearPeriodAt(i));
        Consider(SeasonAt(i));
        Consider(WeekendAt(i));
        return best;

        void Consider(Read<DaySpan>? read)
        {
            if (read is { } r && (best is null || r.End > best.Value.End)) best = r;
        }
    }

    private static DaySpan MonthOf(int year, int month, PartialDate? said = null)
    {
        DateOnly first = new(Math.Clamp(year, 1, 9998), month, 1);
        return new(first, first.AddMonths(1), false, said);
    }

    private static DaySpan YearOf(int year) => new(new DateOnly(Math.Clamp(year, 1, 9998), 1, 1), new DateOnly(Math.Clamp(year, 1, 9998) + 1, 1, 1), false, new PartialDate(year, null, null));

    private static DaySpan WeekFrom(DateOnly monday, int days = 7) => new(monday, monday.AddDays(days), false);

    // "next week", "this September", "last quarter", "the week after next", "the month", "same week", "that weekend", "the next decade"
    private Read<DaySpan>? RelativePeriodAt(int i)
    {
        int j = Skip(i, "the");
        if (j > i && Is(j, "week") && Is(j + 1, "after") && Is(j + 2, "next")) return new(j + 3, WeekFrom(MondayOf(_today).AddDays(14)));
        if (j > i && Is(j, "week") && Is(j + 1, "of")) return null;
        int offset, u;
        if (ShiftAt(j) is { } shift) (offset, u) = (shift.Value, shift.End);
        else if (IsAny(i, "same", "that")) (offset, u) = (0, i + 1);
        else if (j > i && !IsAny(i - 1, "in") || (j > i && IsAny(j, "week", "year", "month"))) (offset, u) = (0, j);
        else return null;
        if (IsAny(u, "working", "work") && Is(u + 1, "week")) return new(u + 2, WeekFrom(MondayOf(_today).AddDays(7 * offset), 5));
        if (Is(u, "workweek")) return new(u + 1, WeekFrom(MondayOf(_today).AddDays(7 * offset), 5));
        if (MonthAt(u) is not null && u > j && Lower(u) && IsAny(u - 1, "this", "that")) return null;
        if (MonthAt(u) is { } month && u > j) return MonthDayAt(u, offset) is null ? new(month.End, MonthOf(ShiftedYear(offset, month.Value), month.Value, new(ShiftedYear(offset, month.Value), month.Value, null))) : null;
        if (Word(u) is not { Unit: { } unit, Plural: false }) return null;
        // "the second", "the day", "the hour" are no stretches of days.
        if (u == j && (unit is not ('W' or 'M' or 'Y' or 'E' or 'F') || IsAny(u + 1, "before", "after") && unit is not 'Y')) return null;
        DaySpan? span = UnitSpan(unit, offset);
        return span is null ? null : new(u + 1, span);
    }

    private int ShiftedYear(int offset, int month) => offset switch
    {
        0 => _today.Year,
        > 0 => month > _today.Month ? _today.Year : _today.Year + 1,
        _ => month < _today.Month ? _today.Year : _today.Year - 1,
    };

    private DaySpan? UnitSpan(char unit, int offset)
    {
        switch (unit)
        {
            case 'W': return WeekFrom(MondayOf(_today).AddDays(7 * offset));
            case 'F': return WeekFrom(MondayOf(_today).AddDays(14 * offset), 14);
            case 'E': return WeekFrom(MondayOf(_today).AddDays((7 * offset) + 5), 2);
            case 'M': return MonthOf(_today.AddMonths(offset).Year, _today.AddMonths(offset).Month);
            case 'Q':
                DateOnly first = new DateOnly(_today.Year, (((_today.Month - 1) / 3) * 3) + 1, 1).AddMonths(3 * offset);
                return new(first, first.AddMonths(3), false);
            case 'Y': return YearOf(_today.Year + offset);
            case 'd':
                DateOnly decade = new(Math.Clamp(((_today.Year / 10) + offset) * 10, 1, 9980), 1, 1);
                return new(decade, decade.AddYears(10), false);
            default: return null;
        }
    }

    // "week 31", "week 3 of 2027", "the week of April 10th", "w/c Feb 4", "the week beginning February 4"
    private Read<DaySpan>? WeekPeriodAt(int i)
    {
        int j = Skip(i, "the");
        if (Is(j, "w") && Mark(j + 1) == '/' && Is(j + 2, "c") && DayAt(j + 3) is { Value.Label: null } commencing) return new(commencing.End, WeekFrom(MondayOf(commencing.Value.From)));
        if (!Is(j, "week")) return null;
        int k = j + 1;
        if (Digits(k) is >= 1 and <= 53 and { } number && Length(k) <= 2)
        {
            int year = _today.Year, end = k + 1;
            if (Is(end, "of") && YearAt(end + 1) is { } of) (end, year) = (of.End, of.Value);
            else if (Is(end, "of") && ShiftAt(end + 1) is { } moved && Is(moved.End, "year")) (end, year) = (moved.End + 1, year + moved.Value);
            return new(end, WeekFrom(FirstMonday(year).AddDays(7 * (number - 1))));
        }

        if (IsAny(k, "beginning", "starting", "commencing")) k = Skip(k + 1, "on");
        else if (Is(k, "of")) k++;
        else return null;
        Read<DaySpan>? day = DayAt(k) ?? OrdinalDayAt(k);
        return day is { Value: { Label: null, Single: true } } d ? new(d.End, WeekFrom(MondayOf(d.Value.From))) : null;
    }

    // "the 18th": a day of this month or the next.
    private Read<DaySpan>? OrdinalDayAt(int i)
    {
        int j = Skip(i, "the");
        Read<int>? number = OrdinalAt(j) ?? (j > i && Digits(j) is <= 31 and > 0 and { } n && Length(j) <= 2 ? new Read<int>(j + 1, n) : null);
        if (number is not { Value: >= 1 and <= 31 } day || (Word(day.End) is { } next && (next.Unit is not null || next.Month is not null || next.Season is not null)) || Is(day.End, "of")) return null;
        int month = ShiftAt(day.End) is { Value: 0 } here && Is(here.End, "month") ? here.End + 1 : -1;
        if (month > 0) return day.Value <= DateTime.DaysInMonth(_today.Year, _today.Month) ? new(month, DaySpan.Day(new(_today.Year, _today.Month, day.Value))) : null;
        return new(day.End, DaySpan.Day(NearestDay(d => d.Day == day.Value)));
    }

    // The Monday of the week that holds the first Thursday (ISO 8601).
    private static DateOnly FirstMonday(int year) => MondayOf(new DateOnly(Math.Clamp(year, 1, 9998), 1, 4));

    // "August", "April 2017", "2017 April", "Dec-2018", "12-2015", "2015-3", "June of 1992", "mid"
    private Read<DaySpan>? MonthPeriodAt(int i)
    {
        int j = Skip(i, "the");
        if (MonthAt(j) is { } month)
        {
            if (MonthDayAt(j, null) is not null) return null;
            int k = Skip(SkipMark(month.End, ','), "of");
            if (k == month.End && (Mark(k) == '/' || IsDash(k)) && Digits(k + 1) is not null && Length(k + 1) == 4) k++;
            if (k == month.End && Is(k, "in")) k++;
            if (YearOfDateAt(k, twoDigits: Is(k - 1, "of")) is { } year && HoursAt(year.End) is null) return new(year.End, MonthOf(year.Value, month.Value, new(year.Value, month.Value, null)));
            return Doubtful(j) ? null : new Read<DaySpan>(month.End, NearMonth(month.Value));
        }

        if (YearAt(i) is not { } y) return NumberMonth(i);
        int m = Mark(y.End) is '-' or '/' ? y.End + 1 : y.End;
        if (MonthAt(m) is { } after) return MonthDayAt(m, null) is null || m > y.End ? new(after.End, MonthOf(y.Value, after.Value, new(y.Value, after.Value, null))) : null;
        return m > y.End && Digits(m) is >= 1 and <= 12 && Length(m) <= 2 && Touch(i, m) && Mark(m + 1) is not ('-' or '/') ? new(m + 1, MonthOf(y.Value, Digits(m)!.Value)) : null;
    }

    // "12-2015"
    private Read<DaySpan>? NumberMonth(int i) =>
        Digits(i) is >= 1 and <= 12 and { } month && Mark(i + 1) is '-' or '/' && YearAt(i + 2) is { } year && Digits(i + 2) is not null && Touch(i, i + 2) && Mark(i + 3) is not '-' ? new(year.End, MonthOf(year.Value, Digits(i)!.Value)) : null;

    // "may" and "march" as verbs are not written with a capital.
    private bool Lower(int i) => Word(i)!.Form is "may" or "march" && char.IsLower(text[lexemes[i].Span.Start]);

    // "may" and "march" are verbs as well: without a capital they need a word before them that takes a date.
    private bool Doubtful(int i)
    {
        if (Word(i)!.Form is not ("may" or "march" or "mar" or "sec" or "sun")) return false;
        if (Lower(i) && IsAny(i - 1, "this", "that", "and", "the", "by")) return true;
        return !(IsAny(i - 1, "in", "of", "since", "from", "after", "before", "to", "until", "till", "by", "mid", "early", "late", "and", "between", "through", "during", "this", "next", "last", "the") || IsDash(i - 1) || ToAt(i + 1) is not null && MonthAt(i + 2) is not null);
    }

    private DaySpan NearMonth(int month)
    {
        int year = ClauseTense == Tense.Past
            ? month <= _today.Month ? _today.Year : _today.Year - 1
            : month >= _today.Month ? _today.Year : _today.Year + 1;
        return MonthOf(year, month, new PartialDate(null, month, null));
    }
}
