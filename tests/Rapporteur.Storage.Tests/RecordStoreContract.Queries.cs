using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>What is asked of the record.</summary>
public abstract partial class RecordStoreContract
{
    private async Task<string[]> Found(StatementQuery query) => [.. (await Statements(query)).Select(statement => statement.Content)];

    private async Task FillAsync()
    {
        await Add(Record("[Élodie Marchand: The café on the north coast reopens]", "https://a.example/1", outlet: "Küstenblatt", published: "2031-03-01"));
        await Add(Record("(Jonas Veidt: the coast of the north is closed)", "https://a.example/2", outlet: "Talmar Courier", published: "2031-03-02", credits: "Küstenblatt"));
        await Add(Record("[Jonas Karl Veidt: Minister's \"red line\" AND NOT a fee]", "https://a.example/3", outlet: "Talmar Courier"));
        await Add(Record("(?: the talks are off)", "https://a.example/4", published: "2031-03-09", title: "Talks", saidOn: new DateOnly(2031, 2, 20)));
    }

    [Theory]
    [InlineData("north coast", 2)]
    [InlineData("\"north coast\"", 1)]
    [InlineData("“North Coast” café", 1)]
    [InlineData("CAFE", 1)]
    [InlineData("minister's", 1)]
    [InlineData("AND NOT", 1)]
    [InlineData("NOT café", 0)]
    [InlineData("coa*", 0)]
    [InlineData("content:coast", 0)]
    [InlineData("coast) OR (fee", 0)]
    [InlineData("\"red line", 1)]
    [InlineData("north-coast", 1)]
    [InlineData("' OR 1=1 --", 0)]
    [InlineData("coast NEAR(\0\ud800)", 0)]
    [InlineData("—", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("   ", 4)]
    public async Task Words_typed_must_all_occur_and_nothing_typed_is_an_operator(string typed, int expected)
    {
        await FillAsync();
        Assert.Equal(expected, (await Found(new StatementQuery { About = typed })).Length);
        await _store.ArticlesAsync(new ArticleQuery { About = typed }, None);
    }

    [Fact]
    public async Task Statements_come_newest_first_by_the_day_they_were_said_else_reported()
    {
        await FillAsync();
        string[] found = await Found(new StatementQuery());
        Assert.Equal(["the coast of the north is closed", "The café on the north coast reopens", "the talks are off"], found[..3]);
        Assert.StartsWith("Minister", found[3]);
    }

    [Fact]
    public async Task Statements_are_filtered_by_speaker_outlet_day_and_form_together()
    {
        await FillAsync();
        Assert.Equal(2, (await Found(new StatementQuery { Speaker = "veidt" })).Length);
        Assert.Single(await Found(new StatementQuery { Speaker = "Jonas Karl" }));
        Assert.Single(await Found(new StatementQuery { Speaker = "elodie MARCHAND" }));
        await Add(Record("[Mira Tolland: We agreed]"));
        Assert.Single(await Found(new StatementQuery { Speaker = "tolland" }));
        Assert.Single(await Found(new StatementQuery { Speaker = "Toll" }));
        Assert.Empty(await Found(new StatementQuery { Speaker = "eidt" }));
        Assert.Empty(await Found(new StatementQuery { Speaker = "%" }));
        Assert.Single(await Found(new StatementQuery { Outlet = "kustenblatt" }));
        Assert.Empty(await Found(new StatementQuery { Outlet = "kusten" }));
        Assert.Equal(2, (await Found(new StatementQuery { Since = new DateOnly(2031, 3, 1) })).Length);
        Assert.Equal(2, (await Found(new StatementQuery { Until = new DateOnly(2031, 3, 1) })).Length);
        Assert.Equal(3, (await Found(new StatementQuery { Form = AttributionForm.Direct })).Length);
        Assert.Single(await Found(new StatementQuery
        {
            About = "north", Speaker = "Veidt", Outlet = "TALMAR COURIER", Since = new DateOnly(2031, 3, 2), Until = new DateOnly(2031, 3, 2), Form = AttributionForm.Indirect,
        }));
    }

    [Fact]
    public async Task Statements_are_found_by_what_is_done_in_one_of_their_reports()
    {
        await Add(Record("[Mira Tolland: Open the harbour!] and later [Mira Tolland: Who pays for it?] and [Mira Tolland: We never agreed]"));
        StatementSummary demand = Assert.Single(await Statements(new StatementQuery { Act = SpeechAct.Demand }));
        Assert.Equal(("Open the harbour!", SpeechAct.Demand), (demand.Content, demand.Act));
        Assert.Equal("Who pays for it?", Assert.Single(await Statements(new StatementQuery { Act = SpeechAct.Ask })).Content);
        Assert.Empty(await Statements(new StatementQuery { Act = SpeechAct.Praise }));
        AppearanceRow never = Assert.Single((await _store.StatementAsync(Assert.Single(await Statements(new StatementQuery { Act = SpeechAct.Assert })).Id, None))!.Appearances);
        Assert.True(never.Attribution.Negated);
        Assert.Equal(Modality.Necessary, (await _store.StatementAsync(demand.Id, None))!.Appearances[0].Attribution.Modality);
    }

    [Fact]
    public async Task The_identity_of_an_actor_finds_his_statements()
    {
        await FillAsync();
        ActorRef actor = (await Statements(new StatementQuery { Speaker = "Élodie" }))[0].Speaker!;
        Assert.Single(await Found(new StatementQuery { Speaker = actor.Id }));
        ActorDetail detail = (await _store.ActorAsync(actor.Id, None))!;
        Assert.Equal(["Élodie Marchand"], detail.MentionedAs);
        Assert.Equal(new DateOnly(2031, 3, 1), detail.FirstSeen);
        Assert.Equal(1, detail.Summary.Articles);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_repetition()
    {
        foreach (Recording.ArticleRecord record in Thirty()) await Add(record);
        await AllPages(after => _store.StatementsAsync(new StatementQuery { Limit = 3, After = after }, None), statement => statement.Id);
        await AllPages(after => _store.ArticlesAsync(new ArticleQuery { Limit = 3, After = after }, None), article => article.Article.Id);
        await AllPages(after => _store.ActorsAsync(new ActorQuery(Limit: 1, After: after), None), actor => actor.Actor.Id);
    }

    private static async Task AllPages<T>(Func<string?, Task<ListPage<T>>> page, Func<T, string> id)
    {
        List<string> seen = [];
        string? after = null;
        int total;
        do
        {
            ListPage<T> next = await page(after);
            seen.AddRange(next.Items.Select(id));
            (after, total) = (next.Next, next.Total);
        }
        while (after is not null);

        Assert.InRange(total, 2, 100);
        Assert.Equal(total, seen.Count);
        Assert.Equal(total, seen.Distinct().Count());
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("%%%")]
    [InlineData("WyJhIiwiYiIsImMiXQ")]
    [InlineData("")]
    public async Task A_cursor_of_another_list_is_refused(string after)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _store.StatementsAsync(new StatementQuery { After = after }, None));
    }

