using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Tests.Learning;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Text.Tests.Attributions.Neural;

public sealed class BackwardTests
{
    [Theory]
    [InlineData(true, true)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss(bool readsPieces, bool certain)
    {
        AttributionNetwork network = RandomNetwork(readsPieces ? NetworkShape.Large : NetworkShape.Small);
        PieceVocabulary vocabulary = new([("?", 0), ("▁", -3), .. "abcdefghijklmnopqrstuvwxyz.,\"TMA".Select(c => (c.ToString(), -4f)), ("▁the", -2), ("aid", -3)]);
        ReadText read = TextAnalyser.ReadForLearning("The mayor said that the bridge, which Arden built, \"is safe\". Talmar denied it.\n\nArden agreed.");
        byte[] labels = new byte[read.Tokens.Count];
        labels[2] = 1;
        labels[3] = 2;
        ArgumentFeatures cue = new(read, 2, 4);
        byte[] roles = new byte[cue.Range.End - cue.Range.First];
        (roles[0], roles[1]) = (1, 1);
        for (int i = 4; i < 12; i++) roles[i] = 2;
        LearningText text = new(read, new Labels(labels, certain ? null : Doubted(labels)), [(cue, new Labels(roles, certain ? null : Doubted(roles)))]);
        NetworkLearner learner = new(network, new WordKnowledge(vocabulary, WordVectors.Trained));
        Gradients gradients = new(network.All, network.Tables), unused = new(network.All, network.Tables);
        learner.Learn(text, null, gradients, pretrained: true);

        foreach (Weights one in network.All.Where(w => w != network.Timing)) Slopes.Agree(one, gradients.Of(one), 2e-2f, 0.03, 0.01, Loss);

        double Loss()
        {
            (double cues, double links) = learner.Learn(text, null, unused, pretrained: false);
            return (2 * cues) + links; // cues weigh twice
        }
    }

    // What a teacher thinks who is never quite certain.
    private static float[] Doubted(byte[] labels) => [.. labels.SelectMany(label => Enumerable.Range(0, 3).Select(l => l == label ? 0.8f : 0.1f))];

    private static AttributionNetwork RandomNetwork(NetworkShape shape)
    {
        AttributionNetwork network = new(shape);
        Random random = new(7);
        foreach (Weights one in network.All)
        {
            float range = one.Rows == 1 ? 0.2f : one == network.Embedding || one == network.Timing ? 1 : MathF.Sqrt(3f / one.Rows);
            if (one == network.WordTable || one == network.PairTable) range = 0.3f;
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }

        foreach (Weights gain in new[] { network.WordGain, network.Encoder.Gain1, network.Encoder.Gain2 }.Where(w => network.All.Contains(w)))
        {
            for (int i = 0; i < gain.Values.Length; i++) gain.Values[i] += 1;
        }

        return network;
    }
}
