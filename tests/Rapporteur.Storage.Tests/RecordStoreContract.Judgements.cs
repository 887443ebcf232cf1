using Rapporteur.Matching;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Tests;

/// <summary>What people decide about the record, and why the program decided as it did.</summary>
public abstract partial class RecordStoreContract
{
    private const string Open = "(Mira Tolland: the harbour stays open to all ships)";
    private const string Levy = "(Mira Tolland: the levy was never agreed)";

    [Fact]
    public async Task Statements_that_a_person_joins_are_one_and_apart_again_when_it_is_taken_back()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched(Levy, "2", "2031-03-02"));
        string before = await Joined(_store);
        IReadOnlyList<StatementSummary> two = await Statements(new StatementQuery());
        Assert.Equal(2, two.Count);

        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Join, two[0].Id, two[1].Id, "Ada Brandt"), None);

        Assert.Equal(2, Assert.Single(await Statements(new StatementQuery())).Appearances);
        Assert.Equal("Ada Brandt", Assert.Single(await _store.JudgementsAsync(None)).Author);
        Assert.NotNull(await _store.UndoJudgementAsync(made.Number, None));
        Assert.Equal(before, await Joined(_store));
        Assert.Null(await _store.UndoJudgementAsync(made.Number, None));
    }

    [Fact]
    public async Task A_wording_that_a_person_sets_apart_stays_apart_from_what_is_read_later()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Mira Tolland: the harbour would stay open to ships)", "2", "2031-03-02"));
        StatementSummary one = Assert.Single(await Statements(new StatementQuery()));
        AppearanceRow second = (await _store.StatementAsync(one.Id, None))!.Appearances.First(a => a.Content.Contains("would", StringComparison.Ordinal));

        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Split, second.Id, null, null), None);
        await Add(Matched("(Mira Tolland: the harbour stays open for all ships)", "3", "2031-03-03"));

        Assert.Equal([1, 2], (await Statements(new StatementQuery())).Select(s => s.Appearances).Order());
    }

    [Fact]
    public async Task What_a_person_says_is_no_quotation_is_shown_nowhere_until_it_is_taken_back()
    {
        await Add(Matched(Open + " " + Levy, "1", "2031-03-02"));
        StatementSummary levy = Assert.Single(await Statements(new StatementQuery { About = "levy" }));
        AppearanceRow appearance = Assert.Single((await _store.StatementAsync(levy.Id, None))!.Appearances);

        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.NotAQuotation, appearance.Id, null, null), None);
        await Add(Matched(Open + " " + Levy + " More.", "1", "2031-03-02"));

        Assert.DoesNotContain(await Statements(new StatementQuery()), s => s.Id == levy.Id && s.Appearances > 1);
        await _store.UndoJudgementAsync(made.Number, None);
        Assert.Single(await Statements(new StatementQuery { About = "levy" }));
    }

    [Fact]
    public async Task Names_that_a_person_says_are_of_one_actor_are_compared()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Harbour Board: the harbour stays open to ships)", "2", "2031-03-02"));
        Assert.Equal(2, (await Statements(new StatementQuery())).Count);

        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.SameActor, "Harbour Board", "Mira Tolland", null), None);
        Assert.Single(await Statements(new StatementQuery()));

        await _store.UndoJudgementAsync(made.Number, None);
        Assert.Equal(2, (await Statements(new StatementQuery())).Count);
    }

    [Fact]
    public async Task A_judgement_about_what_is_not_in_the_record_says_so()
    {
        JudgementException problem = await Assert.ThrowsAsync<JudgementException>(
            () => _store.JudgeAsync(new JudgementRequest(JudgementKind.Split, "0123456789ab", null, null), None));
        Assert.Contains("0123456789ab", problem.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.JudgementsAsync(None));
    }

    [Fact]
    public async Task The_same_words_on_another_day_are_linked_as_repeated()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched(Open, "2", "2031-05-02"));
        IReadOnlyList<StatementSummary> two = await Statements(new StatementQuery());
        StatementLink link = Assert.Single((await _store.StatementAsync(two[0].Id, None))!.Links);
        Assert.Equal((two[1].Id, StatementRelation.Repeats), (link.StatementId, link.Relation));
    }

    [Fact]
    public async Task The_same_words_with_another_number_or_denied_are_linked_as_variants()
    {
        await Add(Matched("(Mira Tolland: the levy on fish rises to 12 crowns)", "1", "2031-03-02"));
        await Add(Matched("(Mira Tolland: the levy on fish rises to 20 crowns)", "2", "2031-03-02"));
        await Add(Matched(Open, "3", "2031-03-02"));
        await Add(Matched("(Mira Tolland: the harbour never stays open to all ships)", "4", "2031-03-02"));
        List<StatementRelation> found = [];
        foreach (StatementSummary statement in await Statements(new StatementQuery())) found.AddRange((await _store.LinksAsync(statement.Id, None)).Select(link => link.Relation));
        Assert.Equal(
            [StatementRelation.OtherNumber, StatementRelation.OtherNumber, StatementRelation.OppositePolarity, StatementRelation.OppositePolarity], found.Order());
    }

    [Fact]
    public async Task Every_wording_of_a_statement_tells_what_joined_it()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Mira Tolland: the harbour would stay open to ships)", "2", "2031-03-02"));
        StatementSummary one = Assert.Single(await Statements(new StatementQuery()));
        IReadOnlyList<WordingReason> why = await _store.WhyAsync(one.Id, None);
        Assert.Equal(2, why.Count);
        Assert.All(why, reason => Assert.True(reason.Explanation!.Same && reason.Explanation.Reasons.Count > 0 && reason.Appearances.Count == 1));
    }
}
