namespace Rapporteur.Text.Times;

/// <content>Quarters, years, decades, seasons, weekends, counted parts of a period, and the edges of periods.</content>
internal sealed partial class CalendarReader
{
    // "Q1", "2019 Q1", "q1-2019", "the third quarter of 2019", "next year's first quarter", "2019 H2"
    private Read<DaySpan>? QuarterAt(int i)
    {
        int j = Skip(i, "the");
        int? year = null;
        if (YearAt(j) is { } before)
        {
            year = before.Value;
            j = SkipMark(before.End, '-');
        }
        else if (ShiftAt(j) is { } owner && Is(owner.End, "year"))
        {
            year = _today.Year + owner.Value;
            j = Mark(owner.End + 1) is '\'' or '’' ? owner.End + 3 : owner.End + 1;
        }

        int number, end, months = 3;
        if (IsAny(j, "q", "h") && Digits(j + 1) is >= 1 and <= 4 and { } n && Touch(j, j + 1)) (number, end, months) = (n, j + 2, Is(j, "q") ? 3 : 6);
        else if (OrdinalAt(j) is { Value: <= 4 } nth && IsAny(nth.End, "quarter", "half")) (number, end, months) = (nth.Value, nth.End + 1, Is(nth.End, "quarter") ? 3 : 6);
        else return null;
        if (months == 6 && (number > 2 || (year is null && !Is(end, "of")))) return null;
        if (year is null)
        {
            int k = Is(end, "of") ? end + 1 : SkipMark(end, '-');
            if (YearAt(k) is { } after) (year, end) = (after.Value, after.End);
            else if (Is(end, "of") && Is(Skip(end + 1, "the"), "year")) end = Skip(end + 1, "the") + 1;
            else if (Is(end, "of") && ShiftAt(end + 1) is { } moved && Is(moved.End, "year")) (year, end) = (_today.Year + moved.Value, moved.End + 1);
        }

        DateOnly first = new(Math.Clamp(year ?? _today.Year, 1, 9998), ((number - 1) * months) + 1, 1);
        return new(end, new DaySpan(first, first.AddMonths(months), false));
    }

    // "2014", "the year 2008", "fiscal year 2008", "sy18", "the 1990s", "nineties", "15th century"
    private Read<DaySpan>? YearPeriodAt(int i)
    {
        int j = i;
        if (DecadeAt(Skip(i, "the")) is { } decade) return decade;
        if (OrdinalAt(Skip(i, "the")) is { Value: <= 22 } century && Word(century.End)?.Unit == 'C')
            return new(century.End + 1, new DaySpan(new DateOnly(Math.Max(1, (century.Value - 1) * 100), 1, 1), new DateOnly(century.Value * 100, 1, 1), false));
        string? kind = null;
        Read<int>? shift = ShiftAt(j);
        int k = shift?.End ?? Skip(j, "the");
        if (IsAny(k, "fiscal", "school", "calendar") && Is(k + 1, "year")) (kind, k) = (Is(k, "fiscal") ? "FY" : Is(k, "school") ? "SY" : "CY", k + 2);
        else if (shift is null && IsAny(k, "fy", "sy", "cy") && Digits(k + 1) is not null) (kind, k) = (lexemes[k].Span.Of(text).ToString().ToUpperInvariant(), k + 1);
        if (kind is not null)
        {
            int? year = shift is { } moved ? _today.Year + moved.Value : YearOfDateAt(k, twoDigits: true) is { } told ? (k = told.End) > 0 ? told.Value : null : null;
            if (kind == "CY") return year is { } calendar ? new(k, YearOf(calendar)) : null;
            return new(k, DaySpan.Unresolved(kind + (year is { } y ? $"{y:0000}" : "XXXX")));
        }

        if (shift is not null) return null;
        if (Is(j, "the") && Is(j + 1, "year") && Is(j + 2, "of") && YearAt(j + 3) is not null) return null;
        int start = Is(j, "year") && (IsAny(j - 1, "the", "for", "where") || YearAt(j + 1) is not null) ? j + 1 : Is(j, "the") && Is(j + 1, "year") ? j + 2 : j;
        if (YearAt(start) is not { } plain) return null;
        if (start == i && Digits(start) is not null && !StandsAsYear(start)) return null;
        return new(plain.End, YearOf(plain.Value));
    }

