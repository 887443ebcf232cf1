using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Oslin Varrek", "Varrek")]
    [InlineData("Oslin Varrek", "Mr Varrek")]
    [InlineData("Oslin Warrek", "Oslin Varrek")]
    [InlineData("Orla Thelkany", "Orla Telkani")]
    [InlineData("Beijing Varrek", "Oslin Varrek")]
    public void One_person_may_be_named_in_two_ways(string one, string other) => Assert.True(MayBeOne(one, other));

    [Theory]
    [InlineData("Oslin Varrek", "Mirna Varrek")]
    [InlineData("French officials", "Polish officials")]
    [InlineData("French officials", "officials")]
    [InlineData("Oslin Varrek", "Oslin Dorrek")]
    [InlineData("France", "Anna France")]
    public void Others_are_two(string one, string other) => Assert.False(MayBeOne(one, other));

    [Fact]
    public void All_that_may_be_one_person_are_looked_up_by_one_name()
    {
        Assert.Equal(Said("Oslin Varrek").LookUps, Said("Mr Varrek").LookUps);
        Assert.Equal(Said("Oslin Warrek").LookUps, Said("Varrek").LookUps);
    }

    [Theory]
    [InlineData("French President Oslin Varrek met nobody.", "France’s president", "Oslin Varrek")]
    [InlineData("French President Oslin Varrek met nobody.", "the president", "Oslin Varrek")]
    [InlineData("Nobody was met.", "France’s president", "France")]
    [InlineData("Polish President Oslin Varrek met nobody.", "France’s president", "France")]
    [InlineData("White House spokeswoman Oslin Varrek met nobody.", "a spokesperson for the White House", "Oslin Varrek")]
    [InlineData("Nobody was met.", "a spokesperson for the White House", "United States")]
    [InlineData("Nobody was met.", "his spokesman", "his spokesman")]
    [InlineData("Nobody was met.", "the White House today", "White House")]
    public void A_speaker_named_by_office_is_whom_the_article_names_or_his_side(string told, string speaker, string actor)
    {
        IReadOnlyList<Appearance> matched = Match($"{told} The harbour stays open. The tower stays shut.", ("The harbour stays open", speaker), ("The tower stays shut", "Oslin Varrek"));
        Assert.Equal(ActorKey.Of(actor) == "united states" ? "usa" : ActorKey.Of(actor), matched[0].Proposition!.Actor);
    }

    [Fact]
    public void Who_holds_a_high_office_and_his_state_may_have_said_the_same()
    {
        Proposition minister = Match("Halmian Defence Minister Edda Quillan was asked. Halm is far. The harbour stays open.", ("The harbour stays open", "Edda Quillan"))[0].Proposition!;
        Assert.Equal("halm", minister.SpeaksFor);
        Assert.True(minister.IsOfSameActor(Said("Halm")));
        Assert.False(minister.IsOfSameActor(Said("Sorvia")));
    }

    private static bool MayBeOne(string one, string other) => Said(one).IsOfSameActor(Said(other)) && Said(other).IsOfSameActor(Said(one));

    private static Proposition Said(string actor) => new(ActorKey.Of(actor), null, null, null, "the harbour stays open", "");

    private static IReadOnlyList<Appearance> Match(string text, params (string Content, string Speaker)[] said) => new StatementMatcher().Match(
        new Article { Text = text, Location = "a.txt" },
        new AnnotatedText
        {
            Text = text,
            Attributions =
            [
                .. said.Select(one => new Attribution
                {
                    Content = [new TextSpan(text.IndexOf(one.Content, StringComparison.Ordinal), text.IndexOf(one.Content, StringComparison.Ordinal) + one.Content.Length)],
                    Form = AttributionForm.Indirect, Speaker = one.Speaker,
                }),
            ],
        });
}
