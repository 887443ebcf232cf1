namespace Rapporteur.Text.Times;

/// <content>Stretches with two ends: "from May to October 2020", "between 3 and 12 September", "November 19-20".</content>
internal sealed partial class CalendarReader
{
    private Read<DaySpan>? DayRangeAt(int i)
    {
        bool between = Is(i, "between");
        int j = between || IsAny(i, "from") || (Is(i, "in") && YearAt(i + 1) is not null) ? i + 1 : i;
        Read<DaySpan>? best = NumbersThenMonth(j, between);
        Consider(MonthThenNumbers(j, between));
        Consider(TwoEnds(j, between, marked: j > i));
        // "in 2014 through May 2018" begins at the year.
        if (best is { } range && Is(i, "in") && (MonthAt(range.End - 2) is not null || MonthAt(range.End - 3) is not null)) return null;
        if (best is { } full && IsDash(full.End) && Digits(full.End + 1) is not null && Touch(full.End - 1, full.End + 1)) return null;
        return best;

        void Consider(Read<DaySpan>? read)
        {
            if (read is { } r && (best is null || r.End > best.Value.End)) best = r;
        }
    }

    private int? JoinAt(int i, bool between) => between && Is(i, "and") ? i + 1 : ToAt(i);

    // "3 and 12 of Sept", "9 to 12 of June", "4-23 in next month", "the 27th to the 3rd of April"
    private Read<DaySpan>? NumbersThenMonth(int i, bool between)
    {
        int a = Skip(i, "the");
        if ((OrdinalAt(a) ?? CountAt(a)) is not { Value: >= 1 and <= 31 } first || JoinAt(first.End, between) is not { } to) return null;
        int b = Skip(to, "the");
        if ((OrdinalAt(b) ?? CountAt(b)) is not { Value: >= 1 and <= 31 } last) return null;
        int m = IsAny(last.End, "of", "in") ? last.End + 1 : last.End;
        if (MonthAt(m) is { } month)
        {
            int? year = YearOfDateAt(SkipMark(month.End, ',')) is { } said ? said.Value : null;
            int end = year is null ? month.End : YearOfDateAt(SkipMark(month.End, ','))!.Value.End;
            if (first.Value < last.Value) return Ends(end, new(year, month.Value, first.Value), new(year, month.Value, last.Value));
            DaySpan final = DayOf(year, month.Value, last.Value);
            if (final.Label is not null) return null;
            DateOnly before = final.From.AddMonths(-1);
            return new(end, new DaySpan(new DateOnly(before.Year, before.Month, Math.Min(first.Value, DateTime.DaysInMonth(before.Year, before.Month))), final.From, false));
        }

        if (ShiftAt(m) is not { } shift || !Is(shift.End, "month") || first.Value >= last.Value) return null;
        DaySpan whole = UnitSpan('M', shift.Value)!;
        return last.Value <= DateTime.DaysInMonth(whole.From.Year, whole.From.Month) ? new(shift.End + 1, new DaySpan(whole.From.AddDays(first.Value - 1), whole.From.AddDays(last.Value - 1), false)) : null;
    }

    // "November 19-20", "April 9th through 17th", "April the ninth till the seventeenth"
    private Read<DaySpan>? MonthThenNumbers(int i, bool between)
    {
        if (MonthAt(i) is not { } month) return null;
        if (DayNumberAt(Skip(month.End, "the")) is not { } first || JoinAt(first.End, between) is not { } to) return null;
        int b = Skip(to, "the");
        if ((OrdinalAt(b) ?? CountAt(b)) is not { Value: >= 1 and <= 31 } last || MonthAt(Skip(last.End, "of")) is not null || Mark(last.End) is '/' or ':') return null;
        if (Word(last.End)?.Unit is not null || MeridiemAt(last.End) is not null) return null;
        int? year = YearOfDateAt(SkipMark(last.End, ',')) is { } said ? said.Value : null;
        int end = year is null ? last.End : YearOfDateAt(SkipMark(last.End, ','))!.Value.End;
        int endMonth = last.Value > first.Value ? month.Value : (month.Value % 12) + 1;
        return Ends(end, new(year, month.Value, first.Value), new(year is { } y && endMonth < month.Value ? y + 1 : year, endMonth, last.Value));
    }