    // A number of that size is a year unless something is counted by it or it is a piece of a longer number.
    private bool StandsAsYear(int i)
    {
        if (Mark(i - 1) is '$' or '€' or '£' or '.' or ',' or '/' or ':' && Touch(i - 1, i) && (Mark(i - 1) is not (',' or ':') || Digits(i - 2) is not null)) return false;
        if (IsDash(i - 1) && Digits(i - 2) is not null && !(Digits(i - 2) is >= 1500 and <= 2150)) return false;
        if (IsDash(i + 1) && Digits(i + 2) is not null && (YearAt(i + 2) is null || (IsDash(i + 3) && Digits(i + 4) is not null && Touch(i, i + 4)))) return false;
        if (Mark(i + 1) is '.' or ',' or '/' or ':' && Digits(i + 2) is not null && Touch(i, i + 2)) return false;
        if (MonthAt(i + 1) is not null || Mark(i + 1) is '%' or '$') return Mark(i + 1) is not ('%' or '$');
        return !(IsWord(i + 1) && Word(i + 1) is null && Length(i + 1) > 3 && text[lexemes[i + 1].Span.End - 1] == 's' && !IsAny(i + 1, "was", "this", "plus", "versus")) && !(Word(i + 1)?.Plural == true);
    }

    // "1990s", "1990 s", "90 s", "the '90s", "nineties"
    private Read<DaySpan>? DecadeAt(int i)
    {
        if (Word(i)?.Decade is { } tens) return new(i + 1, DecadeOf(1900 + (10 * tens)));
        int j = Mark(i) is '\'' or '’' ? i + 1 : i;
        if (Digits(j) is not { } n || n % 10 != 0 || !(Length(j) == 4 && n is >= 1100 and < 2100 || Length(j) == 2 && n >= 20)) return null;
        int s = Mark(j + 1) is '\'' or '’' ? j + 2 : j + 1;
        return Is(s, "s") ? new(s + 1, DecadeOf(n < 100 ? 1900 + n : n)) : null;

        static DaySpan DecadeOf(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year + 10, 1, 1), false);
    }

    // "this summer", "summer": no exact bounds.
    private Read<DaySpan>? SeasonAt(int i)
    {
        if (ShiftAt(i) is { } shift && Word(shift.End)?.Season is { } named) return new(shift.End + 1, DaySpan.Unresolved($"{_today.Year + shift.Value:0000}-{named}"));
        if (Word(i) is not { Season: { } season } word || word.Form is "spring" or "fall") return null;
        int of = Skip(i + 1, "of");
        return YearAt(of) is { } year ? new(year.End, DaySpan.Unresolved($"{year.Value:0000}-{season}")) : new(i + 1, DaySpan.Unresolved(season));
    }

    // "weekend", "the weekend of Halloween", "Labor Day 2021 weekend": the free days that hold the feast.
    private Read<DaySpan>? WeekendAt(int i)
    {
        int j = Skip(i, "the");
        if (Is(j, "weekend"))
        {
            if (Is(j + 1, "of") && FeastAt(j + 2) is { } of) return new(of.End, FreeDays(of.Value.From));
            return ShiftAt(i) is null ? new(j + 1, UnitSpan('E', 0)!) : null;
        }

        if (FeastAt(i) is not { } feast || !Is(feast.End, "weekend")) return null;
        if (YearAt(feast.End + 1) is { } year && FeastNameAt(i) is { } name) return new(year.End, FreeDays(Feasts.In(year.Value, name.Value)));
        return new(feast.End + 1, FreeDays(feast.Value.From));
    }

    private static DaySpan FreeDays(DateOnly feast) => IsoDay(feast) switch
    {
        1 => new(feast.AddDays(-2), feast.AddDays(1), false),
        4 or 5 => new(feast, feast.AddDays(8 - IsoDay(feast)), false),
        _ => new(MondayOf(feast).AddDays(5), MondayOf(feast).AddDays(7), false),
    };

    // "the first week of 2015", "last week of December 2016", "the third month of 2021", "the last four months of 2021", "first ten days of last year"
    private Read<DaySpan>? NthPartAt(int i)
    {
        int j = Skip(i, "the");
        bool last = Is(j, "last");
        if (!last && OrdinalAt(j) is null) return null;
        (int k, int nth) = last ? (j + 1, 1) : (OrdinalAt(j)!.Value.End, OrdinalAt(j)!.Value.Value);
        int count = 1;
        if (CountAt(k) is { } many && (last || nth == 1)) (k, count) = (many.End, many.Value);
        if (Word(k) is not { Unit: 'D' or 'W' or 'M' } unit || !Is(k + 1, "of") || count > 366 || nth > 366) return null;
        Read<DaySpan>? whole = Is(k + 2, "the") && IsAny(k + 3, "year", "month") ? new(k + 4, UnitSpan(Is(k + 3, "year") ? 'Y' : 'M', 0)!) : PeriodCoreAt(k + 2);
        if (whole is not { Value.Label: null } of || of.Value.To.DayNumber - of.Value.From.DayNumber < 25) return null;
        (DateOnly from, DateOnly to) = (of.Value.From, of.Value.To);
        switch (unit.Unit)
        {
            case 'D': return new(of.End, last ? new(to.AddDays(-count), to, false) : count > 1 ? new(from, from.AddDays(count), false) : DaySpan.Day(from.AddDays(nth - 1)));
            case 'M': return new(of.End, last ? new(to.AddMonths(-count), to, false) : new(from.AddMonths(nth - 1), from.AddMonths(nth - 1 + count), false));
            default:
                // The first week is the one that holds the first Thursday.
                DateOnly first = MondayOf(from.AddDays(3)), final = MondayOf(to.AddDays(-4));
                return new(of.End, last ? new(final.AddDays(-7 * (count - 1)), final.AddDays(7), false) : WeekFrom(first.AddDays(7 * (nth - 1)), 7 * count));
        }
    }

    // "early", "mid-", "the end of", "later this", "EOY": a part of a period, cut at today where "earlier" and "later" are seen from today.
    private Read<DaySpan>? EdgeAt(int i)
    {
        if (IsAny(i, "eoy", "eom")) return Edge(i + 1, UnitSpan(Is(i, "eoy") ? 'Y' : 'M', 0)!, "END", false, relative: true);
        if (Is(i, "year") && Is(i + 1, "to") && Is(i + 2, "date")) return new(i + 3, new DaySpan(new DateOnly(_today.Year, 1, 1), _today, false));
        int j = Skip(i, "the");
        if (Word(j) is not { Edge: { } edge } word) return null;
        int k = SkipMark(j + 1, '-');
        // "the contract will end in 2031"
        if (Is(k, "of") || (Is(k, "in") && IsAny(j, "early", "late", "earlier", "later"))) k++;
        bool turns = word.Form is "later" or "earlier" or "late" or "early" && IsAny(k, "this") || word.Form is "later" or "earlier";
        if (IsAny(k, "year", "month", "week") && Is(k - 1, "of")) return Edge(k + 1, UnitSpan(Word(k)!.Unit!.Value, 0)!, edge, false, relative: true);
        if (PeriodCoreAt(k) is not { Value.Label: null } period) return null;
        bool relative = IsAny(k, "this", "the") && YearAt(k + 1) is null && MonthAt(k + 1) is null && !Is(k + 1, "year") || IsAny(k, "this", "the") && Is(k + 1, "year") && YearAt(k + 2) is null || ShiftAt(k) is not null;
        return Edge(period.End, period.Value, edge, turns && relative && period.Value.From <= _today && _today < period.Value.To, relative);
    }

    private Read<DaySpan>? Edge(int end, DaySpan period, string edge, bool fromToday, bool relative)
    {
        int days = period.To.DayNumber - period.From.DayNumber;
        (DateOnly first, DateOnly second) = days switch
        {
            7 => (period.From.AddDays(3), period.From.AddDays(3)),
            > 7 and <= 31 => edge == "MID" ? (period.From.AddDays(9), period.From.AddDays(20)) : (period.From.AddDays(15), period.From.AddDays(15)),
            365 or 366 => relative ? (period.From.AddMonths(6), period.From.AddMonths(6)) : (period.From.AddMonths(4), period.From.AddMonths(8)),
            _ => (period.From.AddDays(days / 3), period.From.AddDays(2 * days / 3)),
        };
        DaySpan part = edge switch
        {
            "START" => new(period.From, fromToday && _today < first && _today > period.From ? _today : first, false, period.Said),
            "MID" => new(first, second, false, period.Said),
            _ => new(fromToday && _today > second ? _today : second, period.To, false, period.Said),
        };
        return new(end, part with { Edge = edge, Bound = DaySpan.BoundOf(period.From, period.To, edge) });
    }
}
