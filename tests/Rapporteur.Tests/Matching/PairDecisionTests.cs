using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

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

    [Theory]
    [InlineData("Norland will not give up its claims", "Norland would pursue its claims")]
    [InlineData("Norland will never walk away from the treaty", "Norland will stick to the treaty")]
    [InlineData("Norland will not pursue the plan", "Norland will abandon the plan")]
    public void Not_to_give_up_is_to_pursue(string one, string other)
    {
        double[] features = PairFeatures.Of(Said(one), Said(other));
        Assert.Equal(0, features[Array.IndexOf(PairFeatures.Names, "negation on one side")]);
        Assert.True(features[Array.IndexOf(PairFeatures.Names, "same words of the longer")] > 0.9);
        Assert.True(PairDecision.LogOdds(Said(one), Said(other)) > 1);
    }

    [Theory]
    [InlineData("Norland will not give up its claims", "Norland will give up its claims")]
    [InlineData("Norland will not give up its claims", "Norland will not pursue its claims")]
    [InlineData("Norland will pursue its claims", "Norland will back down from its claims")]
    public void To_give_up_is_the_opposite_of_pursuing_and_never_one_with_it(string one, string other) => Assert.Null(PairDecision.LogOdds(Said(one), Said(other)));

    [Fact]
    public void Who_holds_on_and_who_must_let_go_are_not_one_though_the_weightiest_word_is()
    {
        Proposition holds = Said("Norland will not give up its objectives in the strait");
        Assert.True(PairDecision.LogOdds(holds, Said("that Norland would pursue its goals in the strait")) > 0);
        Assert.False(PairDecision.LogOdds(holds, Said("that Estmere must give up its objectives in the strait, and its aspirations to join")) > 0);
    }

    [Fact]
    public void What_an_article_without_a_day_says_twice_is_one_statement()
    {
        Proposition headline = InOneArticle("Norland will not give up its aims in the strait");
        Assert.True(PairDecision.LogOdds(headline, InOneArticle("And Norland would pursue these aims in the strait, namely the removal of the causes that led to the crisis")) > 0);
        Assert.False(PairDecision.LogOdds(headline, InOneArticle("her readiness to go on talking with Estmere")) > 0);
    }

    [Fact]
    public void A_heading_says_again_what_the_text_of_its_article_tells_and_the_text_seldom_says_a_thing_twice()
    {
        Proposition one = InOneArticle("a readiness to negotiate about the strait"), other = InOneArticle("her will to hold talks over the strait with Estmere");
        Assert.Equal(1, PairDecision.LogOdds(one with { InHeading = true }, other) - PairDecision.LogOdds(one, other));
        Assert.Equal(PairDecision.LogOdds(one, other), PairDecision.LogOdds(one with { InHeading = true }, other with { InHeading = true }));
    }

    [Fact]
    public void What_is_told_with_one_cue_of_an_article_without_a_day_is_two_things()
    {
        Proposition one = InOneArticle("that talks on the strait would need Norland") with { Cue = 7 }, other = InOneArticle("that talks on the strait need Norland");
        Assert.NotNull(PairDecision.LogOdds(one, other with { Cue = 90 }));
        Assert.Null(PairDecision.LogOdds(one, other with { Cue = 7 }));
        Assert.NotNull(PairDecision.LogOdds(one, other with { Cue = 7, Origin = "b" }));
    }

    [Fact]
    public void An_article_without_a_day_tells_what_stands_in_its_headings_and_with_which_cue()
    {
        const string Text = "Norland will not abandon its aims, Tolland says\n\nNorland would \"pursue its aims\", President Mira Tolland said, and that Norland was ready for talks.\n\nTolland Warns of Storms\n\nTolland said that the storms would pass.";
        Appearance[] undated = Appearances(null), dated = Appearances(PressTime.Parse("2031-04-05"));
        Assert.Equal([true, false], undated.Select(one => one.Proposition!.InHeading).Take(2));
        Assert.Contains(undated, one => one.Proposition!.InHeading && one.Content.Contains("Storms", StringComparison.Ordinal));
        Assert.All(undated, one => Assert.Equal(one.Attribution.Cue[0].Start, one.Proposition!.Cue));
        Assert.All(dated, one => Assert.True(one.Proposition is { InHeading: false, Cue: null }));

        static Appearance[] Appearances(PressTime? published)
        {
            Article article = new() { Text = Text, Location = "a", Published = published };
            return [.. new StatementMatcher().Match(article, new TextAnalyser().Annotate(Text, published?.Date))];
        }
    }

    private static Proposition InOneArticle(string words) => new("Mira Tolland", null, null, null, words, "") { Origin = "a" };

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
