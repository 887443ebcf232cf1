namespace Rapporteur.Text.Times;

using static TimeMeaning;

/// <content>The small pieces that the rules are made of. An index out of range is simply no such piece.</content>
internal sealed partial class TimeGrammar
{
    private TimeWord? Word(int i) => i >= 0 && i < lexemes.Count ? lexemes[i].Word : null;

    private int? Number(int i) => i >= 0 && i < lexemes.Count && lexemes[i].Number >= 0 ? lexemes[i].Number : null;

    private char Mark(int i) => i >= 0 && i < lexemes.Count ? lexemes[i].Mark : '\0';

    private int Digits(int i) => lexemes[i].Span.Length;

    private bool IsWordLike(int i) => i >= 0 && i < lexemes.Count && lexemes[i].IsWord;

    private bool Is(int i, string word) =>
        i >= 0 && i < lexemes.Count && lexemes[i].IsWord && lexemes[i].Span.Length == word.Length
        && lexemes[i].Span.Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsCapital(int i) => char.IsUpper(text[lexemes[i].Span.Start]);

    // No white space from one lexeme to the other.
    private bool Touch(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (i < 0 || i + 1 >= lexemes.Count || lexemes[i].Span.End != lexemes[i + 1].Span.Start) return false;
        }

        return true;
    }

    private bool IsGenitive(int i) => Mark(i) is '\'' or '’' && Is(i + 1, "s") && Touch(i, i + 1);

    private int AfterComma(int i) => Mark(i) == ',' ? i + 1 : i;

    private int SkipDot(int i) => Mark(i) == '.' && Touch(i - 1, i) ? i + 1 : i;

    // The dot after "Oct" belongs to it unless the text ends there.
    private bool EndsSentence(int i) => i + 1 >= lexemes.Count || (lexemes[i + 1].IsWord && IsCapital(i + 1) && lexemes[i - 1].Word?.Form.Length > 4);

    // "early", "late in", "the beginning of", "mid-": they belong to the expression and leave its value as it is.
    private int SkipEdge(int i)
    {
        int j = Is(i, "the") ? i + 1 : i;
        if (Word(j)?.Edge is null) return i;
        int k = j + 1;
        if (Mark(k) == '-') k++;
        if (Is(k, "in") || Is(k, "of") || Is(k, "on")) k++;
        // "the end of" needs its "of"; "later" and "earlier" need "this" or "last" after them.
        if (j > i && !Is(k - 1, "of")) return i;
        if (Word(j)!.Form is "later" or "earlier" && Word(k)?.Shift is null && Word(k)?.Day is null && Is(k, "the") is false) return i;
        return Word(k) is null && !Is(k, "the") && Number(k) is null ? i : k;
    }

    private int SkipZone(int i)
    {
        if (i >= lexemes.Count || !lexemes[i].IsWord || lexemes[i].Span.Length is < 2 or > 4) return i;
        ReadOnlySpan<char> zone = lexemes[i].Span.Of(text);
        return zone is "EDT" or "EST" or "CDT" or "CST" or "MDT" or "MST" or "PDT" or "PST" or "ET" or "CT" or "PT" or "GMT" or "UTC" or "BST" or "CET" or "CEST" or "EET" or "MSK" or "IST" ? i + 1 : i;
    }

    private int? MonthAt(int i) => Word(i) is { Month: { } month } word && (word.Form.Length > 3 || word.Form == "may" || Mark(i + 1) == '.' || Number(i + 1) is not null || IsCapital(i)) ? month : null;

    private int? WeekdayAt(int i, out int after)
    {
        after = i + 1;
        if (Word(i)?.Weekday is not { } weekday || !IsCapital(i)) return null;
        if (lexemes[i].Word!.Form.EndsWith("day", StringComparison.Ordinal)) return weekday;
        // "Sun", "Sat", "Mon" alone are words of other kinds.
        if (Mark(i + 1) != '.' || !Touch(i, i + 1)) return null;
        after = i + 2;
        return weekday;
    }

    private int? DayNumber(int i)
    {
        if (Number(i) is { } day && Digits(i) <= 2 && day is >= 1 and <= 31 && Mark(i + 1) != '%' && !(Mark(i + 1) == ':' && Touch(i, i + 2))) return Mark(i + 1) == '.' && Number(i + 2) is not null && Touch(i, i + 2) ? null : day;
        return Word(i)?.Ordinal is { } ordinal && ordinal <= 31 && char.IsAsciiDigit(text[lexemes[i].Span.Start]) ? ordinal : Word(i)?.Ordinal;
    }

    private bool IsClockAfter(int i) => Meridiem(i) is not null;

    private int? YearNumber(int i) => Number(i) is { } year && Digits(i) == 4 && year is >= 1000 and <= 2999 ? year : null;

    // Two-digit years stand for those of a news archive: 69 to 99 are of the last century, as POSIX reads them.
    private static int FullYear(int year, int digits) => digits == 4 ? year : digits == 2 ? year + (year >= 69 ? 1900 : 2000) : 0;

    private bool TakesDate(int i) =>
        Is(i, "in") || Is(i, "of") || Is(i, "since") || Is(i, "by") || Is(i, "until") || Is(i, "till") || Is(i, "from") || Is(i, "to") || Is(i, "during") || Is(i, "before")
        || Is(i, "after") || Is(i, "for") || Is(i, "through") || Is(i, "between") || Is(i, "and") || Is(i, "around") || Is(i, "about") || Is(i, "the") || Is(i, "early")
        || Is(i, "late") || Is(i, "mid") || Is(i, "last") || Is(i, "next") || Is(i, "this") || Is(i, "on") || Is(i, "than") || (Mark(i) == '-' && (Is(i - 1, "mid") || Is(i - 1, "pre") || Is(i - 1, "post")));

    // "three years", "24 hours", "a decade", "several weeks", "two and a half months", "10-year"
    private (int End, Amount Amount)? AmountAt(int i)
    {
        if (QuantityAt(i) is not { } quantity) return null;
        int j = quantity.End;
        bool hyphen = Mark(j) == '-' && Touch(j - 1, j + 1);
        if (hyphen) j++;
        else if (Is(j, "more") || Is(j, "full") || Is(j, "straight") || Is(j, "consecutive")) j++;
        if (Word(j)?.Unit is not { } unit) return null;
        // "a second" is an ordinal more often than a length.
        if (unit == 'S' && !Word(j)!.Plural && quantity.Number is null or 1) return null;
        // "more than a quarter", "three-quarters of": a fraction more often than months.
        if (unit == 'Q' && (hyphen || quantity.Number is 1)) return null;
        return (j + 1, new Amount(quantity.Number, unit));
    }

    private (int End, decimal? Number)? QuantityAt(int i)
    {
        if (Word(i) is { Fuzzy: true }) return Is(i, "couple") && Is(i + 1, "of") ? (i + 2, 2) : (i + 1, null);
        if (Is(i, "a") && (Is(i + 1, "few") || Is(i + 1, "couple"))) return Is(i + 2, "of") ? (i + 3, Is(i + 1, "couple") ? 2 : null) : (i + 2, Is(i + 1, "couple") ? 2 : null);
        if (Is(i, "half") && (Is(i + 1, "a") || Is(i + 1, "an"))) return (i + 2, 0.5m);
        (int End, decimal Number)? number = Number(i) is { } digits ? Decimal(i, digits) : SpelledAt(i);
        if (number is not { } n) return null;
        // "2 1/2"
        if (Number(n.End) == 1 && Mark(n.End + 1) == '/' && Number(n.End + 2) == 2 && Touch(n.End, n.End + 2)) return (n.End + 3, n.Number + 0.5m);
        if (Is(n.End, "and") && Is(n.End + 1, "a") && Is(n.End + 2, "half")) return (n.End + 3, n.Number + 0.5m);
        return (n.End, n.Number);
    }

    private (int End, decimal Number) Decimal(int i, int digits)
    {
        if (Mark(i + 1) == '.' && Number(i + 2) is { } fraction && Touch(i, i + 2)) return (i + 3, digits + (fraction / (decimal)Math.Pow(10, Digits(i + 2))));
        if (Mark(i + 1) == ',' && Number(i + 2) is { } thousands && Digits(i + 2) == 3 && Touch(i, i + 2)) return (i + 3, (digits * 1000m) + thousands);
        return (i + 1, digits);
    }

    // "twenty-four", "two hundred", "a hundred"
    private (int End, decimal Number)? SpelledAt(int i)
    {
        if (Word(i)?.Cardinal is not { } first) return null;
        int total = first, j = i + 1;
        if (first >= 20 && first % 10 == 0)
        {
            int k = Mark(j) == '-' ? j + 1 : j;
            if (Word(k)?.Cardinal is { } ones and > 0 and < 10 && Word(k)!.Form.Length > 1)
            {
                total += ones;
                j = k + 1;
            }
        }

        if (Word(j)?.Scale is { } scale) return (j + 1, total * scale);
        return (j, total);
    }
}
