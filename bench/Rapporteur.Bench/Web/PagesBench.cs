using Microsoft.AspNetCore.Builder;
using Rapporteur.Bench.Storage;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Web;

namespace Rapporteur.Bench.Web;

/// <summary>Serves a generated record and prints for every page the CPU time of server and client together and the size of the answer.</summary>
internal static class PagesBench
{
    private const int Seed = 20_290_101;
    private const int Repetitions = 11;

    // Each page is asked for after so many articles more; what is drawn behind one page is not to be counted with the next.
    private const int Changes = 3;
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(3);

    // One appearance in five repeats another's statement.
    private const double AppearancesPerStatement = 1.25;

    public static async Task<int> RunAsync(string[] arguments)
    {
        int statements = arguments.Length > 0 ? int.Parse(arguments[0]) : 100_000;
        string folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        string file = arguments.Length > 1 ? arguments[1] : Path.Combine(folder, "pages.db");
        try
        {
            bool filled = File.Exists(file);
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(file, TimeProvider.System);
            DeskDossier dossier = new(Seed);
            if (!filled)
            {
                foreach (ArticleRecord record in dossier.Articles((int)(statements * AppearancesPerStatement))) await store.AddAsync(record, CancellationToken.None);
            }

            await using WebApplication app = RapporteurWeb.Create(store, new WebOptions { Urls = ["http://127.0.0.1:0"], Title = "Bench" });
            await app.StartAsync();
            using HttpClient client = new() { BaseAddress = new Uri(app.Urls.Single()) };
            await MeasureAsync(store, client, dossier);
            await app.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task MeasureAsync(SqliteRecordStore store, HttpClient client, DeskDossier dossier)
    {
        CancellationToken none = CancellationToken.None;
        RecordCounts counts = await store.CountsAsync(none);
        Console.WriteLine($"| {counts.Statements} statements, {counts.Appearances} appearances, {counts.Articles} articles | CPU | CPU, first after one article more | size |");
        Console.WriteLine("|---|---|---|---|");
        foreach ((string name, string address) in await PagesAsync(store, dossier))
        {
            // Twice unmeasured: the first compiles the page, the second finds it compiled.
            int size = (await client.GetByteArrayAsync(address)).Length;
            await client.GetByteArrayAsync(address);
            List<double> changed = [];
            foreach (ArticleRecord record in dossier.More(Changes))
            {
                await store.AddAsync(record, none);
                changed.Add(await CpuAsync(client, address));
                await Task.Delay(Settling, none);
            }

            changed.Sort();
            List<double> times = [];
            for (int i = 0; i < Repetitions; i++) times.Add(await CpuAsync(client, address));
            times.Sort();
            Console.WriteLine($"| {name} | {times[times.Count / 2]:0.0} ms | {changed[changed.Count / 2]:0.0} ms | {size / 1024.0:0.0} KB |");
        }
    }

    private static async Task<double> CpuAsync(HttpClient client, string address)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        await client.GetByteArrayAsync(address);
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static async Task<IReadOnlyList<(string Name, string Address)>> PagesAsync(SqliteRecordStore store, DeskDossier dossier)
    {
        CancellationToken none = CancellationToken.None;
        StatementSummary some = (await store.StatementsAsync(new StatementQuery { Speaker = GeneratedDossier.Speaker(1), Limit = 1 }, none)).Items[0];
        StorySummary? story = (await store.StoriesAsync(new StoryQuery(AtLeast: 2, Limit: 1), none)).Items.FirstOrDefault();
        string speaker = Uri.EscapeDataString(GeneratedDossier.Speaker(1)), outlet = Uri.EscapeDataString(GeneratedDossier.Outlet(1));
        Rapporteur.Positions.PositionBook book = await Rapporteur.Positions.PositionBook.OfAsync(store, [], none);
        Encounter? encounter = (await store.EncountersAsync(none)).LastOrDefault();
        List<(string, string)> pages =
        [
            ("today", "/today"), ("statements", "/"), ("a word in two of five", $"/?about={dossier.WordOfRank(3)}"), ("a usual word", $"/?about={dossier.WordOfRank(300)}"),
            ("a phrase", $"/?about=%22{dossier.WordOfRank(3)}+{dossier.WordOfRank(300)}%22"), ("the most frequent speaker", $"/?speaker={speaker}"),
            ("the largest outlet", $"/?outlet={outlet}"), ("said to", $"/?addressee={speaker}"), ("on behalf of", $"/?on_behalf_of={speaker}"),
            ("one month, quoted", "/?since=2030-03-01&until=2030-03-31&form=direct"),
            ("one statement", $"/statements/{some.Id}"), ("actors", "/actors"), ("the most frequent actor", $"/actors/{some.Speaker!.Id}"),
            ("articles", "/articles"), ("one article", $"/articles/{some.FirstReport.Id}"), ("outlets", "/outlets"), ("encounters", "/encounters"), ("stories", "/stories"),
            ("issues", "/issues"), ("correct", "/correct"), ("correct, a usual word", $"/correct?about={dossier.WordOfRank(300)}"), ("log", "/correct/log"), ("searches kept", "/saved"),
            ("feed", "/statements.atom"), ("API, statements", "/api/v1/statements"),
        ];
        if (story is not null) pages.Add(("one story", $"/stories/{story.Id}"));
        if (encounter is not null) pages.Add(("one encounter", $"/encounters/{encounter.Id}"));
        if (book.Issues.Count > 0)
        {
            pages.Add(("one issue", $"/issues/{book.Issues[0].Id}"));
            pages.Add(("statements on an issue", $"/?issue={book.Issues[0].Id}"));
        }

        return pages;
    }
}
