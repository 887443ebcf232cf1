using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>Features of one statement and the stance marked.</summary>
internal sealed record StanceExample(string Stance, Dictionary<string, float> Features);

/// <summary>Learns a <see cref="StanceModel"/>: cross-entropy over all examples at once, weights drawn to zero, from zero. No chance in it.</summary>
internal static class StanceLearner
{
    private const int Steps = 300;
    private const double Rate = 0.05;

    // A name seen once tells of its document, not of stances.
    private const int Least = 2;

    /// <summary>Learns.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="decay">How strongly weights are drawn to zero.</param>
    /// <param name="balance">0: examples count alike; 1: stances count alike.</param>
    public static StanceModel Learn(IReadOnlyList<StanceExample> examples, double decay, double balance)
    {
        string[] labels = [.. examples.Select(example => example.Stance).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] names = [.. examples.SelectMany(example => example.Features.Keys).GroupBy(name => name, StringComparer.Ordinal)
            .Where(name => name.Count() >= Least).Select(name => name.Key).Order(StringComparer.Ordinal)];
        Dictionary<string, int> places = names.Select((name, i) => (name, i)).ToDictionary(entry => entry.name, entry => entry.i, StringComparer.Ordinal);
        (int Feature, float Value)[][] rows = [.. examples.Select(example => example.Features.Where(f => places.ContainsKey(f.Key)).Select(f => (places[f.Key], f.Value)).OrderBy(f => f.Item1).ToArray())];
        int[] gold = [.. examples.Select(example => Array.IndexOf(labels, example.Stance))];
        double[] importance = [.. gold.Select(label => Math.Pow((double)examples.Count / labels.Length / gold.Count(other => other == label), balance))];
        double total = importance.Sum();

        int size = names.Length * labels.Length;
        double[] weights = new double[size], gradient = new double[size], first = new double[size], second = new double[size];
        for (int step = 1; step <= Steps; step++)
        {
            for (int i = 0; i < size; i++) gradient[i] = decay * weights[i];
            for (int e = 0; e < rows.Length; e++) Back(rows[e], gold[e], importance[e] / total, weights, gradient, labels.Length);
            double one = 1 - Math.Pow(0.9, step), two = 1 - Math.Pow(0.999, step), rate = Rate * (1 - ((double)step / (Steps + 1)));
            for (int i = 0; i < size; i++)
            {
                first[i] = (0.9 * first[i]) + (0.1 * gradient[i]);
                second[i] = (0.999 * second[i]) + (0.001 * gradient[i] * gradient[i]);
                weights[i] -= rate * (first[i] / one) / (Math.Sqrt(second[i] / two) + 1e-9);
            }
        }

        return new StanceModel(labels, names.Select((name, i) => (name, Row: weights.Skip(i * labels.Length).Take(labels.Length).Select(w => (float)w).ToArray()))
            .ToDictionary(entry => entry.name, entry => entry.Row, StringComparer.Ordinal));
    }

    private static void Back((int Feature, float Value)[] row, int gold, double importance, double[] weights, double[] gradient, int labels)
    {
        double[] scores = new double[labels];
        foreach ((int feature, float value) in row)
        {
            for (int k = 0; k < labels; k++) scores[k] += weights[(feature * labels) + k] * value;
        }

        StanceModel.Normalised(scores);
        scores[gold]--;
        foreach ((int feature, float value) in row)
        {
            for (int k = 0; k < labels; k++) gradient[(feature * labels) + k] += importance * scores[k] * value;
        }
    }
}
