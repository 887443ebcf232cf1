using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>What the desk asks and changes: both sides of a statement, facets, saved searches, corrections and what becomes of them.</summary>
public abstract partial class RecordStoreContract
{
    private static ArticleRecord Told(string text, string name, string? to, string? principal)
    {
        ArticleRecord record = Record(text, $"https://a.example/{name}", outlet: "Talmar Courier", published: "2031-03-02");
        return record with
        {
            Appearances = [.. record.Appearances.Select(a => a with { Attribution = a.Attribution with { Addressee = to, OnBehalfOf = principal } })],
        };
    }

    private async Task<AppearanceRow> AppearanceOf(string about)
    {
        StatementSummary statement = Assert.Single(await Statements(new StatementQuery { About = about }));
        return Assert.Single((await _store.StatementAsync(statement.Id, None))!.Appearances);
    }

    [Fact]
    public async Task Statements_are_filtered_by_whom_they_are_said_to_and_for_and_by_a_choice_of_them()
    {
        await Add(Told("[Mira Tolland: The harbour stays open]", "1", "Élodie Marchand", null));
        await Add(Told("[Orla Benn: The levy is gone]", "2", "reporters", "Mira Tolland"));
        Assert.Equal(["The harbour stays open"], await Found(new StatementQuery { Addressee = "MARCHAND elo" }));
        Assert.Equal(["The levy is gone"], await Found(new StatementQuery { OnBehalfOf = "tolland" }));
        Assert.Empty(await Found(new StatementQuery { Addressee = "archand" }));
        Assert.Empty(await Found(new StatementQuery { OnBehalfOf = "%" }));
        string id = (await Statements(new StatementQuery { About = "levy" }))[0].Id;
        Assert.Equal(["The levy is gone"], await Found(new StatementQuery { Among = [id] }));
        Assert.Empty(await Found(new StatementQuery { Among = [] }));
    }

    [Fact]
    public async Task Facets_count_the_statements_of_the_whole_list_each_once_for_a_value()
    {
        await Add(Told("[Mira Tolland: The harbour stays open] and [Mira Tolland: Open the gates!]", "1", "reporters", null));
        await Add(Told("(Orla Benn: the levy is gone)", "2", "reporters", "Mira Tolland"));
        await Add(Record("[Mira Tolland: The harbour stays open]", "https://a.example/3", outlet: "North Wire", published: "2031-04-02"));
        StatementFacets facets = await _store.FacetsAsync(new StatementQuery { Limit = 1 }, None);
        Assert.Equal([("Mira Tolland", 2), ("Orla Benn", 1)], facets.Speakers.Select(f => (f.Name, f.Count)));
        Assert.Equal([("Talmar Courier", 3), ("North Wire", 1)], facets.Outlets.Select(f => (f.Name, f.Count)));
        Assert.Equal([("reporters", 3)], facets.Addressees.Select(f => (f.Name, f.Count)));
        Assert.Equal([("Mira Tolland", 1)], facets.Principals.Select(f => (f.Name, f.Count)));
        Assert.Equal([(AttributionForm.Direct, 2), (AttributionForm.Indirect, 1)], facets.Forms);
        Assert.Equal([(SpeechAct.Assert, 2), (SpeechAct.Demand, 1)], facets.Acts);
        Assert.Equal([("2031-03-02", 3)], facets.Times.Select(f => (f.Value, f.Count)));
        Assert.Equal(1, Assert.Single((await _store.FacetsAsync(new StatementQuery { About = "levy" }, None)).Speakers).Count);
    }

    [Fact]
    public async Task Searches_are_kept_by_name_replaced_by_their_name_and_forgotten()
    {
        await _store.SaveSearchAsync("Levy, all", "about=levy", None);
        SavedSearch kept = await _store.SaveSearchAsync("LEVY all", "about=levy&form=direct", None);
        Assert.Equal(kept, Assert.Single(await _store.SavedSearchesAsync(None)));
        Assert.Equal("about=levy&form=direct", kept.Asked);
        await Assert.ThrowsAsync<JudgementException>(() => _store.SaveSearchAsync("…", "about=levy", None));
        Assert.True(await _store.ForgetSearchAsync(kept.Id, None));
        Assert.False(await _store.ForgetSearchAsync(kept.Id, None));
    }

