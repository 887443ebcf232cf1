namespace Rapporteur.Text.Times;

/// <content>Stretches counted from now: "next three days", "the past two quarters", "within nine months".</content>
internal sealed partial class CalendarReader
{
    // The stretch in days; null where it is one of hours.
    private Read<DaySpan>? NextNAt(int i) => CountedFromNow(i) is { Value: { } read } found && read.Length.OnlyDays ? new(found.End, Days(read)) : null;

    // The same in hours, minutes or seconds: moments instead of days.
    private Read<(DateTime Start, DateTime End)>? NextMomentsAt(int i)
    {
        if (CountedFromNow(i) is not { } found || found.Value.Length.OnlyDays) return null;
        DateTime other = found.Value.Length.From(now, found.Value.Sign);
        return new(found.End, found.Value.Sign < 0 ? (other, now) : (now, other));
    }

    private readonly record struct FromNow(CalendarLength Length, int Sign, bool FromToday, char Unit, int Count);

    private Read<FromNow>? CountedFromNow(int i)
    {
        int j = i;
        bool within = Is(i, "within");
        if (within) j = Skip(i + 1, "the");
        // "3 next weeks"
        if (!within && CountAt(i) is { } count && ShiftAt(count.End) is { Value: not 0 } middle && Word(middle.End)?.Unit is { } unit && LengthOf(count.Value, unit) is { } one && (count.Value == 1 || Word(middle.End)!.Plural))
            return new(middle.End + 1, new(one, middle.Value, false, unit, count.Value));
        int k = within ? j : Skip(j, "the");
        Read<int>? shift = ShiftAt(k);
        if (shift is null or { Value: 0 } && !within) return null;
        int at = shift?.End ?? k;
        // "next couple weeks"; "last minute" counts one.
        if (Word(at)?.Unit is 'H' or 'm' or 'S' or 'D' && !Word(at)!.Plural && shift is not null)
        {
            if (Word(at)?.Unit == 'D' && !within) return null;
            CalendarLength single = LengthOf(1, Word(at)!.Unit!.Value)!.Value;
            int more = Skip(at + 1, "and");
            if (within && LengthAt(more) is { } added) return new(added.End, new(single + added.Value, 1, true, 'H', 1));
            return new(at + 1, new(single, shift.Value.Value, true, Word(at)!.Unit!.Value, 1));
        }

        if (LengthAt(at) is not { } length || Is(length.End, "of")) return null;
        if (!within && Word(length.End - 1) is { Unit: 'Y' or 'M' or 'W', Plural: false } && QuantityAt(at) is { Value: > 1 }) return null;
        char last = Word(length.End - 1)?.Unit ?? 'D';
        if (IsAny(length.End - 2, "business", "working", "work") && last == 'D') last = 'B';
        int number = QuantityAt(at) is { } q && length.End - at <= 4 ? (int)Math.Min(q.Value, 1_000_000) : 1;
        return new(length.End, new(length.Value, shift?.Value ?? 1, within, last, number));
    }

    private DaySpan Days(FromNow read)
    {
        int n = read.Count;
        switch (read.Unit)
        {
            case 'Q' when n <= 400:
                DateOnly quarter = new(_today.Year, (((_today.Month - 1) / 3) * 3) + 1, 1);
                return read.Sign > 0 ? new(quarter.AddMonths(3), quarter.AddMonths(3 + (3 * n)), false) : new(quarter.AddMonths(-3 * n), quarter, false);
            case 'd' when n <= 20:
                DateOnly decade = new(_today.Year / 10 * 10, 1, 1);
                return read.Sign > 0 ? new(decade.AddYears(10), decade.AddYears(10 + (10 * n)), false) : new(decade.AddYears(-10 * n), decade, false);
            case 'B' when n <= 5000: return BusinessDays(n, read.Sign);
        }

        if (read.FromToday) return read.Sign > 0 ? new(_today, read.Length.From(_today, 1), false) : new(read.Length.From(_today, -1), _today, false);
        return read.Sign > 0 ? new(Plus(1), read.Length.From(Plus(1), 1), false) : new(read.Length.From(_today, -1), _today, false);
    }

    private DaySpan BusinessDays(int n, int sign)
    {
        DateOnly day = _today;
        for (int left = n; left > 0;)
        {
            day = day.AddDays(sign);
            if (IsoDay(day) <= 5) left--;
        }

        return sign > 0 ? new(Plus(1), day.AddDays(1), false) : new(day, _today, false);
    }
}
