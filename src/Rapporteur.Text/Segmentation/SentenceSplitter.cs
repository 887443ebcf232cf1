using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Segmentation;

/// <summary>Groups tokens into sentences.</summary>
/// <remarks>
/// A sentence ends at the end of its paragraph, and inside one where a trained decision says so. It is asked after stops,
/// closing marks, colons and dashes, and wherever something follows that could begin a sentence; so <c>he said." She left</c>
/// divides after the quotation mark, and <c>Mr. Orlan</c> and <c>U.S. officials</c> do not divide.
/// </remarks>
public static class SentenceSplitter
{
    private static readonly Lazy<SparseLinearModel> Trained = new(() => new SparseLinearModel(EmbeddedData.Model("sentences/sentences.bin")));

    /// <summary>The sentences of a tokenised text. A sentence never runs over the end of a paragraph.</summary>
    public static IReadOnlyList<Sentence> Split(string text, IReadOnlyList<TextSpan> paragraphs, IReadOnlyList<Token> tokens) =>
        Split(text, paragraphs, tokens, Trained.Value);

    internal static List<Sentence> Split(string text, IReadOnlyList<TextSpan> paragraphs, IReadOnlyList<Token> tokens, SparseLinearModel model)
    {
        List<Sentence> sentences = [];
        SentenceBoundary boundary = new(text, tokens);
        Span<ulong> features = stackalloc ulong[SentenceBoundary.MostFeatures];
        Span<int> scores = stackalloc int[2];
        int at = 0;
        for (int p = 0; p < paragraphs.Count; p++)
        {
            int first = at, end = at;
            while (end < tokens.Count && tokens[end].Span.Start < paragraphs[p].End) end++;
            boundary.Begin(at, end);
            for (; at < end; at++)
            {
                boundary.Pass(at);
                if (at + 1 < end)
                {
                    if (!boundary.IsCandidate(at)) continue;
                    int count = boundary.Features(at, first, features);
                    model.Score(features[..count], scores);
                    if (scores[1] <= scores[0]) continue;
                }

                sentences.Add(new Sentence(new TextSpan(tokens[first].Span.Start, tokens[at].Span.End), first, at + 1, p));
                first = at + 1;
            }
        }

        return sentences;
    }
}
