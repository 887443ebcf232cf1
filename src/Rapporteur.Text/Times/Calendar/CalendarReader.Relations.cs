namespace Rapporteur.Text.Times;

/// <content>What comes before or after something: "before 4pm", "since August", "1/1/2016 or later", "around dinner".</content>
internal sealed partial class CalendarReader
{
    /// <summary>Where a relation leaves its operand: an end, a start, or the time itself.</summary>
    private enum Side
    {
        Before,
        After,
        Since,
        Around,
    }

    private Read<Side>? SideAt(int i)
    {
        if (Is(i, "no") && IsAny(i + 1, "later", "after") && Is(i + 2, "than")) return new(i + 3, Side.Before);
        if (IsAny(i, "later", "greater") && Is(i + 1, "than")) return new(i + 2, Side.After);
        if (IsAny(i, "earlier", "less", "smaller") && Is(i + 1, "than") && YearAt(i + 2) is not null) return new(i + 2, Side.Before);
        if (Is(i, "as") && IsAny(i + 1, "early", "late") && Is(i + 2, "as")) return new(i + 3, Is(i + 1, "early") ? Side.Since : Side.Before);
        if (IsAny(i, "any") && Is(i + 1, "time") && IsAny(i + 2, "from", "after")) return new(i + 3, Side.Since);
        if (IsAny(i, "starting", "beginning") && !(Is(i - 1, "week") && Is(i - 2, "the")) && !Is(i + 1, "of")) return new(IsAny(i + 1, "on", "from", "at") ? i + 2 : i + 1, Side.Since);
        if (Is(i, "since")) return new(i + 1, Side.Since);
        if (IsAny(i, "before", "until", "till", "by")) return new(i + 1, Side.Before);
        if (Is(i, "after")) return new(i + 1, Side.After);
        if (IsAny(i, "around", "circa")) return new(i + 1, Side.Around);
        if (Mark(i) is '>' or '<' && Mark(i + 1) == '=') return new(i + 2, Mark(i) == '>' ? Side.Since : Side.Before);
        return Mark(i) is '>' or '<' ? new(i + 1, Mark(i) == '>' ? Side.After : Side.Before) : null;
    }

    // "before" and its like with what they stand before, or a day with them and an hour: "today before 4pm", "3 pm or later on Monday".
    private Read<CalendarPhrase>? RelationAt(int i)
    {
        if (Is(i, "to") && Is(i + 1, "date") && !IsAny(i - 1, "up", "equals", "equal", "year") && Mark(i - 1) != '-' && Digits(i + 2) is null) return new(i + 2, Sided(Side.Before, CalendarKind.DateRange, CalendarText.Of(_today), null));
        if (SideAt(i) is { } side) return OperandAt(i, side.End, side.Value);
        if (MoreThanAt(i) is { } more) return more;
        if (SuffixAt(i) is { } suffix) return suffix;
        Read<DaySpan>? day = DayAt(i);
        if (day is not { Value: { Single: true, Label: null } } d || SideAt(d.End) is not { Value: not Side.Around } inner) return null;
        return ClockTimeAt(inner.End, loose: true) is { } clock ? new(clock.End, Sided(inner.Value, CalendarKind.DateTimeRange, CalendarText.Of(At(d.Value.From, clock.Value.Seconds)), null)) : null;
    }

