using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Tests.Positions;

public sealed class PositionTests
{
    private static readonly Issue Observers = Issue.Named("Observers in the Narrows", ["monitors"], []);

    [Fact]
    public void An_interval_runs_from_the_first_statement_to_the_last_in_whatever_words()
    {
        Position one = Assert.Single(PositionBook.Of([Said("a", "2025-04-01", Stance.Rejects, "observers"), Said("b", "2025-04-20", Stance.Rejects, "monitors")], [Observers]).Positions);
        Assert.Equal((new DateOnly(2025, 4, 1), new DateOnly(2025, 4, 20)), (one.From!.Value, one.To!.Value));
        Assert.Equal(["a", "b"], one.Evidence.Select(evidence => evidence.Appearance.Id));
    }

    [Fact]
    public void The_opposite_in_between_ends_an_interval()
    {
        StanceReport[] told = [Said("a", "2025-04-01", Stance.Rejects, "observers"), Said("b", "2025-04-10", Stance.Accepts, "observers"), Said("c", "2025-04-20", Stance.Rejects, "observers")];
        Assert.Equal(3, PositionBook.Of(told, [Observers]).Positions.Count);
        Assert.Equal([ChangeKind.Reversed, ChangeKind.Reversed], PositionBook.Of(told, [Observers]).Changes.Select(change => change.Kind));
    }

    [Fact]
    public void The_order_of_arrival_plays_no_part()
    {
        StanceReport[] told = [Said("a", "2025-04-01", Stance.Rejects, "observers"), Said("b", "2025-04-10", Stance.Accepts, "talks"), Said("c", "2025-04-20", Stance.Demands, "talks on observers")];
        Assert.Equal(Shown(PositionBook.Of(told, [])), Shown(PositionBook.Of([.. told.Reverse()], [])));
    }

    [Theory]
    [InlineData(true, false, ChangeKind.Softened)]
    [InlineData(false, true, ChangeKind.Hardened)]
    public void A_refusal_until_and_a_readiness_if_are_apart(bool withheld, bool withholds, ChangeKind kind)
    {
        StanceReport[] told = [Withholding(Said("a", "2025-04-01", Stance.Conditional, "observers"), withheld), Withholding(Said("b", "2025-04-10", Stance.Conditional, "observers"), withholds)];
        Assert.Equal(kind, Assert.Single(PositionBook.Of(told, [Observers]).Changes).Kind);
    }

    [Fact]
    public void A_refusal_stays_one_whether_it_names_what_would_end_it_or_not()
    {
        StanceReport[] told = [Withholding(Said("a", "2025-04-01", Stance.Conditional, "observers"), true), Said("b", "2025-04-10", Stance.Rejects, "observers")];
        Assert.Equal(ChangeKind.Reaffirmed, Assert.Single(PositionBook.Of(told, [Observers]).Changes).Kind);
    }

    [Fact]
    public void A_short_quotation_is_on_what_is_spoken_of_before_it_and_makes_no_change()
    {
        StanceReport[] told = [Said("a", "2025-04-01", Stance.Accepts, "observers"), Quoted(Reports.Said("b", "2025-04-10", Stance.Rejects, "boat", content: "Not one boat"), "observer", "harbour")];
        PositionBook book = PositionBook.Of(told, [Observers]);
        Assert.Equal([Stance.Accepts, Stance.Rejects], book.Positions.Select(position => position.Stance).Order());
        Assert.Empty(book.Changes);
        Assert.DoesNotContain(PositionBook.Of([told[0], Reports.Said("b", "2025-04-10", Stance.Rejects, "boat", content: "Not one boat")], [Observers]).Positions, position => position.Stance == Stance.Rejects && position.Issue.Name == Observers.Name);
    }

    [Theory]
    [InlineData("withdrawal", true)]
    [InlineData("withdrawal of envoys", false)]
    [InlineData("EU withdrawal", false)]
    public void The_head_alone_tells_an_issue_that_is_called_by_it_and_no_other(string words, bool told) =>
        Assert.Equal(told, PositionBook.Of([Said("a", "2025-04-01", Stance.Demands, words)], [Issue.Named("Withdrawal of troops", [], [])]).Positions.Any(position => !position.Issue.Suggested));

    private static StanceReport Withholding(StanceReport report, bool withholds) => report with { Stances = [report.Stances[0] with { Withholds = withholds }] };

    private static StanceReport Quoted(StanceReport report, params string[] before) => report with
    {
        Appearance = report.Appearance with { Attribution = report.Appearance.Attribution with { Form = AttributionForm.Direct } },
        Stances = [report.Stances[0] with { Context = before }],
    };

