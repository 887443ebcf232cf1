namespace Rapporteur.Text.Times;

/// <content>Days named by month and number, and feasts.</content>
internal sealed partial class CalendarReader
{
    // "May 18, 2025", "18th of May", "2025-05-18", "5/18", "Dec31 , 1994". Shift: 0 "this 5/12", 1 "next 5/12".
    private Read<DaySpan>? MonthDayAt(int i, int? shift, bool afterWeekday = false)
    {
        if (NumericDayAt(i) is { } numeric) return numeric;
        int j = Skip(i, "the");
        int month, day, end;
        if (MonthAt(j) is { } named)
        {
            int d = Skip(SkipMark(SkipMark(SkipMark(named.End, ','), '/'), '-'), "the");
            if (DayNumberAt(d) is not { } number) return null;
            (month, day, end) = (named.Value, number.Value, number.End);
        }
        else if ((OrdinalAt(j) ?? CountAt(j)) is { Value: >= 1 and <= 31 } first && MonthAt(Skip(SkipMark(first.End, '-'), "of")) is { } after && (Digits(j) is null || Length(j) <= 2) && !(Mark(j - 1) is '$' or '.' or ','))
        {
            if (Word(first.End)?.Meridiem is not null || (Digits(j) is null && OrdinalAt(j) is null && Lower(after.End - 1))) return null;
            (month, day, end) = (after.Value, first.Value, after.End);
        }
        else if (Digits(i) is { } a && Mark(i + 1) is '/' or '.' or '-' && Digits(i + 2) is { } b && Touch(i, i + 2) && Length(i) <= 2 && Length(i + 2) <= 2 && (Mark(i + 1) == '/' || (afterWeekday && Mark(i + 1) == '.') || (Mark(i + 1) == '.' && Is(i - 1, "on"))))
        {
            if (Mark(i + 1) != '-' && Touch(i + 2, i + 4) && (Mark(i + 3) is '.' && Digits(i + 4) is not null)) return null;
            if (Mark(i - 1) is '.' or '/' && Touch(i - 1, i)) return null;
            (month, day) = a > 12 ? (b, a) : (a, b);
            if (month is < 1 or > 12 || day is < 1 or > 31) return null;
            end = i + 3;
        }
        else
        {
            return null;
        }

        int y = SkipMark(end, ',');
        if (y == end && IsAny(end, "of", "in")) y = end + 1;
        if (YearOfDateAt(y, twoDigits: Is(end, "of") || (y == end && IsWord(end - 1) && OrdinalAt(end - 1) is not null)) is { } year && !(Mark(year.End) == '-' && Digits(year.End + 1) is not null && Digits(y) is null))
            return new(year.End, DayOf(year.Value, month, day));
        if (shift is { } moved) return new(end, DayOf(moved == 0 ? _today.Year : moved > 0 ? _today.Year + 1 : new DateOnly(_today.Year, month, 1) < _today ? _today.Year : _today.Year - 1, month, day));
        return new(end, DayOf(null, month, day));
    }

    // "18", "18th", "eighteenth", "twenty nine": not the hour of "May 9 am", nor of "may 12:30".
    private Read<int>? DayNumberAt(int i)
    {
        if (OrdinalAt(i) is { Value: <= 31 } ordinal) return ordinal;
        if (CountAt(i) is not { Value: >= 1 and <= 31 } count || (Digits(i) is not null && Length(i) > 2)) return null;
        if (MeridiemAt(count.End) is not null || (Mark(count.End) == ':' && Touch(count.End, count.End + 1)) || Mark(count.End) == '%') return null;
        return Word(count.End)?.Unit is not null || (Digits(i) is null && YearAt(i) is not null) ? null : count;
    }

