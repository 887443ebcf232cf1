using System.Collections.Frozen;
using System.Globalization;

namespace Rapporteur.Text.Times;

/// <summary>One word, number or mark, finer than a token: "third-quarter" is three, "5pm" is two.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Word">What it can mean in an expression of time; null when nothing.</param>
/// <param name="Number">The value of a run of digits; -1 when it is none or too long to be one.</param>
/// <param name="Mark">A single punctuation mark; NUL for words and numbers.</param>
internal readonly record struct TimeLexeme(TextSpan Span, TimeWord? Word, int Number, char Mark)
{
    public bool IsWord => Number < 0 && Mark == '\0';
}

/// <summary>Cuts a paragraph into lexemes, independent of how tokens are cut.</summary>
internal sealed class TimeLexer(FrozenDictionary<string, TimeWord> words)
{
    // The longest run of digits that still means something here: 20161016.
    private const int MostDigits = 8;

    private readonly FrozenDictionary<string, TimeWord>.AlternateLookup<ReadOnlySpan<char>> _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Appends the lexemes of a paragraph; the list is cleared first.</summary>
    public void Cut(string text, TextSpan paragraph, List<TimeLexeme> lexemes)
    {
        lexemes.Clear();
        int at = paragraph.Start;
        while (at < paragraph.End)
        {
            char c = text[at];
            int end = at + 1;
            if (char.IsWhiteSpace(c))
            {
            }
            else if (char.IsAsciiDigit(c))
            {
                while (end < paragraph.End && char.IsAsciiDigit(text[end])) end++;
                // "1st", "22nd" and "1990s" read better as one word than as two.
                if (OrdinalAt(text, at, end, paragraph.End) is { } ordinal)
                {
                    lexemes.Add(new(new TextSpan(at, end + 2), ordinal, -1, '\0'));
                    end += 2;
                }
                else
                {
                    lexemes.Add(new(new TextSpan(at, end), null, end - at <= MostDigits ? int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture) : -1, '\0'));
                }
            }
            else if (char.IsLetter(c))
            {
                while (end < paragraph.End && char.IsLetter(text[end])) end++;
                _words.TryGetValue(text.AsSpan(at, end - at), out TimeWord? word);
                lexemes.Add(new(new TextSpan(at, end), word, -1, '\0'));
            }
            else
            {
                lexemes.Add(new(new TextSpan(at, end), null, -1, c));
            }

            at = end;
        }
    }

    // "4th", also "04th" and "21th" as people type them.
    private TimeWord? OrdinalAt(string text, int at, int end, int limit)
    {
        if (end + 2 > limit || (end + 2 < limit && char.IsLetterOrDigit(text[end + 2])) || end - at > 3) return null;
        if (text.AsSpan(end, 2) is not (['s' or 'S', 't' or 'T'] or ['n' or 'N' or 'r' or 'R', 'd' or 'D'] or ['t' or 'T', 'h' or 'H'])) return null;
        int number = int.Parse(text.AsSpan(at, end - at), CultureInfo.InvariantCulture);
        string suffix = number % 100 is >= 11 and <= 13 ? "th" : (number % 10) switch { 1 => "st", 2 => "nd", 3 => "rd", _ => "th" };
        return _words.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{number}{suffix}"), out TimeWord? word) && word.Ordinal is not null ? word : null;
    }
}
