using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Tests.Positions;

public sealed class ContradictionTests
{
    private static readonly Issue Observers = Issue.Named("Observers", ["monitors"], []);

    // Each side's readout of one call: Estmere's spokeswoman says he agreed, his own says he did not.
    private static readonly StanceReport Agreed = Reports.Said("a", "2025-04-10", Stance.Accepts, "observers", "Dessa Pellow", onBehalfOf: "Ilsko Varden", source: "Estmerian spokeswoman Dessa Pellow");
    private static readonly StanceReport NotAgreed = Reports.Said("b", "2025-04-11", Stance.Denies, "observers", "Tomel Grasht", onBehalfOf: "Ilsko Varden", source: "Kestrian spokesman Tomel Grasht");
    private static readonly StanceReport[] Before =
    [
        Reports.Said("c", "2025-03-01", Stance.Rejects, "grain", source: "Kestrian President Ilsko Varden"),
        Reports.Said("e", "2025-03-01", Stance.Rejects, "cod", "Kestria"), Reports.Said("f", "2025-03-01", Stance.Rejects, "herring", "Estmere"),
    ];

    [Fact]
    public void Two_sides_that_tell_differently_what_one_of_them_agreed_to_are_two_accounts()
    {
        PositionBook book = PositionBook.Of([Agreed, NotAgreed, .. Before], [Observers]);
        Assert.Contains(book.Contradictions, found => found is { Kind: ContradictionKind.TwoAccounts, Actor: "Ilsko Varden", One.Appearance.Id: "a", Other.Appearance.Id: "b" });
    }

    [Fact]
    public void What_another_side_tells_of_him_is_no_position_of_its_spokeswoman_and_says_so()
    {
        PositionBook book = PositionBook.Of([Agreed, NotAgreed, .. Before], [Observers]);
        Assert.DoesNotContain(book.Positions, position => position.Issue.Name == "Observers" && (position.Actor is "Dessa Pellow" or "Estmere"));
        Assert.True(Assert.Single(book.Positions, position => position is { Actor: "Ilsko Varden", Stance: Stance.Accepts }).ToldByOthers);
    }

    [Fact]
    public void What_another_side_tells_of_him_in_a_clause_of_its_own_is_his_as_told_by_others()
    {
        StanceReport told = Reports.Said("g", "2025-04-10", Stance.Accepts, "observers", "Dessa Pellow", source: "Estmerian spokeswoman Dessa Pellow");
        PositionBook book = PositionBook.Of([told with { Stances = [told.Stances[0] with { HeldBy = "Varden" }] }, NotAgreed, .. Before], [Observers]);
        Assert.DoesNotContain(book.Positions, position => position.Issue.Name == "Observers" && (position.Actor is "Dessa Pellow" or "Estmere"));
        Assert.True(Assert.Single(book.Positions, position => position is { Actor: "Ilsko Varden", Stance: Stance.Accepts }).ToldByOthers);
    }

    [Fact]
    public void What_another_side_tells_of_him_is_no_step_from_which_he_moves()
    {
        StanceReport later = Reports.Said("d", "2025-04-20", Stance.Rejects, "observers", source: "Kestrian President Ilsko Varden");
        Assert.Empty(PositionBook.Of([Agreed, later, .. Before], [Observers]).Changes);
    }

    [Fact]
    public void Two_accounts_that_agree_are_no_contradiction()
    {
        StanceReport alike = Reports.Said("b", "2025-04-11", Stance.Accepts, "observers", "Tomel Grasht", onBehalfOf: "Ilsko Varden", source: "Kestrian spokesman Tomel Grasht");
        Assert.Empty(PositionBook.Of([Agreed, alike, .. Before], [Observers]).Contradictions);
    }

    [Fact]
    public void A_spokesman_who_rejects_what_his_principal_accepts_contradicts_him()
    {
        StanceReport[] told =
        [
            Reports.Said("a", "2025-04-10", Stance.Accepts, "observers", source: "Kestrian President Ilsko Varden"),
            Reports.Said("b", "2025-04-11", Stance.Rejects, "observers", "Tomel Grasht", onBehalfOf: "Ilsko Varden", source: "Kestrian spokesman Tomel Grasht"),
        ];
        Assert.Contains(PositionBook.Of(told, [Observers]).Contradictions, found => found is { Kind: ContradictionKind.WithinSide, Actor: "Ilsko Varden" });
    }

