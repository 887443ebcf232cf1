namespace Rapporteur.Text.Times;

/// <summary>Tells whether the words around an expression of time speak of what is to come.</summary>
internal sealed class ClauseTense(AnnotatedText text)
{
    private static readonly HashSet<string> Ahead = new(StringComparer.OrdinalIgnoreCase)
    {
        "will", "'ll", "’ll", "shall", "scheduled", "expected", "expects", "due", "plans", "plan", "planned", "planning", "upcoming", "intends", "slated", "wo", "begins", "would", "to",
    };

    private static readonly HashSet<string> Behind = new(StringComparer.OrdinalIgnoreCase)
    {
        "said", "was", "were", "had", "told", "did", "announced", "reported", "has", "have", "been", "came", "went", "made", "took", "met", "began", "since", "ago", "held", "spoke",
    };

    private int _sentence;

    /// <summary>True when the nearest sign in the sentence, counted in tokens, points forward.</summary>
    public bool IsFuture(TextSpan span)
    {
        IReadOnlyList<Sentence> sentences = text.Sentences;
        while (_sentence + 1 < sentences.Count && sentences[_sentence].Span.End <= span.Start) _sentence++;
        if (sentences.Count == 0) return false;
        Sentence sentence = sentences[_sentence];
        int nearest = int.MaxValue;
        bool future = false;
        int at = sentence.FirstToken;
        while (at < sentence.EndToken && text.Tokens[at].Span.End <= span.Start) at++;
        for (int i = sentence.FirstToken; i < sentence.EndToken; i++)
        {
            // A sign behind the expression counts a little less than one before it.
            int distance = i < at ? at - i : (i - at) + 2;
            if (distance >= nearest || span.Overlaps(text.Tokens[i].Span)) continue;
            string word = text.Tokens[i].Span.In(text.Text);
            // "to meet" points forward, "to Washington" does not.
            if (word == "to" && (i + 1 >= sentence.EndToken || text.Tokens[i + 1].Upos is not "VERB" || i > at)) continue;
            if (Ahead.Contains(word)) (nearest, future) = (distance, true);
            else if (Behind.Contains(word) || (text.Tokens[i].Xpos is "VBD" or "VBN" && !Ahead.Contains(word))) (nearest, future) = (distance, false);
        }

        return future;
    }
}
