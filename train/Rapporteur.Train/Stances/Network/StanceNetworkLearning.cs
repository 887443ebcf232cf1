using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Stances.Network;

/// <summary>Teaches a network of stances: the same outcome for the same seed.</summary>
internal static class StanceNetworkLearning
{
    // Statements a step.
    private const int Batch = 24;
    private const float Step = 2e-3f, Warming = 50;

    // The weights that are kept are a moving mean of the last few hundred steps.
    private const float Average = 0.995f;

    // A share of each label goes to all: marks are not certain.
    private const float Doubt = 0.05f;

    /// <summary>What networks learn from marked statements: rare stances count more.</summary>
    /// <param name="statements">Each with the stance marked, as how many it counts, and whether it was written for learning.</param>
    /// <param name="balance">0: statements count alike; 1: stances count alike.</param>
    public static TaughtStatement[] Taught(IReadOnlyList<(StatementWords Words, StanceEvidence Evidence, string Stance, float Weight, bool Written)> statements, double balance)
    {
        int labels = StanceNetwork.Labels.Count;
        int[] gold = [.. statements.Select(one => StanceNetwork.Labels.ToList().IndexOf(one.Stance))];
        double[] counts = [.. Enumerable.Range(0, labels).Select(k => statements.Where((_, i) => gold[i] == k).Sum(one => (double)one.Weight))];
        double[] importance = [.. statements.Select((one, i) => one.Weight * Math.Pow(counts.Sum() / labels / counts[gold[i]], balance))];
        double mean = importance.Average();
        return [.. statements.Select((one, i) => new TaughtStatement(
            one.Words, one.Evidence, [.. Enumerable.Range(0, labels).Select(k => (Doubt / labels) + (k == gold[i] ? 1 - Doubt : 0))], (float)(importance[i] / mean), one.Written))];
    }

    /// <summary>Learns a network.</summary>
    /// <param name="name">Its name in its file.</param>
    /// <param name="statements">What to learn from.</param>
    /// <param name="rounds">Times it is shown them.</param>
    /// <param name="seed">Seed of every chance in it.</param>
    public static StanceNetwork Learn(string name, IReadOnlyList<TaughtStatement> statements, int rounds, int seed)
    {
        StanceNetwork network = new(name);
        Initialise(network, new Random(seed));
        Weights ofWritten = new("written", 1, StanceNetwork.Labels.Count);
        new Minibatches<TaughtStatement> { Batch = Batch, Step = Step, Warming = Warming, Average = Average }
            .Learn(statements, rounds, [.. network.All.Append(ofWritten).Select(weights => (weights, false))], network.Tables, seed, (some, noise, gradients) => StanceNetworkLearner.Learn(network, ofWritten, some, noise, gradients));
        return network;
    }

    /// <summary>Networks as a file.</summary>
    public static byte[] Write(IEnumerable<StanceNetwork> networks) =>
        TensorFile.Write([.. networks.SelectMany(network => network.All.Select(weights => (weights, network.Tables.Contains(weights) ? TensorFile.Kind.ByteRows : weights.Rows <= 4 ? TensorFile.Kind.Float : TensorFile.Kind.ByteColumns)))]);

    private static void Initialise(StanceNetwork network, Random random)
    {
        int cells = StanceNetwork.Cells;
        Fill(network.FeatureTable, 0.1f);
        Fill(network.Reader.Input, MathF.Sqrt(6f / (StanceNetwork.Inputs + cells)));
        foreach (Weights recurrent in network.Reader.Recurrent) Fill(recurrent, MathF.Sqrt(6f / (2 * cells)));
        // A memory begins by keeping what it has.
        for (int direction = 0; direction < 2; direction++) Array.Fill(network.Reader.Bias.Values, 1, (direction * 4 * cells) + cells, cells);
        Fill(network.Question, 0.1f);
        Fill(network.Hidden, MathF.Sqrt(6f / (StanceNetwork.Gathered + StanceNetwork.HiddenWidth)));
        Fill(network.EvidenceTable, 0.05f);
        Fill(network.Out, 0.5f * MathF.Sqrt(6f / (StanceNetwork.HiddenWidth + StanceNetwork.Labels.Count)));

        void Fill(Weights weights, float range)
        {
            for (int i = 0; i < weights.Values.Length; i++) weights.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }
    }
}
