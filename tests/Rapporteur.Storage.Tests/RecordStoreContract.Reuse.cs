using System.Text.Json;
using Rapporteur.Matching.Reuse;
using Rapporteur.Querying;
using Rapporteur.Recording;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>Articles that share text, the origins behind reports, and stories.</summary>
public abstract partial class RecordStoreContract
{
    private const string Wire =
        "The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were taken to the hospital. [Bren Ostrander: “The rudder jammed before we hit the pier”] "
        + "Divers of the Quellmark harbour office will examine the hull of the Aldona before the tide turns.";

    private const string Copy =
        "Freight rates in Quellmark rose again. The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were brought to the hospital. "
        + "[Bren Ostrander: “The rudder jammed before we hit the pier”] Nobody in Quellmark remembers a week like this one, and the Aldona will not sail before May.";

    private const string Own =
        "Rust had eaten the steering gear of the ferry Aldona for years, as a former mechanic told this newspaper in Quellmark. [Bren Ostrander: “The rudder jammed before we hit the pier”]";

    private static ArticleRecord[] Ferry() =>
    [
        Record(Wire, "https://a.example/wire", outlet: "North Wire", published: "2031-03-03"),
        Record(Copy, "https://a.example/copy", outlet: "Talmar Courier", published: "2031-03-04"),
        Record(Own, "https://a.example/own", outlet: "Küstenblatt", published: "2031-03-05"),
        Record("Grain tariffs divide the Lesser Coast. [Ilsko Varden: No tariff on grain will pass this house]", "https://a.example/grain", outlet: "North Wire", published: "2031-03-04"),
        Record(Wire, "https://a.example/later", outlet: "Gazette of Hask", published: "2032-03-03"),
    ];

    [Fact]
    public async Task The_sentences_of_an_article_are_found_where_else_they_stand_and_who_had_them_first()
    {
        foreach (ArticleRecord record in Ferry()[..4]) await Add(record);
        string copy = (await Articles())["https://a.example/copy"];

        TextReuse reuse = Assert.Single(await _store.ReuseAsync(copy, None));
        Assert.Equal("https://a.example/wire", reuse.Article.Url);
        Assert.Equal((CopyDirection.FromRight, DirectionEvidence.Time), (reuse.Direction, reuse.Evidence));
        ReusedSentence first = reuse.Sentences[0];
        Assert.Equal("The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were brought to the hospital.", first.Here.In(Copy));
        Assert.Equal("The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were taken to the hospital.", first.Wording);
        Assert.Equal(first.Wording, first.There.In(Wire));
        Assert.Empty(await _store.ReuseAsync("none", None));
    }

    [Fact]
    public async Task Three_reports_of_which_one_is_copied_have_two_origins()
    {
        foreach (ArticleRecord record in Ferry()[..4]) await Add(record);
        StatementSummary statement = Assert.Single(await Statements(new StatementQuery { Speaker = "Ostrander" }));
        Assert.Equal((3, 2), (statement.Appearances, statement.Origins));
        Assert.Equal(2, (await _store.StatementAsync(statement.Id, None))!.Summary.Origins);
    }

    [Fact]
    public async Task Articles_about_one_happening_are_one_story()
    {
        foreach (ArticleRecord record in Ferry()) await Add(record);
        ListPage<StorySummary> stories = await _store.StoriesAsync(new StoryQuery(), None);

        Assert.Equal([1, 3, 1], stories.Items.Select(story => story.Articles));
        StorySummary ferry = stories.Items[1];
        Assert.Equal((3, 2, "2031-03-03", "2031-03-05"), (ferry.Outlets, ferry.Origins, $"{ferry.FirstDay:yyyy-MM-dd}", $"{ferry.LastDay:yyyy-MM-dd}"));
        StoryDetail detail = (await _store.StoryAsync(ferry.Id, None))!;
        Assert.Equal(["wire", "copy", "own"], detail.Articles.Select(article => article.Article.Url![18..]));
        Assert.Equal(ferry, await _store.StoryOfArticleAsync(detail.Articles[1].Article.Id, None));
        Assert.Equal(ferry, Assert.Single((await _store.StoriesAsync(new StoryQuery(AtLeast: 2), None)).Items));
        Assert.Null(await _store.StoryAsync("none", None));
        Assert.Null(await _store.StoryOfArticleAsync("none", None));
    }

    [Fact]
    public async Task A_new_version_about_something_else_leaves_its_story()
    {
        foreach (ArticleRecord record in Ferry()[..4]) await Add(record);
        await Add(Record("The theatre of Tarn opens its season with a comedy about beekeepers.", "https://a.example/own", outlet: "Küstenblatt", published: "2031-03-05", modified: "2031-03-06"));

        Assert.Equal([1, 1, 2], (await _store.StoriesAsync(new StoryQuery(), None)).Items.Select(story => story.Articles).Order());
    }

    [Fact]
    public async Task Stories_are_listed_page_by_page()
    {
        foreach (ArticleRecord record in Ferry()) await Add(record);
        List<string> ids = [];
        for (ListPage<StorySummary> page = await _store.StoriesAsync(new StoryQuery(Limit: 1), None);; page = await _store.StoriesAsync(new StoryQuery(Limit: 1, After: page.Next), None))
        {
            Assert.Equal(3, page.Total);
            ids.Add(Assert.Single(page.Items).Id);
            if (page.Next is null) break;
        }

        Assert.Equal((await _store.StoriesAsync(new StoryQuery(), None)).Items.Select(story => story.Id), ids);
    }

    [Fact]
    public async Task Stories_reuse_and_origins_are_the_same_in_any_order_of_arrival()
    {
        ArticleRecord[] records = [.. Ferry(), .. Thirty()];
        foreach (ArticleRecord record in records) await Add(record);
        string expected = await Shown(_store);

        for (int seed = 1; seed <= 6; seed++)
        {
            new Random(seed).Shuffle(records);
            await using IRecordStore other = await open(TimeProvider.System);
            foreach (ArticleRecord record in records) await other.AddAsync(record, None);
            Assert.Equal(expected, await Shown(other));
        }
    }

    private static async Task<string> Shown(IRecordStore store)
    {
        List<string> lines = [];
        foreach (StorySummary story in (await store.StoriesAsync(new StoryQuery(), None)).Items) lines.Add(JsonSerializer.Serialize(await store.StoryAsync(story.Id, None)));
        foreach (ArticleSummary article in (await store.ArticlesAsync(new ArticleQuery(), None)).Items)
            lines.Add(JsonSerializer.Serialize(await store.ReuseAsync(article.Article.Id, None)));
        foreach (StatementSummary statement in (await store.StatementsAsync(new StatementQuery(), None)).Items) lines.Add($"{statement.Id} {statement.Origins}");
        Assert.Contains(lines, line => line.Contains("Wording", StringComparison.Ordinal));
        return string.Join('\n', lines);
    }

    private async Task<Dictionary<string, string>> Articles() =>
        (await _store.ArticlesAsync(new ArticleQuery(), None)).Items.ToDictionary(article => article.Article.Url!, article => article.Article.Id);
}
