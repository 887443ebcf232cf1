using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>Learns a <see cref="StanceModel"/>: cross-entropy, weights drawn to zero. No chance in it.</summary>
internal static class StanceLearner
{
    /// <summary>How strongly weights are drawn to zero: chosen on the tuning half, its documents left out five ways.</summary>
    public const double Decay = 20;

    /// <summary>Between counting examples alike (0) and stances alike (1); chosen likewise.</summary>
    public const double Balance = 0.7;

    // A name seen once tells of its document, not of stances.
    private const int Least = 2;

    // How much each group counts, and each average of word vectors; chosen on the tuning half, its documents left out five ways.
    private static readonly double[] GroupShare = [3, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 4];
    private static readonly double[] MeaningShare = [20, 20, 20];

    /// <summary>Learns.</summary>
    public static StanceModel Learn(IReadOnlyList<StanceExample> examples)
    {
        string[] labels = [.. examples.Select(example => example.Stance).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        int[] gold = [.. examples.Select(example => Array.IndexOf(labels, example.Stance))];
        float[] importance = [.. gold.Select((label, i) => examples[i].Weight * (float)Math.Pow((double)gold.Length / labels.Length / gold.Count(other => other == label), Balance))];
        StanceRows rows = StanceRows.Of(examples, Least, GroupShare, MeaningShare);
        return rows.Model(labels, SparseRegression.Learn(rows.All, rows.Width, gold, importance, labels.Length, Decay));
    }
}
