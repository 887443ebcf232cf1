namespace Rapporteur.Text.Tests.Entities;

public sealed class HeadlineNamesTests
{
    [Theory]
    [InlineData("Arden Congratulates Bray", "Arden|Bray")]
    [InlineData("Arden Open to Talks With Bray", "Arden|Bray")]
    [InlineData("Mira Arden Meets Edda Bray", "Mira Arden|Edda Bray")]
    public void Surnames_that_a_headline_runs_together_are_names_of_their_own(string headline, string people)
    {
        string text = headline + "\n\nMira Arden met Edda Bray in Paris on Monday. Arden said that Bray had been right.";
        AnnotatedText annotated = new TextAnalyser(fast: true).Annotate(text);
        Assert.Equal(people.Split('|'), annotated.Entities.Where(e => e.Type == EntityType.Person && e.Span.End <= headline.Length).Select(e => e.Span.In(text)));
    }
}
