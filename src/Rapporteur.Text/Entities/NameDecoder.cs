namespace Rapporteur.Text.Entities;

/// <summary>Finds the best sequence of labels for each sentence (Viterbi), over integer scores.</summary>
internal static class NameDecoder
{
    // For each label, those that may stand before it.
    private static readonly int[][] Before = [.. Enumerable.Range(0, NameLabels.Count)
        .Select(b => Enumerable.Range(0, NameLabels.Count).Where(a => NameLabels.MayFollow(a, b)).ToArray())];

    // How much a unit of the network's evidence weighs in the units of the field's weights (24 to one): found on UNER dev, see the model's card.
    private const float EvidenceWeight = 24 * 0.6f;

    /// <summary>A label for every word of the text.</summary>
    /// <param name="facts">What is seen of the words.</param>
    /// <param name="sentences">The sentences.</param>
    /// <param name="model">The field.</param>
    /// <param name="evidence">What else speaks for the labels of each word, one number a label; null for nothing.</param>
    public static byte[] Decode(WordFacts facts, IReadOnlyList<Sentence> sentences, NameModel model, float[]? evidence = null)
    {
        byte[] labels = new byte[facts.Count];
        int longest = 0;
        foreach (Sentence sentence in sentences) longest = Math.Max(longest, sentence.EndToken - sentence.FirstToken);
        byte[] back = new byte[longest * NameLabels.Count];
        foreach (Sentence sentence in sentences) Decode(facts, sentence.FirstToken, sentence.EndToken, model, evidence, back, labels);
        return labels;
    }

    private static void Decode(WordFacts facts, int first, int end, NameModel model, float[]? evidence, byte[] back, byte[] labels)
    {
        if (end <= first) return;
        const int L = NameLabels.Count;
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        Span<short> scores = stackalloc short[16];
        Span<int> best = stackalloc int[L];
        Span<int> next = stackalloc int[L];
        for (int i = first; i < end; i++)
        {
            int count = NameFeatures.Fill(facts, i, features);
            model.Score(features[..count], scores);
            for (int b = 0; b < L; b++)
            {
                int emission = b == 0 ? 0 : scores[b - 1];
                if (evidence is not null) emission += (int)MathF.Round(evidence[(i * L) + b] * EvidenceWeight);
                if (i == first)
                {
                    next[b] = NameLabels.MayFollow(-1, b) ? emission : int.MinValue / 2;
                    continue;
                }

                int top = int.MinValue, from = 0;
                foreach (int a in Before[b])
                {
                    int score = best[a] + model.Transition[a, b];
                    if (score <= top) continue;
                    top = score;
                    from = a;
                }

                next[b] = top + emission;
                back[((i - first) * L) + b] = (byte)from;
            }

            next.CopyTo(best);
        }

        int label = 0, highest = int.MinValue;
        for (int b = 0; b < L; b++)
        {
            if (!NameLabels.MayFollow(b, -1) || best[b] <= highest) continue;
            highest = best[b];
            label = b;
        }

        for (int i = end - 1; i >= first; i--)
        {
            labels[i] = (byte)label;
            label = back[((i - first) * L) + label];
        }
    }
}
