using Rapporteur.Text.Encoders;
using Rapporteur.Text.Meanings;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Encoder;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Text.Tests.Learning;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Stances.Encoder;

namespace Rapporteur.Text.Tests.Stances;

public sealed class StanceEncoderTests
{
    private const string Text = "“We will sign,” the envoy told reporters.";
    private static readonly WordPieceVocabulary Vocabulary = new(["[UNK]", "[CLS]", "[SEP]", .. "abcdefghijklmnopqrstuvwxyz,.".SelectMany(letter => new[] { letter.ToString(), "##" + letter })]);

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss()
    {
        StanceEncoder encoder = RandomEncoder();
        Weights written = new("written", 1, StanceNetwork.Labels.Count);
        float[] certain = new float[StanceNetwork.Labels.Count], doubted = [.. certain.Select((_, k) => k == 7 ? 0.55f : 0.05f)];
        certain[1] = 1;
        TaughtPieces[] taught = [new(Read("offers"), certain, 1, false), new(Read("none"), doubted, 0.7f, true)];
        Weights[] all = [.. encoder.All, written];
        Gradients gradients = new(all, new HashSet<Weights>()), unused = new(all, new HashSet<Weights>());
        StanceEncoderLearning.Learn(encoder, written, taught, null, gradients);
        foreach (Weights one in all) Slopes.Agree(one, gradients.Of(one), 1e-2f, 0.05, 0.01, () => StanceEncoderLearning.Learn(encoder, written, taught, null, unused));
    }

    [Fact]
    public void A_statement_is_read_alone_as_among_others()
    {
        StanceEncoder encoder = RandomEncoder();
        StatementPieces first = Read("offers"), second = Read("leaves-open");
        float[] together = encoder.Read([first, second]).Scores;
        double[] alone = encoder.Probabilities(second), chances = Array.ConvertAll(together[StanceNetwork.Labels.Count..], score => (double)score);
        StanceModel.Normalised(chances);
        foreach ((double one, double other) in alone.Zip(chances)) Assert.Equal(one, other, 4);
    }

    [Fact]
    public void The_pieces_are_those_of_source_cue_and_content_and_of_what_the_rules_read()
    {
        StatementPieces read = Read("leaves-open");
        Assert.Equal(string.Concat("the envoy".Where(char.IsLetter)).Length, read.Parts.Count(part => part == StatementPieces.StatementPart.Source));
        Assert.Equal("told".Length, read.Parts.Count(part => part == StatementPieces.StatementPart.Cue));
        Assert.Equal("Wewillsign".Length, read.Parts.Count(part => part == StatementPieces.StatementPart.Content));
        Assert.Equal(4, read.Numbers.Count(number => number == Vocabulary.Separator));
        Assert.Equal("leavesopen".Length, read.Numbers[^("leavesopen".Length + 1)..^1].Length);
        Assert.Equal(Vocabulary.Opening, read.Numbers[0]);
    }

    [Fact]
    public void Of_a_very_long_statement_the_first_pieces_of_each_part_are_read()
    {
        string text = $"The envoy said that {string.Concat(Enumerable.Repeat("boats and ropes and lamps and ", 40))}oars are wanted.";
        Attribution long_ = new TextAnalyser(fast: true).Attributed(text).Attributions[0];
        StatementPieces read = StatementPieces.Of(Vocabulary, text, long_, "none");
        Assert.True(read.Numbers.Length <= BertEncoder.MostPieces);
        Assert.Contains(StatementPieces.StatementPart.Content, read.Parts);
    }

    [Fact]
    public void The_encoder_that_is_built_in_takes_the_vectors_of_the_one_for_meanings() =>
        Assert.Same(SentenceEncoder.Shared.Encoder.Embedding, StanceEncoder.Empty().Encoder.Embedding);

    private static StatementPieces Read(string rules) => StatementPieces.Of(Vocabulary, Text, new TextAnalyser(fast: true).Attributed(Text).Attributions[0], rules);

    private static StanceEncoder RandomEncoder()
    {
        StanceEncoder encoder = new(Vocabulary, new BertEncoder("small", Vocabulary.Count, 2));
        Random random = new(3);
        foreach (Weights one in encoder.All.Append(encoder.Encoder.Embedding).Append(encoder.Encoder.Places))
        {
            float range = one == encoder.Encoder.Embedding || one == encoder.Encoder.Places ? 0.5f : one.Rows == 1 ? 0.2f : MathF.Sqrt(3f / one.Rows);
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = (((2 * random.NextSingle()) - 1) * range) + (one.Name.Contains("gain", StringComparison.Ordinal) ? 1 : 0);
        }

        return encoder;
    }
}
