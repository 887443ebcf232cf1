using Rapporteur.Text.Explaining;

namespace Rapporteur.Text.Tests.Explaining;

public sealed class AttributionExplainerTests
{
    private const string Text = "Mira Arden, the minister of Norland, came back on Monday. She denied that the bridge had been closed.";

    [Fact]
    public void The_way_from_a_pronoun_to_the_speaker_is_told_step_by_step()
    {
        AnnotatedText text = new TextAnalyser().Annotate(Text);
        Explanation why = AttributionExplainer.Explain(text, Assert.Single(text.Attributions));
        Assert.Equal("the source is “She”", why.Speaker[0]);
        Assert.Contains("“She” stands for Mira Arden", why.Speaker);
        Assert.Equal("so the speaker is Mira Arden", why.Speaker[^1]);
    }

    [Fact]
    public void The_act_names_the_words_that_told_it()
    {
        AnnotatedText text = new TextAnalyser().Annotate(Text);
        Assert.Equal("the cue names it: “denied”", AttributionExplainer.Explain(text, text.Attributions[0]).Act);
    }

    [Fact]
    public void A_place_in_source_cue_or_content_is_found_and_one_outside_is_not()
    {
        AnnotatedText text = new TextAnalyser().Annotate(Text);
        Assert.Single(AttributionExplainer.At(text, Text.IndexOf("denied", StringComparison.Ordinal)));
        Assert.Single(AttributionExplainer.At(text, Text.IndexOf("bridge", StringComparison.Ordinal)));
        Assert.Empty(AttributionExplainer.At(text, 0));
        Assert.Single(AttributionExplainer.Nearest(text, 0));
    }

    [Theory]
    [InlineData("a🚢b🚢", new[] { 0, 1, 3, 4, 6 })]
    [InlineData("abc", new[] { 0, 1, 2, 3 })]
    public void A_code_point_leads_back_to_its_place(string text, int[] places)
    {
        CodePointOffsets offsets = new(text);
        for (int i = 0; i < places.Length; i++) Assert.Equal(places[i], offsets.ToUtf16(i));
    }
}
