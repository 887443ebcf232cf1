using Rapporteur.Text.Encoders;
using Rapporteur.Train.Meanings;

namespace Rapporteur.Text.Tests.Meanings;

public sealed class WordPieceVocabularyTests
{
    private static readonly string[] Pieces = ["[UNK]", "[CLS]", "[SEP]", "harbour", "har", "##bour", "##s", "open", "##ed", ",", "’", "-", "re", "o", "##p", "##e", "##n"];

    [Theory]
    [InlineData("harbours", "harbour ##s")]
    [InlineData("Harbour", "harbour")]
    [InlineData("Hârbour", "harbour")]
    [InlineData("re-opened,", "re - open ##ed ,")]
    [InlineData("opened harbour", "open ##ed harbour")]
    [InlineData("harbour’s", "harbour ’ [UNK]")]
    [InlineData("quay", "[UNK]")]
    [InlineData("", "")]
    public void Words_are_cut_into_the_longest_pieces_from_the_left(string text, string pieces)
    {
        int[] read = new WordPieceVocabulary(Pieces).Read(text, 64);
        Assert.Equal($"[CLS] {pieces} [SEP]".Replace("  ", " ", StringComparison.Ordinal), string.Join(' ', read.Select(piece => Pieces[piece])));
    }

    [Fact]
    public void A_text_is_cut_at_the_most_pieces_and_keeps_its_separator()
    {
        int[] read = new WordPieceVocabulary(Pieces).Read(string.Join(' ', Enumerable.Repeat("open", 100)), 8);
        Assert.Equal([1, 7, 7, 7, 7, 7, 7, 2], read);
    }

    [Fact]
    public void The_most_frequent_pieces_are_kept_and_every_letter()
    {
        int[] kept = PieceSelection.Of(new WordPieceVocabulary(Pieces), [("harbour", -4), ("opened", -2), ("reopened", -6)], 12);
        // Specials, letters and marks, then "open" and "##ed".
        Assert.Equal(["[UNK]", "[CLS]", "[SEP]", "open", "##ed", ",", "-", "o", "##p", "##e", "##n"], kept.Select(piece => Pieces[piece]).Where(piece => piece is not "##s"));
    }
}