    [Theory]
    [InlineData(Stance.Accepts, Stance.Rejects, ChangeKind.Reversed)]
    [InlineData(Stance.LeavesOpen, Stance.Rejects, ChangeKind.Hardened)]
    [InlineData(Stance.Rejects, Stance.Conditional, ChangeKind.Softened)]
    [InlineData(Stance.Offers, Stance.Conditional, ChangeKind.ConditionAdded)]
    [InlineData(Stance.Conditional, Stance.Accepts, ChangeKind.ConditionDropped)]
    [InlineData(Stance.Rejects, Stance.Threatens, ChangeKind.Hardened)]
    [InlineData(Stance.Supports, Stance.Offers, ChangeKind.Reaffirmed)]
    public void A_move_from_one_stance_to_another_has_its_name(Stance before, Stance after, ChangeKind kind)
    {
        StanceReport[] told = [Said("a", "2025-04-01", before, "observers"), Said("b", "2025-04-10", after, "observers")];
        Assert.Equal(kind, Assert.Single(PositionBook.Of(told, [Observers]).Changes).Kind);
    }

    [Fact]
    public void A_denial_is_no_turn() =>
        Assert.Empty(PositionBook.Of([Said("a", "2025-04-01", Stance.Accepts, "observers"), Said("b", "2025-04-02", Stance.Denies, "observers")], [Observers]).Changes);

    [Fact]
    public void Observers_on_land_and_observers_at_sea_are_two_matters() =>
        Assert.Empty(PositionBook.Of([Said("a", "2025-04-01", Stance.Accepts, "observers ships"), Said("b", "2025-04-10", Stance.Rejects, "observers islands")], [Observers]).Changes);

    [Fact]
    public void Two_months_of_silence_while_he_speaks_on_other_matters_are_told()
    {
        StanceReport[] told =
        [
            Said("a", "2025-01-01", Stance.Rejects, "observers"), Said("b", "2025-01-09", Stance.Rejects, "observers"),
            Said("c", "2025-04-10", Stance.Demands, "grain"),
        ];
        Assert.Contains(PositionBook.Of(told, [Observers]).Changes, change => change is { Kind: ChangeKind.FellSilent, Day: { Month: 1, Day: 9 } });
    }

    [Theory]
    [InlineData(Stance.Demands)]
    [InlineData(Stance.Offers)]
    public void No_preconditions_and_conditions_of_the_same_actor_are_a_contradiction(Stance set)
    {
        StanceReport[] told = [Said("a", "2025-01-01", set, "conditions for peace"), Said("b", "2025-04-10", Stance.Rejects, "preconditions for talks")];
        Contradiction found = Assert.Single(PositionBook.Of(told, []).Contradictions);
        Assert.Equal((ContradictionKind.ConditionsDenied, "a", "b"), (found.Kind, found.One.Appearance.Id, found.Other.Appearance.Id));
    }

    [Fact]
    public void Two_who_hold_office_for_one_state_can_contradict_each_other()
    {
        StanceReport[] told =
        [
            Said("a", "2025-04-01", Stance.Accepts, "observers", side: "Kestria"),
            Said("b", "2025-04-02", Stance.Rejects, "observers", "Tomel Grasht", side: "Kestria"),
        ];
        Assert.Equal((ContradictionKind.WithinSide, "Kestria"), PositionBook.Of(told, [Observers]).Contradictions.Select(found => (found.Kind, found.Actor)).Single());
    }

    [Fact]
    public void What_is_named_by_people_is_not_suggested_again()
    {
        StanceReport[] told = [Said("a", "2025-04-01", Stance.Accepts, "observers"), Said("b", "2025-04-02", Stance.Rejects, "grain exports"), Said("c", "2025-04-03", Stance.Rejects, "exports of grain")];
        PositionBook book = PositionBook.Of(told, [Observers]);
        Assert.Equal(("Observers in the Narrows", false), (book.Issues[0].Name, book.Issues[0].Suggested));
        Assert.Equal(2, Assert.Single(book.Suggested).Statements);
    }

    [Theory]
    [InlineData("last soldier")]
    [InlineData("support in the face of what")]
    [InlineData("talks of April")]
    public void A_fragment_or_a_time_names_no_issue(string words) =>
        Assert.Empty(PositionBook.Of([Said("a", "2025-04-01", Stance.Rejects, words), Said("b", "2025-04-02", Stance.Rejects, words)], []).Suggested);

