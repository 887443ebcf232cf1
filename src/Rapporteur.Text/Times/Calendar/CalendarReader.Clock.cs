namespace Rapporteur.Text.Times;

/// <content>Times of day and the parts of a day.</content>
internal sealed partial class CalendarReader
{
    private const int Hour = 3600;

    // "5:30 p.m.", "17:49:19", "9a", "half past seven", "noon", "11 oclock", with "in the morning" after or before it.
    // Loose: where a clock time is expected a bare "5", "nine thirty" or "2.30" is one too.
    private Read<ClockTime>? ClockTimeAt(int i, bool loose)
    {
        if (HoursAt(i) is { } part && IsAny(i, "in", "early", "late") && ClockTimeAt(Is(part.End, "at") ? part.End + 1 : part.End, loose: true) is { } told)
            return new(told.End, Within(told.Value, part.Value));
        if (BareClockAt(i, loose) is not { } clock) return null;
        int j = SkipMark(clock.End, ',');
        if (IsAny(j, "in", "at", "this", "early", "late") && HoursAt(j) is { } after && Word(after.End - 1)?.Form[^1] != 's' && !Is(j, "this"))
            return new(after.End, Within(clock.Value, after.Value));
        return clock;
    }

    private Read<ClockTime>? BareClockAt(int i, bool loose)
    {
        if (PastHourAt(i) is { } past) return past;
        if (Is(i, "mid") && Is(i + 1, "night")) return new(i + 2, new(0, true));
        if (Digits(i) == 12 && Word(i + 1)?.Clock is not null) i++;
        if (Word(i)?.Clock is { } named) return new(i + 1, new(named % 24 * Hour, true));
        if (CountAt(i) is not { } hour) return null;
        bool digits = Digits(i) is not null;
        int end = hour.End, h = hour.Value, minute = 0, second = 0;
        bool exact = false;
        if (digits && Length(i) is 3 or 4 && h % 100 < 60 && h / 100 < 24 && (MeridiemAt(end) is not null || (loose && Length(i) == 4 && text[lexemes[i].Span.Start] is '0')))
        {
            (h, minute, exact) = (h / 100, h % 100, true);
        }
        else if (h > 24)
        {
            return null;
        }
        else if (digits && Mark(end) == ':' && Digits(end + 1) is < 60 and { } m && Length(end + 1) == 2 && Touch(i, end + 1))
        {
            (minute, exact, end) = (m, true, end + 2);
            if (Mark(end) == ':' && Digits(end + 1) is < 60 and { } s && Length(end + 1) == 2 && Touch(end - 1, end + 1)) (second, end) = (s, end + 2);
        }
        else if (digits && Mark(end) == '.' && Digits(end + 1) is < 60 and { } dotted && Length(end + 1) == 2 && Touch(i, end + 1) && (loose || MeridiemAt(end + 2) is not null))
        {
            if (IsAny(end + 2, "percent") || Mark(end + 2) == '%') return null;
            (minute, exact, end) = (dotted, true, end + 2);
        }
        else if (!digits && CountAt(IsDash(end) ? end + 1 : end) is { Value: >= 10 and < 60 } spoken && Word(end) is not { Unit: not null } && (loose || MeridiemAt(spoken.End) is not null))
        {
            (minute, exact, end) = (spoken.Value, true, spoken.End);
            if (Word(end) is { Unit: 'm' }) end++;
        }

        if (MeridiemAt(end) is { } half)
        {
            if (half.Value < 0) return new(half.End, new((h * Hour) + (minute * 60), false));
            // "13:00 pm" happens; "12am" is midnight.
            int clock = h > 12 ? h : (h % 12) + half.Value;
            return h > 24 ? null : new(half.End, new((clock * Hour) + (minute * 60) + second, true));
        }

        if (IsAny(end, "oclock") || (Is(end, "o") && Is(end + 2, "clock"))) return new(Is(end, "oclock") ? end + 1 : end + 3, new(h % 24 * Hour, h > 12));
        if (Is(end, "ish") && Touch(end - 1, end)) return new(end + 1, new(h * Hour, true));
        if (!exact && !loose) return null;
        if (exact && Mark(end) == '%' || Digits(end) is not null && Touch(end - 1, end)) return null;
        return new(end, new((h % 24 * Hour) + (minute * 60) + second, h > 12 || h == 0));
    }

    // 0 "am", 12 "pm", -1 "ampm"; "p.m.", "p m", "p . m .", "9a", "9.am".
    private Read<int>? MeridiemAt(int i)
    {
        if (Mark(i) == '.' && Touch(i - 1, i + 1) && Word(i + 1)?.Meridiem is not null) i++;
        if (Word(i)?.Meridiem is { } joined) return new(i + 1, joined);
        if (Is(i, "ampm")) return new(i + 1, -1);
        int? hours = Is(i, "a") ? 0 : Is(i, "p") ? 12 : null;
        if (hours is not { } h) return null;
        int m = SkipMark(i + 1, '.');
        if (Is(m, "m")) return new(SkipMark(m + 1, '.') is var end && (end == m + 1 || m > i + 1) ? end : m + 1, h);
        return Touch(i - 1, i) && Digits(i - 1) is not null && !IsWord(i + 1) ? new(i + 1, h) : null;
    }

