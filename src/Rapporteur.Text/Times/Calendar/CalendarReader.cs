using System.Collections.Frozen;

namespace Rapporteur.Text.Times;

/// <summary>Reads calendar phrases in a row of lexemes. This part holds the small pieces that the rules are made of.</summary>
/// <remarks>An index out of range is simply no such piece. Every <c>…At</c> looks at one place and returns what begins there, or null.</remarks>
/// <param name="text">The characters.</param>
/// <param name="lexemes">The lexemes of one paragraph.</param>
/// <param name="now">The moment that relative phrases are seen from.</param>
/// <param name="tenseAt">Tells of what time the clause around a span speaks.</param>
internal sealed partial class CalendarReader(string text, List<TimeLexeme> lexemes, DateTime now, Func<TextSpan, Tense> tenseAt)
{
    private readonly DateOnly _today = DateOnly.FromDateTime(now);
    private Tense? _tense;
    private int _at;

    private Tense ClauseTense => _tense ??= tenseAt(lexemes[_at].Span);

    private TimeWord? Word(int i) => i >= 0 && i < lexemes.Count ? lexemes[i].Word : null;

    private int? Digits(int i) => i >= 0 && i < lexemes.Count && lexemes[i].Number >= 0 ? lexemes[i].Number : null;

    private int Length(int i) => lexemes[i].Span.Length;

    private char Mark(int i) => i >= 0 && i < lexemes.Count ? lexemes[i].Mark : '\0';

    private bool IsWord(int i) => i >= 0 && i < lexemes.Count && lexemes[i].IsWord;

    private bool Is(int i, string word) => IsWord(i) && lexemes[i].Span.Of(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    private bool IsAny(int i, params ReadOnlySpan<string> words)
    {
        foreach (string word in words)
        {
            if (Is(i, word)) return true;
        }

        return false;
    }

    // No white space from one lexeme to the other.
    private bool Touch(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (i < 0 || i + 1 >= lexemes.Count || lexemes[i].Span.End != lexemes[i + 1].Span.Start) return false;
        }

        return true;
    }

    private int Skip(int i, string word) => Is(i, word) ? i + 1 : i;

    private int SkipMark(int i, char mark) => Mark(i) == mark ? i + 1 : i;

    // The dot after "Sept" and "a.m".
    private int SkipDot(int i) => Mark(i) == '.' && Touch(i - 1, i) && i + 1 < lexemes.Count ? i + 1 : i;

    private bool IsDash(int i) => Mark(i) is '-' or '–' or '—' or '~';

    // "to", "-", "till", "until", "through", "~"
    private int? ToAt(int i) => IsAny(i, "to", "till", "til", "until", "through", "thru") || IsDash(i) ? i + 1 : null;

    // "12", "twelve", "twenty-five", "nineteen hundred ninety three" where allowed by the rule that asks.
    private Read<int>? CountAt(int i)
    {
        if (Digits(i) is { } digits) return new(i + 1, digits);
        return Word(i) is { Cardinal: not null, Form: not ("a" or "an") } ? SpelledAt(i) : null;
    }

    private Read<int>? SpelledAt(int i)
    {
        if (Word(i)?.Cardinal is not { } first) return null;
        int total = first, j = i + 1;
        if (first >= 20 && first % 10 == 0 && Word(Mark(j) == '-' ? j + 1 : j) is { Cardinal: > 0 and < 10, Form: not ("a" or "an") } ones)
        {
            total += ones.Cardinal.Value;
            j = Mark(j) == '-' ? j + 2 : j + 1;
        }

        return new(j, total);
    }

    // "4th", "fourth", "twenty-fourth", "thirty first"
    private Read<int>? OrdinalAt(int i)
    {
        if (Word(i)?.Ordinal is { } plain) return new(i + 1, plain);
        if (Word(i)?.Cardinal is not { } tens || tens < 20 || tens % 10 != 0) return null;
        int j = Mark(i + 1) == '-' ? i + 2 : i + 1;
        return Word(j)?.Ordinal is { } ones && ones < 10 ? new(j + 1, tens + ones) : null;
    }

    // "2016", "nineteen ninety-six", "two thousand and twenty", "seventeen hundred thirty three"
    private Read<int>? YearAt(int i)
    {
        if (Digits(i) is { } year) return Length(i) == 4 && year is >= 1500 and <= 2150 ? new(i + 1, year) : null;
        if (SpelledAt(i) is not { } high || Word(i)!.Form is "a" or "an") return null;
        if (Word(high.End)?.Scale is { } scale)
        {
            int j = Skip(high.End + 1, "and"), rest = 0, end = high.End + 1;
            if (SpelledAt(j) is { Value: < 100 } low && Word(j)!.Form is not ("a" or "an")) (rest, end) = (low.Value, low.End);
            int sum = (high.Value * scale) + rest;
            return sum is >= 1500 and <= 2150 ? new(end, sum) : null;
        }

        return high.Value is >= 15 and <= 21 && SpelledAt(high.End) is { Value: >= 10 and < 100 } tens ? new(tens.End, (high.Value * 100) + tens.Value) : null;
    }

    // A year in a date, where two digits are enough: "April of 87", "12 June, 2016".
    private Read<int>? YearOfDateAt(int i, bool twoDigits = false)
    {
        if (YearAt(i) is { } year) return year;
        return twoDigits && Digits(i) is { } two && Length(i) == 2 && ClockTimeAt(i, loose: false) is null ? new(i + 1, two + (two >= 40 ? 1900 : 2000)) : null;
    }

    private Read<int>? MonthAt(int i)
    {
        if (Word(i) is not { Month: { } month } word) return null;
        if (Mark(i - 1) == '$' && Touch(i - 1, i)) return null;
        return new(word.Form.Length <= 4 && word.Form != "may" && Mark(i + 1) == '.' && Touch(i, i + 1) && (IsWord(i + 2) || Digits(i + 2) is not null) ? i + 2 : i + 1, month);
    }

    private Read<int>? WeekdayAt(int i) => Word(i)?.Weekday is { } day && !(Word(i)!.Form is "sun" && Is(i + 1, "will")) ? new(SkipDot(i + 1) is var end && Word(end) is not null ? end : i + 1, day) : null;

    // -1 "last", 0 "this", 1 "next"; "this past" is -1, "this upcoming" 1.
    private Read<int>? ShiftAt(int i)
    {
        if (Word(i)?.Shift is not { } shift) return null;
        // "will last two hours"
        if (Is(i, "last") && IsAny(i - 1, "will", "t", "to", "would", "should", "can", "not")) return null;
        return shift == 0 && Word(i + 1)?.Shift is { } second and not 0 ? new(i + 2, second) : new(i + 1, shift);
    }
}
