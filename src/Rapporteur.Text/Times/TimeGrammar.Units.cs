namespace Rapporteur.Text.Times;

using static TimeMeaning;

/// <content>Calendar units, distances, lengths, recurring times and words that only point.</content>
internal sealed partial class TimeGrammar
{
    /// <summary>"last year", "earlier this month", "the current week", "the weekend".</summary>
    private Found? CalendarUnit(int at)
    {
        int i = SkipEdge(at);
        int j = Is(i, "the") ? i + 1 : i;
        if (Word(j)?.Shift is { } shift && Word(j + 1) is { Unit: { } unit, Plural: false } && unit is not ('S' or 'm' or 'H'))
        {
            // "this day" is today; "the past year" is a length, not the year before.
            if (Is(j, "past") && j > i) return new Found(j + 2, new Duration(new Amount(1, unit)));
            return new Found(j + 2, unit == 'D' ? new RelativeDay(shift) : new RelativeUnit(unit, shift));
        }

        // "the year ended June 30" is a length, "for the year" the present one.
        if (Is(i, "the") && (Is(i + 1, "year") || (Is(i + 1, "fiscal") && Is(i + 2, "year"))))
        {
            int end = Is(i + 1, "year") ? i + 2 : i + 3;
            if (Is(end, "ended") || Is(end, "ending")) return new Found(end, new Duration(new Amount(1, 'Y')));
            if (end == i + 3 || ((Is(i - 1, "for") || Is(i - 1, "of")) && Mark(end) != '-')) return new Found(end, new RelativeUnit('Y', 0));
        }

        if (Is(i, "the") && Word(i + 1) is { Unit: 'E', Plural: false }) return new Found(i + 2, new RelativeUnit('E', -9));
        return null;
    }

    /// <summary>"two years ago", "a year earlier", "three days later", "ten days from now", "in two weeks".</summary>
    private Found? Distance(int i)
    {
        if (AmountAt(i) is not { } amount) return null;
        int end = amount.End;
        if (Word(end)?.Ago is { } sign && !Is(end, "before") && !Is(end, "after"))
            return new Found(end + 1, new TimeMeaning.Distance(amount.Amount, sign, FromToday: Is(end, "ago") || Is(end, "earlier") || Is(end, "hence")));
        if (Is(end, "from") && (Is(end + 1, "now") || Is(end + 1, "today"))) return new Found(end + 2, new TimeMeaning.Distance(amount.Amount, 1, FromToday: true));
        return null;
    }

    /// <summary>"three years", "the past two months", "the first nine months", "two-year".</summary>
    private Found? Length(int i)
    {
        int j = Is(i, "the") ? i + 1 : i;
        bool moved = false;
        if (Word(j)?.Shift is not null || (j > i && (Word(j)?.Ordinal == 1 || Is(j, "final"))))
        {
            j++;
            moved = true;
        }

        // "for weeks", "within days", "the first time in years"
        if (j == i && Word(i) is { Plural: true, Unit: 'D' or 'W' or 'M' or 'Y' or 'd' or 'C' } bare && (Is(i - 1, "for") || Is(i - 1, "within") || Is(i - 1, "in")) && !Is(i + 1, "of"))
            return new Found(i + 1, new Duration(new Amount(null, bare.Unit.Value)));
        if (AmountAt(j) is not { } amount) return null;
        // "the three years" is a length too, but the article stands outside unless something binds it.
        if (j > i && !moved && !Is(i, "the")) return null;
        // "a year", "a day" beside a price is a rate: it is a length only where something asks for one.
        if (!moved && (Is(j, "a") || Is(j, "an")) && !AsksForLength(i - 1)) return null;
        if (amount.Amount is { Unit: 'S' or 'm' } && amount.Amount.Number is null) return null;
        // "a 6-year-old": an age.
        if ((Mark(amount.End) == '-' && Is(amount.End + 1, "old")) || Is(amount.End, "old")) return null;
        return new Found(amount.End, new Duration(amount.Amount));
    }

