using System.Collections.Frozen;

namespace Rapporteur.Text.Times;

/// <summary>Finds expressions of time and says which time they mean.</summary>
/// <remarks>Rules over words that are data (<c>Languages/English/times.tsv</c>); the tense of the clause decides whether "on Thursday" is past or to come.</remarks>
public static class TimeExpressionFinder
{
    private static readonly Lazy<FrozenDictionary<string, TimeWord>> Words = new(() => TimeWord.Load(Languages.WordTable.Read("times.tsv")));

    /// <summary>The expressions of a text in text order; none overlap.</summary>
    /// <param name="text">A text with paragraphs, tokens and sentences; tags and trees are used where there are any.</param>
    public static IReadOnlyList<TimeExpression> Find(AnnotatedText text)
    {
        List<TimeExpression> found = [];
        List<TimeLexeme> lexemes = [];
        TimeLexer lexer = new(Words.Value);
        // Nothing can be counted from the first and last years that dates have; no article is of that day either.
        TimeResolver resolver = new(text.Published is { Year: > 200 and < 9700 } ? text.Published : null);
        ClauseTense tense = new(text, Words.Value);
        foreach (TextSpan paragraph in text.Paragraphs)
        {
            lexer.Cut(text.Text, paragraph, lexemes);
            TimeGrammar grammar = new(text.Text, lexemes);
            for (int i = 0; i < lexemes.Count; i++)
            {
                if (grammar.Match(i) is not { } match) continue;
                TextSpan span = new(lexemes[i].Span.Start, lexemes[match.End - 1].Span.End);
                (TimeType type, string value) = resolver.Resolve(match.Meaning, tense.At(span));
                found.Add(new TimeExpression(span, type, value));
                i = match.End - 1;
            }
        }

        return found;
    }
}
