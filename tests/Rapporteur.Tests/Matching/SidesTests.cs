using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching;

public sealed class SidesTests
{
    private static readonly DateOnly Day = new(2031, 3, 2);

    [Theory]
    [InlineData("White House spokeswoman Orla Benn said so.", "usa")]
    [InlineData("Orla Benn, the French presidential spokeswoman, said so.", "france")]
    [InlineData("The White House is silent. Asked again, spokeswoman Orla Benn said so.", "usa")]
    [InlineData("Neither the White House nor Downing Street knew. Spokeswoman Orla Benn said so.", null)]
    public void A_spokesman_speaks_for_the_state_that_his_body_governs(string text, string? side) => Assert.Equal(side, Spokesmen.In(text).GetValueOrDefault(ActorKey.Of("Benn")));

    [Fact]
    public void A_seat_of_power_and_who_speaks_for_its_state_are_one_actor()
    {
        Proposition house = Said(ActorKey.Of("White House"), null), spokeswoman = Said("benn", "usa"), stranger = Said("benn", null), other = Said("holt", "usa");
        Assert.True(house.IsOfSameActor(spokeswoman) && spokeswoman.IsOfSameActor(house));
        Assert.False(house.IsOfSameActor(stranger));
        Assert.False(spokeswoman.IsOfSameActor(other));
    }

    [Fact]
    public void Who_relays_his_principal_may_go_on_doing_so()
    {
        const string Text = "We stay, Veidt said according to Benn. And we will not leave, Benn added.";
        Attribution relayed = Attributed(Text, "We stay", "Orla Benn") with { OnBehalfOf = "Jonas Veidt" };
        IReadOnlyList<Appearance> matched = new StatementMatcher().Match(
            new Article { Text = Text, Location = "a.txt" }, new AnnotatedText { Text = Text, Attributions = [relayed, Attributed(Text, "And we will not leave", "Orla Benn")] });
        Assert.Equal(ActorKey.Of("Jonas Veidt"), matched[1].Proposition!.SpeaksFor);
    }

    [Fact]
    public void Names_of_one_state_are_one_word()
    {
        Assert.Equal("france", Assert.Single(Reading("the French").Words).Text);
        Assert.Equal("usa", Assert.Single(Reading("US").Words).Text);
        Assert.DoesNotContain(Reading("between us all").Words, word => word.Text == "usa");
    }

    private static WordingReading Reading(string words) => Said("benn", null, words).Reading;

    private static Proposition Said(string actor, string? speaksFor, string words = "the harbour stays open") => new(actor, speaksFor, Day, Day, words, "");

    private static Attribution Attributed(string text, string content, string speaker) => new()
    {
        Content = [new TextSpan(text.IndexOf(content, StringComparison.Ordinal), text.IndexOf(content, StringComparison.Ordinal) + content.Length)],
        Form = AttributionForm.Indirect, Speaker = speaker,
    };
}