    private bool AsksForLength(int i) =>
        Is(i, "for") || Is(i, "in") || Is(i, "within") || Is(i, "over") || Is(i, "about") || Is(i, "than") || Is(i, "half") || Is(i, "nearly")
        || Is(i, "almost") || Is(i, "during") || Is(i, "after") || Is(i, "least") || Is(i, "every") || Is(i, "take") || Is(i, "last");

    /// <summary>"the third quarter of 1989", "third-quarter", "this year's third quarter", "Q3 2019".</summary>
    private Found? Quarter(int at)
    {
        int i = SkipEdge(at);
        if (Is(i, "the")) i++;
        int? yearShift = null, year = null;
        if (Word(i)?.Shift is { } shift && Word(i + 1)?.Unit == 'Y' && IsGenitive(i + 2))
        {
            yearShift = shift;
            i += 4;
        }
        else if (YearNumber(i) is { } owner)
        {
            year = owner;
            i += IsGenitive(i + 1) ? 3 : 1;
        }
        else if (YearAgo(i) is { } past)
        {
            yearShift = -1;
            i = past;
        }

        if (Is(i, "fiscal")) i++;
        if (Word(i)?.Ordinal is not { } n || n > 4) return null;
        int j = Mark(i + 1) == '-' ? i + 2 : Is(i + 1, "fiscal") ? i + 2 : i + 1;
        if (Word(j) is not { Unit: 'Q', Plural: false }) return null;
        int end = j + 1;
        int of = Is(end, "of") ? end + 1 : end;
        if (Is(of, "fiscal")) of++;
        if (YearNumber(of) is { } stated) return new Found(of + 1, new TimeMeaning.Quarter(n, stated, null));
        if (Is(end, "of") && Word(of)?.Shift is { } ofShift && Word(of + 1)?.Unit == 'Y') return new Found(of + 2, new TimeMeaning.Quarter(n, null, ofShift));
        return new Found(end, new TimeMeaning.Quarter(n, year, yearShift));
    }

    /// <summary>"the quarter", "the latest quarter", "the year-earlier period", "the 1988 quarter", "the quarter a year ago".</summary>
    private Found? QuarterSpokenOf(int i)
    {
        int j = Is(i, "the") ? i + 1 : i;
        if (Is(j, "comparable") || Is(j, "corresponding")) j++;
        if (YearAgo(j) is { } past) return IsPeriod(past) ? new Found(past + 1, new SameQuarter(-1)) : j > i || i == 0 ? new Found(past, new SameQuarter(-1)) : null;
        if (j == i) return null;
        if (YearNumber(j) is { } year && IsPeriod(j + 1)) return new Found(j + 2, new SameQuarter(0, year));
        if (Is(j, "latest") && IsPeriod(j + 1)) return new Found(j + 2, new SameQuarter(0));
        if (Is(j, "corresponding") || !(Word(j) is { Unit: 'Q', Plural: false } || (j > i + 1 && Is(j, "period")))) return null;
        if (Mark(j + 1) == '-') return null;
        if (Is(j + 1, "last") && Is(j + 2, "year")) return new Found(j + 3, new SameQuarter(-1));
        return Is(j + 1, "a") && Is(j + 2, "year") && (Is(j + 3, "ago") || Is(j + 3, "earlier")) ? new Found(j + 4, new SameQuarter(-1)) : new Found(j + 1, new SameQuarter(0));
    }

    // After "year-earlier", "year-ago".
    private int? YearAgo(int i) => Is(i, "year") && Mark(i + 1) == '-' && (Is(i + 2, "earlier") || Is(i + 2, "ago")) ? i + 3 : null;

    private bool IsPeriod(int i) => Word(i) is { Unit: 'Q', Plural: false } || Is(i, "period");