    [Fact]
    public void The_end_of_a_war_is_another_matter_than_the_war()
    {
        PositionBook book = PositionBook.Of([Said("a", "2025-04-01", Stance.Demands, "end to the war"), Said("b", "2025-04-02", Stance.Offers, "solution of the war"), Said("c", "2025-04-02", Stance.Rejects, "war")], []);
        Assert.Equal(["end of the war", "war"], book.Issues.Select(issue => issue.Name).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(book.Positions, position => position.Issue.Name == "end of the war" && position.Stance == Stance.Rejects);
    }

    [Fact]
    public void Who_demands_the_end_of_a_war_rejects_it_where_people_keep_the_war_as_the_issue()
    {
        Assert.Equal(Stance.Rejects, Assert.Single(PositionBook.Of([Said("a", "2025-04-01", Stance.Demands, "end to the war")], [Issue.Named("War", [], [])]).Positions).Stance);
        Assert.Equal(Stance.Demands, Assert.Single(PositionBook.Of([Said("a", "2025-04-01", Stance.Demands, "end to the war")], [Issue.Named("End of the war", [], [])]).Positions).Stance);
    }

    [Theory]
    [InlineData("Orr and Varden have abolished borders", "abolishing borders", "abolished borders")]
    [InlineData("its own goals", "goals", "goal")]
    [InlineData("each other’s priorities", "priorities", "prior")]
    public void Who_acts_and_whose_it_is_do_not_name_an_issue(string words, string name, string stem)
    {
        StanceReport said = Said("a", "2025-04-01", Stance.Denies, words);
        StanceReport told = said with { Stances = [said.Stances[0] with { Clause = words.Contains("have", StringComparison.Ordinal), Words = [.. stem.Split(' ').Select(Rapporteur.Text.Stances.TargetWords.Stem)] }] };
        Assert.Equal(name, Assert.Single(PositionBook.Of([told], []).Issues).Name);
    }

    [Fact]
    public void A_clause_that_makes_no_phrase_gives_the_issue_the_word_that_is_compared()
    {
        StanceReport said = Said("a", "2025-04-01", Stance.Denies, "Kestria had paid anything for the men’s release");
        StanceReport clause = said with { Stances = [said.Stances[0] with { Clause = true, Words = ["pay", "release"] }] };
        Assert.Equal("release", Assert.Single(PositionBook.Of([clause], []).Issues).Name);
    }

    [Fact]
    public void A_suggested_issue_is_called_as_most_statements_call_it_without_its_article()
    {
        StanceReport[] told =
        [
            Said("a", "2025-04-01", Stance.Accepts, "the grain exports"), Said("b", "2025-04-02", Stance.Rejects, "grain exports"),
            Said("c", "2025-04-03", Stance.Rejects, "exports of the grain from Lindhaven"),
        ];
        Assert.Equal(("grain exports", 3), PositionBook.Of(told, []).Suggested.Select(found => (found.Issue.Name, found.Statements)).Single());
    }

    [Fact]
    public void Another_state_is_another_issue()
    {
        Issue membership = Issue.Named("NATO membership of Norway", [], []);
        Assert.DoesNotContain(PositionBook.Of([Said("a", "2025-04-01", Stance.Rejects, "NATO membership of Sweden")], [membership]).Positions, position => position.Issue == membership);
        Assert.Single(PositionBook.Of([Said("a", "2025-04-01", Stance.Rejects, "join NATO")], [membership]).Positions, position => position.Issue == membership);
    }

    [Fact]
    public void A_brief_has_words_outlet_day_and_link_and_says_where_one_paraphrase_is_all()
    {
        PositionBook book = PositionBook.Of([Said("a", "2025-04-01", Stance.Rejects, "observers")], [Observers]);
        string brief = Brief.Markdown(book, Observers);
        Assert.Contains("**Ilsko Varden** rejects it (2025-04-01): as reported: observers ([Lindhaven Ledger](https://ledger.example/a), 2025-04-01). One paraphrase by one outlet.", brief, StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://ledger.example/a\">Lindhaven Ledger</a>", Brief.Html(book, Observers), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("refused", "to give up its land", 8, "refused to give up its land")]
    [InlineData("said", "that it keeps its land", 5, "that it keeps its land")]
    [InlineData("said", "It keeps its land", 5, "It keeps its land")]
    [InlineData("said", "to give up its land", 40, "to give up its land")]
    public void Words_that_are_only_the_rest_of_a_sentence_are_read_with_their_cue(string cue, string content, int at, string read)
    {
        AppearanceRow row = Said("a", "2025-04-01", Stance.Rejects, content).Appearance;
        row = row with { Cue = cue, Attribution = row.Attribution with { Cue = [new TextSpan(0, cue.Length)], Content = [new TextSpan(at, at + content.Length)] } };
        Assert.Equal(read, new Evidence(row, Said("a", "2025-04-01", Stance.Rejects, content).Stances[0], null).Reading);
    }

    private static IEnumerable<string> Shown(PositionBook book) =>
        book.Positions.Select(position => $"{position.Id} {position.Actor} {position.Issue.Name} {position.Stance} {string.Join(',', position.Evidence.Select(evidence => evidence.Appearance.Id))}");

    private static StanceReport Said(string id, string day, Stance stance, string words, string speaker = "Ilsko Varden", string? side = null) => Reports.Said(id, day, stance, words, speaker, side);
}
