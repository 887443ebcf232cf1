using System.Runtime.Intrinsics;
using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>A linear-chain conditional random field (Lafferty, McCallum and Pereira 2001), learnt by AdaGrad, one sentence at a time.</summary>
/// <remarks>
/// Each feature has a weight that all corpora share and one that only the target corpus sees (Daumé 2007, "Frustratingly
/// easy domain adaptation"); the model that ships adds the two.
/// </remarks>
internal sealed class ConditionalRandomField(int features, Random random)
{
    private const int L = NameLabels.Count;
    private const int Row = 16;

    // The usual first choice for AdaGrad; not tuned.
    private const float Rate = 0.1f;

    // Share of the features of a word that are hidden at each step, so that no feature is relied on alone.
    private const double Dropout = 0.3;

    // Pull towards 0 at each step of a feature, stronger where one corpus alone decides. Best of four pairs on UNER dev.
    private const float SharedDecay = 0.003f;
    private const float TargetDecay = 0.01f;

    // How much of what only the target corpus says is shipped: 1 is best on UNER dev (by 0.6), 0.6 on news (by 1.5) and wikigold (by 6).
    private const float TargetShare = 0.6f;

    private readonly float[] _shared = new float[features * Row];
    private readonly float[] _target = new float[features * Row];
    private readonly float[] _sharedSquares = new float[features * Row];
    private readonly float[] _targetSquares = new float[features * Row];
    private readonly float[] _transition = new float[L * L];
    private readonly float[] _transitionSquares = new float[L * L];
    private float[] _scores = [], _forward = [], _backward = [], _scale = [];
    private readonly float[] _expTransition = new float[L * L];
    private readonly int[] _kept = new int[NameFeatures.Most];
    private int[][] _used = [];

    public float Transition(int a, int b) => _transition[(a * L) + b];

    /// <summary>Weight of a label (0 = first label after "outside") for a feature, as shipped.</summary>
    public float Weight(int feature, int label) => _shared[(feature * Row) + label] + (TargetShare * _target[(feature * Row) + label]);

    /// <summary>One step on one sentence.</summary>
    public void Learn(int[][] words, ReadOnlySpan<byte> labels, bool isTarget)
    {
        int n = words.Length;
        if (n == 0) return;
        Prepare(n);
        for (int i = 0; i < n; i++)
        {
            int kept = 0;
            foreach (int feature in words[i])
            {
                if (random.NextDouble() >= Dropout) _kept[kept++] = feature;
            }

            _used[i] = _kept[..kept];
            Score(_used[i], isTarget, _scores.AsSpan(i * Row, Row));
        }

        Marginals(n);
        Span<float> gradient = stackalloc float[Row];
        for (int i = 0; i < n; i++)
        {
            float largest = 0;
            gradient.Clear();
            for (int b = 1; b < L; b++)
            {
                float g = (_forward[(i * L) + b] * _backward[(i * L) + b]) - (labels[i] == b ? 1 : 0);
                gradient[b - 1] = g;
                largest = Math.Max(largest, Math.Abs(g));
            }

            // Words that are already as good as certain teach nothing.
            if (largest < 0.002f) continue;
            foreach (int feature in _used[i])
            {
                Step(_shared, _sharedSquares, feature * Row, gradient, SharedDecay);
                if (isTarget) Step(_target, _targetSquares, feature * Row, gradient, TargetDecay);
            }
        }

        LearnTransitions(n, labels);
    }

    private void Prepare(int n)
    {
        if (_used.Length < n)
        {
            _used = new int[n * 2][];
            _scores = new float[n * 2 * Row];
            _forward = new float[n * 2 * L];
            _backward = new float[n * 2 * L];
            _scale = new float[n * 2];
        }

        for (int a = 0; a < L; a++)
        {
            for (int b = 0; b < L; b++) _expTransition[(a * L) + b] = NameLabels.MayFollow(a, b) ? MathF.Exp(_transition[(a * L) + b]) : 0;
        }
    }

