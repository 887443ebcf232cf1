using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Steps down the slope, each weight with its own length of step (Kingma and Ba 2015), and keeps a moving mean of the weights.</summary>
internal sealed class Adam
{
    private const float Beta1 = 0.9f, Beta2 = 0.999f;
    private readonly (Weights Weights, float[] Mean, float[] Square, float[] Average, bool Pretrained)[] _all;
    private int _steps;

    /// <summary>Learns these weights.</summary>
    public Adam(IEnumerable<(Weights Weights, bool Pretrained)> all)
    {
        _all = [.. all.Select(a => (a.Weights, new float[a.Weights.Values.Length], new float[a.Weights.Values.Length], (float[])[.. a.Weights.Values], a.Pretrained))];
    }

    /// <summary>One step.</summary>
    /// <param name="gradients">The slopes.</param>
    /// <param name="fresh">Length of a step for what started from chance.</param>
    /// <param name="pretrained">Length of a step for what was pretrained; 0 leaves it as it is.</param>
    /// <param name="average">Share of the old mean that the moving mean keeps.</param>
    public void Step(Gradients gradients, float fresh, float pretrained, float average)
    {
        _steps++;
        double norm = 0;
        foreach (var one in _all)
        {
            if (one.Pretrained && pretrained == 0) continue;
            foreach (float g in gradients.Of(one.Weights)) norm += (double)g * g;
        }

        // One odd text does not throw everything over.
        float clip = (float)Math.Min(1, 60 / Math.Sqrt(norm));
        float bias = MathF.Sqrt(1 - MathF.Pow(Beta2, _steps)) / (1 - MathF.Pow(Beta1, _steps));
        Parallel.ForEach(_all, new ParallelOptions { MaxDegreeOfParallelism = 2 }, one =>
        {
            float rate = (one.Pretrained ? pretrained : fresh) * bias;
            float[] gradient = gradients.Of(one.Weights), values = one.Weights.Values;
            if (rate > 0)
            {
                if (gradients.RowsOf(one.Weights) is { } rows)
                {
                    foreach (int row in rows) Update(row * one.Weights.Columns, (row + 1) * one.Weights.Columns);
                }
                else
                {
                    Update(0, values.Length);
                }
            }

            for (int i = 0; i < values.Length; i++) one.Average[i] += (1 - average) * (values[i] - one.Average[i]);

            void Update(int first, int end)
            {
                for (int i = first; i < end; i++)
                {
                    float g = gradient[i] * clip;
                    one.Mean[i] = (Beta1 * one.Mean[i]) + ((1 - Beta1) * g);
                    one.Square[i] = (Beta2 * one.Square[i]) + ((1 - Beta2) * g * g);
                    values[i] -= rate * one.Mean[i] / (MathF.Sqrt(one.Square[i]) + 1e-6f);
                }
            }
        });
    }

    /// <summary>Puts the moving means in the place of the weights, and back again.</summary>
    public void Exchange()
    {
        foreach (var one in _all)
        {
            for (int i = 0; i < one.Average.Length; i++) (one.Average[i], one.Weights.Values[i]) = (one.Weights.Values[i], one.Average[i]);
        }
    }
}
