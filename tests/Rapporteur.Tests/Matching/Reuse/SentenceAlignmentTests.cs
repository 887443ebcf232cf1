using Rapporteur.Matching.Reuse;

namespace Rapporteur.Tests.Matching.Reuse;

public sealed class SentenceAlignmentTests
{
    private const string Agency =
        "The harbour commission of Quellmark postponed the vote on the grain corridor until Thursday. "
        + "Chairwoman Oriel Thackenby blamed a missing report from the customs office in Sundholm. "
        + "Shipowners had asked for a decision before the ice closes the northern channel.";

    private const string Article =
        "Freight rates rose again this week in every port of the Lesser Coast.\n\n"
        + "Traders on the exchange in Tarn speak of the worst autumn for a decade, and several of them have stopped taking orders for the north altogether.\n\n"
        + "The harbour commission of Quellmark postponed its vote on the grain corridor until Thursday. "
        + "Chairwoman Oriel Thackenby blamed a late report from the customs office in Sundholm.\n\n"
        + "Nobody here expects the price of bread to fall before spring.";

    [Fact]
    public void An_agencys_sentences_are_found_inside_a_longer_article_with_their_places()
    {
        SharedText shared = Compare(Agency, Article);

        Assert.True(shared.IsReuse);
        Assert.Equal(
            ["The harbour commission of Quellmark postponed its vote on the grain corridor until Thursday.", "Chairwoman Oriel Thackenby blamed a late report from the customs office in Sundholm."],
            shared.Sentences.Select(pair => pair.Right.In(Article)));
        Assert.StartsWith("The harbour commission of Quellmark postponed the vote", shared.Sentences[0].Left.In(Agency), StringComparison.Ordinal);
        Assert.True(shared.LeftShare > 0.6 && shared.RightShare < 0.5, $"{shared.LeftShare} {shared.RightShare}");
    }

    [Fact]
    public void Both_sides_see_the_same()
    {
        SharedText one = Compare(Agency, Article), other = Compare(Article, Agency);
        Assert.Equal((one.Words, one.OwnWords, one.LeftShare, one.RightShare), (other.Words, other.OwnWords, other.RightShare, other.LeftShare));
        Assert.Equal(one.Sentences.Select(pair => (pair.Left, pair.Right)), other.Sentences.Select(pair => (pair.Right, pair.Left)));
    }

    [Fact]
    public void Two_reports_of_one_event_in_words_of_their_own_share_no_text()
    {
        const string Other =
            "No vote on grain before Thursday. A report by customs in Sundholm did not arrive, said Oriel Thackenby, who chairs the commission in Quellmark. "
            + "Owners of ships want to know soon, because the north freezes.";
        Assert.False(Compare(Agency, Other).IsReuse);
    }

    [Fact]
    public void Words_between_quotation_marks_are_not_the_reporters_own()
    {
        const string Speech = "“We shall keep the northern channel open for every ship that carries grain, whoever pays for the icebreakers and however long it takes,”";
        SharedText shared = Compare($"Minister Ilsko Varden spoke in Tarn. {Speech} he said.", $"From the rostrum came a promise: {Speech} Mr Varden told delegates.");
        Assert.True(shared.Words > 20);
        Assert.True(shared.OwnWords <= 3, $"{shared.OwnWords}");
    }

    [Theory]
    [InlineData("")]
    [InlineData("…")]
    [InlineData("\uD800")]
    [InlineData("a\uDC00 b \uD83D\uDE00\uD83D\uDE00 . . .")]
    [InlineData("\n\n\n")]
    [InlineData("“")]
    public void Any_string_is_borne(string text)
    {
        Assert.False(Compare(text, Article).IsReuse);
        Assert.False(Compare(Article, text).IsReuse);
        Assert.NotNull(Compare(text, text));
        Assert.NotNull(Fingerprints.Of(TextWords.Of(text)));
    }

    [Fact]
    public void Scripts_without_blanks_are_compared_by_their_characters()
    {
        const string One = "港口委员会把关于粮食走廊的表决推迟到星期四。主席指责海关没有及时提交报告。船东要求在北方航道结冰之前作出决定。";
        const string Longer = "本周所有港口的运费再次上涨。" + One + "没有人认为面包的价格会在春天之前下降。";
        Assert.True(Compare(One, Longer).IsReuse);
        Assert.NotEmpty(Fingerprints.Of(TextWords.Of(One)));
    }

    private static SharedText Compare(string left, string right) => new SentenceAlignment(TextWords.Of(left)).With(TextWords.Of(right));
}
