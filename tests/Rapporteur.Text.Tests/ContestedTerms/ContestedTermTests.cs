namespace Rapporteur.Text.Tests.ContestedTerms;

public sealed class ContestedTermTests
{
    [Theory]
    [InlineData("The fleet began what Norland calls a “rescue operation” in the strait.", "rescue operation", "Norland")]
    [InlineData("Three villages were emptied in what the ministry described as a \"safety measure\" on Monday.", "safety measure", "the ministry")]
    [InlineData("The “rescue operation,” as Norland calls it, went on for a week.", "rescue operation", "Norland")]
    [InlineData("He spoke before the so-called “river council” of the islands.", "river council", null)]
    public void A_term_is_found_with_who_uses_it(string text, string term, string? user)
    {
        ContestedTerm found = Assert.Single(new TextAnalyser().Annotate(text).ContestedTerms);
        Assert.Equal(term, found.Span.In(text));
        Assert.Equal(user, found.UserSpan?.In(text));
    }

    [Theory]
    [InlineData("The minister called the bridge a disgrace.")]
    [InlineData("What Norland wants is peace, Mira Arden said.")]
    [InlineData("“The bridge is open,” as Mira Arden said on Monday.")]
    public void What_is_no_naming_is_no_term(string text) => Assert.Empty(new TextAnalyser().Annotate(text).ContestedTerms);

    [Fact]
    public void A_term_is_no_statement()
    {
        AnnotatedText text = new TextAnalyser().Annotate("The fleet began what Norland calls a “rescue operation” in the strait.");
        Assert.Empty(text.Attributions);
    }

    [Fact]
    public void A_text_of_marks_and_pieces_is_survived()
    {
        foreach (string text in (string[])["what", "what calls", "so-called", "so-called “", "as calls it", "“”, as it calls it", "what 🚢 calls a “"]) _ = new TextAnalyser(fast: true).Annotate(text).ContestedTerms;
    }
}
