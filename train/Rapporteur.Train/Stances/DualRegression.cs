namespace Rapporteur.Train.Stances;

/// <summary>Multinomial logistic regression over the products of examples, by the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno.</summary>
/// <remarks>Each step is measured by the products, as if the weights themselves were moved; with few examples and many features this is far cheaper.</remarks>
internal sealed class DualRegression
{
    private const int Steps = 80, Remembered = 10, MostHalvings = 12;
    private const double Enough = 1e-6;

    private readonly float[][] _products;
    private readonly int[] _gold;
    private readonly float[] _importance;
    private readonly int _labels;
    private readonly double _decay;
    private readonly float[] _scores;

    private DualRegression(float[][] products, int[] gold, float[] importance, int labels, double decay)
    {
        (_products, _gold, _importance, _labels, _decay) = (products, gold, importance, labels, decay);
        _scores = new float[gold.Length * labels];
    }

    /// <summary>One number per example and label, example by example.</summary>
    public static float[] Learn(float[][] products, int[] gold, float[] importance, int labels, double decay) => new DualRegression(products, gold, importance, labels, decay).Learn();

    private float[] Learn()
    {
        int size = _scores.Length;
        float[] shares = new float[size], gradient = new float[size], turned = new float[size];
        List<Pair> pairs = [];
        double loss = Loss(shares, gradient);
        for (int step = 0; step < Steps; step++)
        {
            float[] direction = Direction(gradient, pairs);
            Multiply(gradient, turned);
            double slope = Dot(turned, direction);
            if (slope >= 0) break;
            float[] moved = new float[size], after = new float[size];
            double length = 1, reached;
            for (int tries = 0; ; tries++, length *= 0.4)
            {
                for (int i = 0; i < size; i++) moved[i] = shares[i] + ((float)length * direction[i]);
                reached = Loss(moved, after);
                if (reached <= loss + (1e-4 * length * slope) || tries == MostHalvings) break;
            }

            Remember(pairs, moved, shares, after, gradient);
            double gained = loss - reached;
            (shares, gradient, loss) = (moved, after, reached);
            if (gained < Enough * Math.Abs(loss)) break;
        }

        return shares;
    }

    private sealed record Pair(float[] Step, float[] StepTurned, float[] Change, float[] ChangeTurned, double Inverse);

    private void Remember(List<Pair> pairs, float[] moved, float[] shares, float[] after, float[] gradient)
    {
        int size = moved.Length;
        float[] step = new float[size], change = new float[size], stepTurned = new float[size], changeTurned = new float[size];
        for (int i = 0; i < size; i++) (step[i], change[i]) = (moved[i] - shares[i], after[i] - gradient[i]);
        Multiply(step, stepTurned);
        Multiply(change, changeTurned);
        double product = Dot(stepTurned, change);
        if (product <= 1e-12) return;
        pairs.Add(new Pair(step, stepTurned, change, changeTurned, 1 / product));
        if (pairs.Count > Remembered) pairs.RemoveAt(0);
    }

    private float[] Direction(float[] gradient, List<Pair> pairs)
    {
        float[] direction = [.. gradient];
        double[] taken = new double[pairs.Count];
        for (int j = pairs.Count - 1; j >= 0; j--)
        {
            taken[j] = pairs[j].Inverse * Dot(pairs[j].StepTurned, direction);
            Add(direction, pairs[j].Change, -taken[j]);
        }

        double scale = pairs.Count == 0 ? 1.0 / _gold.Length : 1 / (pairs[^1].Inverse * Dot(pairs[^1].Change, pairs[^1].ChangeTurned));
        for (int i = 0; i < direction.Length; i++) direction[i] *= (float)scale;
        for (int j = 0; j < pairs.Count; j++) Add(direction, pairs[j].Step, taken[j] - (pairs[j].Inverse * Dot(pairs[j].ChangeTurned, direction)));
        for (int i = 0; i < direction.Length; i++) direction[i] = -direction[i];
        return direction;
    }

    // The gradient is that of the scores: what the products would make of it is left to the one who measures.
    private double Loss(float[] shares, float[] gradient)
    {
        Multiply(shares, _scores);
        double loss = 0;
        Span<double> chances = stackalloc double[_labels];
        for (int i = 0; i < _gold.Length; i++)
        {
            int row = i * _labels;
            for (int k = 0; k < _labels; k++) chances[k] = _scores[row + k];
            Rapporteur.Text.Stances.StanceModel.Normalised(chances);
            loss -= _importance[i] * Math.Log(Math.Max(chances[_gold[i]], 1e-12));
            for (int k = 0; k < _labels; k++)
            {
                gradient[row + k] = (float)((_importance[i] * (chances[k] - (k == _gold[i] ? 1 : 0))) + (_decay * shares[row + k]));
                loss += 0.5 * _decay * shares[row + k] * _scores[row + k];
            }
        }

        return loss;
    }

    private void Multiply(float[] by, float[] to) => Parallel.For(0, _gold.Length, i =>
    {
        Span<float> sum = stackalloc float[_labels];
        sum.Clear();
        float[] row = _products[i];
        for (int j = 0; j < row.Length; j++)
        {
            float value = row[j];
            for (int k = 0; k < sum.Length; k++) sum[k] += value * by[(j * _labels) + k];
        }

        sum.CopyTo(to.AsSpan(i * _labels, _labels));
    });

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