    [Fact]
    public void A_spokesman_who_rejects_what_his_principal_rejects_does_not()
    {
        StanceReport[] told =
        [
            Reports.Said("a", "2025-04-10", Stance.Rejects, "observers", source: "Kestrian President Ilsko Varden"),
            Reports.Said("b", "2025-04-11", Stance.Denies, "observers", "Tomel Grasht", onBehalfOf: "Ilsko Varden", source: "Kestrian spokesman Tomel Grasht"),
        ];
        Assert.Empty(PositionBook.Of(told, [Observers]).Contradictions);
    }

    [Fact]
    public void A_report_and_its_denial_stand_together()
    {
        StanceReport[] told =
        [
            Reports.Said("a", "2025-04-07", Stance.Supports, "telephone talks", "Dessa Pellow"),
            Reports.Said("b", "2025-04-08", Stance.Denies, "talks by telephone", "Tomel Grasht"),
        ];
        Contradiction found = Assert.Single(PositionBook.Of(told, [Issue.Named("Talks", [], [])]).Contradictions);
        Assert.Equal((ContradictionKind.ReportDenied, "Tomel Grasht", "a", "b"), (found.Kind, found.Actor, found.One.Appearance.Id, found.Other.Appearance.Id));
    }

    [Fact]
    public void A_denial_of_something_else_on_the_same_issue_stands_alone()
    {
        StanceReport[] told = [Reports.Said("a", "2025-04-07", Stance.Supports, "talks in May", "Dessa Pellow"), Reports.Said("b", "2025-04-08", Stance.Denies, "talks by telephone", "Tomel Grasht")];
        Assert.Empty(PositionBook.Of(told, [Issue.Named("Talks", [], [])]).Contradictions);
    }

    [Fact]
    public void The_opposite_a_fortnight_later_is_a_turn_and_no_contradiction() =>
        Assert.Empty(PositionBook.Of([Reports.Said("a", "2025-04-01", Stance.Accepts, "observers"), Reports.Said("b", "2025-04-15", Stance.Rejects, "observers")], [Observers]).Contradictions);

    [Fact]
    public void Who_demands_that_a_levy_be_lifted_and_rejects_the_levy_does_not_contradict_himself()
    {
        StanceReport[] told = [Reports.Said("a", "2025-04-01", Stance.Demands, "lifting the levy"), Reports.Said("b", "2025-04-02", Stance.Rejects, "levy")];
        Assert.Empty(PositionBook.Of(told, [Issue.Named("Levy", [], [])]).Contradictions);
    }

    [Fact]
    public void Who_demands_that_a_levy_be_lifted_and_supports_the_levy_does()
    {
        StanceReport[] told = [Reports.Said("a", "2025-04-01", Stance.Demands, "lifting the levy"), Reports.Said("b", "2025-04-02", Stance.Supports, "levy")];
        Assert.Equal(ContradictionKind.Within, Assert.Single(PositionBook.Of(told, [Issue.Named("Levy", [], [])]).Contradictions).Kind);
    }

    [Theory]
    [InlineData("that Kestria will not surrender the light on the western point, for money or for promises", 0)]
    [InlineData("that Kestria will hand back the light on the western point, for money and for promises", 1)]
    public void Nearly_the_same_words_are_no_turn_and_no_contradiction_however_their_stances_are_read(string second, int found)
    {
        const string First = "that Kestria will not hand back the light on the western point, neither for money nor for promises";
        StanceReport[] told =
        [
            Reports.Said("a", "2025-04-01", Stance.Rejects, "the light", content: First), Reports.Said("b", "2025-04-02", Stance.Supports, "the light", content: second),
        ];
        PositionBook book = PositionBook.Of(told, [Issue.Named("Light", [], [])]);
        Assert.Equal((found, found), (book.Contradictions.Count, book.Changes.Count(change => change.Kind == ChangeKind.Reversed)));
    }
}