    /// <summary>"Christmas", "Thanksgiving Day", "last Easter", "New Year's Eve", "Independence Day 2020".</summary>
    private Found? Feast(int at)
    {
        int? shift = Word(at)?.Shift;
        int i = shift is null ? at : at + 1;
        if (i >= lexemes.Count || !lexemes[i].IsWord || !IsCapital(i)) return null;
        int end;
        string? rule;
        if (Is(i, "New") && Is(i + 1, "Year") && IsGenitive(i + 2) && (Is(i + 4, "Day") || Is(i + 4, "Eve")))
        {
            (end, rule) = (i + 5, Is(i + 4, "Eve") ? "12-31" : "01-01");
        }
        else
        {
            (end, rule) = (i + 1, Word(i)?.Holiday);
            bool day = Is(end, "Day");
            if (rule is null || (!day && Word(i)!.Form is "independence" or "memorial" or "labor" or "labour" or "valentine")) return null;
            if (Is(end, "Eve") && rule == "12-25") (end, rule) = (end + 1, "12-24");
            else if (day) end++;
        }

        if (YearNumber(AfterComma(end)) is { } year) return new Found(AfterComma(end) + 1, new Holiday(rule, year, null));
        return new Found(end, new Holiday(rule, null, shift));
    }

    /// <summary>"last fall", "this summer", "the summer of 2019".</summary>
    private Found? Season(int at)
    {
        int i = SkipEdge(at);
        if (Is(i, "the")) i++;
        if (Word(i)?.Shift is { } shift && Word(i + 1)?.Season is { } moved) return new Found(i + 2, new TimeMeaning.Season(moved, null, shift));
        if (Word(i)?.Season is not { } season) return null;
        int of = Is(i + 1, "of") ? i + 2 : i + 1;
        if (YearNumber(of) is { } year) return new Found(of + 1, new TimeMeaning.Season(season, year, null));
        if (SpelledYear(of) is { } spelled) return new Found(spelled.End, new TimeMeaning.Season(season, spelled.Year, null));
        // "spring" and "fall" are verbs as well.
        bool sure = Word(i)!.Form is "summer" or "winter" or "autumn" || (i > at && Is(at, "the"));
        return sure && (i > at || Is(i - 1, "in") || Is(i - 1, "by") || Is(i - 1, "until")) ? new Found(i + 1, new TimeMeaning.Season(season, null, null)) : null;
    }

    /// <summary>"the 1990s", "the '90s", "the nineties", "the 19th century".</summary>
    private Found? DecadeOrCentury(int at)
    {
        int i = SkipEdge(at);
        if (Is(i, "the")) i++;
        if (Number(i) is { } year && Digits(i) == 4 && year % 10 == 0 && year is >= 1100 and < 2100 && Is(i + 1, "s") && Touch(i, i + 1)) return new Found(i + 2, new Decade(year / 10));
        if (Number(i) is { } spaced && Digits(i) == 4 && spaced % 10 == 0 && spaced is >= 1100 and < 2100 && Mark(i + 1) is '\'' or '’' && Is(i + 2, "s") && Touch(i, i + 2)) return new Found(i + 3, new Decade(spaced / 10));
        if (Mark(i) is '\'' or '’' && Number(i + 1) is { } two && Digits(i + 1) == 2 && two % 10 == 0 && Is(i + 2, "s") && Touch(i, i + 2)) return new Found(i + 3, new Decade(190 + (two / 10)));
        if (Word(i)?.Decade is { } tens && i > at) return new Found(i + 1, new Decade(190 + tens));
        if (Word(i)?.Ordinal is { } nth && nth < 30 && (Word(i + 1)?.Unit == 'C' || (Mark(i + 1) == '-' && Word(i + 2)?.Unit == 'C'))) return new Found(Mark(i + 1) == '-' ? i + 3 : i + 2, new Century(nth));
        return null;
    }

    /// <summary>"now", "recently", "the future", "the past", "recent years".</summary>
    private Found? Reference(int i)
    {
        if (Is(i, "the") && Is(i + 1, "future") && !IsWordLike(i + 2)) return new Found(i + 2, new TimeMeaning.Reference("FUTURE_REF"));
        if (Is(i, "the") && Is(i + 1, "future")) return new Found(i + 2, new TimeMeaning.Reference("FUTURE_REF"));
        if (Is(i, "the") && Is(i + 1, "past") && Word(i + 2)?.Unit is null && AmountAt(i + 2) is null) return new Found(i + 2, new TimeMeaning.Reference("PAST_REF"));
        if (Is(i, "at") && Is(i + 1, "the") && Is(i + 2, "moment")) return new Found(i + 3, new TimeMeaning.Reference("PRESENT_REF"));
        if (Is(i, "recent") && Word(i + 1) is { Plural: true, Unit: { } recent }) return new Found(i + 2, new Duration(new Amount(null, recent)));
        if (Word(i)?.Reference is { } reference) return new Found(i + 1, new TimeMeaning.Reference(reference));
        if (Word(i)?.Adjective is { } lone && Is(i, "current")) return new Found(i + 1, new TimeMeaning.Reference(lone));
        return null;
    }