    // "half past seven o'clock", "20 min past eight", "ten past 9", "quarter to 8"
    private Read<ClockTime>? PastHourAt(int i)
    {
        int minutes, j;
        if (Is(i, "half")) (minutes, j) = (30, i + 1);
        else if (IsAny(i, "quarter")) (minutes, j) = (15, i + 1);
        else if (CountAt(i) is { Value: < 60 } count) (minutes, j) = (count.Value, count.End);
        else return null;
        if (Word(j) is { Unit: 'm' }) j++;
        bool to = Is(j, "to") && minutes is 15;
        if (!Is(j, "past") && !to) return null;
        if (CountAt(j + 1) is not { Value: <= 24 } hour || Word(hour.End)?.Unit is not null) return null;
        int seconds = (hour.Value % 24 * Hour) + ((to ? -minutes : minutes) * 60);
        int end = hour.End;
        if (MeridiemAt(end) is { Value: >= 0 } half) return new(half.End, new((((seconds / Hour) % 12) + half.Value) * Hour + (seconds % Hour), true));
        if (Is(end, "o") && Is(end + 2, "clock")) end += 3;
        return new(Skip(end, "oclock"), new((seconds + (24 * Hour)) % (24 * Hour), false));
    }

    // Hours of "in the morning", "late afternoon", "later in the evening", "at lunch"
    private Read<HourSpan>? HoursAt(int i)
    {
        int j = i;
        if (IsAny(j, "in", "at", "during")) j++;
        bool preposition = j > i;
        (int edge, j) = IsAny(j, "early", "earlier") ? (-1, j + 1) : IsAny(j, "late", "later") ? (1, j + 1) : (0, j);
        if (edge != 0) j = Skip(j, "in");
        if (IsAny(j, "the", "this")) j++;
        if (edge == 0 && j > i) (edge, j) = Is(j, "early") ? (-1, j + 1) : Is(j, "late") ? (1, j + 1) : (0, j);
        if (Word(j)?.Hours is not { } hours) return null;
        // A meal is a time only where it is asked for one: "at lunch", "lunchtime".
        if (Word(j)!.Part is null && !IsAny(i, "at", "during") && !Word(j)!.Form.EndsWith("time", StringComparison.Ordinal) && !IsAny(j, "tonight", "tonite")) return null;
        if (preposition && Is(i, "in") && edge != 0 && IsAny(i + 1, "early", "late")) return null;
        // "Good morning" greets.
        if (IsAny(i - 1, "good", "nice") || (preposition && Is(i, "at") && Word(j)!.Form is "morning" or "afternoon" or "evening")) return null;
        int end = j + 1;
        if (Mark(end) == '-' && Is(end + 1, "time")) return Word(j)!.Form == "night" ? new(end + 2, new(0, 8 * Hour)) : null;
        int half = (hours.From + Math.Min(hours.To, 20 * Hour)) / 2;
        HourSpan span = edge == 0 ? hours : edge < 0 ? hours with { To = half } : hours with { From = half };
        return new(end, span);
    }

    // The half of the day that a part of the day asks for.
    private static ClockTime Within(ClockTime clock, HourSpan hours)
    {
        if (clock.Sure) return clock;
        return hours.From >= 12 * Hour && clock.Seconds < 12 * Hour && !(hours.From >= 20 * Hour && clock.Seconds < 5 * Hour) ? clock.Later() : clock with { Sure = true };
    }

    // "from 5 to 6pm", "between 10 and 11:30", "3-8pm", "from 9 for 2.5 hrs", "10am-12am"
    private Read<(int From, int To)>? HourRangeAt(int i, bool loose)
    {
        int j = i;
        bool between = Is(i, "between"), marked = between || IsAny(i, "from", "at", "after");
        if (IsAny(i, "from", "between") || (Is(i, "at") && loose)) j++;
        if (Is(i, "for") && LengthAt(i + 1) is { } ahead && ahead.Value is { Days: 0, Months: 0, Seconds: < 86400 } && Is(ahead.End, "from") && ClockTimeAt(ahead.End + 1, true) is { } begin)
            return new(begin.End, (begin.Value.Seconds, begin.Value.Seconds + (int)ahead.Value.Seconds));
        if (ClockTimeAt(j, loose: true) is not { } first) return null;
        if (Is(first.End, "for") && (marked || loose) && LengthAt(first.End + 1) is { Value: { Days: 0, Months: 0, Seconds: < 86400 } } length)
            return new(length.End, (first.Value.Seconds, first.Value.Seconds + (int)length.Value.Seconds));
        if ((between && Is(first.End, "and") ? first.End + 1 : ToAt(first.End)) is not { } k) return null;
        if (ClockTimeAt(k, loose: true) is not { } last) return null;
        bool bare = !first.Value.Sure && !last.Value.Sure && Mark(j + 1) != ':' && Mark(k + 1) != ':' && !Is(last.End - 1, "oclock");
        bool military = Digits(j) is not null && Length(j) == 4;
        if (bare && !loose && !military && !(marked && !IsAny(i, "at", "after") && (SpokenPair(j) || ZoneAt(last.End)))) return null;
        int from = first.Value.Seconds, to = last.Value.Seconds;
        if (!first.Value.Sure && last.Value.Sure)
        {
            // "5 to 6pm", "9.30-4.30pm": the afternoon, unless the first would then come after the last.
            if (to >= 12 * Hour && from < 12 * Hour && from + (12 * Hour) < to) from += 12 * Hour;
        }
        else if (first.Value.Sure && !last.Value.Sure)
        {
            if (to <= from && to < 12 * Hour) to += 12 * Hour;
        }
        else if (!first.Value.Sure && to <= from)
        {
            to += 12 * Hour;
        }
        else if (to == 0 && from > 0 && from < 12 * Hour)
        {
            // "10am-12am" is meant to end at noon.
            to = 12 * Hour;
        }

        return new(last.End, (from, to));
    }

    // "three thirty": spoken hours and minutes.
    private bool SpokenPair(int i) => Digits(i) is null && CountAt(i) is { } hour && CountAt(hour.End) is { Value: >= 10 };

    private bool ZoneAt(int i) => Word(i)?.Zone == true;
}