    [Fact]
    public async Task Articles_are_found_by_words_outlet_and_day()
    {
        await FillAsync();
        Assert.Equal("https://a.example/2", Assert.Single((await _store.ArticlesAsync(new ArticleQuery { Outlet = "talmar courier", About = "coast" }, None)).Items).Article.Url);
        Assert.Equal("https://a.example/4", Assert.Single((await _store.ArticlesAsync(new ArticleQuery { Since = new DateOnly(2031, 3, 3) }, None)).Items).Article.Url);
        Assert.Equal(["4", "2", "1", "3"], (await _store.ArticlesAsync(new ArticleQuery(), None)).Items.Select(article => article.Article.Url![^1..]));
    }

    [Fact]
    public async Task Outlets_are_counted_with_what_they_print_and_by_whom_they_are_credited()
    {
        await FillAsync();
        IReadOnlyList<OutletSummary> outlets = await _store.OutletsAsync(None);
        Assert.Equal(["Küstenblatt", "Talmar Courier"], outlets.Select(outlet => outlet.Name));
        Assert.Equal(new OutletSummary("Küstenblatt", 1, 1, new DateOnly(2031, 3, 1), new DateOnly(2031, 3, 1), 1), outlets[0]);
        Assert.Equal(new OutletSummary("Talmar Courier", 2, 2, new DateOnly(2031, 3, 2), new DateOnly(2031, 3, 2), 0), outlets[1]);
    }

    [Fact]
    public async Task Everything_is_counted()
    {
        await FillAsync();
        Assert.Equal(new RecordCounts(4, 4, 4, 4, 3, 2), await _store.CountsAsync(None));
    }

    [Fact]
    public async Task Actors_are_found_by_a_part_of_their_name()
    {
        await FillAsync();
        Assert.Equal(2, (await _store.ActorsAsync(new ActorQuery("veidt"), None)).Total);
        Assert.Empty((await _store.ActorsAsync(new ActorQuery("—"), None)).Items);
        Assert.Equal(3, (await _store.ActorsAsync(new ActorQuery(), None)).Total);
    }
}
