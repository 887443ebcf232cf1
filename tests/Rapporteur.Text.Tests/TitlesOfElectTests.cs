namespace Rapporteur.Text.Tests;

public sealed class TitlesOfElectTests
{
    [Theory]
    [InlineData("The harbour guild is eager to be in touch with President-elect Mira Tolland, although no day has been named.", "touch")]
    [InlineData("The guild is keen to hold talks with President-elect Mira Tolland, although no day has been named.", "hold")]
    public void Somebody_elected_is_brought_by_the_preposition_before_her_title(string input, string head)
    {
        IReadOnlyList<Token> tokens = new TextAnalyser().Annotate(input).Tokens;
        int Find(string word) => tokens.Index().First(token => token.Item.Span.In(input) == word).Index;
        int name = tokens[Find("elect")].Head;
        Assert.Equal("ADJ", tokens[Find("elect")].Upos);
        Assert.Equal("PROPN", tokens[name].Upos);
        Assert.Equal(("case", name), (tokens[Find("with")].Relation, tokens[Find("with")].Head));
        Assert.Equal(Find(head), tokens[name].Head);
    }

    [Fact]
    public void Whoever_elects_a_president_still_does()
    {
        const string Input = "The members will elect Mira Tolland on Monday.";
        Assert.Equal("VERB", new TextAnalyser().Annotate(Input).Tokens.First(token => token.Span.In(Input) == "elect").Upos);
    }
}