    private Read<CalendarPhrase>? OperandAt(int i, int at, Side side)
    {
        int j = Skip(at, "around");
        if (side == Side.Before && Is(at - 1, "by") && !IsTimely(at)) return null;
        if (side == Side.Before && IsAny(i, "till", "to") && Is(at, "date")) return new(at + 1, Sided(side, CalendarKind.DateRange, CalendarText.Of(_today), null));
        if (NowAt(j) is not null) return null;
        if (DayHoursAt(j) is not null) return null;
        Read<CalendarPhrase>? best = null;
        if (MomentAt(j) is { } moment) best = new(moment.End, Sided(side, CalendarKind.DateTimeRange, CalendarText.Of(moment.Value.At), null));
        if (EndAt(j) is { Value.Label: null } day && (best is null || day.End > best.Value.End))
        {
            // After a day begins with the day; after a month begins when it is over. "Before the end of June" ends with June.
            DaySpan span = day.Value;
            string start = CalendarText.Of(side == Side.After && !span.Single && span.Edge != "START" ? span.To : span.From);
            string until = CalendarText.Of(side == Side.Before && span.Edge == "END" ? span.To : side == Side.Before && span.Edge is not null ? span.Bound : Mark(i) == '<' && !span.Single ? span.To : span.From);
            if (side == Side.Around)
                best = span.Single && OrdinalAt(Skip(j, "the")) is not null ? new(day.End, new(default, CalendarKind.Date, start)) : null;
            else
                best = new(day.End, Sided(side, CalendarKind.DateRange, side == Side.Before ? until : start, null));
        }

        if (side == Side.Around && best is null && OrdinalDayAt(j) is { } nth && Is(nth.End - 1, "month")) return new(nth.End, new(default, CalendarKind.Date, CalendarText.Of(nth.Value.From)));
        if (best is null && ClockTimeAt(j, loose: (side is Side.Before or Side.After && Mark(j + 1) == ':') || (side == Side.Around && HoursAt(j + 1) is not null)) is { } clock) best = new(clock.End, Sided(side, CalendarKind.TimeRange, CalendarText.OfSeconds(clock.Value.Seconds), null));
        if (best is null && Word(j) is { Hours: { } meal, Part: null })
            best = new(j + 1, Sided(side, CalendarKind.TimeRange, CalendarText.OfSeconds(side == Side.After ? meal.To : meal.From), CalendarText.OfSeconds(meal.To)));
        return best;
    }

    // "by Friday", not "by year".
    private bool IsTimely(int i) => Word(i) is null || Word(i)!.Unit is null;

    private static CalendarPhrase Sided(Side side, CalendarKind kind, string value, string? to) => side switch
    {
        Side.Before => new(default, kind, "", null, value),
        Side.Around when to is not null => new(default, kind, "", value, to),
        Side.Around => new(default, kind == CalendarKind.TimeRange ? CalendarKind.Time : kind == CalendarKind.DateTimeRange ? CalendarKind.DateTime : CalendarKind.Date, value),
        _ => new(default, kind, "", value, null),
    };

    // "2012 or later", "1/1/2016 and after", "3 pm or later on Monday"
    private Read<CalendarPhrase>? SuffixAt(int i)
    {
        if (ClockTimeAt(i, false) is { } clock && LaterAt(clock.End) is { } later)
        {
            int on = Skip(later, "on");
            return on > later && DayAt(on) is { Value: { Single: true, Label: null } } day
                ? new(day.End, Sided(Side.Since, CalendarKind.DateTimeRange, CalendarText.Of(At(day.Value.From, clock.Value.Seconds)), null))
                : new(later, Sided(Side.Since, CalendarKind.TimeRange, CalendarText.OfSeconds(clock.Value.Seconds), null));
        }

        int j = Is(i, "year") && SideAt(i + 1) is { Value: Side.After or Side.Before } sided && YearAt(sided.End) is not null ? i + 1 : i;
        if (j > i) return OperandAt(j, SideAt(j)!.Value.End, SideAt(j)!.Value.Value);
        return EndAt(i) is { Value.Label: null } span && LaterAt(span.End) is { } end ? new(end, Sided(Side.Since, CalendarKind.DateRange, CalendarText.Of(span.Value.From), null)) : null;
    }

    private int? LaterAt(int i)
    {
        if (!IsAny(i, "or", "and") || !IsAny(i + 1, "later", "after", "greater", "onwards") || Is(i + 2, "than")) return null;
        return Is(i + 1, "after") && (IsWord(i + 2) || Digits(i + 2) is not null) ? null : i + 2;
    }

    // "more than 2 weeks before today", "less than 3 days after tomorrow", "more than 4 days"
    private Read<CalendarPhrase>? MoreThanAt(int i)
    {
        if (!IsAny(i, "more", "less") || !Is(i + 1, "than") || LengthAt(i + 2) is not { } length) return null;
        bool more = Is(i, "more");
        if (length.Value.OnlyDays && IsAny(length.End, "before", "after") && DayAt(length.End + 1) is { Value.Label: null } day)
        {
            bool before = Is(length.End, "before");
            DateOnly limit = length.Value.From(day.Value.From, before ? -1 : 1);
            if (more) return new(day.End, Sided(before ? Side.Before : Side.Since, CalendarKind.DateRange, CalendarText.Of(limit), null));
            (DateOnly from, DateOnly to) = before ? (limit, day.Value.From) : (day.Value.From, limit);
            return new(day.End, new(default, CalendarKind.DateRange, "", CalendarText.Of(from), CalendarText.Of(to)));
        }

        return IsAny(length.End, "ago", "later") ? null : new(length.End, new(default, CalendarKind.Duration, Seconds(length.Value)));
    }
}
