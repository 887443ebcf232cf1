using System.Collections.Frozen;
using Rapporteur.Text.Coreference;
using Rapporteur.Text.Languages;

namespace Rapporteur.Text.ContestedTerms;

/// <summary>Finds terms with those who use them: "what Norland calls a 'rescue'", "a 'rescue', as Norland calls it", "the so-called council".</summary>
/// <remarks>Reads around each "what", "as" and "so-called" only, so it costs next to nothing in texts that have none.</remarks>
internal static class ContestedTermFinder
{
    // Words between "what" and the verb of naming, and words of a term without marks: longer stretches are clauses, not names.
    private const int LongestUser = 8, LongestTerm = 8, LongestQuoted = 15;

    private static readonly Lazy<FrozenDictionary<string, string>> Verbs = new(() =>
        WordTable.Read("naming-verbs.tsv").ToFrozenDictionary(row => row[0], row => row[1], StringComparer.Ordinal));

    /// <summary>The terms of a text in its order. Needs tokens, sentences and coreference.</summary>
    public static IReadOnlyList<ContestedTerm> Find(AnnotatedText text)
    {
        List<ContestedTerm> found = [];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int t = sentence.FirstToken; t < sentence.EndToken; t++)
            {
                ContestedTerm? term = Word(text, t) switch
                {
                    "what" or "which" => Named(text, t, sentence.EndToken),
                    "as" => AsCalled(text, t, sentence),
                    "so-called" => SoCalled(text, t + 1, t, sentence.EndToken),
                    "so" when Word(text, t + 1) == "called" => SoCalled(text, t + 2, t, sentence.EndToken),
                    "so" when Word(text, t + 1) == "-" && Word(text, t + 2) == "called" => SoCalled(text, t + 3, t, sentence.EndToken),
                    _ => null,
                };
                if (term is not null && !found.Exists(f => f.Span.Overlaps(term.Span))) found.Add(term);
            }
        }

        found.Sort((a, b) => a.Span.CompareTo(b.Span));
        return found;
    }

    /// <summary>The attributions that are not the naming of one of the terms.</summary>
    public static IReadOnlyList<Attribution> Without(IReadOnlyList<ContestedTerm> terms, IReadOnlyList<Attribution> attributions) => terms.Count == 0
        ? attributions
        : [.. attributions.Where(a => !terms.Any(t => t.UserSpan is not null && a.Cue.Any(c => c.Overlaps(t.Cue)) && a.Content.Any(c => c.Overlaps(t.Span))))];

    // "what Norland calls a 'rescue'", "what is called a 'rescue'".
    private static ContestedTerm? Named(AnnotatedText text, int what, int end)
    {
        for (int verb = what + 1; verb < Math.Min(end, what + 2 + LongestUser); verb++)
        {
            if (Word(text, verb) is "," or ";" or "—" or ":") return null;
            if (text.Tokens[verb].Upos != "VERB" || !Verbs.Value.TryGetValue(Lemma(text, verb), out string? particle)) continue;
            int first = verb + 1;
            if (particle != "-")
            {
                if (Word(text, first) != particle) return null;
                first++;
                if (particle == "to" && Word(text, first) == "as") first++;
            }

            return TermAt(text, first, end) is { } term ? With(text, term, verb, User(text, what + 1, verb)) : null;
        }

        return null;
    }

    // "a 'rescue', as Norland calls it": the quotation right in front.
    private static ContestedTerm? AsCalled(AnnotatedText text, int at, Sentence sentence)
    {
        int verb = -1;
        for (int t = at + 1; t < Math.Min(sentence.EndToken - 1, at + 2 + LongestUser) && verb < 0; t++)
        {
            if (Word(text, t) is "," or ";" or ".") return null;
            if (Word(text, t + 1) is "it" or "them" or "him" or "her" && Lemma(text, t) is "call" or "put" or "term" or "dub" or "describe") verb = t;
        }

        int close = at - 1;
        while (close > sentence.FirstToken && Word(text, close) is ",") close--;
        if (verb <= at + 1 || close <= sentence.FirstToken || !IsMark(text, close)) return null;
        int open = close - 1;
        while (open >= sentence.FirstToken && !IsMark(text, open) && close - open <= LongestQuoted) open--;
        if (open < sentence.FirstToken || !IsMark(text, open) || open + 1 >= close) return null;
        int last = close - 1;
        if (Word(text, last) is "," && last > open + 1) last--;
        return With(text, Span(text, open + 1, last + 1), verb, User(text, at + 1, verb));
    }

    private static ContestedTerm? SoCalled(AnnotatedText text, int first, int cue, int end) =>
        TermAt(text, first, end) is { } term
            ? new ContestedTerm(term, new TextSpan(text.Tokens[cue].Span.Start, text.Tokens[first - 1].Span.End), null, null) : null;

    private static ContestedTerm With(AnnotatedText text, TextSpan term, int verb, TextSpan? user) =>
        new(term, text.Tokens[verb].Span, user, user is { } span ? CoreferenceResolver.ActorOf(text, span) : null);

    // What stands between "what" and the verb, without its auxiliaries; null when only those do: "what has been called".
    private static TextSpan? User(AnnotatedText text, int first, int end)
    {
        while (end > first && text.Tokens[end - 1].Upos is "AUX" or "ADV" or "PART") end--;
        while (first < end && text.Tokens[first].Upos is "AUX" or "ADV" or "PUNCT") first++;
        return first < end ? Span(text, first, end) : null;
    }

    // The quotation that begins within an article and two adjectives, else the noun phrase.
    private static TextSpan? TermAt(AnnotatedText text, int first, int end)
    {
        for (int open = first; open < Math.Min(end, first + 4); open++)
        {
            if (!IsMark(text, open)) continue;
            for (int close = open + 1; close < Math.Min(end, open + LongestQuoted); close++)
            {
                if (!IsMark(text, close)) continue;
                int last = close - 1;
                if (Word(text, last) is "," or "." && last > open + 1) last--;
                return last > open ? Span(text, open + 1, last + 1) : null;
            }

            return null;
        }

        while (first < end && text.Tokens[first].Upos is "DET") first++;
        int stop = first, noun = -1;
        while (stop < Math.Min(end, first + LongestTerm) && text.Tokens[stop].Upos is "NOUN" or "PROPN" or "ADJ" or "NUM")
        {
            if (text.Tokens[stop].Upos is "NOUN" or "PROPN") noun = stop;
            stop++;
        }

        return noun < 0 ? null : Span(text, first, noun + 1);
    }

    private static bool IsMark(AnnotatedText text, int token) => token < text.Tokens.Count && text.Text[text.Tokens[token].Span.Start] is '"' or '“' or '”' or '\'' or '‘' or '’' or '«' or '»' or '„'
        && text.Tokens[token].Span.Length <= 2 && text.Tokens[token].Upos == "PUNCT";

    private static TextSpan Span(AnnotatedText text, int first, int end) => new(text.Tokens[first].Span.Start, text.Tokens[end - 1].Span.End);

    private static string Word(AnnotatedText text, int token) => token < text.Tokens.Count ? text.Tokens[token].Span.In(text.Text).ToLowerInvariant() : "";

    private static string Lemma(AnnotatedText text, int token) => text.Tokens[token].Lemma?.ToLowerInvariant() ?? Word(text, token);
}
