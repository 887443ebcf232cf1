using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Encoder;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Encoders;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Stances.Encoder;

/// <summary>A statement's pieces, how likely each label is taken to be for it, how much it counts, and whether it was written for learning.</summary>
internal sealed record TaughtPieces(StatementPieces Pieces, float[] Shares, float Importance, bool Written);

/// <summary>Tunes a pretrained encoder on marked statements.</summary>
internal static class StanceEncoderLearning
{
    private const int Rounds = 3, Batch = 32;
    private const float Step = 1e-3f, TunedStep = 8e-5f, Warming = 100, Average = 0.99f, Kept = 0.9f;

    // Stances are not as frequent among written statements as in news: what differs is learnt apart, quickly, and left behind.
    private const float OwnBias = 3;
    private static readonly int Labels = StanceNetwork.Labels.Count;

    /// <summary>One that has learnt nothing of stances yet.</summary>
    public static StanceEncoder Untaught(PretrainedBert pretrained)
    {
        StanceEncoder encoder = StanceEncoder.Empty();
        pretrained.FillLayers(encoder.Encoder);
        return encoder;
    }

    /// <summary>Tunes one on marked statements.</summary>
    /// <param name="encoder">The encoder.</param>
    /// <param name="statements">What it learns from.</param>
    /// <param name="seed">Seed of every chance in it.</param>
    /// <param name="log">Is told how it goes.</param>
    public static void Tune(StanceEncoder encoder, IReadOnlyList<TaughtPieces> statements, int seed, Action<string> log)
    {
        Initialise(encoder, new Random(seed));
        Weights ofWritten = new("written", 1, Labels);
        HashSet<Weights> pretrained = [.. encoder.Encoder.Tuned];
        new Minibatches<TaughtPieces> { Batch = Batch, Step = Step, PretrainedStep = TunedStep, Warming = Warming, Average = Average, Report = 200 }
            .Learn(statements, Rounds, [.. encoder.All.Append(ofWritten).Select(weights => (weights, pretrained.Contains(weights)))], new HashSet<Weights>(), seed, (some, noise, gradients) => Learn(encoder, ofWritten, some, noise, gradients), log);
    }

    /// <summary>Adds the slopes of some statements to the gradients; returns the loss.</summary>
    internal static double Learn(StanceEncoder encoder, Weights ofWritten, ReadOnlySpan<TaughtPieces> statements, Noise? noise, Gradients gradients)
    {
        TaughtPieces[] some = statements.ToArray();
        StanceEncoder.Pass pass = encoder.Read([.. some.Select(one => one.Pieces)], noise, noise is null ? 1 : Kept);
        float[] scores = new float[pass.Scores.Length], hidden = new float[pass.Hidden.Length], gathered = new float[pass.Gathered.Length], states = new float[pass.Read.Output.Length];
        double loss = Loss(pass, ofWritten, some, scores, gradients.Of(ofWritten));
        Backward.Linear(encoder.Out, pass.Hidden, some.Length, scores, gradients, encoder.OutBias, hidden);
        for (int i = 0; i < hidden.Length; i++) if (pass.Hidden[i] <= 0) hidden[i] = 0;
        Backward.Linear(encoder.Hidden, pass.Gathered, some.Length, hidden, gradients, encoder.HiddenBias, gathered);
        Noise.Apply(gathered, pass.GatheredMask);
        for (int s = 0; s < some.Length; s++)
        {
            foreach ((int stretch, int piece, float share) in StanceEncoder.Shares(some[s].Pieces))
            {
                Elementary.AddTo(states.AsSpan((pass.Runs[s].First + piece) * BertEncoder.Width, BertEncoder.Width), gathered.AsSpan((s * StanceEncoder.Gathered) + (stretch * BertEncoder.Width), BertEncoder.Width), share);
            }
        }

        Backward.Bert(encoder.Encoder, pass.Read, pass.Runs, states, gradients);
        return loss;
    }

    private static double Loss(StanceEncoder.Pass pass, Weights ofWritten, TaughtPieces[] statements, float[] slope, float[] ofWrittenSlope)
    {
        double loss = 0;
        Span<double> chances = stackalloc double[Labels];
        for (int s = 0; s < statements.Length; s++)
        {
            (_, float[] shares, float importance, bool written) = statements[s];
            float own = written ? OwnBias : 0;
            for (int k = 0; k < Labels; k++) chances[k] = pass.Scores[(s * Labels) + k] + (own * ofWritten.Values[k]);
            StanceModel.Normalised(chances);
            for (int k = 0; k < Labels; k++)
            {
                slope[(s * Labels) + k] = importance * ((float)chances[k] - shares[k]);
                ofWrittenSlope[k] += own * slope[(s * Labels) + k];
                loss -= importance * shares[k] * Math.Log(Math.Max(chances[k], 1e-9));
            }
        }

        return loss;
    }

    private static void Initialise(StanceEncoder encoder, Random random)
    {
        Fill(encoder.Hidden, MathF.Sqrt(6f / (StanceEncoder.Gathered + StanceEncoder.HiddenWidth)));
        Fill(encoder.Out, 0.1f);

        void Fill(Weights weights, float range)
        {
            for (int i = 0; i < weights.Values.Length; i++) weights.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }
    }
}
