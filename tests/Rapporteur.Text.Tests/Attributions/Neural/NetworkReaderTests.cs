using Rapporteur.Text.Attributions.Neural;

namespace Rapporteur.Text.Tests.Attributions.Neural;

public sealed class NetworkReaderTests
{
    [Fact]
    public void Every_sentence_is_in_one_block_and_paragraphs_are_cut_only_when_they_are_very_long()
    {
        List<Sentence> sentences = [];
        int token = 0;
        foreach ((int paragraph, int length) in new[] { (0, 200), (0, 300), (1, 200), (1, 10), (2, 2900), (2, 400), (3, 9000), (4, 5), (5, 0) })
        {
            sentences.Add(new Sentence(new TextSpan(token, token + length), token, token + length, paragraph));
            token += length;
        }

        List<(int First, int End, bool IsRead)> blocks = [.. NetworkReader.Blocks(sentences)];
        Assert.Equal([(0, 4, true), (4, 5, true), (5, 6, true), (6, 7, false), (7, 9, true)], blocks);
    }

    [Fact]
    public void Without_sentences_there_is_nothing_to_read() => Assert.Empty(NetworkReader.Blocks([]));
}
