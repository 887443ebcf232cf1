using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Pairs with what they should give.</summary>
/// <param name="Features">Values of <see cref="PairFeatures"/>.</param>
/// <param name="Target">0 to 1.</param>
/// <param name="Weight">How much it counts.</param>
internal readonly record struct LabelledPair(double[] Features, double Target, double Weight = 1);

/// <summary>Trains a <see cref="PairNetwork"/>: cross-entropy, Adam, weights drawn to zero.</summary>
internal static class PairLearner
{
    private const int Batch = 32;
    private const double Rate = 0.003;

    /// <summary>Learns several voters, each from another beginning.</summary>
    public static PairNetwork Learn(IReadOnlyList<LabelledPair> pairs, int hidden, int voters, int epochs, double decay, int seed, Func<int, bool>? uses = null)
    {
        int features = pairs[0].Features.Length;
        float[] mean = new float[features], scale = new float[features];
        for (int i = 0; i < features; i++)
        {
            double average = pairs.Average(pair => pair.Features[i]);
            double deviation = Math.Sqrt(pairs.Average(pair => (pair.Features[i] - average) * (pair.Features[i] - average)));
            mean[i] = (float)average;
            scale[i] = deviation > 1e-6 && (uses is null || uses(i)) ? (float)(1 / deviation) : 0;
        }

        LabelledPair[] standard = [.. pairs.Select(pair => pair with { Features = [.. pair.Features.Select((x, i) => (x - mean[i]) * scale[i])] })];
        float[][] learnt = [.. Enumerable.Range(0, voters).Select(v => Voter(standard, features, hidden, epochs, decay, new Random((seed * 101) + v)))];
        return new PairNetwork(mean, scale, learnt, hidden);
    }

    private static float[] Voter(LabelledPair[] pairs, int features, int hidden, int epochs, double decay, Random random)
    {
        float[] weights = new float[PairNetwork.Size(features, hidden)];
        for (int unit = 0; unit < hidden; unit++)
        {
            int at = features + 1 + (unit * (features + 2));
            for (int i = 0; i < features; i++) weights[at + i] = (float)((random.NextDouble() - 0.5) * 2 / Math.Sqrt(features));
            weights[at + features + 1] = (float)((random.NextDouble() - 0.5) * 0.5);
        }

        double[] gradient = new double[weights.Length], first = new double[weights.Length], second = new double[weights.Length];
        int[] order = [.. Enumerable.Range(0, pairs.Length)];
        int step = 0;
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            double rate = Rate * (1 - ((double)epoch / epochs));
            for (int from = 0; from < order.Length; from += Batch)
            {
                Array.Clear(gradient);
                int until = Math.Min(order.Length, from + Batch);
                for (int k = from; k < until; k++) Back(weights, pairs[order[k]], features, hidden, gradient);
                step++;
                double one = 1 - Math.Pow(0.9, step), two = 1 - Math.Pow(0.999, step);
                for (int i = 0; i < weights.Length; i++)
                {
                    double g = gradient[i] / (until - from);
                    first[i] = (0.9 * first[i]) + (0.1 * g);
                    second[i] = (0.999 * second[i]) + (0.001 * g * g);
                    weights[i] -= (float)(rate * ((first[i] / one / (Math.Sqrt(second[i] / two) + 1e-8)) + (i == features ? 0 : decay * weights[i])));
                }
            }
        }

        return weights;
    }

    private static void Back(float[] weights, in LabelledPair pair, int features, int hidden, double[] gradient)
    {
        double[] x = pair.Features;
        double logOdds = PairNetwork.LogOdds(weights, x, hidden);
        double error = pair.Weight * ((1 / (1 + Math.Exp(-logOdds))) - pair.Target);
        for (int i = 0; i < features; i++) gradient[i] += error * x[i];
        gradient[features] += error;
        int at = features + 1;
        for (int unit = 0; unit < hidden; unit++, at += features + 2)
        {
            double activation = weights[at + features];
            for (int i = 0; i < features; i++) activation += weights[at + i] * x[i];
            if (activation <= 0) continue;
            gradient[at + features + 1] += error * activation;
            double back = error * weights[at + features + 1];
            for (int i = 0; i < features; i++) gradient[at + i] += back * x[i];
            gradient[at + features] += back;
        }
    }
}
