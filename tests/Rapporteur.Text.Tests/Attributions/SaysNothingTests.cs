namespace Rapporteur.Text.Tests.Attributions;

public sealed class SaysNothingTests
{
    [Theory]
    [InlineData("The fee stays. It will not be lifted before spring, repeated the Norlandic leader. Ships may wait.")]
    [InlineData("If the ferry is late, the market loses - said the Estmerian leader. - More I cannot tell today.")]
    public void Whoever_speaks_behind_the_verb_is_not_what_he_says(string text) =>
        Assert.DoesNotContain(new TextAnalyser().Annotate(text).Attributions, one => one.Content.Any(span => span.In(text).EndsWith("leader", StringComparison.Ordinal)));

    [Fact]
    public void Somebody_thinks_otherwise()
    {
        const string Text = "The harbour office blames the storm. A shipping agent thinks otherwise.";
        Assert.Contains(new TextAnalyser().Annotate(Text).Attributions, one => one.Content[0].In(Text) == "otherwise");
    }
}