    private void Score(int[] featuresOfWord, bool isTarget, Span<float> scores)
    {
        Vector256<float> low = default, high = default;
        foreach (int feature in featuresOfWord)
        {
            low += Vector256.Create(_shared, feature * Row);
            high += Vector256.Create(_shared, (feature * Row) + 8);
            if (!isTarget) continue;
            low += Vector256.Create(_target, feature * Row);
            high += Vector256.Create(_target, (feature * Row) + 8);
        }

        low.CopyTo(scores);
        high.CopyTo(scores[8..]);
    }

    // Forward and backward sums, scaled at each word; afterwards forward × backward is the marginal.
    private void Marginals(int n)
    {
        Span<float> emission = stackalloc float[L];
        for (int i = 0; i < n; i++)
        {
            Exponentials(i, emission);
            float sum = 0;
            for (int b = 0; b < L; b++)
            {
                float value = 0;
                if (i == 0) value = NameLabels.MayFollow(-1, b) ? 1 : 0;
                else
                {
                    for (int a = 0; a < L; a++) value += _forward[((i - 1) * L) + a] * _expTransition[(a * L) + b];
                }

                value *= emission[b];
                _forward[(i * L) + b] = value;
                sum += value;
            }

            _scale[i] = 1 / Math.Max(sum, 1e-30f);
            for (int b = 0; b < L; b++) _forward[(i * L) + b] *= _scale[i];
        }

        float total = 0;
        for (int b = 0; b < L; b++)
        {
            _backward[((n - 1) * L) + b] = NameLabels.MayFollow(b, -1) ? 1 : 0;
            total += _forward[((n - 1) * L) + b] * _backward[((n - 1) * L) + b];
        }

        for (int b = 0; b < L; b++) _backward[((n - 1) * L) + b] /= Math.Max(total, 1e-30f);
        for (int i = n - 2; i >= 0; i--)
        {
            Exponentials(i + 1, emission);
            for (int b = 0; b < L; b++) emission[b] *= _backward[((i + 1) * L) + b] * _scale[i + 1];
            for (int a = 0; a < L; a++)
            {
                float value = 0;
                for (int b = 0; b < L; b++) value += _expTransition[(a * L) + b] * emission[b];
                _backward[(i * L) + a] = value;
            }
        }
    }

    private void Exponentials(int i, Span<float> emission)
    {
        emission[0] = 1;
        for (int b = 1; b < L; b++) emission[b] = MathF.Exp(Math.Clamp(_scores[(i * Row) + b - 1], -40, 40));
    }

    private void LearnTransitions(int n, ReadOnlySpan<byte> labels)
    {
        Span<float> gradient = stackalloc float[L * L];
        gradient.Clear();
        Span<float> emission = stackalloc float[L];
        for (int i = 1; i < n; i++)
        {
            Exponentials(i, emission);
            for (int a = 0; a < L; a++)
            {
                float from = _forward[((i - 1) * L) + a] * _scale[i];
                for (int b = 0; b < L; b++) gradient[(a * L) + b] += from * _expTransition[(a * L) + b] * emission[b] * _backward[(i * L) + b];
            }

            gradient[(labels[i - 1] * L) + labels[i]] -= 1;
        }

        for (int t = 0; t < gradient.Length; t++)
        {
            if (gradient[t] == 0) continue;
            _transitionSquares[t] += gradient[t] * gradient[t];
            _transition[t] -= Rate * gradient[t] / MathF.Sqrt(_transitionSquares[t] + 1e-4f);
        }
    }

    private static void Step(float[] weights, float[] squares, int at, ReadOnlySpan<float> gradient, float decay)
    {
        for (int half = 0; half < Row; half += 8)
        {
            Vector256<float> g = Vector256.Create(gradient[half..]) + (Vector256.Create(decay) * Vector256.Create(weights, at + half));
            Vector256<float> s = Vector256.Create(squares, at + half) + (g * g);
            s.CopyTo(squares, at + half);
            Vector256<float> w = Vector256.Create(weights, at + half) - (Vector256.Create(Rate) * g / Vector256.Sqrt(s + Vector256.Create(1e-2f)));
            w.CopyTo(weights, at + half);
        }
    }
}
