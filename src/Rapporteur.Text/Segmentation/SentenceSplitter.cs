namespace Rapporteur.Text.Segmentation;

/// <summary>Groups tokens into sentences.</summary>
public static class SentenceSplitter
{
    /// <summary>The sentences of a tokenised text. A sentence never runs over the end of a paragraph.</summary>
    public static IReadOnlyList<Sentence> Split(string text, IReadOnlyList<TextSpan> paragraphs, IReadOnlyList<Token> tokens)
    {
        List<Sentence> sentences = [];
        int at = 0;
        for (int p = 0; p < paragraphs.Count; p++)
        {
            int first = at;
            while (at < tokens.Count && tokens[at].Span.Start < paragraphs[p].End)
            {
                at++;
                if (!EndsSentence(text, tokens, at - 1)) continue;
                while (at < tokens.Count && tokens[at].Span.Start < paragraphs[p].End && IsCloser(text, tokens[at], tokens[at - 1])) at++;
                Add(first, at, p);
                first = at;
            }

            if (at > first) Add(first, at, p);
        }

        return sentences;

        void Add(int from, int to, int paragraph) =>
            sentences.Add(new Sentence(new TextSpan(tokens[from].Span.Start, tokens[to - 1].Span.End), from, to, paragraph));
    }

    private static bool EndsSentence(string text, IReadOnlyList<Token> tokens, int i)
    {
        if (text[tokens[i].Span.Start] is not ('.' or '!' or '?' or '…')) return false;
        int next = tokens[i].Span.End;
        while (next < text.Length && text[next] is '"' or '”' or '’' or '»' or ')' or '\'') next++;
        if (next >= text.Length || !char.IsWhiteSpace(text[next])) return next >= text.Length;
        while (next < text.Length && char.IsWhiteSpace(text[next])) next++;
        if (next >= text.Length) return true;
        bool initial = i > 0 && tokens[i - 1].Span.End == tokens[i].Span.Start && tokens[i - 1].Span.Length == 1;
        return !initial && !char.IsLower(text[next]);
    }

    private static bool IsCloser(string text, Token token, Token before) =>
        token.Span.Start == before.Span.End && text[token.Span.Start] is '"' or '”' or '’' or '»' or ')' or '\'';
}
