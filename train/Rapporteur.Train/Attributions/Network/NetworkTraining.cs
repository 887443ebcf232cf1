using System.Diagnostics;
using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>Makes <c>models/attributions/network.bin</c> and <c>pieces.bin</c>: an encoder that is tuned on PolNeAR's training part, and what stands on it.</summary>
public sealed class NetworkTraining : ITraining
{
    private const int Rounds = 7;

    // Found on PolNeAR dev: see the model's card.
    private const float Fresh = 1.5e-3f, Pretrained = 1.5e-4f, Average = 0.998f;

    /// <inheritdoc/>
    public string Name => "network";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        string folder = context.Corpus("use-lite-en");
        List<(string Piece, float Score)> pieces = PretrainedEncoder.Vocabulary(folder);
        PieceVocabulary vocabulary = new(pieces);
        AttributionNetwork network = new();
        PretrainedEncoder.Fill(network, folder);
        Initialise(network, context.Seed);
        List<LearningText> train = Texts(context, "train", (int)Math.Round(1 / context.Share)), dev = Texts(context, "dev", (int)Math.Round(1 / context.Share));
        context.Log.WriteLine($"network: {train.Count} texts, {train.Sum(t => t.Text.Tokens.Count)} words, {train.Sum(t => t.Cues.Count)} cues");

