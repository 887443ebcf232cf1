namespace Rapporteur.Text.Tests;

public sealed class TitlesOfElectTests
{
    [Theory]
    [InlineData("Norland stays ready to be in touch with President-elect Mira Tolland, though nothing can be reported so far.")]
    [InlineData("Norland stays ready to be in touch with US President-elect Donald Trump, though nothing can be reported so far.")]
    public void Somebody_elected_is_brought_by_the_preposition_before_her_title(string input)
    {
        IReadOnlyList<Token> tokens = new TextAnalyser().Annotate(input).Tokens;
        int Find(string word) => tokens.Index().First(token => token.Item.Span.In(input) == word).Index;
        int name = tokens[Find("elect")].Head;
        Assert.Equal("ADJ", tokens[Find("elect")].Upos);
        Assert.Equal("PROPN", tokens[name].Upos);
        Assert.Equal(("case", name), (tokens[Find("with")].Relation, tokens[Find("with")].Head));
        Assert.Equal(Find("touch"), tokens[name].Head);
    }

    [Fact]
    public void Whoever_elects_a_president_still_does()
    {
        const string Input = "The members will elect Mira Tolland on Monday.";
        Assert.Equal("VERB", new TextAnalyser().Annotate(Input).Tokens.First(token => token.Span.In(Input) == "elect").Upos);
    }
}