    // Three parts with the same mark between them, one of them the year; a month may be a name: "2019-aug-1", "23/Sep/2020", "20161016".
    private Read<DaySpan>? NumericDayAt(int i)
    {
        if (Digits(i) is { } packed && Length(i) == 8 && packed / 10000 is >= 1900 and <= 2150 && IsDay(packed / 10000, packed / 100 % 100, packed % 100)) return new(i + 1, DayOf(packed / 10000, packed / 100 % 100, packed % 100));
        if (Digits(i) is > 1900 and < 2150 && Length(i) == 4 && Digits(i + 1) is { } sm && Digits(i + 2) is { } sd && Length(i + 1) == 2 && Length(i + 2) == 2 && sm <= 12 && IsDay(Digits(i)!.Value, sm, sd)) return new(i + 3, DayOf(Digits(i), sm, sd));
        char mark = Mark(i + 1);
        if (mark is not ('-' or '/' or '.') || mark != Mark(i + 3) || !Touch(i, i + 4)) return null;
        ReadOnlySpan<int> at = [i, i + 2, i + 4];
        int? year = null, month = null, day = null, first = null;
        foreach (int part in at)
        {
            if (Word(part)?.Month is { } name) month = name;
            else if (Digits(part) is not { } n) return null;
            else if (Length(part) == 4 && n is >= 1500 and <= 2150) year = n;
            else if (Length(part) > 2) return null;
            else if (first is null) first = n;
            else if (day is null && month is null && year is null && part == i + 2) day = n;
            else if (day is null) day = n;
            else if (year is null) year = Century(n);
            else return null;
        }

        if (Mark(i + 5) == mark && Digits(i + 6) is not null && Touch(i + 4, i + 6) && mark == '.') return null;
        if (month is not null && first is not null && day is not null && year is null) year = Century(day.Value);
        if (first is null || year is null) return null;
        if (month is null)
        {
            if (day is null) return null;
            // Year first means month before day; else American order unless only the other can be.
            bool dayFirst = Digits(i) != year && (mark == '.' || first > 12);
            (month, day) = dayFirst ? (day, first) : (first, day);
        }
        else
        {
            day = first;
        }

        return month is >= 1 and <= 12 && day is >= 1 and <= 31 && (day <= DateTime.DaysInMonth(year.Value, month.Value) || month == 2 && day <= 30) ? new(i + 5, DayOf(year, month.Value, day.Value)) : null;
    }

    // Two-digit years up to 39 are of this century.
    private static int Century(int two) => two + (two >= 40 ? 1900 : 2000);

    private static bool IsDay(int year, int month, int day) => month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);

    private DaySpan DayOf(int? year, int month, int day)
    {
        PartialDate said = new(year, month, day);
        if (year is { } y) return IsDay(y, month, day) ? DaySpan.Day(new DateOnly(y, month, day), said) : DaySpan.Unresolved($"{y:0000}-{month:00}-{day:00}");
        if (day > DateTime.DaysInMonth(2000, month)) return DaySpan.Unresolved($"XXXX-{month:00}-{day:00}");
        return DaySpan.Day(NearestDay(d => d.Month == month && d.Day == day), said);
    }

    // "Christmas", "next Easter", "Independence Day of this year", "Labor Day 2021"
    private Read<DaySpan>? FeastAt(int i)
    {
        Read<int>? shift = ShiftAt(Skip(i, "the"));
        int j = shift?.End ?? i;
        if (FeastNameAt(j) is not { } feast) return null;
        int end = feast.End;
        int? year = null;
        if (YearAt(SkipMark(end, ',')) is { } said) (end, year) = (said.End, said.Value);
        else if (Is(end, "of") && ShiftAt(end + 1) is { } moved && Is(moved.End, "year")) (end, year) = (moved.End + 1, _today.Year + moved.Value);
        if (year is { } y) return new(end, DaySpan.Day(Feasts.In(y, feast.Value)));
        DateOnly In(int k) => Feasts.In(Math.Clamp(_today.Year + k, 1, 9998), feast.Value);
        bool ahead = shift is { } s ? s.Value > 0 : ClauseTense != Tense.Past || Is(i - 1, "after") || Is(i - 1, "before") || IsAny(i - 1, "of");
        DateOnly day = ahead ? (In(0) > _today || (shift is null && In(0) == _today) ? In(0) : In(1)) : In(0) < _today ? In(0) : In(-1);
        return new(end, DaySpan.Day(day));
    }

    private Read<string>? FeastNameAt(int i)
    {
        if (Word(i)?.Feasts is not { } feasts) return null;
        Read<string>? best = null;
        foreach ((string[] name, string rule) in feasts)
        {
            int j = i, k = 0;
            while (k < name.Length && Is(j, name[k]))
            {
                j++;
                k++;
                // "International Workers' Day", "New Year's Eve"
                if (k < name.Length && Mark(j) is '\'' or '’') j = Is(j + 1, "s") ? j + 2 : j + 1;
            }

            if (k == name.Length && (best is null || j > best.Value.End)) best = new(j, rule);
        }

        return best;
    }
}