    private Read<DaySpan>? TwoEnds(int i, bool between, bool marked)
    {
        if (EndAt(i) is not { Value.Label: null } a || JoinAt(a.End, between) is not { } to || EndAt(to) is not { Value.Label: null } b) return null;
        // "Jan 3 - 5 people": two plain years or two named ends are a range, other pairs need "from" or "to".
        if (!marked && IsDash(a.End) && !Touch(a.End - 1, a.End) && Digits(a.End - 1) is null && MonthAt(a.End - 1) is null) return null;
        (DaySpan from, DaySpan until) = (a.Value, b.Value);
        if (from.Said is { Year: null, Month: not null } open && until.Said is { Month: not null } close) return Ends(b.End, open, close, from.Edge, until.Edge);
        // One end is fixed: the other is the nearest on its side.
        if (from.Said is { Year: null, Month: { } m } loose && until.Said is null) from = Latest(y => Partial(loose with { Year = y }), until.From) ?? from;
        else if (until.Said is { Year: null, Month: not null } late) until = Earliest(y => Partial(late with { Year = y }), from.From) ?? until;
        else if (WeekdayAt(to) is { } weekday && weekday.End == b.End) until = DaySpan.Day(OnOrAfter(from.From, weekday.Value));
        return from.Bound <= until.Bound ? new(b.End, new DaySpan(from.Bound, until.Bound, false)) : null;
    }

    private Read<DaySpan>? EndAt(int i)
    {
        if (NowAt(i) is { } at) return new(at, DaySpan.Day(_today));
        Read<DaySpan>? day = DayAt(i), period = PeriodAt(i);
        return period is { } p && (day is null || p.End > day.Value.End) ? p : day;
    }

    // Both ends by month: the year that was said at one of them, else the one that holds today, else the nearest.
    private Read<DaySpan>? Ends(int end, PartialDate first, PartialDate last, string? fromEdge = null, string? untilEdge = null)
    {
        bool wraps = (last.Month * 40) + (last.Day ?? 0) < (first.Month * 40) + (first.Day ?? 0);
        DaySpan? Try(int year)
        {
            if (Partial(first with { Year = year }) is not { } a || Partial(last with { Year = year + (wraps ? 1 : 0) }) is not { } b) return null;
            return new DaySpan(DaySpan.BoundOf(a.From, a.To, fromEdge), DaySpan.BoundOf(b.From, b.To, untilEdge), false);
        }

        if (last.Year is { } said) return Try(said - (wraps ? 1 : 0)) is { } told ? new(end, told) : null;
        if (first.Year is { } begun) return Try(begun) is { } told ? new(end, told) : null;
        for (int y = _today.Year - 1; y <= _today.Year + 1; y++)
        {
            // A last month without a day is not over until its end.
            if (Try(y) is { } present && present.From <= _today && _today <= (last.Day is null && untilEdge is null ? present.To.AddMonths(1) : present.To)) return new(end, present);
        }

        for (int n = 0; n < 9; n++)
        {
            int y = ClauseTense == Tense.Past ? _today.Year - n : _today.Year + n;
            if (y is < 1 or > 9997 || Try(y) is not { } near) continue;
            if (ClauseTense == Tense.Past ? near.To <= _today : near.From >= _today) return new(end, near);
        }

        return null;
    }

    private static DaySpan? Partial(PartialDate date)
    {
        if (date is not { Year: { } year, Month: { } month } || year is < 1 or > 9998) return null;
        if (date.Day is not { } day) return MonthOf(year, month);
        return IsDay(year, month, day) ? DaySpan.Day(new DateOnly(year, month, day)) : null;
    }

    private DaySpan? Latest(Func<int, DaySpan?> inYear, DateOnly before) => inYear(before.Year) is { } same && same.From <= before ? same : inYear(before.Year - 1);

    private DaySpan? Earliest(Func<int, DaySpan?> inYear, DateOnly after) => inYear(after.Year) is { } same && same.From >= after ? same : inYear(after.Year + 1);
}
