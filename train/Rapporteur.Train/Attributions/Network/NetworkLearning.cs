using System.Diagnostics;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>How long a network learns, and by what steps.</summary>
/// <param name="Rounds">Times it is shown its texts.</param>
/// <param name="Fresh">Length of the first steps for what started from chance; they fall to nothing.</param>
/// <param name="Pretrained">The same for what was pretrained.</param>
internal sealed record LearningPlan(int Rounds, float Fresh, float Pretrained);

/// <summary>Teaches a network: two texts a step, on two threads, the same outcome for the same seed.</summary>
internal sealed class NetworkLearning(AttributionNetwork network, WordKnowledge words, int seed, TextWriter log)
{
    // The weights that are kept are a moving mean of the last few hundred steps.
    private const float Average = 0.998f;

    // What was pretrained begins to move when what stands on it has found its feet.
    private const float Warming = 400;

    /// <summary>Learns.</summary>
    /// <param name="plan">How long.</param>
    /// <param name="texts">The texts of a round, counted from 1; shuffled here.</param>
    /// <param name="dev">Texts to measure on after each round.</param>
    /// <param name="checkpoint">Where the network is written after each round.</param>
    public void Run(LearningPlan plan, Func<int, IReadOnlyList<LearningText>> texts, List<LearningText> dev, string checkpoint)
    {
        Adam adam = new([.. network.Pretrained.Select(w => (w, true)), .. network.Fresh.Select(w => (w, false))]);
        NetworkLearner learner = new(network, words);
        Gradients[] gradients = [new(network.All, network.Tables), new(network.All, network.Tables)];
        Random random = new(seed);
        Stopwatch clock = Stopwatch.StartNew();
        int steps = Enumerable.Range(1, plan.Rounds).Sum(r => (texts(r).Count + 1) / 2), step = 0;
        for (int round = 1; round <= plan.Rounds; round++)
        {
            LearningText[] order = [.. texts(round)];
            random.Shuffle(order);
            (double cues, double links, long read) = (0, 0, 0);
            for (int i = 0; i < order.Length; i += 2, step++)
            {
                float rate = Math.Min(1, (step + 1) / 100f) * (1 - ((float)step / steps));
                (double Cues, double Links)[] losses = Slopes(learner, gradients, order.AsSpan(i, Math.Min(2, order.Length - i)).ToArray(), seed + (step * 2));
                adam.Step(gradients[0], plan.Fresh * rate, plan.Pretrained * rate * Math.Min(1, step / Warming), Math.Min(Average, (step + 1f) / (step + 10f)));
                Changed();
                cues += losses.Sum(l => l.Cues);
                links += losses.Sum(l => l.Links);
                for (int k = i; k < Math.Min(i + 2, order.Length); k++) read += order[k].Text.Tokens.Count;
                if (step % 50 == 0) log.WriteLine($"{network.Shape.File}: round {round}, step {step} of {steps}, {clock.Elapsed.TotalSeconds:F0} s, loss {cues / read:F4} cues, {links / read:F4} links");
            }

            adam.Exchange();
            Changed();
            log.WriteLine($"{network.Shape.File}: round {round} of {plan.Rounds}: {NetworkScores.Of(network, words, dev)}");
            File.WriteAllBytes(checkpoint, Write(network));
            if (round == plan.Rounds) break;
            adam.Exchange();
            Changed();
        }
    }

    private static (double Cues, double Links)[] Slopes(NetworkLearner learner, Gradients[] gradients, LearningText[] texts, int seed)
    {
        (double Cues, double Links)[] losses = new (double, double)[texts.Length];
        Parallel.For(0, texts.Length, k =>
        {
            gradients[k].Clear();
            losses[k] = learner.Learn(texts[k], new Noise(new Random(seed + k).NextSingle), gradients[k], pretrained: true);
        });
        if (texts.Length > 1) gradients[0].Add(gradients[1]);
        return losses;
    }

    private void Changed()
    {
        foreach (Weights one in network.All) one.Changed();
    }

    /// <summary>The network as a file.</summary>
    public static byte[] Write(AttributionNetwork network)
    {
        IReadOnlySet<Weights> rows = network.Tables;
        return TensorFile.Write([.. network.All.Select(w => (w, w == network.Timing || w.Rows <= 8 ? TensorFile.Kind.Float : rows.Contains(w) ? TensorFile.Kind.ByteRows : TensorFile.Kind.ByteColumns))]);
    }

    /// <summary>Fills what is not pretrained with chance.</summary>
    public static void Initialise(AttributionNetwork network, int seed)
    {
        Random random = new(seed);
        foreach (Weights one in network.Fresh.Where(w => w.Rows > 1))
        {
            bool table = one == network.WordTable || one == network.PairTable;
            float range = table ? 0.1f : one.Rows == ChainDecoder.Labels ? 0 : MathF.Sqrt(6f / (one.Rows + (one.Name.Contains('.', StringComparison.Ordinal) && one.Columns > 255 ? one.Columns / 8 : one.Columns)));
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }

        Array.Fill(network.WordGain.Values, 1);
        // A memory begins by keeping what it has.
        foreach (BidirectionalLstm lstm in new[] { network.Reader, network.Linker })
        {
            int h = lstm.Cells;
            for (int d = 0; d < 2; d++) Array.Fill(lstm.Bias.Values, 1, (d * 4 * h) + h, h);
        }
    }
}
