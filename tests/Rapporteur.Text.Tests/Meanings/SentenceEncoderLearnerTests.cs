using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Meanings;
using Rapporteur.Text.Tests.Learning;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Meanings;

namespace Rapporteur.Text.Tests.Meanings;

public sealed class SentenceEncoderLearnerTests
{
    private static readonly WordPieceVocabulary Vocabulary = new(["[UNK]", "[CLS]", "[SEP]", .. "abcdefghijklmnopqrstuvwxyz".SelectMany(letter => new[] { letter.ToString(), "##" + letter })]);

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss_of_an_occasion()
    {
        Weights decision = new("decision", 1, 2) { Values = { [0] = 3, [1] = -1 } };
        HashSet<string>[] families = [["a"], ["a"], ["b"], ["a", "b"], []];
        WordedOccasion occasion = new([.. new[] { "peace soon", "soon peace", "no talks", "peace no talks", "we wait" }.Select(text => Vocabulary.Read(text, 32))], families, ["x", "x", "x", "", "y"]);
        Agree(decision, (encoder, gradients) => 5 * SentenceEncoderLearner.Learn(encoder, decision, occasion, null, 1, gradients));
    }

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss_of_judged_pairs()
    {
        JudgedPair[] pairs = [new(Vocabulary.Read("a boat", 32), Vocabulary.Read("the boat", 32), 0.8f), new(Vocabulary.Read("a boat", 32), Vocabulary.Read("rain", 32), 0.1f)];
        Agree(null, (encoder, gradients) => 2 * 3 * SentenceEncoderLearner.Learn(encoder, pairs, 3, null, 1, gradients));
    }

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss_of_texts_that_another_has_read()
    {
        Random random = new(5);
        Taught[] taught = [.. new[] { "peace soon", "no talks" }.Select(text => new Taught(Vocabulary.Read(text, 32), [.. Enumerable.Range(0, BertEncoder.Width).Select(_ => (2 * random.NextSingle()) - 1)]))];
        Agree(null, (encoder, gradients) => SentenceEncoderLearner.Learn(encoder, taught, gradients));
    }

    [Fact]
    public void A_small_encoder_starts_with_what_the_large_one_knows_of_its_pieces_and_with_some_of_its_layers()
    {
        SentenceEncoder large = RandomEncoder(), small = new(new WordPieceVocabulary(["[UNK]", "[CLS]", "[SEP]", "b", "##b"]), 1);
        string[] pieces = [.. Vocabulary.Pieces];
        MeaningDistillation.Start(large, small, [.. small.Vocabulary.Pieces.Select(piece => Array.IndexOf(pieces, piece))], [1]);
        int b = 4 * BertEncoder.Width, there = Array.IndexOf(pieces, "##b") * BertEncoder.Width;
        Assert.Equal(large.Encoder.Embedding.Values[there..(there + BertEncoder.Width)], small.Encoder.Embedding.Values[b..(b + BertEncoder.Width)]);
        Assert.Equal(large.Encoder.Layers[1].First.Values, small.Encoder.Layers[0].First.Values);
    }

    private static void Agree(Weights? decision, Func<SentenceEncoder, Gradients, double> learn)
    {
        SentenceEncoder encoder = RandomEncoder();
        Weights[] all = [.. encoder.Encoder.Tuned, decision ?? new Weights("none", 1, 2)];
        Gradients gradients = new(all, new HashSet<Weights>()), unused = new(all, new HashSet<Weights>());
        learn(encoder, gradients);
        foreach (Weights one in all.Where(weights => weights.Name != "none")) Slopes.Agree(one, gradients.Of(one), 1e-2f, 0.05, 0.01, () => learn(encoder, unused));
    }

    private static SentenceEncoder RandomEncoder()
    {
        SentenceEncoder encoder = new(Vocabulary, 2);
        Random random = new(7);
        foreach (Weights one in encoder.All)
        {
            float range = one == encoder.Encoder.Embedding || one == encoder.Encoder.Places ? 0.5f : one.Rows == 1 ? 0.2f : MathF.Sqrt(3f / one.Rows);
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = (((2 * random.NextSingle()) - 1) * range) + (one.Name.Contains("gain", StringComparison.Ordinal) ? 1 : 0);
        }

        return encoder;
    }
}
