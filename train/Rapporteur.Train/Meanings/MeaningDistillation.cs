using System.Numerics.Tensors;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Meanings;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Meanings;

/// <summary>Teaches a small sentence encoder to point where a large one points (Hinton et al. 2015), on sentences that nobody has marked.</summary>
internal static class MeaningDistillation
{
    /// <summary>How often it reads every text.</summary>
    public const int Rounds = 2;

    // Texts at each step, half of them a thread.
    private const int Batch = 32, Threads = 2;
    private const float Step = 2e-4f, Warming = 100, Average = 0.995f;
    private const int StepsBetweenReports = 500;

    /// <summary>Takes what the small one starts with from the large one: the vectors of its pieces and some of the layers.</summary>
    /// <param name="large">The one that teaches.</param>
    /// <param name="small">The one that is taught.</param>
    /// <param name="pieces">Numbers, in the large vocabulary, of the pieces that the small one has.</param>
    /// <param name="layers">Which layers it takes, one for each of its own.</param>
    public static void Start(SentenceEncoder large, SentenceEncoder small, IReadOnlyList<int> pieces, IReadOnlyList<int> layers)
    {
        for (int i = 0; i < pieces.Count; i++)
        {
            Array.Copy(large.Encoder.Embedding.Values, pieces[i] * BertEncoder.Width, small.Encoder.Embedding.Values, i * BertEncoder.Width, BertEncoder.Width);
        }

        Take(large.Encoder.Places, small.Encoder.Places);
        Take(large.Encoder.Gain, small.Encoder.Gain);
        Take(large.Encoder.Shift, small.Encoder.Shift);
        for (int i = 0; i < layers.Count; i++)
        {
            foreach ((Weights from, Weights to) in large.Encoder.Layers[layers[i]].All.Zip(small.Encoder.Layers[i].All)) Take(from, to);
        }
    }

    /// <summary>Learns.</summary>
    /// <param name="context">Seed and log.</param>
    /// <param name="large">The one that teaches.</param>
    /// <param name="small">The one that is taught.</param>
    /// <param name="texts">What both read.</param>
    public static void Learn(TrainingContext context, SentenceEncoder large, SentenceEncoder small, IReadOnlyList<string> texts)
    {
        Taught[] all = [.. texts.Chunk(Batch).AsParallel().AsOrdered().WithDegreeOfParallelism(Threads).SelectMany(some => Teach(large, small, some))];
        Weights[] weights = [.. small.Encoder.Tuned];
        Adam adam = new(weights.Select(one => (one, false)));
        Gradients[] gradients = [.. Enumerable.Range(0, Threads).Select(_ => new Gradients(weights, new HashSet<Weights>()))];
        Random random = new(context.Seed);
        int steps = Rounds * ((all.Length + Batch - 1) / Batch), step = 0;
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(all);
            double loss = 0;
            for (int first = 0; first < all.Length; first += Batch, step++)
            {
                Taught[] some = all[first..Math.Min(first + Batch, all.Length)];
                double[] losses = new double[Threads];
                Parallel.For(0, Threads, thread =>
                {
                    gradients[thread].Clear();
                    losses[thread] = SentenceEncoderLearner.Learn(small, some[(some.Length * thread / Threads)..(some.Length * (thread + 1) / Threads)], gradients[thread]);
                });
                for (int thread = 1; thread < Threads; thread++) gradients[0].Add(gradients[thread]);
                loss += losses.Sum();
                float rate = Math.Min(1, (step + 1) / Warming) * (1 - ((float)step / steps));
                adam.Step(gradients[0], Step * rate, 0, Math.Min(Average, (step + 1f) / (step + 10f)));
                foreach (Weights one in weights) one.Changed();
                if ((step + 1) % StepsBetweenReports == 0) context.Log.WriteLine(FormattableString.Invariant($"meanings: step {step + 1} of {steps}, mean cosine {1 - (loss / (first + some.Length)):F4}"));
            }

            context.Log.WriteLine(FormattableString.Invariant($"meanings: round {round + 1} of {Rounds} of the small encoder, mean cosine with the large one {1 - (loss / all.Length):F4}"));
        }

        adam.Exchange();
        foreach (Weights one in weights) one.Changed();
    }

    private static IEnumerable<Taught> Teach(SentenceEncoder large, SentenceEncoder small, string[] texts)
    {
        float[] means = large.Read([.. texts.Select(text => large.Vocabulary.Read(text, SentenceEncoder.MostPieces))]).Means;
        return texts.Select((text, i) => new Taught(small.Vocabulary.Read(text, SentenceEncoder.MostPieces), means[(i * BertEncoder.Width)..((i + 1) * BertEncoder.Width)]));
    }

    private static void Take(Weights from, Weights to) => from.Values.CopyTo(to.Values, 0);
}
