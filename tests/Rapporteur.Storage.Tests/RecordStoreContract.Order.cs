using Rapporteur.Text;
using System.Text.Json;
using Rapporteur.Querying;
using Rapporteur.Recording;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>The order in which articles arrive does not show in the record.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Wordings_of_one_statement_are_put_together_in_any_order_of_arrival()
    {
        ArticleRecord[] reports =
        [
            Matched("[Mira Tolland: The harbour stays open to all ships]", "1", "2031-03-02"), Matched("(Mira Tolland: the harbour would be open)", "2", "2031-03-03"),
            Matched("(Mira Tolland: every ship may enter)", "3", "2031-03-03"), Matched("(Mira Tolland: ships may enter the open harbour)", "4", null),
            Matched("(Jonas Veidt: the harbour stays open)", "5", "2031-03-02"), Matched("[Mira Tolland: The harbour stays open to all ships]", "6", "2031-05-02"),
        ];
        foreach (ArticleRecord report in reports) await Add(report);
        string expected = await Joined(_store);
        // The report without a day has that of the article most about the same.
        Assert.Equal([1, 1, 4], (await Statements(new StatementQuery())).Select(s => s.Appearances).Order());
        Assert.Equal(3, (await Statements(new StatementQuery { About = "harbour" })).Count);

        for (int seed = 1; seed <= 8; seed++)
        {
            new Random(seed).Shuffle(reports);
            await using IRecordStore other = await open(TimeProvider.System);
            foreach (ArticleRecord report in reports) await other.AddAsync(report, None);
            Assert.Equal(expected, await Joined(other));
        }
    }

    internal static async Task<string> Joined(IRecordStore store)
    {
        List<string> lines = [];
        await foreach (AppearanceRow row in store.ExportAppearancesAsync(None)) lines.Add($"{row.Id} {row.StatementId}");
        foreach (StatementSummary statement in (await store.StatementsAsync(new StatementQuery(), None)).Items) lines.Add(JsonSerializer.Serialize(statement));
        return string.Join('\n', lines);
    }

    internal static ArticleRecord Matched(string text, string name, string? published)
    {
        ArticleRecord record = Record(text, $"https://a.example/{name}", published: published);
        AnnotatedText annotated = new() { Text = text, Attributions = [.. record.Appearances.Select(a => a.Attribution)] };
        return record with { Appearances = new Matching.StatementMatcher().Match(record.Article, annotated) };
    }

    [Fact]
    public async Task The_record_is_the_same_for_any_order_of_arrival()
    {
        foreach (ArticleRecord record in Thirty()) await Add(record);
        string expected = await Everything(_store);

        for (int seed = 1; seed <= 5; seed++)
        {
            ArticleRecord[] shuffled = [.. Thirty()];
            new Random(seed).Shuffle(shuffled);
            await using IRecordStore other = await open(TimeProvider.System);
            foreach (ArticleRecord record in shuffled) await other.AddAsync(record, None);
            Assert.Equal(expected, await Everything(other));
        }
    }

    [Fact]
    public async Task The_record_is_the_same_when_articles_are_added_in_parallel()
    {
        foreach (ArticleRecord record in Thirty()) await Add(record);

        await using IRecordStore other = await open(TimeProvider.System);
        await Parallel.ForEachAsync(Thirty(), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (record, cancel) =>
        {
            await other.AddAsync(record, cancel);
            await other.StatementsAsync(new StatementQuery(), cancel);
        });
        Assert.Equal(await Everything(_store), await Everything(other));
    }

    [Fact]
    public async Task The_name_shown_is_the_most_frequent_spelling_then_the_ordinal_smallest()
    {
        await Add(Record("[MIRA TOLLAND: One two three]", "https://a.example/1"));
        Assert.Equal("MIRA TOLLAND", (await Statements(new StatementQuery()))[0].Speaker?.Name);
        await Add(Record("[Mira Tolland: One two four]", "https://a.example/2"));
        await Add(Record("[Mira Tolland: One two five]", "https://a.example/3"));
        Assert.All(await Statements(new StatementQuery()), statement => Assert.Equal("Mira Tolland", statement.Speaker?.Name));
        await Add(Record("[MIRA TOLLAND: One two six]", "https://a.example/4"));
        Assert.All(await Statements(new StatementQuery()), statement => Assert.Equal("MIRA TOLLAND", statement.Speaker?.Name));
    }

    [Fact]
    public async Task The_wording_shown_is_the_earliest_direct_one_and_the_first_report_the_earliest_of_all()
    {
        await Add(Record("[Jonas Veidt: TALKS RESUME IN THE SPRING]", "https://a.example/late", published: "2031-03-05", outlet: "Late"));
        await Add(Record("(Jonas Veidt: talks resume in the spring)", "https://a.example/first", published: "2031-03-01", outlet: "First"));
        await Add(Record("[Jonas Veidt: Talks resume in the spring!]", "https://a.example/middle", published: "2031-03-03T08:00:00Z", outlet: "Middle"));
        await Add(Record("[Jonas Veidt: Talks, resume in the spring]", "https://a.example/undated", outlet: "Middle"));

        StatementSummary statement = Assert.Single(await Statements(new StatementQuery()));
        Assert.Equal("Talks resume in the spring!", statement.Content);
        Assert.Equal("https://a.example/first", statement.FirstReport.Url);
        Assert.Equal(4, statement.Appearances);
        Assert.Equal(3, statement.Outlets);
        StatementDetail detail = (await _store.StatementAsync(statement.Id, None))!;
        Assert.Equal(["first", "middle", "late", "undated"], detail.Appearances.Select(row => row.Article.Url![18..]));
    }

    /// <summary>Every export and every detail as text, without the instants of reading.</summary>
    private static async Task<string> Everything(IRecordStore store)
    {
        List<object?> all = [await store.CountsAsync(None), await store.OutletsAsync(None), (await store.ActorsAsync(new ActorQuery(), None)).Items];
        await foreach (AppearanceRow row in store.ExportAppearancesAsync(None)) all.Add(row);
        await foreach (StatementSummary statement in store.ExportStatementsAsync(None)) all.Add(await store.StatementAsync(statement.Id, None));
        foreach (ActorSummary actor in (await store.ActorsAsync(new ActorQuery(), None)).Items) all.Add(await store.ActorAsync(actor.Actor.Id, None));
        all.AddRange((await store.StatementsAsync(new StatementQuery(), None)).Items);
        await foreach (ArticleSummary article in store.ExportArticlesAsync(None))
        {
            ArticleDetail detail = (await store.ArticleAsync(article.Article.Id, None))!;
            all.Add(article);
            all.AddRange(detail.Versions.Select(version => version with { ReadAt = default }));
        }

        Assert.InRange(all.Count, 100, 1000);
        return string.Join('\n', all.Select(item => JsonSerializer.Serialize(item)));
    }
}
