using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>What made a network take a word for a cue: it is asked again without each thing it was told.</summary>
/// <remarks>A network's states have no names, so what each thing is worth shows only when it is left out (Li, Monroe and Jurafsky 2016). The parts do not add up to the whole.</remarks>
internal static class CueEvidence
{
    // Words to either side that are left out together.
    private const int Beside = 3;

    /// <summary>By how much the log-odds of a cue beginning here fall when the network is not told of something.</summary>
    /// <param name="network">The network.</param>
    /// <param name="block">The words as it read them.</param>
    /// <param name="token">The token, as an index in the text; one of the block.</param>
    public static IEnumerable<(string What, double Weight)> Of(AttributionNetwork network, ReadBlock block, int token)
    {
        int word = token - block.FirstToken, inputs = network.Shape.ReaderInputs;
        float told = OddsAt(block.CueScores, word);
        foreach (IGrouping<string, int> said in Said(block, token))
        {
            float[] input = [.. block.ReaderInput];
            Span<float> own = input.AsSpan(word * inputs, inputs);
            if (said.Key == WordFeatures.NameOf(WordFeatures.Lemma)) own[..network.Shape.WordWidth].Clear();
            foreach (int row in said) Elementary.AddTo(own[network.Shape.WordWidth..], network.WordTable.Values.AsSpan(row * network.Shape.FeatureWidth, network.Shape.FeatureWidth), -1);
            yield return (said.Key, told - OddsAt(network.CueScoresOf(block, input), word));
        }

        float[] alone = [.. block.ReaderInput];
        for (int w = Math.Max(0, word - Beside); w <= Math.Min(block.Words - 1, word + Beside); w++)
        {
            if (w != word) alone.AsSpan(w * inputs, inputs).Clear();
        }

        yield return ("the words beside it", told - OddsAt(network.CueScoresOf(block, alone), word));
    }

    // The rows of the word's features, by what they tell.
    private static IEnumerable<IGrouping<string, int>> Said(ReadBlock block, int token)
    {
        int[] templates = new int[FeatureList.Most];
        int[] rows = block.Features[token - block.FirstToken];
        WordFeatures.Fill(block.Text, token, new ulong[FeatureList.Most], templates);
        return rows.Select((row, i) => (Row: row, What: WordFeatures.NameOf(templates[i]))).GroupBy(r => r.What, r => r.Row);
    }

    private static float OddsAt(float[] scores, int word) => scores[(word * AttributionNetwork.Labels) + 1] - scores[word * AttributionNetwork.Labels];
}