        string models = Path.Combine(context.Models, "attributions");
        Directory.CreateDirectory(models);
        File.WriteAllBytes(Path.Combine(models, "pieces.bin"), PretrainedEncoder.Write(pieces));
        HashSet<Weights> tables = [network.Embedding, network.WordTable, network.PairTable];
        Adam adam = new([.. network.Pretrained.Select(w => (w, true)), .. network.Fresh.Select(w => (w, false))]);
        NetworkLearner learner = new(network, vocabulary);
        Gradients[] gradients = [new(network.All, tables), new(network.All, tables)];
        Random random = new(context.Seed);
        Stopwatch clock = Stopwatch.StartNew();
        int steps = Rounds * ((train.Count + 1) / 2), step = 0;
        for (int round = 1; round <= Rounds; round++)
        {
            LearningText[] order = [.. train];
            random.Shuffle(order);
            (double cues, double links, long words) = (0, 0, 0);
            for (int i = 0; i < order.Length; i += 2, step++)
            {
                float rate = Math.Min(1, (step + 1) / 100f) * (1 - ((float)step / steps));
                int first = i, seed = context.Seed + (step * 2);
                (double Cues, double Links)[] losses = new (double, double)[2];
                Parallel.For(0, Math.Min(2, order.Length - first), k =>
                {
                    gradients[k].Clear();
                    losses[k] = learner.Learn(order[first + k], new Noise(new Random(seed + k).NextSingle), gradients[k], pretrained: true);
                });
                if (first + 1 < order.Length) gradients[0].Add(gradients[1]);
                adam.Step(gradients[0], Fresh * rate, Pretrained * rate * Math.Min(1, step / 400f), Math.Min(Average, (step + 1f) / (step + 10f)));
                foreach (Weights one in network.All) one.Changed();
                cues += losses[0].Cues + losses[1].Cues;
                links += losses[0].Links + losses[1].Links;
                words += order[first].Text.Tokens.Count;
                if (step % 50 == 0) context.Log.WriteLine($"network: round {round}, step {step} of {steps}, {clock.Elapsed.TotalSeconds:F0} s, loss {cues / words:F4} cues, {links / words:F4} links");
            }

            adam.Exchange();
            foreach (Weights one in network.All) one.Changed();
            context.Log.WriteLine($"network: round {round} of {Rounds}: {NetworkScores.Of(network, vocabulary, dev)}");
            File.WriteAllBytes(Path.Combine(models, "network.bin"), Write(network));
            adam.Exchange();
            foreach (Weights one in network.All) one.Changed();
        }
    }

    private static byte[] Write(AttributionNetwork network)
    {
        HashSet<Weights> rows = [network.Embedding, network.WordTable, network.PairTable];
        return TensorFile.Write([.. network.All.Select(w => (w, w == network.Timing || w.Rows <= 8 ? TensorFile.Kind.Float : rows.Contains(w) ? TensorFile.Kind.ByteRows : TensorFile.Kind.ByteColumns))]);
    }

    private static List<LearningText> Texts(TrainingContext context, string part, int every) =>
        [.. PolnearCorpus.Read(context.Corpus("polnear", part)).Where((_, i) => i % every == 0).Select(d => LearningText.Of(TextAnalyser.ReadForLearning(d.Text), d.Marked))];

    private static void Initialise(AttributionNetwork network, int seed)
    {
        Random random = new(seed);
        foreach (Weights one in network.Fresh.Where(w => w.Rows > 1))
        {
            bool table = one == network.WordTable || one == network.PairTable;
            float range = table ? 0.1f : one.Rows == ChainModel.Labels ? 0 : MathF.Sqrt(6f / (one.Rows + (one.Name.Contains('.', StringComparison.Ordinal) && one.Columns > 255 ? one.Columns / 8 : one.Columns)));
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

/// <summary>How well a network does on marked texts while it learns.</summary>
internal static class NetworkScores
{
    /// <summary>F1 of cues (same first word), of source and content words when told the cue.</summary>
    public static string Of(AttributionNetwork network, PieceVocabulary vocabulary, List<LearningText> texts)
    {
        ChainDecoder cues = new(Square(network.CueTransition)), links = new(Square(network.LinkTransition));
        int cueRight = 0, cueFound = 0, cueGold = 0;
        int[] right = new int[3], found = new int[3], gold = new int[3];
        foreach (LearningText text in texts)
        {
            IReadOnlyList<Sentence> sentences = text.Text.Prose.Source.Sentences;
            ReadBlock block = network.Read(text.Text, 0, sentences.Count, vocabulary);
            foreach (Sentence s in sentences)
            {
                byte[] labels = Best(cues, block.CueScores, s.FirstToken, s.EndToken);
                for (int i = 0; i < labels.Length; i++)
                {
                    bool is1 = labels[i] == 1, was1 = text.CueLabels[s.FirstToken + i] == 1;
                    cueFound += is1 ? 1 : 0;
                    cueGold += was1 ? 1 : 0;
                    cueRight += is1 && was1 ? 1 : 0;
                }
            }

            if (text.Cues.Count == 0) continue;
            LinkedCues linked = network.Link(block, [.. text.Cues.Select(c => c.Cue)]);
            for (int c = 0; c < text.Cues.Count; c++)
            {
                byte[] labels = Best(links, linked.Scores, linked.Runs[c].First, linked.Runs[c].End);
                for (int i = 0; i < labels.Length; i++)
                {
                    byte is1 = labels[i], was1 = text.Cues[c].Labels[i];
                    found[is1]++;
                    gold[was1]++;
                    if (is1 == was1) right[is1]++;
                }
            }
        }

        return $"cues {F(cueRight, cueFound, cueGold):F1}, sources {F(right[1], found[1], gold[1]):F1}, contents {F(right[2], found[2], gold[2]):F1}";

        static byte[] Best(ChainDecoder decoder, float[] scores, int first, int end)
        {
            byte[] labels = new byte[end - first];
            scores.AsSpan(first * ChainModel.Labels, labels.Length * ChainModel.Labels).CopyTo(decoder.Begin(labels.Length));
            decoder.Decode(labels);
            return labels;
        }

        static float[,] Square(Weights weights)
        {
            float[,] square = new float[weights.Rows, weights.Columns];
            Buffer.BlockCopy(weights.Values, 0, square, 0, weights.Values.Length * sizeof(float));
            return square;
        }

        static double F(int right, int found, int gold) => found + gold == 0 ? 0 : 200.0 * right / (found + gold);
    }
}
