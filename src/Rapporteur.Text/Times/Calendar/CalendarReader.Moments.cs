namespace Rapporteur.Text.Times;

/// <content>Moments of a day, parts of a day, and hours of a day.</content>
internal sealed partial class CalendarReader
{
    private const int DayEnd = (24 * Hour) - 1;

    // "now", "tomorrow at 8:00am", "3pm today", "in 5 minutes", "end of tomorrow"
    private Read<(DateTime At, bool Sure)>? MomentAt(int i)
    {
        if (NowAt(i) is { } at) return new(at, (now, true));
        if (DayEndAt(i) is { } end) return new(end.End, (At(end.Value, DayEnd), true));
        Read<(DateTime, bool)>? best = null;
        Consider(DayThenClockAt(i));
        Consider(ClockThenDayAt(i));
        Consider(DistantMomentAt(i));
        return best;

        void Consider(Read<(DateTime, bool)>? read)
        {
            if (read is { } r && (best is null || r.End > best.Value.End)) best = r;
        }
    }

    private static DateTime At(DateOnly day, int seconds) => day.ToDateTime(TimeOnly.MinValue).AddSeconds(seconds);

    private int? NowAt(int i)
    {
        if (Is(i, "right") && Is(i + 1, "now")) return i + 2;
        if (Is(i, "now")) return i + 1;
        if (!Is(i, "at")) return null;
        if (Is(i + 1, "present")) return i + 2;
        if (Is(i + 1, "the") && IsAny(i + 2, "moment", "minute")) return i + 3;
        if (Is(i + 1, "the") && Is(i + 2, "present") && Is(i + 3, "time")) return i + 4;
        return Is(i + 1, "this") && Is(i + 2, "time") ? i + 3 : null;
    }

    // "end of tomorrow", "the end of this Sunday", "end of day", "EOD"
    private Read<DateOnly>? DayEndAt(int i)
    {
        int j = Skip(i, "the");
        if (Is(j, "eod")) return new(j + 1, _today);
        if (!Is(j, "end") || !Is(j + 1, "of")) return null;
        int k = Skip(j + 2, "the");
        if (Is(k, "day")) return new(k + 1, _today);
        return DayAt(k) is { Value: { Single: true, Label: null } } day ? new(day.End, day.Value.From) : null;
    }

    private Read<(DateTime, bool)>? DayThenClockAt(int i)
    {
        Read<DaySpan>? day = DayAt(i) ?? (Is(i, "the") ? OrdinalDayAt(i) : null);
        HourSpan? part = null;
        if (DayPartAt(i) is { } parted && (day is null || parted.End > day.Value.End)) (day, part) = (new(parted.End, DaySpan.Day(parted.Value.Day)), parted.Value.Hours);
        if (day is not { Value: { Single: true, Label: null } } d) return null;
        int j = SkipMark(SkipMark(SkipMark(d.End, ','), '@'), '-');
        bool asked = IsAny(j, "at", "around", "for") || Mark(j - 1) == '@';
        if (IsAny(j, "at", "around", "for")) j++;
        if (Is(j, "around")) j++;
        if (ClockTimeAt(j, loose: (asked && !Is(j - 1, "for")) || SpokenPair(j)) is not { } clock || HourRangeAt(j, loose: true) is { } range && range.End > clock.End) return null;
        if (!asked && Is(d.End, "the") || (!asked && LengthAt(j) is { } length && length.End >= clock.End)) return null;
        int end = clock.End;
        DateOnly on = d.Value.From;
        // "Oct 26 15:50:06 2016"
        if (d.Value.Said is { Year: null, Month: { } month, Day: { } number } && YearAt(end) is { } year && IsDay(year.Value, month, number)) (end, on) = (year.End, new(year.Value, month, number));
        ClockTime told = part is { } hours ? Within(clock.Value, hours) : clock.Value;
        return new(end, (At(on, told.Seconds), told.Sure));
    }

    private Read<(DateTime, bool)>? ClockThenDayAt(int i)
    {
        int start = Is(i, "at") && Mark(i + 2) == '.' && Digits(i + 3) is not null ? i + 1 : i;
        bool spoken = SpokenPair(start) || (Digits(start) is null && CountAt(start) is { } h && IsDash(h.End));
        if (ClockTimeAt(start, loose: spoken || (Digits(start) is <= 12 and > 0 && Mark(start + 1) == ',')) is not { } clock) return null;
        int j = SkipMark(clock.End, ',');
        if (IsAny(j, "on", "of")) j++;
        if (DayPartAt(j) is { } part) return new(part.End, (At(part.Value.Day, Within(clock.Value, part.Value.Hours).Seconds), true));
        if (Mark(clock.End) == ',' && !clock.Value.Sure) return null;
        return DayAt(j) is { Value: { Single: true, Label: null } } day && NumericClash(clock.End, j, day.End) is false ? new(day.End, (At(day.Value.From, clock.Value.Seconds), clock.Value.Sure)) : null;
    }

