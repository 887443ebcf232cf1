using System.Text.Json;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage.Tests;

/// <summary>What is kept in memory of statements, held against what the database answers to who has asked nothing before.</summary>
public sealed class StatementIndexTests
{
    private static readonly StatementQuery[] Queries =
    [
        new(), new() { About = "harbour" }, new() { About = "\"never agreed\"" }, new() { About = "…" }, new() { Speaker = "tolland" }, new() { Speaker = "nobody" }, new() { Outlet = "talmar courier" }, new() { Outlet = "Unheard Of" },
        new() { Since = new DateOnly(2031, 3, 4) }, new() { Until = new DateOnly(2031, 3, 4) }, new() { Form = AttributionForm.Direct }, new() { Act = SpeechAct.Demand }, new() { Addressee = "benn" },
        new() { OnBehalfOf = "veidt" }, new() { Among = [] }, new() { About = "ship", Form = AttributionForm.Indirect, Speaker = "mira", Since = new DateOnly(2031, 1, 1), Until = new DateOnly(2031, 12, 31) },
    ];

    [Fact]
    public async Task Pages_and_counts_from_memory_are_those_of_the_database_after_every_kind_of_change()
    {
        string file = TemporaryFile.New();
        await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(file, TimeProvider.System);
        await store.FacetsAsync(new StatementQuery(), default);
        await CompareAsync(store, file);
        IReadOnlyList<ArticleRecord> articles = [.. Sample.Thirty().Index().Select(article => Told(article.Item, article.Index))];
        foreach (ArticleRecord article in articles.Take(20)) await store.AddAsync(article, default);
        await CompareAsync(store, file);
        foreach (ArticleRecord article in articles.Skip(20)) await store.AddAsync(article, default);
        await CompareAsync(store, file);

        IReadOnlyList<AppearanceRow> some = (await store.UnjudgedAsync(new StatementQuery { Limit = 6 }, default)).Items;
        (JudgementKind Kind, int About, string? Other)[] made =
            [(JudgementKind.NotAQuotation, 0, null), (JudgementKind.Speaker, 1, "Orla Benn"), (JudgementKind.SaidOn, 2, "2030-12-24"), (JudgementKind.Speaker, 3, ""), (JudgementKind.SaidOn, 4, "")];
        foreach ((JudgementKind kind, int about, string? other) in made)
        {
            await store.JudgeAsync(new JudgementRequest(kind, some[about].Id, other, null), default);
            await CompareAsync(store, file);
        }

        await store.JudgeAsync(new JudgementRequest(JudgementKind.Rename, "Mira Tolland", "President Tolland", null), default);
        await CompareAsync(store, file);
        foreach (Judgement judgement in await store.JudgementsAsync(default)) await store.UndoJudgementAsync(judgement.Number, default);
        await CompareAsync(store, file);
        AppearanceRow gone = some[5];
        ArticleVersion version = (await store.ArticleAsync(gone.Article.Id, default))!.Versions[^1];
        Assert.True(await store.RenewAsync(gone.Article.Id, version.Number, new ArticleRecord(version.Article, [], Analysed: true), default));
        await CompareAsync(store, file);
    }

    [Fact]
    public async Task What_another_process_writes_is_seen()
    {
        string file = TemporaryFile.New();
        await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(file, TimeProvider.System);
        await store.FacetsAsync(new StatementQuery(), default);
        await using (SqliteRecordStore other = await SqliteRecordStore.OpenAsync(file, TimeProvider.System))
        {
            foreach (ArticleRecord article in Sample.Thirty()) await other.AddAsync(article, default);
        }

        await CompareAsync(store, file);
    }

    // Every other article says to whom and for whom.
    private static ArticleRecord Told(ArticleRecord record, int number) => number % 2 == 0 ? record : record with
    {
        Encounters =
        [
            new EncounterMention(
                new TextSpan(0, 6), new TextSpan(0, record.Article.Text.IndexOf('.') + 1), number % 3 == 0 ? EncounterType.Call : EncounterType.Meeting, ["Mira Tolland", number % 5 == 0 ? "Jonas Veidt" : "Orla Benn"],
                $"2031-03-{1 + (number % 4):00}", null, number % 7 == 0 ? EncounterStatus.Denied : EncounterStatus.Held),
        ],
        Appearances = [.. record.Appearances.Select(a => a with { Attribution = a.Attribution with { Addressee = number % 3 == 0 ? "Orla Benn" : "reporters", OnBehalfOf = number % 5 == 0 ? "Jonas Veidt" : null } })],
    };

    private static async Task CompareAsync(SqliteRecordStore store, string path)
    {
        // One who has never asked for counts is answered by the database alone; another fills its memory anew.
        await using SqliteRecordStore encountering = await SqliteRecordStore.OpenAsync(path, TimeProvider.System, readOnly: true);
        Assert.Equal(JsonSerializer.Serialize(await encountering.EncountersAsync(default)), JsonSerializer.Serialize(await store.EncountersAsync(default)));
        Assert.Equal(JsonSerializer.Serialize(await encountering.OutletSharesAsync(default)), JsonSerializer.Serialize(await store.OutletSharesAsync(default)));
        await using SqliteRecordStore fresh = await SqliteRecordStore.OpenAsync(path, TimeProvider.System, readOnly: true), counting = await SqliteRecordStore.OpenAsync(path, TimeProvider.System, readOnly: true);
        foreach (StatementQuery query in Queries)
        {
            Assert.Equal(await PagesAsync(fresh, query), await PagesAsync(store, query));
            StatementFacets facets = await store.FacetsAsync(query, default);
            Assert.Equal(JsonSerializer.Serialize(await counting.FacetsAsync(query, default)), JsonSerializer.Serialize(facets));
            int total = (await fresh.StatementsAsync(query with { Limit = 0 }, default)).Total;
            Assert.True(facets.Speakers.Sum(speaker => speaker.Count) <= total && facets.Times.Sum(time => time.Count) <= total, $"{query}");
            foreach (FacetCount speaker in facets.Speakers.Take(query.Speaker is null ? 2 : 0)) Assert.Equal(speaker.Count, (await fresh.StatementsAsync(query with { Speaker = speaker.Value, Limit = 0 }, default)).Total);
            foreach (FacetCount outlet in facets.Outlets.Take(query.Outlet is null ? 2 : 0)) Assert.Equal(outlet.Count, (await fresh.StatementsAsync(query with { Outlet = outlet.Value, Limit = 0 }, default)).Total);
            foreach ((SpeechAct act, int count) in facets.Acts.Take(query.Act is null ? 2 : 0)) Assert.Equal(count, (await fresh.StatementsAsync(query with { Act = act, Limit = 0 }, default)).Total);
        }
    }

    private static async Task<string> PagesAsync(SqliteRecordStore store, StatementQuery query)
    {
        List<string> pages = [];
        string? after = null;
        do
        {
            ListPage<StatementSummary> page = await store.StatementsAsync(query with { Limit = 3, After = after }, default);
            pages.Add($"{page.Total} {JsonSerializer.Serialize(page.Items)}");
            after = page.Next;
        }
        while (after is not null);
        return string.Join('\n', pages);
    }
}
