using Rapporteur.Text.Learning;
using Rapporteur.Text.Syntax;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Syntax.Network;

namespace Rapporteur.Text.Tests.Syntax;

public sealed class SyntaxNetworkTests
{
    private static readonly WordVectors Vectors = new(WordVectors.Write([.. "abcdefgh".Select((c, i) => (WordForm.LowerHash(c.ToString()), Vector(i)))]));

    [Fact]
    public void Slopes_of_every_matrix_agree_with_what_a_small_change_does_to_the_loss()
    {
        SyntaxNetwork network = Random(5);
        SyntaxLearner learner = new(network, Vectors);
        SyntaxExample[] examples =
        [
            new(Forms("a b c d"), [0, 1, 2, -1], [1, -1, 1, 2], [0, -1, 1, 0], [0, 4, 0, 0]),
            new(Forms("e f g"), [-1, -1, -1], null, [-1, -1, -1], [8, 0, 4], IsNews: true),
        ];
        Gradients gradients = Empty(network);
        learner.Learn(examples, null, gradients);
        foreach (Weights one in network.All)
        {
            float[] slope = gradients.Of(one);
            int at = Array.IndexOf(slope, slope.MaxBy(MathF.Abs));
            Assert.True(MathF.Abs(slope[at]) > 1e-6, one.Name + " has no slope at all");
            float before = one.Values[at], change = 2e-3f / MathF.Max(1, MathF.Abs(slope[at]));
            double up = Loss(before + change), down = Loss(before - change);
            Loss(before);
            double measured = (up - down) / (2 * change);
            Assert.True(Math.Abs(measured - slope[at]) < (0.03 * Math.Abs(measured)) + 0.005, $"{one.Name}[{at}]: slope {slope[at]}, measured {measured}");

            double Loss(float value)
            {
                one.Values[at] = value;
                one.Changed();
                return learner.Learn(examples, null, Empty(network));
            }
        }
    }

    [Fact]
    public void A_sentence_is_read_alike_alone_and_among_others()
    {
        SyntaxNetwork network = Random(6);
        WordForm[] one = Forms("a b c d"), other = Forms("e f");
        SyntaxPass alone = network.Apply(one, [(0, 4)], Vectors), among = network.Apply([.. other, .. one], [(0, 2), (2, 6)], Vectors);
        Assert.Equal(alone.TagScores, among.TagScores[(2 * network.Tags.Length)..]);
        Assert.Equal(network.Arcs(alone, 0, 4), network.Arcs(among, 2, 6));
    }

    [Fact]
    public void A_sentence_of_thousands_of_words_is_read_in_pieces_of_one_tree()
    {
        SyntaxReader reader = new(Random(7), Vectors);
        Token[] tokens = new Token[1001];
        reader.Read([.. Enumerable.Range(0, tokens.Length).Select(i => Forms("abcdefgh".Substring(i % 8, 1))[0])], tokens, [new Sentence(new TextSpan(0, 1), 0, tokens.Length, 0)], null);
        Assert.Single(tokens, t => t.Head < 0);
        for (int i = 0; i < tokens.Length; i++)
        {
            int at = i, steps = 0;
            while (tokens[at].Head >= 0 && steps++ <= tokens.Length) at = tokens[at].Head;
            Assert.True(steps <= tokens.Length);
        }
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        SyntaxNetwork network = Random(8), again = SyntaxNetwork.Read(network.Write());
        Assert.Equal(network.Tags, again.Tags);
        Assert.Equal(network.Relations, again.Relations);
        Assert.All(network.TagOut.Values.Zip(again.TagOut.Values), pair => Assert.Equal(pair.First, pair.Second, 0.01));
    }

    private static WordForm[] Forms(string text)
    {
        WordClasses classes = new(WordClasses.Write(new Dictionary<uint, WordClass> { [1] = default }));
        return [.. Enumerable.Range(0, text.Split(' ').Length).Select(i => WordForm.Of(text, new TextSpan(2 * i, (2 * i) + 1), classes))];
    }

    private static sbyte[] Vector(int seed)
    {
        byte[] bytes = new byte[WordVectors.Width];
        new Random(seed).NextBytes(bytes);
        return Array.ConvertAll(bytes, b => (sbyte)b);
    }

    private static SyntaxNetwork Random(int seed)
    {
        SyntaxNetwork network = new(["NN NOUN", "VB VERB", ". PUNCT"], ["nsubj", "obj"]);
        Random random = new(seed);
        foreach (Weights one in network.All)
        {
            float range = one.Rows == 1 || one == network.Table ? 0.3f : MathF.Sqrt(3f / one.Rows);
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }

        return network;
    }

    private static Gradients Empty(SyntaxNetwork network) => new(network.All, new HashSet<Weights> { network.Table });
}