    [Fact]
    public async Task A_speaker_and_a_day_that_a_person_gives_an_appearance_hold_until_they_are_taken_back()
    {
        await Add(Matched(Open, "1", "2031-03-02"));
        await Add(Matched("(Orla Benn: the harbour stays open to ships)", "2", "2031-03-02"));
        string before = await Joined(_store);
        AppearanceRow wrong = (await _store.StatementAsync((await Statements(new StatementQuery { Speaker = "Benn" }))[0].Id, None))!.Appearances[0];

        Judgement speaker = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Speaker, wrong.Id, "Mira Tolland", "Ada Brandt"), None);
        Assert.Equal(2, Assert.Single(await Statements(new StatementQuery())).Appearances);
        Assert.Empty(await Statements(new StatementQuery { Speaker = "Benn" }));
        Judgement day = await _store.JudgeAsync(new JudgementRequest(JudgementKind.SaidOn, wrong.Id, "2030-12-24", null), None);
        Assert.Equal([new DateOnly(2030, 12, 24), null], (await Statements(new StatementQuery { Speaker = "Tolland" })).Select(s => s.SaidOn).OrderBy(d => d is null));

        await _store.UndoJudgementAsync(speaker.Number, None);
        StatementSummary benn = Assert.Single(await Statements(new StatementQuery { Speaker = "Benn" }));
        Assert.Equal(new DateOnly(2030, 12, 24), benn.SaidOn);
        await _store.UndoJudgementAsync(day.Number, None);
        Assert.Equal(before, await Joined(_store));
        await Assert.ThrowsAsync<JudgementException>(() => _store.JudgeAsync(new JudgementRequest(JudgementKind.SaidOn, wrong.Id, "Tuesday", null), None));
        await Assert.ThrowsAsync<JudgementException>(() => _store.JudgeAsync(new JudgementRequest(JudgementKind.Speaker, wrong.Id, "…", null), None));
    }

    [Fact]
    public async Task Nobody_has_to_look_again_at_what_was_judged()
    {
        await Add(Matched(Open + " " + Levy, "1", "2031-03-02"));
        ListPage<AppearanceRow> unjudged = await _store.UnjudgedAsync(new StatementQuery { Limit = 1 }, None);
        Assert.Equal(2, unjudged.Total);
        AppearanceRow second = Assert.Single((await _store.UnjudgedAsync(new StatementQuery { Limit = 1, After = unjudged.Next }, None)).Items);
        Assert.NotEqual(unjudged.Items[0].Id, second.Id);
        Judgement made = await _store.JudgeAsync(new JudgementRequest(JudgementKind.Confirmed, second.Id, null, null), None);
        Assert.Equal(unjudged.Items[0].Id, Assert.Single((await _store.UnjudgedAsync(new StatementQuery(), None)).Items).Id);
        Assert.Empty((await _store.UnjudgedAsync(new StatementQuery { About = second.Content.Split(' ')[1] }, None)).Items);
        await _store.UndoJudgementAsync(made.Number, None);
        Assert.Equal(2, (await _store.UnjudgedAsync(new StatementQuery(), None)).Total);
    }

    // A program that knows offices better gives a wording that it keeps another side.
    [Fact]
    public async Task A_wording_whose_actor_is_known_better_is_put_where_it_now_belongs()
    {
        ArticleRecord body = Matched("(Norland: the levy will stay in force until spring)", "1", "2031-03-02"), person = Matched("(Mira Tolland: the levy will stay in force until spring)", "2", "2031-03-02");
        await Add(body);
        await Add(person);
        Assert.Equal(2, (await Statements(new StatementQuery { About = "levy" })).Count);

        ArticleRecord known = person with { Appearances = [.. person.Appearances.Select(one => one with { Proposition = one.Proposition! with { SpeaksFor = "norland" } })] };
        foreach (ArticleSummary article in (await _store.ArticlesAsync(new ArticleQuery(), None)).Items)
            Assert.True(await _store.RenewAsync(article.Article.Id, 1, article.Article.Url == person.Article.Url ? known : body, None));
        Assert.Equal(2, Assert.Single(await Statements(new StatementQuery { About = "levy" })).Appearances);
    }

    [Fact]
    public async Task What_is_found_anew_takes_the_place_of_what_was_found_and_the_same_again_changes_nothing()
    {
        ArticleRecord record = Matched(Open + " " + Levy, "1", "2031-03-02");
        await Add(record);
        await Add(Matched("(Mira Tolland: the harbour would stay open to ships)", "2", "2031-03-02"));
        string before = await Joined(_store);
        string article = (await AppearanceOf("levy")).Article.Id;

        Assert.True(await _store.RenewAsync(article, 1, record, None));
        Assert.Equal(before, await Joined(_store));
        Assert.True(await _store.RenewAsync(article, 1, record with { Appearances = [record.Appearances[1]] }, None));
        Assert.Equal(1, Assert.Single(await Statements(new StatementQuery { About = "harbour" })).Appearances);
        Assert.Single(await Statements(new StatementQuery { About = "levy" }));
        Assert.True(await _store.RenewAsync(article, 1, record, None));
        Assert.Equal(before, await Joined(_store));
        Assert.False(await _store.RenewAsync(article, 2, record, None));
        Assert.False(await _store.RenewAsync(article, 1, Matched("(Mira Tolland: other words)", "1", null), None));
    }

    [Fact]
    public async Task Corrections_survive_a_new_analysis_that_finds_other_ends_of_the_words()
    {
        const string Text = "On Sunday (Orla Benn: the levy was never agreed by anybody at all) said Benn. [Jonas Veidt: No ship was stopped]";
        ArticleRecord first = Matched(Text, "1", "2031-03-02");
        await Add(first);
        AppearanceRow levy = await AppearanceOf("levy"), ship = await AppearanceOf("ship");
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Speaker, levy.Id, "Mira Tolland", null), None);
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.SaidOn, levy.Id, "2031-03-01", null), None);
        Judgement none = await _store.JudgeAsync(new JudgementRequest(JudgementKind.NotAQuotation, ship.Id, null, null), None);

        // The same content with three words fewer; the source of the other is no longer found.
        int end = Text.IndexOf(" by anybody", StringComparison.Ordinal);
        Attribution shorter = first.Appearances[0].Attribution with { Content = [new TextSpan(first.Appearances[0].Attribution.Content[0].Start, end)] };
        Attribution sourceless = first.Appearances[1].Attribution with { Source = [], Speaker = null };
        AnnotatedText again = new() { Text = Text, Attributions = [shorter, sourceless] };
        Assert.True(await _store.RenewAsync(levy.Article.Id, 1, first with { Appearances = new Matching.StatementMatcher().Match(first.Article, again) }, None));

        StatementSummary shown = Assert.Single(await Statements(new StatementQuery()));
        Assert.Equal(("the levy was never agreed", "Mira Tolland", new DateOnly(2031, 3, 1)), (shown.Content, shown.Speaker?.Name, shown.SaidOn!.Value));
        Assert.Empty((await _store.UnjudgedAsync(new StatementQuery(), None)).Items);
        Assert.Equal([null, null, null], (await _store.JudgementsAsync(None)).Select(judgement => judgement.UndoneAt));
        await _store.UndoJudgementAsync(none.Number, None);
        Assert.Null(Assert.Single(await Statements(new StatementQuery { About = "ship" })).Speaker);
    }

    [Fact]
    public async Task Outlets_are_counted_by_what_they_add_and_whom_they_copy()
    {
        await Add(Record("[Mira Tolland: The harbour stays open]", "https://a.example/1", outlet: "North Wire", published: "2031-03-02T08:00:00Z"));
        await Add(Record("[Mira Tolland: The harbour stays open] and [Mira Tolland: We agreed]", "https://a.example/2", outlet: "Talmar Courier", published: "2031-03-02T09:00:00Z", credits: "North Wire"));
        IReadOnlyList<OutletShare> shares = await _store.OutletSharesAsync(None);
        Assert.Equal((await _store.OutletsAsync(None)).Select(outlet => outlet.Name), shares.Select(share => share.Name));
        OutletShare wire = shares.Single(share => share.Name == "North Wire"), courier = shares.Single(share => share.Name == "Talmar Courier");
        Assert.Equal((1, 0, 1, 0), (wire.Statements, wire.Alone, wire.First, wire.Crediting));
        Assert.Equal((2, 1, 0, 1), (courier.Statements, courier.Alone, courier.First, courier.Crediting));
        Assert.Equal([("North Wire", 1)], courier.Credits.Select(credit => (credit.Name, credit.Count)));
        Assert.Equal((1, 0), (courier.Compared, courier.Changed));
    }

    [Fact]
    public async Task Every_change_of_what_the_record_shows_is_counted_and_a_word_of_assent_is_none()
    {
        long before = await _store.ChangesAsync(None);
        await Add(Record("[Mira Tolland: The harbour stays open]"));
        long after = await _store.ChangesAsync(None);
        Assert.True(after > before);
        StatementSummary statement = Assert.Single(await Statements(new StatementQuery()));
        Assert.Equal(after, await _store.ChangesAsync(None));
        string appearance = Assert.Single((await _store.StatementAsync(statement.Id, None))!.Appearances).Id;
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Confirmed, appearance, null, null), None);
        Assert.Equal(after, await _store.ChangesAsync(None));
        await _store.JudgeAsync(new JudgementRequest(JudgementKind.Speaker, appearance, "Jonas Hald", null), None);
        Assert.True(await _store.ChangesAsync(None) > after);
    }
}
