using Rapporteur.Text.Encounters;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Text.Tests.Learning;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Stances.Network;

namespace Rapporteur.Text.Tests.Stances;

public sealed class StanceNetworkTests
{
    private const string Long = "The minister of Kestria said on Sunday that he would never accept a ferry line without guards, and that the islands, which Norlund holds, must be given back before the winter.";

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss()
    {
        StanceNetwork network = RandomNetwork();
        Weights written = new("written", 1, StanceNetwork.Labels.Count);
        float[] certain = new float[StanceNetwork.Labels.Count], doubted = [.. certain.Select((_, k) => k == 7 ? 0.55f : 0.05f)];
        certain[1] = 1;
        TaughtStatement[] taught = [Taught(Long, certain, 1, false), Taught("“We will sign,” the envoy told reporters.", doubted, 0.7f, true)];
        Weights[] all = [.. network.All, written];
        Gradients gradients = new(all, network.Tables), unused = new(all, network.Tables);
        StanceNetworkLearner.Learn(network, written, taught, null, gradients);
        foreach (Weights one in all) Slopes.Agree(one, gradients.Of(one), 1e-2f, 0.03, 0.003, () => StanceNetworkLearner.Learn(network, written, taught, null, unused));
    }

    [Fact]
    public void A_statement_is_read_alone_as_among_others()
    {
        StanceNetwork network = RandomNetwork();
        (StatementWords, StanceEvidence) first = Read(Long), second = Read("The envoy denied the report.");
        float[] together = network.Read([first, second]).Scores;
        Assert.Equal(network.Read([first]).Scores, together[..StanceNetwork.Labels.Count]);
        Assert.Equal(network.Read([second]).Scores, together[StanceNetwork.Labels.Count..]);
    }

    [Fact]
    public void The_words_are_those_of_the_statement_and_its_sentences_and_no_others()
    {
        StatementWords words = Words("The weather was fine. The envoy denied the report on Monday. Nobody came.");
        string[] sentence = ["the", "envoy", "denied", "the", "report", "on", "monday", "."];
        Assert.Equal([.. sentence.Select(word => FeatureHash.Of(word))], words.Words);
        Assert.Equal(StatementPart.Source, words.Parts[1]);
        Assert.Equal(StatementPart.Cue, words.Parts[2]);
        Assert.Equal(StatementPart.Content, words.Parts[4]);
        Assert.Equal(2, words.Spots[0]);
    }

    [Fact]
    public void Of_a_very_long_statement_the_cue_the_source_and_what_comes_first_are_read()
    {
        StatementWords words = Words($"“We want {string.Concat(Enumerable.Repeat("the boats and the ropes and the lamps and ", 12))}the oars,” the envoy said.");
        Assert.Equal(StatementWords.Most, words.Words.Length);
        Assert.Contains(StatementPart.Cue, words.Parts);
        Assert.Contains(StatementPart.Source, words.Parts);
        Assert.True(words.Spots[0] >= 0);
    }

    [Fact]
    public void The_labels_of_the_networks_are_those_of_the_regression() =>
        Assert.Equal(StanceNetwork.Labels, StanceJudges.All.Labels);

    private static StatementWords Words(string text) => Read(text).Words;

    private static TaughtStatement Taught(string text, float[] shares, float importance, bool written)
    {
        (StatementWords words, StanceEvidence evidence) = Read(text);
        return new TaughtStatement(words, evidence, shares, importance, written);
    }

    private static (StatementWords Words, StanceEvidence Evidence) Read(string text)
    {
        EncounterText tree = new(new TextAnalyser(fast: true).Attributed(text));
        StanceParts parts = new(tree, 0);
        return (StatementWords.Of(parts), StanceFeatures.Of(parts, new AttributedStances(tree, 0).Read()));
    }

    private static StanceNetwork RandomNetwork()
    {
        StanceNetwork network = new("tried");
        Random random = new(7);
        foreach (Weights one in network.All)
        {
            float range = one.Rows == 1 ? 0.2f : one == network.FeatureTable ? 0.3f : MathF.Sqrt(3f / one.Rows);
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }

        return network;
    }
}
