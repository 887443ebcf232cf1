using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Stances.Network;

/// <summary>A statement to learn from, what is known of the whole, how likely each label is taken to be for it, how much it counts, and whether it was written for learning.</summary>
internal sealed record TaughtStatement(StatementWords Words, StanceEvidence Evidence, float[] Shares, float Importance, bool Written);

/// <summary>Goes forth and back through a network for some statements.</summary>
internal static class StanceNetworkLearner
{
    // Stances are not as frequent among written statements as in news: what differs is learnt apart, quickly, and left behind.
    private const float OwnBias = 3;

    private const int States = StanceNetwork.States, Questions = StanceNetwork.Questions;
    private static readonly int Labels = StanceNetwork.Labels.Count;

    /// <summary>Adds the statements' slopes to the gradients; returns the loss.</summary>
    /// <param name="network">The network.</param>
    /// <param name="ofWritten">What is added to the scores of written statements, learnt with it.</param>
    /// <param name="statements">What to learn from.</param>
    /// <param name="noise">Leaves out states at random; null leaves out none.</param>
    /// <param name="gradients">Where the slopes go.</param>
    public static double Learn(StanceNetwork network, Weights ofWritten, ReadOnlySpan<TaughtStatement> statements, Noise? noise, Gradients gradients)
    {
        List<(StatementWords, StanceEvidence)> words = [];
        foreach (TaughtStatement statement in statements) words.Add((statement.Words, statement.Evidence));
        StanceNetwork.Pass pass = network.Read(words, noise);
        float[] scores = new float[pass.Scores.Length], hidden = new float[pass.Hidden.Length], gathered = new float[pass.Gathered.Length];
        double loss = Loss(pass, ofWritten, statements, scores, gradients.Of(ofWritten));
        Backward.Linear(network.Out, pass.Hidden, words.Count, scores, gradients, network.OutBias, hidden);
        Noise.Apply(hidden, pass.HiddenMask);
        for (int i = 0; i < hidden.Length; i++) if (pass.Hidden[i] <= 0) hidden[i] = 0;
        for (int s = 0; s < words.Count; s++)
        {
            foreach ((int row, float value) in pass.Evidence[s]) gradients.AddRow(network.EvidenceTable, row, hidden.AsSpan(s * StanceNetwork.HiddenWidth, StanceNetwork.HiddenWidth), value);
        }

        Backward.Linear(network.Hidden, pass.Gathered, words.Count, hidden, gradients, network.HiddenBias, gathered);
        float[] states = Gathered(network, pass, gathered, gradients), input = new float[pass.Input.Length];
        Noise.Apply(states, pass.StateMask);
        Backward.Lstm(network.Reader, pass.Read, pass.Input, pass.Features.Length, pass.Runs, states, gradients, input);
        for (int w = 0; w < pass.Features.Length; w++)
        {
            foreach (int row in pass.Features[w]) gradients.AddRow(network.FeatureTable, row, input.AsSpan((w * StanceNetwork.Inputs) + StanceNetwork.WordWidth, StanceNetwork.FeatureWidth));
        }

        return loss;
    }

    private static double Loss(StanceNetwork.Pass pass, Weights ofWritten, ReadOnlySpan<TaughtStatement> statements, float[] slope, float[] ofWrittenSlope)
    {
        double loss = 0;
        Span<double> chances = stackalloc double[Labels];
        for (int s = 0; s < statements.Length; s++)
        {
            float own = statements[s].Written ? OwnBias : 0;
            for (int k = 0; k < Labels; k++) chances[k] = pass.Scores[(s * Labels) + k] + (own * ofWritten.Values[k]);
            StanceModel.Normalised(chances);
            for (int k = 0; k < Labels; k++)
            {
                slope[(s * Labels) + k] = statements[s].Importance * ((float)chances[k] - statements[s].Shares[k]);
                ofWrittenSlope[k] += own * slope[(s * Labels) + k];
                loss -= statements[s].Importance * statements[s].Shares[k] * Math.Log(Math.Max(chances[k], 1e-9));
            }
        }

        return loss;
    }

    // From what was gathered back to the states it was gathered from, and to the questions.
    private static float[] Gathered(StanceNetwork network, StanceNetwork.Pass pass, float[] slope, Gradients gradients)
    {
        int words = pass.Features.Length;
        float[] states = new float[pass.States.Length], weights = new float[words * Questions], byPart = gradients.Of(network.QuestionPart);
        for (int s = 0; s < pass.Runs.Count; s++)
        {
            (int first, int end) = pass.Runs[s];
            for (int q = 0; q < Questions; q++)
            {
                ReadOnlySpan<float> sum = slope.AsSpan((s * StanceNetwork.Gathered) + (q * States), States), shares = StanceNetwork.SharesOf(pass, s, q);
                float mean = 0;
                for (int i = 0; i < end - first; i++)
                {
                    float product = System.Numerics.Tensors.TensorPrimitives.Dot(sum, pass.States.AsSpan((first + i) * States, States));
                    Elementary.AddTo(states.AsSpan((first + i) * States, States), sum, shares[i]);
                    weights[((first + i) * Questions) + q] = product;
                    mean += shares[i] * product;
                }

                for (int i = 0; i < end - first; i++)
                {
                    ref float weight = ref weights[((first + i) * Questions) + q];
                    weight = shares[i] * (weight - mean);
                    byPart[((int)pass.Statements[s].Words.Parts[i] * Questions) + q] += weight;
                }
            }

            for (int k = 0; k < StanceNetwork.Spots; k++)
            {
                int at = pass.Statements[s].Words.Spots[k];
                if (at >= 0) Elementary.AddTo(states.AsSpan((first + at) * States, States), slope.AsSpan((s * StanceNetwork.Gathered) + ((Questions + k) * States), States));
            }
        }

        Backward.Linear(network.Question, pass.States, words, weights, gradients, null, states);
        return states;
    }
}
