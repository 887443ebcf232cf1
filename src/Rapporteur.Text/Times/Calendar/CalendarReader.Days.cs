namespace Rapporteur.Text.Times;

/// <content>Single days.</content>
internal sealed partial class CalendarReader
{
    private Read<DaySpan>? DayAt(int i)
    {
        Read<DaySpan>? best = null;
        Consider(PointedDayAt(i));
        Consider(WeekdayDateAt(i));
        Consider(MonthDayAt(i, shift: null));
        Consider(CountedDayAt(i));
        Consider(FeastAt(i));
        Consider(DistantDayAt(i));
        return best;

        void Consider(Read<DaySpan>? read)
        {
            if (read is { } r && (best is null || r.End > best.Value.End)) best = r;
        }
    }

    // "today", "the day after tomorrow", "the next day", "the 15th day of next month"
    private Read<DaySpan>? PointedDayAt(int i)
    {
        if (Word(i)?.Day is { } offset && Word(i)!.Hours is null && !Is(i, "tonight")) return new(i + 1, DaySpan.Day(Plus(offset)));
        if (Is(i, "up") || Mark(i) == '-') return null;
        if (IsAny(i, "current") && Is(i + 1, "date")) return new(i + 2, DaySpan.Day(_today));
        if (Is(i, "date") && IsAny(i - 1, "to", "till") && !(Mark(i - 2) == '-' || Is(i - 2, "up") || Is(i - 2, "equals")) && Digits(i + 1) is null) return new(i + 1, DaySpan.Day(_today));
        if (!Is(i, "the")) return null;
        if (IsAny(i + 1, "next", "following") && Word(i + 2) is { Unit: 'D', Plural: false }) return new(i + 3, DaySpan.Day(Plus(1)));
        if (Is(i + 1, "day") && IsAny(i + 2, "before", "after")) return Word(i + 3)?.Day is { } near ? new(i + 4, DaySpan.Day(Plus(near + (Is(i + 2, "after") ? 1 : -1)))) : new(i + 3, DaySpan.Day(Plus(Is(i + 2, "after") ? 1 : -1)));
        return Is(i + 1, "day") && !Is(i - 1, "in") ? new(i + 2, DaySpan.Day(_today)) : null;
    }

    // "the 15th day of June", "twenty third day of September", "19th of next month", "first Monday of next month"
    private Read<DaySpan>? CountedDayAt(int i)
    {
        int j = Skip(i, "the");
        if (OrdinalAt(j) is not { } nth) return null;
        bool weekday = WeekdayAt(nth.End) is not null;
        int of = weekday ? WeekdayAt(nth.End)!.Value.End : Is(nth.End, "day") ? nth.End + 1 : -1;
        if (of < 0 || !Is(of, "of")) return null;
        Read<DaySpan>? month = Is(of + 1, "the") && Is(of + 2, "month") ? new(of + 3, MonthOf(_today.Year, _today.Month)) : PeriodCoreAt(of + 1);
        if (month is not { } m || m.Value.Label is not null) return null;
        DateOnly day = weekday
            ? m.Value.From.AddDays(((WeekdayAt(nth.End)!.Value.Value - IsoDay(m.Value.From) + 7) % 7) + (7 * (nth.Value - 1)))
            : m.Value.From.AddDays(Math.Max(0, nth.Value - 1));
        return new(m.End, DaySpan.Day(day));
    }

    // "Friday", "next Friday", "next week on Tuesday", "Monday of the following week", "Monday 21", "Tue May 9", "this Friday (Jun-15)"
    private Read<DaySpan>? WeekdayDateAt(int i)
    {
        int start = Is(i, "on") && WeekdayAt(i + 1) is { } onDay && Is(onDay.End, "of") ? i + 1 : i;
        if (WeekOffsetAt(i) is { } week)
        {
            int w = SkipMark(Skip(week.End, "on"), '-');
            return WeekdayAt(w) is { } inWeek ? new(inWeek.End, DaySpan.Day(MondayOf(_today).AddDays((7 * week.Value) + inWeek.Value - 1))) : null;
        }

        Read<int>? shift = ShiftAt(start);
        if (WeekdayAt(shift?.End ?? start) is not { } day)
            return shift is { } s ? MonthDayAt(s.End, s.Value) : null;
        int end = day.End;
        int date = SkipMark(SkipMark(end, ','), '-');
        if (Mark(end) == '(' && MonthDayAt(end + 1, shift is null ? null : 0) is { } inside && Mark(inside.End) == ')') return new(inside.End + 1, inside.Value);
        if (MonthDayAt(date, shift is null ? null : 0, afterWeekday: true) is { } dated) return dated;
        if (shift is null)
        {
            if (IsAny(end, "of") && WeekOffsetAt(Skip(end + 1, "the")) is { } of) return new(of.End, DaySpan.Day(MondayOf(_today).AddDays((7 * of.Value) + day.Value - 1)));
            if (WeekOffsetAt(SkipMark(Skip(end, "of"), ',')) is { } after && WeekdayAt(after.End) is null) return new(after.End, DaySpan.Day(MondayOf(_today).AddDays((7 * after.Value) + day.Value - 1)));
            // "Monday the 21st", "Monday 21"
            int n = Skip(end, "the");
            if ((OrdinalAt(n) ?? (Digits(n) is <= 31 and > 0 and { } plain && Mark(n + 1) is not (':' or '-' or '.' or '/' or '–') && MeridiemAt(n + 1) is null && !IsAny(n + 1, "to", "o", "oclock") ? new Read<int>(n + 1, plain) : null)) is { } number)
                return new(number.End, DaySpan.Day(IsDay(_today.Year, _today.Month, number.Value) && IsoDay(new(_today.Year, _today.Month, number.Value)) == day.Value ? new(_today.Year, _today.Month, number.Value) : NearestDay(d => d.Day == number.Value && IsoDay(d) == day.Value)));
        }

        DateOnly found = shift?.Value switch
        {
            null => NearWeekday(day.Value),
            0 => MondayOf(_today).AddDays(day.Value - 1),
            _ => ShiftedWeekday(start, shift.Value, day.Value),
        };
        return new(end, DaySpan.Day(found));
    }