    // "meet at 3pm 5 days from now" is two phrases.
    private bool NumericClash(int clockEnd, int day, int dayEnd) => clockEnd == day && Digits(day) is not null && Word(dayEnd - 1)?.Month is null && Mark(day + 1) is not ('/' or '-');

    // "in 5 minutes", "30 minutes later", "two hours ago", "half an hour from now"
    private Read<(DateTime, bool)>? DistantMomentAt(int i)
    {
        bool within = Is(i, "in");
        if (LengthAt(within ? i + 1 : i) is not { } length || length.Value.OnlyDays) return null;
        int end = length.End;
        if (!within && IsAny(end, "ago")) return new(end + 1, (length.Value.From(now, -1), true));
        if (!within && IsAny(end, "later", "hence") && !IsAny(end + 1, "this", "in", "on", "today")) return new(end + 1, (length.Value.From(now, 1), true));
        if (IsAny(end, "from", "after") && Is(end + 1, "now")) return new(end + 2, (length.Value.From(now, 1), true));
        return within ? new(end, (length.Value.From(now, 1), true)) : null;
    }

    // A part of a day that is named: "this evening", "tonight", "last night", "Tuesday in the morning", "tomorrow night", "next evening"
    private Read<(DateOnly Day, HourSpan Hours)>? DayPartAt(int i)
    {
        int e = IsAny(i, "early", "late", "later") ? i + 1 : i;
        int edge = e == i ? 0 : Is(i, "early") ? -1 : 1;
        if (IsAny(e, "tonight", "tonite")) return new(e + 1, (_today, Word(e)!.Hours ?? new(20 * Hour, DayEnd)));
        if (ShiftAt(e) is { } shift && Word(shift.End) is { Hours: { } hours, Part: not null } word && !word.Form.EndsWith("ings", StringComparison.Ordinal))
            return new(shift.End + 1, (Plus(shift.Value), Narrow(hours, edge)));
        if (e > i) return null;
        if (DayAt(i) is not { Value: { Single: true, Label: null } } day) return null;
        int j = day.End;
        bool feast = FeastAt(i) is { } f && f.End == day.End;
        if (IsAny(j, "am", "pm") && Word(i)?.Day is not null) return new(j + 1, (day.Value.From, Is(j, "am") ? new(8 * Hour, 12 * Hour) : new(12 * Hour, 16 * Hour)));
        if (feast || HoursAt(j) is not { } part || Is(part.End - 1, "mornings") || Word(part.End - 1)?.Part is null || Word(part.End - 1)!.Form[^1] == 's') return null;
        DateOnly on = day.Value.From;
        int end = part.End;
        if (WeekdayAt(i) is { } weekday && weekday.End == day.End && WeekOffsetAt(Skip(end, "of")) is { } week) (on, end) = (MondayOf(_today).AddDays((7 * week.Value) + weekday.Value - 1), week.End);
        return new(end, (on, part.Value));
    }

    private static HourSpan Narrow(HourSpan hours, int edge)
    {
        int half = (hours.From + Math.Min(hours.To, 20 * Hour)) / 2;
        return edge == 0 ? hours : edge < 0 ? hours with { To = half } : hours with { From = half };
    }

    // Hours of a day: "tomorrow from 10am to noon", "from 3 to 5pm tomorrow", "Monday morning 6-8", "the 17 from 2pm to 4pm"
    private Read<(DateTime Start, DateTime End)>? DayHoursAt(int i)
    {
        Read<(DateOnly Day, HourSpan Hours)>? part = DayPartAt(i);
        Read<DaySpan>? day = DayAt(i) ?? (Is(i, "the") && !IsAny(i - 1, "between", "from") ? OrdinalDayAt(i) : null);
        if (part is { } p && HourRangeAt(SkipMark(p.End, ','), true) is { } within)
        {
            (int from, int to) = Fit(within.Value, p.Value.Hours);
            return new(within.End, (At(p.Value.Day, from), At(p.Value.Day, to)));
        }

        if (day is { Value: { Single: true, Label: null } } d && HourRangeAt(SkipMark(Skip(d.End, ","), ','), true) is { } hours && !(ToAt(d.End) is not null && IsDash(d.End)))
            return new(hours.End, (At(d.Value.From, hours.Value.From), At(d.Value.From, hours.Value.To)));
        if (HourRangeAt(i, true) is not { } first) return null;
        int j = SkipMark(IsAny(first.End, "on", "of") ? first.End + 1 : first.End, ',');
        if (DayPartAt(j) is { } afterwards)
        {
            (int from, int to) = Fit(first.Value, afterwards.Value.Hours);
            return new(afterwards.End, (At(afterwards.Value.Day, from), At(afterwards.Value.Day, to)));
        }

        return DayAt(j) is { Value: { Single: true, Label: null } } on ? new(on.End, (At(on.Value.From, first.Value.From), At(on.Value.From, first.Value.To))) : null;
    }

    // "between 7 and 9:30 last night"
    private static (int From, int To) Fit((int From, int To) hours, HourSpan part) =>
        hours.To <= 12 * Hour && part.From >= 12 * Hour && hours.From < 12 * Hour ? (hours.From + (12 * Hour), hours.To + (12 * Hour)) : hours;
}
