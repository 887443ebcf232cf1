namespace Rapporteur.Text.Tests.Stances;

/// <summary>Pairs that differ in a word of denial: what is learnt never turns the side that it sets.</summary>
public sealed class NegationTests
{
    private static readonly Stance[] For = [Stance.Demands, Stance.Supports, Stance.Accepts, Stance.Offers];
    private static readonly Stance[] Against = [Stance.Rejects, Stance.Denies];

    [Theory]
    [InlineData("Kestria has always opposed the ferry line, President Ilsko Varden of Kestria said.")]
    [InlineData("The minister ruled out new talks.")]
    [InlineData("The minister said Kestria will not sign the treaty.")]
    [InlineData("“We do not support the plan,” the minister said.")]
    [InlineData("The minister refused to accept the plan.")]
    [InlineData("The minister said the government would abandon the treaty.")]
    [InlineData("The minister said the pact must not be extended.")]
    [InlineData("The minister denied the report.")]
    public void What_is_refused_is_never_read_as_granted(string text) => Assert.DoesNotContain(Read(text), For.Contains);

    [Theory]
    [InlineData("Kestria has never opposed the ferry line, President Ilsko Varden of Kestria said.")]
    [InlineData("The minister did not rule out new talks.")]
    [InlineData("The minister said Kestria will sign the treaty.")]
    [InlineData("“We support the plan,” the minister said.")]
    [InlineData("The minister agreed to accept the plan.")]
    [InlineData("The minister said the government will not abandon the treaty.")]
    [InlineData("The minister said the pact must be extended.")]
    [InlineData("“Kestria has nothing against the ferry line,” President Ilsko Varden of Kestria said.")]
    [InlineData("The minister said Kestria would not accept a truce unless the boats leave.")]
    public void What_is_granted_or_left_open_is_never_read_as_refused(string text) => Assert.DoesNotContain(Read(text), Against.Contains);

    private static IEnumerable<Stance> Read(string text) => new TextAnalyser().Annotate(text).Stances.Where(mark => !mark.Doubtful).Select(mark => mark.Stance);
}
