namespace Rapporteur.Text.Times;

/// <content>Lengths of time and recurring times.</content>
internal sealed partial class CalendarReader
{
    // "3.5years", "one and a half hours", "an hour", "3 hours 30 minutes", "a few minutes", "10D"
    private Read<CalendarLength>? LengthAt(int i)
    {
        if (OneLengthAt(i) is not { } first) return null;
        (int end, CalendarLength sum) = first;
        while (true)
        {
            int next = Skip(SkipMark(end, ','), "and");
            if (Is(next, "a") || OneLengthAt(next) is not { } more || more.Value.TotalSeconds >= sum.TotalSeconds || Is(more.End, "ago")) break;
            (end, sum) = (more.End, sum + more.Value);
        }

        return new(end, sum);
    }

    private Read<CalendarLength>? OneLengthAt(int i)
    {
        if (Is(i, "half") && IsAny(i + 1, "a", "an") && UnitAt(i + 2, false) is { } half) return new(half.End, LengthOf(0.5m, half.Value)!.Value);
        if (Mark(i) == '½' && UnitAt(i + 1, false) is { } sign) return new(sign.End, LengthOf(0.5m, sign.Value)!.Value);
        if (QuantityAt(i) is not { } quantity) return null;
        int j = Mark(quantity.End) == '-' && Touch(quantity.End - 1, quantity.End + 1) ? quantity.End + 1 : quantity.End;
        if (UnitAt(j, Digits(j - 1) is not null && Touch(j - 1, j)) is not { } unit) return null;
        if (Word(i)?.Form is "a" or "an" && unit.Value is 'S') return null;
        // "three night markets"
        if (Is(unit.End - 1, "night") && quantity.Value != 1) return null;
        (int end, decimal number) = (unit.End, quantity.Value);
        // "one hour and a half", "one year and a quarter"
        if (Is(end, "and") && IsAny(Skip(end + 1, "a"), "half", "quarter"))
        {
            int word = Skip(end + 1, "a");
            (end, number) = (word + 1, number + (Is(word, "half") ? 0.5m : 0.25m));
        }

        return LengthOf(number, unit.Value) is { } length ? new(end, length) : null;
    }

    // "a few" is taken for three, as calendars do.
    private Read<decimal>? QuantityAt(int i)
    {
        int j = IsAny(i, "a") && Word(i + 1)?.Fuzzy == true ? i + 1 : i;
        if (Word(j)?.Fuzzy == true) return Is(j, "couple") ? new(Skip(j + 1, "of"), 2) : new(j + 1, 3);
        if (Is(i, "another")) return new(i + 1, 1);
        Read<decimal>? number = Word(i)?.Form is "a" or "an" ? new(i + 1, 1)
            : Digits(i) is { } whole && Mark(i + 1) == '.' && Digits(i + 2) is { } fraction && Touch(i, i + 2) ? new(i + 3, whole + (fraction / (decimal)Math.Pow(10, Length(i + 2))))
            : SpelledAt(i) is { } tens && Is(tens.End, "and") && CountAt(tens.End + 1) is { Value: < 10 } ones && tens.Value is >= 20 and < 100 && tens.Value % 10 == 0 ? new(ones.End, tens.Value + ones.Value)
            : CountAt(i) is { } count ? new(count.End, count.Value) : null;
        if (number is not { } n) return null;
        if (Is(n.End, "and") && IsAny(Skip(n.End + 1, "a"), "half", "quarter"))
        {
            int word = Skip(n.End + 1, "a");
            if (UnitAt(word + 1, false) is not null) return new(word + 1, n.Value + (Is(word, "half") ? 0.5m : 0.25m));
        }

        return n;
    }

    // Letters alone ("3h", "10D") only where they touch their number.
    private Read<char>? UnitAt(int i, bool touching)
    {
        if (touching && Word(i)?.ShortUnit is { } letter) return new(i + 1, letter);
        if (IsAny(i, "night", "nights")) return new(i + 1, 'D');
        if (IsAny(i, "business", "working", "work") && IsAny(i + 1, "day", "days")) return new(i + 2, 'B');
        return Word(i)?.Unit is { } unit ? new(i + 1, unit) : null;
    }

