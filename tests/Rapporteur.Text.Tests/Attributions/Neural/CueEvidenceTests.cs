using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tests.Attributions.Neural;

public sealed class CueEvidenceTests
{
    private static readonly ReadText Text = TextAnalyser.ReadForLearning("Mira Arden said that the bridge is safe.");

    [Fact]
    public void A_verb_of_saying_and_the_rules_speak_for_a_cue()
    {
        List<(string What, double Weight)> weights = LearnedFinder.Trained.Weigh(Text, 2);
        Assert.True(weights.Single(w => w.What == "the word").Weight > 0);
        Assert.Contains(weights, w => w.What == "the rules");
        Assert.Equal(weights.OrderByDescending(w => Math.Abs(w.Weight)).Select(w => w.What), weights.Select(w => w.What));
    }

    [Fact]
    public void What_a_network_was_never_told_weighs_nothing()
    {
        AttributionNetwork network = new(NetworkShape.Small);
        Random random = new(3);
        foreach (Weights one in network.All.Where(w => w != network.WordTable))
        {
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = random.NextSingle() - 0.5f;
        }

        network.Quantise();
        ReadBlock block = network.Read(Text, 0, Text.Prose.Source.Sentences.Count, NetworkReader.Words);
        // Its table of features is empty, so only words count.
        foreach ((string what, double weight) in CueEvidence.Of(network, block, 2)) Assert.Equal(what is "the word" or "the words beside it", weight != 0);
    }
}
