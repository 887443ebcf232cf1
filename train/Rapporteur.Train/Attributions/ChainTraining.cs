using Rapporteur.Text.Attributions.Learned;

namespace Rapporteur.Train.Attributions;

/// <summary>A sequence to learn from: the feature rows of each word and its label.</summary>
internal sealed record ChainExample(int[][] Words, byte[] Labels);

/// <summary>Trains a linear-chain conditional random field over hashed features by AdaGrad, leaving out features at random.</summary>
internal sealed class ChainTraining(int bits, int seed)
{
    private const int L = ChainModel.Labels;

    // Leaving out a third of the features in each step is worth more than L2 on PolNeAR dev; the step is AdaGrad's usual one.
    private const float Kept = 0.67f;
    private const float Step = 0.12f;
    private readonly float[] _weights = new float[(1 << bits) * L], _squares = new float[(1 << bits) * L];
    private readonly float[,] _transition = new float[L, L], _transitionSquares = new float[L, L];
    private readonly Random _random = new(seed);

    /// <summary>Goes once through the examples in a random order and returns the mean loss per word.</summary>
    public double Round(List<ChainExample> examples, float rate)
    {
        ChainExample[] order = [.. examples];
        _random.Shuffle(order);
        double loss = 0;
        long words = 0;
        foreach (ChainExample example in order)
        {
            loss += Learn(example, rate * Step);
            words += example.Labels.Length;
        }

        return loss / words;
    }

    /// <summary>The model as it stands.</summary>
    public byte[] Write()
    {
        // What is learnt with a share of the features is used with all of them.
        float[] scaled = [.. _weights.Select(w => w * Kept)];
        return ChainModel.Write(bits, scaled, _transition);
    }

    private double Learn(ChainExample example, float step)
    {
        int n = example.Labels.Length;
        int[][] kept = new int[n][];
        double[] scores = new double[n * L], forward = new double[n * L], backward = new double[n * L];
        for (int i = 0; i < n; i++)
        {
            int[] rows = example.Words[i];
            int[] some = new int[rows.Length];
            int count = 0;
            foreach (int row in rows)
            {
                if (_random.NextSingle() < Kept) some[count++] = row;
            }

            kept[i] = some[..count];
            foreach (int row in kept[i])
            {
                for (int b = 0; b < L; b++) scores[(i * L) + b] += _weights[(row * L) + b];
            }
        }

        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < L; b++) forward[(i * L) + b] = scores[(i * L) + b] + (i == 0 ? 0 : LogSum(a => forward[((i - 1) * L) + a] + _transition[a, b]));
        }

        for (int i = n - 2; i >= 0; i--)
        {
            for (int a = 0; a < L; a++) backward[(i * L) + a] = LogSum(b => _transition[a, b] + scores[((i + 1) * L) + b] + backward[((i + 1) * L) + b]);
        }

        double all = LogSum(b => forward[((n - 1) * L) + b]), loss = all;
        Span<float> gradient = stackalloc float[L];
        float[,] transitions = new float[L, L];
        for (int i = 0; i < n; i++)
        {
            for (int b = 0; b < L; b++)
            {
                gradient[b] = (float)Math.Exp(forward[(i * L) + b] + backward[(i * L) + b] - all);
                if (example.Labels[i] == b) (gradient[b], loss) = (gradient[b] - 1, loss - scores[(i * L) + b]);
            }

            foreach (int row in kept[i])
            {
                for (int b = 0; b < L; b++)
                {
                    int at = (row * L) + b;
                    _squares[at] += gradient[b] * gradient[b];
                    _weights[at] -= step * gradient[b] / MathF.Sqrt(_squares[at] + 1f);
                }
            }

            if (i == 0) continue;
            for (int a = 0; a < L; a++)
            {
                for (int b = 0; b < L; b++) transitions[a, b] += (float)Math.Exp(forward[((i - 1) * L) + a] + _transition[a, b] + scores[(i * L) + b] + backward[(i * L) + b] - all);
            }

            transitions[example.Labels[i - 1], example.Labels[i]] -= 1;
            loss -= _transition[example.Labels[i - 1], example.Labels[i]];
        }

        for (int a = 0; a < L; a++)
        {
            for (int b = 0; b < L; b++)
            {
                _transitionSquares[a, b] += transitions[a, b] * transitions[a, b];
                _transition[a, b] -= step * transitions[a, b] / MathF.Sqrt(_transitionSquares[a, b] + 1f);
            }
        }

        return loss;
    }

    private static double LogSum(Func<int, double> value)
    {
        double first = value(0), second = value(1), third = value(2), top = Math.Max(first, Math.Max(second, third));
        return top + Math.Log(Math.Exp(first - top) + Math.Exp(second - top) + Math.Exp(third - top));
    }
}