    /// <summary>"every Monday", "each year", "every two weeks", "daily", "Mondays".</summary>
    private Found? Recurring(int i)
    {
        if (Word(i) is { Each: true })
        {
            if (WeekdayAt(i + 1, out int after) is { } weekday) return new Found(after, new Set($"XXXX-WXX-{weekday}"));
            if (MonthAt(i + 1) is { } month && IsCapital(i + 1)) return new Found(i + 2, new Set($"XXXX-{month:00}"));
            if (Word(i + 1)?.Part is { } part) return new Found(i + 2, new Set("T" + part));
            if (Word(i + 1) is { Unit: { } unit, Plural: false }) return new Found(i + 2, new Set(new Amount(1, unit).Value));
            if (AmountAt(i + 1) is { } amount) return new Found(amount.End, new Set(amount.Amount.Value));
            if (Is(i + 1, "other") && Word(i + 2) is { Unit: { } second }) return new Found(i + 3, new Set(new Amount(2, second).Value));
        }

        if (Word(i)?.Set is { } value) return new Found(i + 1, new Set(value));
        return Word(i)?.Weekdays is { } plural ? new Found(i + 1, new Set($"XXXX-WXX-{plural}")) : null;
    }

    /// <summary>A year that stands alone.</summary>
    private Found? Year(int at)
    {
        if (SpelledYear(Is(at, "the") && Is(at + 1, "year") ? at + 2 : at) is { } spelled) return new Found(spelled.End, new Calendar(spelled.Year, null, null));
        int i = Is(at, "fiscal") ? at + 1 : at;
        if (YearNumber(i) is not { } year || year is < 1500 or > 2099) return null;
        // A number of this size is a year after a word that takes a date, or where nothing is counted by it.
        if (Mark(i - 1) is '$' or '€' or '£' or '#' or '.' or ',' && Touch(i - 1, i)) return null;
        if (Mark(i + 1) is '.' or ',' or '-' or '/' or '%' && Number(i + 2) is not null && Touch(i, i + 2)) return null;
        bool sure = i > at || TakesDate(i - 1) || IsGenitive(i + 1) || (Mark(i - 1) is '(' or '-' or '–') || Is(i - 1, "the");
        return sure && !IsCounted(i + 1) ? new Found(i + 1, new Calendar(year, null, null)) : null;
    }

    // "nineteen ninety-six", "two thousand and five", "twenty fifteen"
    private (int End, int Year)? SpelledYear(int i)
    {
        if (Is(i, "two") && Is(i + 1, "thousand"))
        {
            int j = Is(i + 2, "and") ? i + 3 : i + 2;
            return SpelledAt(j) is { Number: < 100 } rest ? (rest.End, 2000 + (int)rest.Number) : Is(i - 1, "year") || TakesDate(i - 1) ? (i + 2, 2000) : null;
        }

        if (Word(i)?.Cardinal is not (19 or 20)) return null;
        return SpelledAt(i + 1) is { Number: >= 10 and < 100 } tens && Word(tens.End)?.Unit is null ? (tens.End, (Word(i)!.Cardinal!.Value * 100) + (int)tens.Number) : null;
    }

    // "2000 soldiers": a plural noun right after the number.
    private bool IsCounted(int i) => i < lexemes.Count && lexemes[i].IsWord && lexemes[i].Word is null && lexemes[i].Span.Length > 3
        && char.IsLower(text[lexemes[i].Span.Start]) && text[lexemes[i].Span.End - 1] == 's' && text[lexemes[i].Span.End - 2] != 's' && !Is(i, "was");
}
