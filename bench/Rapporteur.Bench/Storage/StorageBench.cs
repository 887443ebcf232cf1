using System.Diagnostics;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;

namespace Rapporteur.Bench.Storage;

/// <summary>Fills a store with generated appearances and prints what an article costs and how long queries take.</summary>
internal static class StorageBench
{
    private const int Seed = 20_290_101;
    private const int Repetitions = 11;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int appearances = arguments.Length > 0 ? int.Parse(arguments[0]) : 10_000;
        string folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        try
        {
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(Path.Combine(folder, "bench.db"), TimeProvider.System);
            GeneratedDossier dossier = new(Seed);
            await WarmUpAsync();
            await FillAsync(store, dossier, appearances, folder);
            await QueryAsync(store, dossier);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // The first thousand articles pay for compiling the program; they are not what an article costs.
    private static async Task WarmUpAsync()
    {
        await using SqliteRecordStore store = await SqliteRecordStore.InMemoryAsync(TimeProvider.System);
        foreach (ArticleRecord record in new GeneratedDossier(Seed + 1).Articles(8_000)) await store.AddAsync(record, CancellationToken.None);
    }

    private static async Task FillAsync(SqliteRecordStore store, GeneratedDossier dossier, int appearances, string folder)
    {
        int articles = 0;
        TimeSpan cpu = TimeSpan.Zero;
        TimeSpan wall = TimeSpan.Zero;
        foreach (ArticleRecord record in dossier.Articles(appearances))
        {
            TimeSpan before = Environment.CpuUsage.TotalTime;
            long start = Stopwatch.GetTimestamp();
            await store.AddAsync(record, CancellationToken.None);
            wall += Stopwatch.GetElapsedTime(start);
            cpu += Environment.CpuUsage.TotalTime - before;
            articles++;
        }

        long bytes = new DirectoryInfo(folder).EnumerateFiles().Sum(file => file.Length);
        RecordCounts counts = await store.CountsAsync(CancellationToken.None);
        Console.WriteLine($"| {counts.Appearances} appearances, {counts.Statements} statements, {articles} articles | |");
        Console.WriteLine("|---|---|");
        Console.WriteLine($"| one article recorded, CPU | {cpu.TotalMilliseconds / articles:0.00} ms |");
        Console.WriteLine($"| one article recorded, wall | {wall.TotalMilliseconds / articles:0.00} ms |");
        Console.WriteLine($"| file, per article | {bytes / 1024.0 / articles:0.0} KiB |");
    }

    private static async Task QueryAsync(SqliteRecordStore store, GeneratedDossier dossier)
    {
        CancellationToken none = CancellationToken.None;
        string frequent = dossier.WordOfRank(3);
        string usual = dossier.WordOfRank(300);
        string rare = dossier.WordOfRank(20_000);
        StatementSummary some = (await store.StatementsAsync(new StatementQuery { Limit = 1 }, none)).Items[0];

        await Statements("newest", new());
        await Statements("in the middle of the pages", new() { After = await MiddleAsync(store) });
        await Statements("a word in two of five", new() { About = frequent });
        await Statements("a usual word", new() { About = usual });
        await Statements("a rare word", new() { About = rare });
        await Statements("two words", new() { About = $"{frequent} {usual}" });
        await Statements("a phrase", new() { About = $"\"{frequent} {usual}\"" });
        await Statements("the most frequent speaker", new() { Speaker = GeneratedDossier.Speaker(1) });
        await Statements("a rare speaker", new() { Speaker = GeneratedDossier.Speaker(1_500) });
        await Statements("the largest outlet", new() { Outlet = GeneratedDossier.Outlet(1) });
        await Statements("a small outlet", new() { Outlet = GeneratedDossier.Outlet(55) });
        await Statements("one month", new() { Since = new(2030, 3, 1), Until = new(2030, 3, 31) });
        await Statements("direct ones", new() { Form = AttributionForm.Direct });
        await Statements("all filters", new()
        {
            About = frequent, Speaker = GeneratedDossier.Speaker(1), Outlet = GeneratedDossier.Outlet(1), Since = new(2030, 1, 1), Form = AttributionForm.Direct,
        });
        await Measure("articles, newest", async () => (await store.ArticlesAsync(new(), none)).Total);
        await Measure("articles, a usual word", async () => (await store.ArticlesAsync(new() { About = usual }, none)).Total);
        await Measure("articles, the largest outlet", async () => (await store.ArticlesAsync(new() { Outlet = GeneratedDossier.Outlet(1) }, none)).Total);
        await Measure("actors", async () => (await store.ActorsAsync(new(), none)).Total);
        await Measure("outlets", async () => (await store.OutletsAsync(none)).Count);
        await Measure("counts", async () => (await store.CountsAsync(none)).Statements);
        await Measure("one statement", async () => (await store.StatementAsync(some.Id, none))!.Appearances.Count);
        await Measure("one article", async () => (await store.ArticleAsync(some.FirstReport.Id, none))!.Versions.Count);
        await Measure("one actor", async () => (await store.ActorAsync(some.Speaker!.Id, none))!.MentionedAs.Count);
        await Measure("export of all appearances", async () => await store.ExportAppearancesAsync(none).CountAsync(), repetitions: 1);

        Task Statements(string name, StatementQuery query) =>
            Measure($"statements, {name}", async () => (await store.StatementsAsync(query, none)).Total);
    }

    private static async Task<string?> MiddleAsync(SqliteRecordStore store)
    {
        ListPage<StatementSummary> first = await store.StatementsAsync(new StatementQuery { Limit = 1 }, CancellationToken.None);
        return (await store.StatementsAsync(new StatementQuery { Limit = first.Total / 2 }, CancellationToken.None)).Next;
    }

    // The median of CPU time, which other work on the machine leaves alone, after one call that nobody counts.
    private static async Task Measure(string name, Func<Task<int>> query, int repetitions = Repetitions)
    {
        int found = repetitions > 1 ? await query() : 0;
        List<double> times = [];
        for (int i = 0; i < repetitions; i++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            found = await query();
            times.Add((Environment.CpuUsage.TotalTime - start).TotalMilliseconds);
        }

        times.Sort();
        Console.WriteLine($"| {name} ({found}) | {times[times.Count / 2]:0.0} ms |");
    }
}
