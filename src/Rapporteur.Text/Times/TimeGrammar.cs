namespace Rapporteur.Text.Times;

using static TimeMeaning;

/// <summary>Recognises expressions of time in a row of lexemes.</summary>
/// <remarks>
/// Each rule looks at one place and says how many lexemes it covers and what they mean. At every place the longest wins; of two
/// equally long, the one that stands earlier in <see cref="Match"/>.
/// </remarks>
internal sealed partial class TimeGrammar(string text, List<TimeLexeme> lexemes)
{
    /// <summary>A recognised stretch of lexemes, from the place asked about up to <paramref name="End"/> (exclusive).</summary>
    public readonly record struct Found(int End, TimeMeaning Meaning);

    /// <summary>The expression that begins at a lexeme, or null.</summary>
    public Found? Match(int at)
    {
        if (lexemes[at].Word is null && lexemes[at].Number < 0 && lexemes[at].Mark is not ('\'' or '’')
            && !Is(at, "the") && !Is(at, "at") && !Is(at, "that") && !Is(at, "over") && !Is(at, "fiscal") && !Is(at, "year") && !Is(at, "mid") && !Is(at, "new")) return null;

        Found? best = null;
        Consider(Dated(at));
        Consider(Clock(at));
        Consider(Weekdays(at));
        Consider(CalendarUnit(at));
        Consider(Distance(at));
        Consider(Quarter(at));
        Consider(QuarterSpokenOf(at));
        Consider(Season(at));
        Consider(Feast(at));
        Consider(DecadeOrCentury(at));
        Consider(Reference(at));
        Consider(Recurring(at));
        Consider(Length(at));
        Consider(Year(at));
        return best;

        void Consider(Found? found)
        {
            if (found is { } f && (best is null || f.End > best.Value.End)) best = f;
        }
    }

    /// <summary>"Oct. 23, 1998", "18 May", "early March 2025", "2025-05-18", "5/18/2025", with a weekday before it if there is one.</summary>
    private Found? Dated(int at)
    {
        int i = SkipEdge(at);
        if (Word(i)?.Weekday is not null && CalendarDay(AfterComma(SkipDot(i + 1))) is { } named) return named;
        return i == at ? CalendarDay(at) : CalendarDay(i) is { Meaning: not Calendar { Month: null } } edged ? edged : null;
    }

    private Found? CalendarDay(int i)
    {
        if (Numeric(i) is { } numeric) return numeric;
        // "May 18, 2025", "May 18", "May 2025"
        if (MonthAt(i) is { } month)
        {
            int j = SkipDot(i + 1);
            if (DayNumber(j) is { } day && !IsClockAfter(j + 1))
            {
                int end = j + 1;
                int comma = AfterComma(end);
                return YearNumber(comma) is { } year ? new Found(comma + 1, new Calendar(year, month, day)) : new Found(end, new Calendar(null, month, day));
            }

            int k = Is(j, "of") ? j + 1 : AfterComma(j);
            if (YearNumber(k) is { } y) return new Found(k + 1, new Calendar(y, month, null));
            if (SpelledYear(k) is { } spelled) return new Found(spelled.End, new Calendar(spelled.Year, month, null));
            if (Word(k) is { Shift: { } ofYear } && !Is(k, "past") && Word(k + 1) is { Unit: 'Y', Plural: false } && IsCapital(i)) return new Found(k + 2, new NamedMonth(month, ofYear, YearSaid: true));
            // "May" alone may be a verb, "March" too: they need a capital and something before them that takes a date.
            if (!IsCapital(i) || (lexemes[i].Word!.Form is "may" or "march" or "mar" or "sec" && !TakesDate(i - 1))) return null;
            if (lexemes[i].Word!.Form.Length <= 4 && lexemes[i].Word!.Form is not ("may" or "june" or "july" or "march") && j == i + 1) return null;
            return new Found(j == i + 2 && !EndsSentence(i + 1) ? j : i + 1, new NamedMonth(month, null));
        }

        // "last Oct. 23"
        if (Is(i, "last") && MonthAt(i + 1) is { } lastMonth && DayNumber(SkipDot(i + 2)) is { } lastDay && YearNumber(AfterComma(SkipDot(i + 2) + 1)) is null)
            return new Found(SkipDot(i + 2) + 1, new Calendar(null, lastMonth, lastDay));
        // "last March", "this May"
        if (Word(i)?.Shift is { } shift && MonthAt(i + 1) is { } shifted && IsCapital(i + 1)) return new Found(SkipDot(i + 2) is var s && s > i + 2 && !EndsSentence(i + 2) ? s : i + 2, new NamedMonth(shifted, shift));

        // "18 May 2025", "the 18th of May"
        int d = Is(i, "the") ? i + 1 : i;
        if (DayNumber(d) is { } dayFirst)
        {
            int m = Is(d + 1, "of") ? d + 2 : d + 1;
            if (MonthAt(m) is { } monthAfter && (IsCapital(m) || m == d + 2))
            {
                int end = SkipDot(m + 1);
                int comma = AfterComma(end);
                if (YearNumber(comma) is { } year) return new Found(comma + 1, new Calendar(year, monthAfter, dayFirst));
                return new Found(end > m + 1 && EndsSentence(m + 1) ? m + 1 : end, new Calendar(null, monthAfter, dayFirst));
            }
        }

        return null;
    }

