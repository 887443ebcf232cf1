using Rapporteur.Text.Learning;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Learning;

/// <summary>Teaches weights from examples, some at each step, half of them a thread: the same outcome for the same seed.</summary>
/// <typeparam name="T">An example.</typeparam>
internal sealed class Minibatches<T>
{
    // Parts of a batch, a thread each; the parts are always the same.
    private const int Parts = 2;

    /// <summary>Examples a step.</summary>
    public required int Batch { get; init; }

    /// <summary>Length of a step at its longest, for what starts from chance.</summary>
    public required float Step { get; init; }

    /// <summary>The same for what was pretrained.</summary>
    public float PretrainedStep { get; init; }

    /// <summary>Steps until steps have their full length.</summary>
    public required float Warming { get; init; }

    /// <summary>The weights that are kept are a moving mean of the last steps: the share of the old mean that each step keeps.</summary>
    public required float Average { get; init; }

    /// <summary>Steps between reports; 0 for none within a round.</summary>
    public int Report { get; init; }

    /// <summary>Adds the slopes of some examples to gradients and returns the loss.</summary>
    public delegate double Learner(ReadOnlySpan<T> some, Noise noise, Gradients gradients);

    /// <summary>Learns.</summary>
    /// <param name="examples">What to learn from.</param>
    /// <param name="rounds">Times all are shown.</param>
    /// <param name="weights">What is learnt, and whether it was pretrained.</param>
    /// <param name="tables">The weights whose rows are looked up one by one.</param>
    /// <param name="seed">Seed of every chance in it.</param>
    /// <param name="learn">What one part of a step does.</param>
    /// <param name="log">Is told how it goes; null where nobody is.</param>
    public void Learn(IReadOnlyList<T> examples, int rounds, IReadOnlyList<(Weights Weights, bool Pretrained)> weights, IReadOnlySet<Weights> tables, int seed, Learner learn, Action<string>? log = null)
    {
        Weights[] all = [.. weights.Select(one => one.Weights)];
        Adam adam = new(weights);
        Gradients[] gradients = [.. Enumerable.Range(0, Parts).Select(_ => new Gradients(all, tables))];
        Random random = new(seed);
        T[] order = [.. examples];
        int steps = rounds * ((order.Length + Batch - 1) / Batch), step = 0;
        for (int round = 0; round < rounds; round++)
        {
            random.Shuffle(order);
            double loss = 0;
            for (int first = 0; first < order.Length; first += Batch, step++)
            {
                int from = first, count = Math.Min(Batch, order.Length - first), chance = (seed * 100003) + (step * Parts);
                double[] losses = new double[Parts];
                Parallel.For(0, Parts, part =>
                {
                    gradients[part].Clear();
                    ReadOnlySpan<T> own = order.AsSpan(from + (count * part / Parts), (count * (part + 1) / Parts) - (count * part / Parts));
                    if (own.Length > 0) losses[part] = learn(own, new Noise(new Random(chance + part).NextSingle), gradients[part]);
                });
                for (int part = 1; part < Parts; part++) gradients[0].Add(gradients[part]);
                loss += losses.Sum();
                float rate = Math.Min(1, (step + 1) / Warming) * (1 - ((float)step / steps));
                adam.Step(gradients[0], Step * rate, PretrainedStep * rate, Math.Min(Average, (step + 1f) / (step + 10f)));
                foreach (Weights one in all) one.Changed();
                if (Report > 0 && (step + 1) % Report == 0) log?.Invoke(FormattableString.Invariant($"step {step + 1} of {steps}, loss {loss / (first + count):F3}"));
            }

            log?.Invoke(FormattableString.Invariant($"round {round + 1} of {rounds}, loss {loss / order.Length:F3}"));
        }

        adam.Exchange();
        foreach (Weights one in all) one.Changed();
    }
}
