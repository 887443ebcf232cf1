using Rapporteur.Text.Encoders;

namespace Rapporteur.Text.Tests.Encoders;

public sealed class PiecedTextTests
{
    private static readonly PieceVocabulary Vocabulary = new(
    [
        ("?", 0), ("▁the", -2), ("▁bridge", -3), ("▁", -4), ("bri", -4), ("dge", -4), (".", -2), ("...", -3), ("s", -3), ("'", -3), ("▁Talmar", -3), ("fi", -4), ("x", -5),
    ]);

    [Fact]
    public void A_word_is_cut_into_its_likeliest_pieces()
    {
        List<(int Id, int Start)> pieces = [];
        Vocabulary.Cut("▁bridges", pieces);
        Assert.Equal([(2, 0), (8, 7)], pieces);
    }

    [Fact]
    public void What_no_piece_covers_is_unknown_and_the_rest_is_not()
    {
        List<(int Id, int Start)> pieces = [];
        Vocabulary.Cut("▁bri©dge", pieces);
        Assert.Equal([3, 4, PieceVocabulary.Unknown, 5], pieces.Select(p => p.Id));
    }

    [Fact]
    public void Each_token_has_the_pieces_that_begin_in_it()
    {
        AnnotatedText text = new TextAnalyser(fast: true).Annotate("the bridge. Talmar's bridge…");
        PiecedText pieced = PiecedText.Of(text, [.. text.Sentences], Vocabulary);
        string[] words = [.. text.Tokens.Select(t => t.Span.In("the bridge. Talmar's bridge…"))];
        Assert.Equal(["the", "bridge", ".", "Talmar", "'s", "bridge", "…"], words);
        Assert.Equal([1, 2, 6, 10, 9, 8, 2, 7], pieced.Pieces);
        Assert.Equal([(0, 1), (1, 2), (2, 3), (3, 4), (4, 6), (6, 7), (7, 8)], pieced.Words);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\ud83d \ude00 ﬁ ！ … x\u00A0x")]
    [InlineData("日本語 القاهرة ''''''")]
    public void Every_token_of_any_text_has_pieces_inside_it(string characters)
    {
        AnnotatedText text = new TextAnalyser(fast: true).Annotate(characters + new string('x', 5000) + " " + string.Concat(Enumerable.Repeat("x.", 400)));
        PiecedText pieced = PiecedText.Of(text, [.. text.Sentences], Vocabulary);
        Assert.Equal(text.Tokens.Count, pieced.Words.Length);
        Assert.All(pieced.Words, w => Assert.True(w.First >= 0 && w.End > w.First && w.End <= pieced.Pieces.Length));
        Assert.All(pieced.Stretches, s => Assert.InRange(s.End - s.First, 1, PiecedText.MostPieces));
        Assert.True(pieced.Pieces.Length < 4000);
    }
}