    /// <summary>2025-05-18, 2025/05/18, 5/18/2025 (American order; 18/5/2025 can only be the other), 18.05.2025.</summary>
    private Found? Numeric(int i)
    {
        if (Number(i) is not { } a || Mark(i + 1) is not ('-' or '/' or '.') || Mark(i + 1) != Mark(i + 3)) return null;
        if (Number(i + 2) is not { } b || Number(i + 4) is not { } c || !Touch(i, i + 4)) return null;
        (int y, int m, int d) = Digits(i) == 4 ? (a, b, c) : Mark(i + 1) == '.' ? (FullYear(c, Digits(i + 4)), b, a) : a > 12 ? (FullYear(c, Digits(i + 4)), b, a) : (FullYear(c, Digits(i + 4)), a, b);
        return y is >= 1000 and <= 2999 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(y, m) ? new Found(i + 5, new Calendar(y, m, d)) : null;
    }

    /// <summary>"5:30 p.m. EDT Thursday", "Thursday morning", "at noon", "tonight".</summary>
    private Found? Clock(int i)
    {
        if (ClockTime(i) is { } time)
        {
            int end = SkipZone(time.End);
            int on = Is(end, "on") ? end + 1 : AfterComma(end);
            if (DayExpression(on) is { } day) return new Found(day.End, new OnDay(day.Meaning, time.Suffix));
            if (Is(end, "in") && Is(end + 1, "the") && Word(end + 2)?.Part is not null) return new Found(end + 3, new OnDay(null, time.Suffix));
            return new Found(end, new OnDay(null, time.Suffix));
        }

        if (Is(i, "tonight")) return new Found(i + 1, new OnDay(new RelativeDay(0), "TNI"));
        if (Is(i, "this") && Word(i + 1)?.Part is { } now) return new Found(i + 2, new OnDay(new RelativeDay(0), "T" + now));
        if (Is(i, "last") && Word(i + 1)?.Part == "NI") return new Found(i + 2, new OnDay(new RelativeDay(-1), "TNI"));
        int e = SkipEdge(i);
        if (DayExpression(e) is { } date && Word(date.End)?.Part is { } part && !Word(date.End)!.Form.EndsWith('s')) return new Found(date.End + 1, new OnDay(date.Meaning, "T" + part));
        return null;
    }

    // A day named by weekday, date or "yesterday", as it can stand beside a clock time.
    private Found? DayExpression(int i)
    {
        if (Word(i)?.Day is { } offset && !Is(i, "tonight")) return new Found(i + 1, new RelativeDay(offset));
        if (WeekdayAt(i, out int after) is { } weekday) return AfterComma(after) is var c && CalendarDay(c) is { Meaning: Calendar { Day: not null } } dated ? dated : new Found(after, new NamedWeekday(weekday, null));
        return CalendarDay(i) is { Meaning: Calendar { Day: not null } } calendar ? calendar : null;
    }

    private (int End, string Suffix)? ClockTime(int i)
    {
        if (Word(i)?.Clock is { } named) return (i + 1, $"T{named:00}:00");
        if (Number(i) is not { } hour || hour > 24) return null;
        int minute = 0, end = i + 1;
        bool minutes = Mark(end) is ':' && Number(end + 1) is { } m && m < 60 && Digits(end + 1) == 2 && Touch(i, end + 1);
        if (minutes)
        {
            minute = Number(end + 1)!.Value;
            end += 2;
        }

        if (Meridiem(end) is { } half)
        {
            if (hour > 12) return null;
            return (half.End, $"T{(hour % 12) + half.Hours:00}:{minute:00}");
        }

        if (Is(end, "o") && Mark(end + 1) is '\'' or '’' && Is(end + 2, "clock")) return (end + 3, $"T{hour:00}:00");
        return minutes && hour < 24 ? (end, $"T{hour:00}:{minute:00}") : null;
    }

    // "p.m.", "pm", "P.M"
    private (int End, int Hours)? Meridiem(int i)
    {
        if (Word(i)?.Meridiem is { } joined) return (i + 1, joined);
        if (lexemes.Count <= i + 2 || lexemes[i].Span.Length != 1 || Mark(i + 1) != '.' || !Is(i + 2, "m")) return null;
        int? hours = Is(i, "a") ? 0 : Is(i, "p") ? 12 : null;
        return hours is { } h ? (Mark(i + 3) == '.' && Touch(i + 2, i + 3) ? i + 4 : i + 3, h) : null;
    }

    /// <summary>"Thursday", "last Thursday", "Thursday of last week"; "yesterday", "late yesterday", "the day before yesterday".</summary>
    private Found? Weekdays(int i)
    {
        int e = SkipEdge(i);
        if (Word(e)?.Day is { } offset) return new Found(e + 1, new RelativeDay(offset));
        if (Is(i, "the") && Word(i + 1)?.Unit == 'D' && (Is(i + 2, "before") || Is(i + 2, "after")) && Word(i + 3)?.Day is { } near) return new Found(i + 4, new RelativeDay(near + (Is(i + 2, "before") ? -1 : 1)));
        if (Word(e)?.Shift is { } shift && WeekdayAt(e + 1, out int shifted) is { } named) return new Found(shifted, new NamedWeekday(named, shift));
        if (WeekdayAt(e, out int after) is { } weekday) return new Found(after, new NamedWeekday(weekday, null));
        if ((Is(i, "that") || (Is(i, "the") && Is(i + 1, "same"))) && Word(Is(i, "that") ? i + 1 : i + 2) is { Unit: 'D', Plural: false }) return new Found(Is(i, "that") ? i + 2 : i + 3, new SameDay(0));
        if (Is(i, "the") && (Is(i + 1, "next") || Is(i + 1, "following")) && Word(i + 2) is { Unit: 'D', Plural: false }) return new Found(i + 3, new SameDay(1));
        if (Is(i, "the") && Is(i + 1, "previous") && Word(i + 2) is { Unit: 'D', Plural: false }) return new Found(i + 3, new SameDay(-1));
        return null;
    }
}
