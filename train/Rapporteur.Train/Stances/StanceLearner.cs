using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>What is known of one statement, the stance marked, and as how many statements it counts.</summary>
internal sealed record StanceExample(string Stance, StanceEvidence Evidence, float Weight);

/// <summary>Learns a <see cref="StanceModel"/>: cross-entropy, weights drawn to zero. No chance in it.</summary>
/// <remarks>It learns one number per example and label, over the products of all pairs of examples; what these say of the features is the model.</remarks>
internal static class StanceLearner
{
    // A name seen once tells of its document, not of stances.
    private const int Least = 2;

    // How much each group counts, and each average of word vectors; chosen on the tuning half, its documents left out five ways.
    private static readonly double[] GroupShare = [3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4];
    private static readonly double[] MeaningShare = [20, 20, 20];

    /// <summary>Learns.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="decay">How strongly weights are drawn to zero.</param>
    /// <param name="balance">0: examples count alike; 1: stances count alike.</param>
    public static StanceModel Learn(IReadOnlyList<StanceExample> examples, double decay, double balance)
    {
        string[] labels = [.. examples.Select(example => example.Stance).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] gold = [.. examples.Select(example => Array.IndexOf(labels, example.Stance))];
        float[] importance = [.. gold.Select((label, i) => examples[i].Weight * (float)Math.Pow((double)gold.Length / labels.Length / gold.Count(other => other == label), balance))];
        StanceRows rows = StanceRows.Of(examples, Least, GroupShare, MeaningShare);
        float[] shares = DualRegression.Learn(rows.Products(), gold, importance, labels.Length, decay);
        return rows.Model(labels, shares);
    }
}
