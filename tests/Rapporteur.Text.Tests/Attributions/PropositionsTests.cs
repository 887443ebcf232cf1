namespace Rapporteur.Text.Tests.Attributions;

public sealed class PropositionsTests
{
    private static readonly TextAnalyser Analyser = new();

    [Fact]
    public void Clauses_with_that_stand_apart_in_the_record_and_together_under_their_cue()
    {
        const string text = "Mira Arden told reporters that the bridge would open in May and that nobody would pay for crossing it.";
        Assert.Equal(["that the bridge would open in May", "that nobody would pay for crossing it"], Propositions(text));
        Assert.Equal(["that the bridge would open in May and that nobody would pay for crossing it"], Contents(text, AttributionUnit.Cue));
    }

    [Fact]
    public void Each_has_the_source_the_cue_and_the_one_spoken_to()
    {
        AnnotatedText text = Analyser.Annotate("Mira Arden told Jonas Hald that the bridge would open in May, and that nobody would pay for crossing it.", unit: AttributionUnit.Proposition);
        Assert.All(text.Attributions, one => Assert.Equal(("Mira Arden", "Jonas Hald", "told"), (one.Speaker, one.Addressee, one.Cue[0].In(text.Text))));
        Assert.Equal(2, text.Attributions.Count);
    }

    [Theory]
    [InlineData("Mira Arden said that the bridge that they closed and that other one would open in May.")]
    [InlineData("Mira Arden said that she believed that the bridge would open in May and that nobody would pay for crossing it.")]
    [InlineData("Mira Arden said the bridge would open in May and nobody would pay for crossing it.")]
    public void A_clause_that_may_belong_to_another_stays_with_it(string text) => Assert.Single(Propositions(text));

    [Fact]
    public void Sentences_of_a_quotation_that_can_stand_alone_stand_apart()
    {
        const string text = "\"The bridge will be open to everybody from the first of May,\" Mira Arden said. \"Ships of other states have to wait for the pilot outside the harbour. That was said twice.\"";
        Assert.Equal(
            ["The bridge will be open to everybody from the first of May", "Ships of other states have to wait for the pilot outside the harbour. That was said twice."],
            Propositions(text));
    }

    [Theory]
    [InlineData("\"The bridge will be open to everybody from the first of May. Nobody will pay for crossing it,\" Mira Arden said.")]
    [InlineData("\"The bridge will be open to everybody from the first of May. It was closed for reasons that everybody in town remembers,\" Mira Arden said.")]
    public void Sentences_that_say_something_only_together_stay_together(string text) => Assert.Single(Propositions(text));

    [Fact]
    public void An_auxiliary_alone_tells_of_a_deed_and_makes_no_statement()
    {
        const string text = "The Security Council has imposed sanctions on individual captains, freezing their accounts and banning travel.";
        Assert.Equal("has", Assert.Single(Analyser.Annotate(text).Attributions).Cue[0].In(text));
        Assert.Empty(Analyser.Annotate(text, unit: AttributionUnit.Proposition).Attributions);
    }

    private static List<string> Propositions(string text) => Contents(text, AttributionUnit.Proposition);

    private static List<string> Contents(string text, AttributionUnit unit)
    {
        AnnotatedText annotated = Analyser.Annotate(text, unit: unit);
        return [.. annotated.Attributions.Where(one => one.Speaker == "Mira Arden" && one.Cue[0].In(text) is "said" or "told")
            .Select(one => string.Join(" … ", one.Content.Select(span => span.In(text))))];
    }
}
