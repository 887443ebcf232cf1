using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>Names and issues as people have them, and what could not be read.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task An_actor_is_shown_as_people_call_it_in_what_is_read_later_too_until_that_is_taken_back()
    {
        ArticleRecord first = Record("[Harbour Board: No ship was stopped]", "https://a.example/1", published: "2031-03-02");
        await Add(first);
        ActorSummary actor = Assert.Single((await _store.ActorsAsync(new ActorQuery(), None)).Items);

        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, actor.Actor.Id, "Board of the Talmar quay", "Ada Brandt"), None);
        await Add(Record("[Harbour Board: The levy is gone] and [Harbour Board: The crane is new]", "https://a.example/2", published: "2031-03-03"));
        Assert.True(await _store.RenewAsync((await AppearanceOf("ship")).Article.Id, 1, first, None));

        IReadOnlyList<StatementSummary> all = await Statements(new StatementQuery());
        Assert.Equal(3, all.Count);
        Assert.All(all, statement => Assert.Equal((actor.Actor.Id, "Board of the Talmar quay"), (statement.Speaker!.Id, statement.Speaker.Name)));
        Assert.Equal(3, (await Statements(new StatementQuery { Speaker = "talmar" })).Count);
        Assert.Equal(3, (await Statements(new StatementQuery { Speaker = "harbour" })).Count);
        Assert.Equal("Harbour Board", (await _store.ActorAsync(actor.Actor.Id, None))!.FoundAs);
        // What an article says stays as it says it.
        Assert.Equal("Harbour Board", (await AppearanceOf("levy")).Attribution.Speaker);
        Assert.Null(made.Appearance);

        await _store.UndoJudgementAsync(made.Number, None);
        Assert.All(await Statements(new StatementQuery()), statement => Assert.Equal("Harbour Board", statement.Speaker!.Name));
        Assert.Empty(await Statements(new StatementQuery { Speaker = "talmar" }));
        Assert.Null((await _store.ActorAsync(actor.Actor.Id, None))!.FoundAs);
    }

    [Fact]
    public async Task Of_two_names_that_people_gave_an_actor_the_later_is_shown_and_the_earlier_when_that_is_taken_back()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, "Mira Tolland", "President Tolland", null), None);
        Judgement second = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, "president TOLLAND", "Mira Anna Tolland", null), None);
        Assert.Equal("Mira Anna Tolland", Assert.Single(await Statements(new StatementQuery())).Speaker!.Name);
        await _store.UndoJudgementAsync(second.Number, None);
        Assert.Equal("President Tolland", Assert.Single(await Statements(new StatementQuery())).Speaker!.Name);
    }

    [Fact]
    public async Task A_speaker_set_by_the_name_that_people_gave_is_the_actor_whom_articles_call_otherwise()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Orla Benn: the levy is gone)", "2", "2031-03-02"));
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, "Mira Tolland", "Norland's president", null), None);
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Speaker, (await AppearanceOf("levy")).Id, "Norland's president", null), None);
        Assert.Single((await Statements(new StatementQuery())).Select(statement => statement.Speaker!.Id).Distinct());
    }

    [Theory]
    [InlineData("Nobody Known", "X", "Nobody in the record")]
    [InlineData("Mira Tolland", "…", "is no name")]
    [InlineData("Mira Tolland", "Orla Benn", "another actor")]
    [InlineData("Mira Tolland", "Mira Tolland", "already")]
    public async Task A_name_that_cannot_be_given_is_refused_with_the_reason(string actor, string name, string why)
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Orla Benn: the levy is gone)", "2", "2031-03-02"));
        JudgementException problem = await Assert.ThrowsAsync<JudgementException>(() => _store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, actor, name, null), None));
        Assert.Contains(why, problem.Message, StringComparison.Ordinal);
        Assert.Empty(await _store.JudgementsAsync(None));
    }

    [Fact]
    public async Task A_statement_that_a_person_puts_on_an_issue_bears_a_position_there_after_a_new_analysis_too()
    {
        const string Text = "On Sunday (Orla Benn: the levy must go by spring) said Benn.";
        ArticleRecord record = Levies(Text, "the levy", "levy");
        await Add(record);
        await Add(Levies("(Mira Tolland: the levy must stay)", "the levy", "levy"));
        AppearanceRow levy = await AppearanceOf("spring");
        PositionBook before = await PositionBook.OfAsync(_store, [], None);
        Assert.Equal(["Mira Tolland", "Orla Benn"], before.Positions.Select(position => position.Actor));
        Issue suggested = Assert.Single(before.Issues);

        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Issue, levy.StatementId, "Harbour fees", null), None);
        Assert.Equal(levy.Id, made.Appearance);
        Assert.True(await _store.RenewAsync(levy.Article.Id, 1, record, None));
        PositionBook moved = await PositionBook.OfAsync(_store, [], None);
        Assert.Equal(["Harbour fees"], moved.Positions.Where(position => position.Actor == "Orla Benn").Select(position => position.Issue.Name));
        Assert.Equal([suggested.Name], moved.Positions.Where(position => position.Actor == "Mira Tolland").Select(position => position.Issue.Name));
        Assert.Equal([suggested.Name, "Harbour fees"], moved.Issues.Select(issue => issue.Name));
        // Where words belong says nothing of whether they were read rightly.
        Assert.Equal(2, (await _store.UnjudgedAsync(new StatementQuery(), None)).Total);

        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Issue, levy.Id, "", null), None);
        Assert.Equal(["Mira Tolland"], (await PositionBook.OfAsync(_store, [], None)).Positions.Select(position => position.Actor));
        foreach (Judgement judgement in await _store.JudgementsAsync(None)) await _store.UndoJudgementAsync(judgement.Number, None);
        Assert.Equal([(suggested.Id, "Mira Tolland"), (suggested.Id, "Orla Benn")], (await PositionBook.OfAsync(_store, [], None)).Positions.Select(position => (position.Issue.Id, position.Actor)));
    }

    [Fact]
    public async Task An_issue_that_people_took_the_last_statement_from_is_suggested_no_more_and_words_without_a_stance_may_be_put_on_one()
    {
        await Add(Levies("(Orla Benn: the levy must go by spring) and (Jonas Veidt: it rains)", "the levy", "levy"));
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Issue, (await AppearanceOf("spring")).Id, "", null), None);
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Issue, (await AppearanceOf("rains")).Id, "Weather", null), None);
        PositionBook book = await PositionBook.OfAsync(_store, [], None);
        Assert.Equal(["Weather"], book.Issues.Select(issue => issue.Name));
        Assert.Empty(book.Positions);
        Assert.Equal("Weather", Assert.Single((await _store.StanceChangesAsync(0, None)).Changes, change => change.Report?.Issue is { Length: > 0 }).Report!.Issue);
        await Assert.ThrowsAsync<JudgementException>(() => _store.JudgeAsync(new JudgementRequest(JudgementKind.Issue, "0123456789ab", "Weather", null), None));
    }

    [Fact]
    public async Task What_could_not_be_read_is_kept_with_its_latest_reason_until_it_is_forgotten()
    {
        long changes = await _store.ChangesAsync(None);
        await _store.NoteUnreadAsync("articles/b.pdf", "files of this type are not read", failed: false, None);
        await _store.NoteUnreadAsync("https://a.example/1", "a.example is in trouble", failed: true, None);
        await _store.NoteUnreadAsync("https://a.example/1", "a.example has no such page", failed: true, None);
        Assert.Equal(
            [("articles/b.pdf", "files of this type are not read", false), ("https://a.example/1", "a.example has no such page", true)],
            (await _store.UnreadAsync(None)).OrderBy(unread => unread.Location, StringComparer.Ordinal).Select(unread => (unread.Location, unread.Reason, unread.Failed)));
        Assert.True(await _store.ForgetUnreadAsync("articles/b.pdf", None));
        Assert.False(await _store.ForgetUnreadAsync("articles/b.pdf", None));
        Assert.Single(await _store.UnreadAsync(None));
        Assert.Equal(changes, await _store.ChangesAsync(None));
    }

    // Every appearance with the words takes the same stance towards them.
    private static ArticleRecord Levies(string text, string target, string stem)
    {
        ArticleRecord record = Matched(text, text.Length.ToString(System.Globalization.CultureInfo.InvariantCulture), "2031-03-02");
        return record with
        {
            Stances = [.. record.Appearances.Index().Where(a => a.Item.Content.Contains(target, StringComparison.Ordinal)).Select(a => new StanceMark(
                a.Index, Stance.Demands, Within(text, a.Item.Attribution.Content[0], target), false, [stem], 0.9, null, null))],
        };
    }

    private static TextSpan Within(string text, TextSpan content, string words)
    {
        int at = text.IndexOf(words, content.Start, StringComparison.Ordinal);
        return new TextSpan(at, at + words.Length);
    }
}