    private static CalendarLength? LengthOf(decimal n, char unit)
    {
        if (n > 100_000) return unit is 'S' or 'm' or 'H' ? new(0, 0, Math.Min(n, 1e10m)) : null;
        bool whole = n == Math.Floor(n);
        int count = (int)n;
        return unit switch
        {
            'S' => new(0, 0, n),
            'm' => new(0, 0, n * 60),
            'H' => new(0, 0, n * 3600),
            'D' or 'B' => whole ? new(0, count, 0) : new(0, 0, n * 86400),
            'W' => whole ? new(0, 7 * count, 0) : new(0, 0, n * 7 * 86400),
            'F' => new(0, 14 * count, 0),
            // A weekend is two days.
            'E' => new(0, 2 * count, 0),
            'M' => whole ? new(count, 0, 0) : new(0, 0, n * 30 * 86400),
            'Q' => new(3 * count, 0, 0),
            'Y' => whole ? new(12 * count, 0, 0) : new(0, 0, n * 365 * 86400),
            'd' => new(120 * count, 0, 0),
            _ => new(1200 * count, 0, 0),
        };
    }

    // "every Monday at 4pm", "each two days", "3pm each day", "weekly", "Friday mornings", "once a week", "19th of every month"
    private Read<string>? SetAt(int i)
    {
        if (OrdinalAt(i) is { Value: <= 31 } day && Is(day.End, "of") && IsAny(day.End + 1, "every", "each") && Word(day.End + 2)?.Unit == 'M') return new(day.End + 3, $"XXXX-XX-{day.Value:00}");
        if (IsAny(i, "once", "one") && Is(i + 1, "a") && UnitAt(i + 2, false) is { } once) return new(once.End, Period(1, once.Value));
        if (BareClockAt(i, loose: false) is { } early && RepeatAt(early.End) is { } after && after.Value is "P1D") return new(after.End, "T" + Short(early.Value.Seconds));
        if (RepeatAt(i) is not { } repeat) return null;
        int at = Skip(repeat.End, "at");
        if (repeat.Value is "P1D" or "TMO" or "TAF" or "TEV" or "TNI" && ClockTimeAt(at, at > repeat.End) is { } daily && HourRangeAt(at, true) is null) return new(daily.End, "T" + Short(daily.Value.Seconds));
        return repeat.Value.StartsWith("XXXX-WXX", StringComparison.Ordinal) && ClockTimeAt(at, at > repeat.End) is { } clock && HourRangeAt(at, true) is null ? new(clock.End, $"{repeat.Value}T{Short(clock.Value.Seconds)}") : repeat;
    }

    private Read<string>? RepeatAt(int i)
    {
        if (Is(i, "everyday")) return new(i + 1, "P1D");
        if (Word(i)?.Set is { } set) return new(i + 1, set);
        if (IsAny(i, "semi", "bi") && Mark(i + 1) == '-' && Word(i + 2)?.Set is { } stem) return new(i + 3, Is(i, "semi") ? "P0.5Y" : stem == "P1M" ? "P2M" : "P2W");
        if (Word(i)?.Weekdays is { } plural) return new(i + 1, $"XXXX-WXX-{plural}");
        if (WeekdayAt(i) is { } named && Word(named.End) is { Part: { } parts } partsWord && partsWord.Form[^1] == 's') return new(named.End + 1, $"XXXX-WXX-{named.Value}T{parts}");
        if (Word(i) is { Part: { } alone } word && word.Form.EndsWith("ings", StringComparison.Ordinal) && !Is(i - 1, "the")) return new(i + 1, "T" + alone);
        if (Is(i, "weekends")) return new(i + 1, "P1WE");
        if (IsAny(i, "any", "all") && Word(i + 1) is { Unit: { } any } anyWord && (Is(i, "any") || anyWord.Plural)) return any is 'S' or 'm' || Is(i + 1, "time") ? null : new(i + 2, Period(1, any));
        if (Word(i)?.Each != true) return null;
        int j = Skip(i + 1, "other");
        bool other = j > i + 1;
        if (WeekdayAt(j) is { } weekday) return new(weekday.End, $"XXXX-WXX-{weekday.Value}");
        if (IsAny(j, "weekday", "weekdays")) return new(j + 1, "P1WD");
        if (Is(j, "weekend")) return new(j + 1, "XXXX-WXX-WE");
        if (Word(j)?.Part is { } part) return new(j + 1, "T" + part);
        if (Word(j)?.Unit is { } unit) return new(j + 1, Period(other ? 2 : 1, unit));
        return CountAt(j) is { } count && Word(count.End)?.Unit is { } counted ? new(count.End + 1, Period(count.Value, counted)) : null;
    }

    private static string Period(int n, char unit) => new TimeMeaning.Amount(n, unit).Value;

    private static string Short(int seconds) => seconds % 3600 == 0 ? $"{seconds / 3600:00}" : CalendarText.OfSeconds(seconds)[..5];
}