    // "next Friday" is that of the next week, "this coming Friday" and "past Wednesday" are the nearest.
    private DateOnly ShiftedWeekday(int i, Read<int> shift, int weekday)
    {
        bool nearest = IsAny(shift.End - 1, "upcoming", "coming", "past");
        if (!nearest) return MondayOf(_today).AddDays((7 * shift.Value) + weekday - 1);
        int ahead = (weekday - IsoDay(_today) + 7) % 7;
        return shift.Value > 0 ? Plus(ahead == 0 ? 7 : ahead) : Plus(ahead == 0 ? -7 : ahead - 7);
    }

    private DateOnly NearWeekday(int weekday)
    {
        int ahead = (weekday - IsoDay(_today) + 7) % 7;
        return Plus(ahead == 0 || ClauseTense != Tense.Past ? ahead : ahead - 7);
    }

    // Weeks from this one: "next week", "previous week", "the following week".
    private Read<int>? WeekOffsetAt(int i)
    {
        int j = Skip(i, "the");
        return ShiftAt(j) is { } shift && Is(shift.End, "week") ? new(shift.End + 1, shift.Value) : null;
    }

    // "Monday two weeks from now", "two months from today on Tuesday", "3 weeks after Christmas on Friday": the weekday nearest to that day.
    private Read<DaySpan>? DistantDayAt(int i)
    {
        if (WeekdayAt(i) is { } first && DistanceAt(SkipMark(first.End, ',')) is { Value.Single: true } then) return new(then.End, DaySpan.Day(Nearest(then.Value.From, first.Value)));
        if (DistanceAt(i) is not { Value.Single: true } distance) return null;
        return Is(distance.End, "on") && WeekdayAt(distance.End + 1) is { } on && !Is(on.End, "of") ? new(on.End, DaySpan.Day(Nearest(distance.Value.From, on.Value))) : distance;
    }

    private static DateOnly Nearest(DateOnly day, int weekday) => OnOrAfter(day.AddDays(-3), weekday);

    private static DateOnly OnOrAfter(DateOnly day, int weekday) => day.AddDays((weekday - IsoDay(day) + 7) % 7);

    // "in 3 days", "two weeks ago", "3 weeks after January 15th", "two days from today", "in two years since 2011"
    private Read<DaySpan>? DistanceAt(int i)
    {
        bool within = Is(i, "in");
        if (LengthAt(within ? i + 1 : i) is not { } length || !length.Value.OnlyDays || length.Value.TotalSeconds == 0) return null;
        int end = length.End;
        if (within && Mark(end) is '\'' or '’' && Is(end + 1, "s") && Is(end + 2, "time")) return new(end, DaySpan.Day(length.Value.From(_today, 1)));
        if (IsAny(end, "ago")) return within ? null : new(end + 1, DaySpan.Day(length.Value.From(_today, -1)));
        if (IsAny(end, "later", "hence") && !within) return new(end + 1, DaySpan.Day(length.Value.From(_today, 1)));
        if (IsAny(end, "from", "after", "before", "since"))
        {
            int sign = Is(end, "before") ? -1 : 1;
            if (within && !Is(end, "since")) return null;
            if (Is(end + 1, "now")) return new(end + 2, DaySpan.Day(length.Value.From(_today, sign)));
            if (DayAt(end + 1) is { } anchor && anchor.Value.Label is null) return new(anchor.End, DaySpan.Day(length.Value.From(AnchorDay(anchor.Value), sign)));
            if (Is(end, "since") && PeriodCoreAt(end + 1) is { Value.Label: null } year) return new(year.End, DaySpan.Day(length.Value.From(year.Value.From, 1)));
        }

        return within ? new(end, DaySpan.Day(length.Value.From(_today, 1))) : null;
    }

    // A distance looks to the coming one of the days that a name can mean, also in a past clause.
    private DateOnly AnchorDay(DaySpan anchor)
    {
        if (anchor.Said is not { Year: null, Month: { } month, Day: { } day } || anchor.From >= _today) return anchor.From;
        return NearestDay(d => d.Month == month && d.Day == day, ahead: true);
    }

    private DateOnly Plus(int days) => _today.AddDays(days);

    private static int IsoDay(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    private static DateOnly MondayOf(DateOnly day) => day.AddDays(1 - IsoDay(day));

    // The nearest day of a kind, on the side that the clause speaks of; within five years, which reaches a 29 February.
    private DateOnly NearestDay(Func<DateOnly, bool> isIt, bool ahead = false)
    {
        int step = !ahead && ClauseTense == Tense.Past ? -1 : 1;
        for (int n = 0; n < 5 * 366; n++)
        {
            if (isIt(Plus(step * n))) return Plus(step * n);
        }

        return _today;
    }
}
