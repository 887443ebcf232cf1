using Rapporteur.Matching;

namespace Rapporteur.Tests.Matching;

public sealed class PairDecisionTests
{
    private static readonly DateOnly Day = new(2031, 3, 2);

    [Fact]
    public void Words_of_like_meaning_are_one_statement() =>
        Assert.True(Explain("the port remains accessible to every vessel", "the harbour stays open to all ships").Score
            > Explain("the port remains accessible to every vessel", "the levy on fish was never agreed").Score + 2);

    [Fact]
    public void The_order_of_the_two_does_not_matter()
    {
        string[] words = ["the harbour stays open", "ships may enter the harbour", "No levy", "open harbour stays the"];
        foreach (string one in words)
        {
            foreach (string other in words) Assert.Equal(PairDecision.LogOdds(Said(one), Said(other)), PairDecision.LogOdds(Said(other), Said(one)));
        }
    }

    [Fact]
    public void Nearly_the_same_words_denied_are_a_variant_and_never_one_statement()
    {
        Proposition one = Said("the harbour stays open to all ships"), other = Said("the harbour never stays open to all ships");
        Assert.Null(PairDecision.LogOdds(one, other));
        Assert.Equal(StatementRelation.OppositePolarity, PairDecision.Relation(one, other));
    }

    [Fact]
    public void The_reasons_tell_what_moved_the_decision() =>
        Assert.Contains(Explain("the harbour stays open", "the harbour would stay open").Reasons, reason => reason.Feature.StartsWith("same words", StringComparison.Ordinal) && reason.Adds != 0);

    [Fact]
    public void An_article_without_the_day_said_may_be_of_a_day_in_the_fortnight_before_it()
    {
        Proposition said = Said("the harbour stays open");
        Assert.True(PairDecision.LogOdds(said, Undated(Day.AddDays(14))) > 0);
        Assert.Null(PairDecision.LogOdds(said, Undated(Day.AddDays(15))));
        Assert.Null(PairDecision.LogOdds(said, Undated(Day.AddDays(-1))));
    }

    [Theory]
    [InlineData("Harbour Board spokeswoman Mira Tolland said so.", "tolland", "harbour board")]
    [InlineData("Mira Tolland, spokeswoman for the Harbour Board, said so.", "tolland", "harbour board")]
    [InlineData("Veidt’s spokesman Orla Benn said so.", "benn", "veidt")]
    public void An_article_tells_for_whom_somebody_speaks(string text, string who, string body) => Assert.Equal(ActorKey.Of(body), Spokesmen.In(text)[ActorKey.Of(who)]);

    [Fact]
    public void Two_who_speak_for_one_body_are_not_one_actor()
    {
        Proposition board = new("harbour board", null, Day, null, "open", ""), one = new("tolland", "harbour board", Day, null, "open", ""), other = new("benn", "harbour board", Day, null, "open", "");
        Assert.True(board.IsOfSameActor(one) && other.IsOfSameActor(board));
        Assert.False(one.IsOfSameActor(other));
    }

    private static MatchExplanation Explain(string one, string other) => PairDecision.Explain(Said(one), Said(other));

    private static Proposition Said(string words) => new("mira tolland", null, Day, Day, words, "");

    private static Proposition Undated(DateOnly published) => new("mira tolland", null, null, published, "the harbour stays open", "");
}
