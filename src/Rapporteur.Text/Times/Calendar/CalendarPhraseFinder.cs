using System.Collections.Frozen;

namespace Rapporteur.Text.Times;

/// <summary>Finds phrases that answer "when", with both ends of what they span.</summary>
/// <remarks>
/// A layer beside <see cref="AnnotatedText.Times"/>, which keeps to TIMEX3: here "from 3 to 5pm tomorrow" is one phrase with a start and an end.
/// Words are data: <c>Languages/English/times.tsv</c> and <c>calendar.tsv</c>.
/// </remarks>
public static class CalendarPhraseFinder
{
    private static readonly Lazy<FrozenDictionary<string, TimeWord>> Words = new(() =>
        TimeWord.Load(Languages.WordTable.Read("times.tsv").Concat(Languages.WordTable.Read("calendar.tsv"))));

    /// <summary>The phrases of a text in text order; none overlap.</summary>
    /// <param name="text">A text with paragraphs, tokens and sentences.</param>
    /// <param name="now">The moment that "tomorrow" and "in two hours" are seen from: for an article its publication.</param>
    public static IReadOnlyList<CalendarPhrase> Find(AnnotatedText text, DateTime now)
    {
        List<CalendarPhrase> found = [];
        // Nothing can be counted from the first and last years that dates have.
        if (now.Year is < 200 or > 9700) return found;
        List<TimeLexeme> lexemes = [];
        TimeLexer lexer = new(Words.Value);
        ClauseTense tense = new(text, Words.Value);
        foreach (TextSpan paragraph in text.Paragraphs)
        {
            lexer.Cut(text.Text, paragraph, lexemes);
            CalendarReader reader = new(text.Text, lexemes, now, tense.At);
            for (int i = 0; i < lexemes.Count; i++)
            {
                if (ReadAt(reader, i) is not { } read) continue;
                found.Add(read.Value with { Span = new TextSpan(lexemes[i].Span.Start, lexemes[read.End - 1].Span.End) });
                i = read.End - 1;
            }
        }

        return found;
    }

    // What would fall outside the years that dates have ("in 9000 years") is no phrase.
    private static Read<CalendarPhrase>? ReadAt(CalendarReader reader, int i)
    {
        try
        {
            return reader.PhraseAt(i);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}
