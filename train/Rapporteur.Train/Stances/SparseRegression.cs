using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>Multinomial logistic regression over sparse rows, by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno. No chance in it.</summary>
internal sealed class SparseRegression
{
    private const int Steps = 80, Remembered = 10, MostHalvings = 12;
    private const double Enough = 1e-6;

    // Slopes are summed in so many parts, always the same ones, so that the sum does not depend on how many threads there are.
    private const int Parts = 2;

    private readonly (int Feature, float Value)[][] _rows;
    private readonly int[] _gold;
    private readonly float[] _importance;
    private readonly int _labels;
    private readonly double _decay;
    private readonly float[][] _slopes;

    private SparseRegression((int Feature, float Value)[][] rows, int features, int[] gold, float[] importance, int labels, double decay)
    {
        (_rows, _gold, _importance, _labels, _decay) = (rows, gold, importance, labels, decay);
        _slopes = [.. Enumerable.Range(0, Parts).Select(_ => new float[features * labels])];
    }

    /// <summary>One weight per feature and label, feature by feature.</summary>
    public static float[] Learn((int Feature, float Value)[][] rows, int features, int[] gold, float[] importance, int labels, double decay) =>
        new SparseRegression(rows, features, gold, importance, labels, decay).Learn();

    private float[] Learn()
    {
        int size = _slopes[0].Length;
        float[] weights = new float[size], slope = new float[size];
        List<Pair> pairs = [];
        double loss = Loss(weights, slope);
        for (int step = 0; step < Steps; step++)
        {
            float[] direction = Direction(slope, pairs);
            double down = Dot(slope, direction);
            if (down >= 0) break;
            float[] moved = new float[size], after = new float[size];
            double length = 1, reached;
            for (int tries = 0; ; tries++, length *= 0.4)
            {
                for (int i = 0; i < size; i++) moved[i] = weights[i] + ((float)length * direction[i]);
                reached = Loss(moved, after);
                if (reached <= loss + (1e-4 * length * down) || tries == MostHalvings) break;
            }

            Remember(pairs, moved, weights, after, slope);
            double gained = loss - reached;
            (weights, slope, loss) = (moved, after, reached);
            if (gained < Enough * Math.Abs(loss)) break;
        }

        return weights;
    }

    private sealed record Pair(float[] Step, float[] Change, double Inverse);

    private static void Remember(List<Pair> pairs, float[] moved, float[] weights, float[] after, float[] slope)
    {
        float[] step = new float[moved.Length], change = new float[moved.Length];
        for (int i = 0; i < step.Length; i++) (step[i], change[i]) = (moved[i] - weights[i], after[i] - slope[i]);
        double product = Dot(step, change);
        if (product <= 1e-12) return;
        pairs.Add(new Pair(step, change, 1 / product));
        if (pairs.Count > Remembered) pairs.RemoveAt(0);
    }

    private float[] Direction(float[] slope, List<Pair> pairs)
    {
        float[] direction = [.. slope];
        double[] taken = new double[pairs.Count];
        for (int j = pairs.Count - 1; j >= 0; j--)
        {
            taken[j] = pairs[j].Inverse * Dot(pairs[j].Step, direction);
            Add(direction, pairs[j].Change, -taken[j]);
        }

        double scale = pairs.Count == 0 ? 1.0 / _gold.Length : 1 / (pairs[^1].Inverse * Dot(pairs[^1].Change, pairs[^1].Change));
        for (int i = 0; i < direction.Length; i++) direction[i] *= (float)scale;
        for (int j = 0; j < pairs.Count; j++) Add(direction, pairs[j].Step, taken[j] - (pairs[j].Inverse * Dot(pairs[j].Change, direction)));
        for (int i = 0; i < direction.Length; i++) direction[i] = -direction[i];
        return direction;
    }

    private double Loss(float[] weights, float[] slope)
    {
        double[] losses = new double[Parts];
        Parallel.For(0, Parts, part => losses[part] = Loss(weights, _slopes[part], _rows.Length * part / Parts, _rows.Length * (part + 1) / Parts));
        for (int i = 0; i < slope.Length; i++)
        {
            slope[i] = (float)(_decay * weights[i]);
            foreach (float[] one in _slopes) slope[i] += one[i];
        }

        return losses.Sum() + (0.5 * _decay * Dot(weights, weights));
    }

    private double Loss(float[] weights, float[] slopes, int first, int end)
    {
        Array.Clear(slopes);
        double loss = 0;
        Span<double> chances = stackalloc double[_labels];
        for (int i = first; i < end; i++)
        {
            chances.Clear();
            foreach ((int feature, float value) in _rows[i])
            {
                for (int k = 0, at = feature * _labels; k < chances.Length; k++, at++) chances[k] += value * weights[at];
            }

            StanceModel.Normalised(chances);
            loss -= _importance[i] * Math.Log(Math.Max(chances[_gold[i]], 1e-12));
            chances[_gold[i]] -= 1;
            foreach ((int feature, float value) in _rows[i])
            {
                float times = value * _importance[i];
                for (int k = 0, at = feature * _labels; k < chances.Length; k++, at++) slopes[at] += times * (float)chances[k];
            }
        }

        return loss;
    }

    private static double Dot(float[] left, float[] right)
    {
        double sum = 0;
        for (int i = 0; i < left.Length; i++) sum += (double)left[i] * right[i];
        return sum;
    }

    private static void Add(float[] to, float[] what, double times)
    {
        for (int i = 0; i < to.Length; i++) to[i] += (float)times * what[i];
    }
}
