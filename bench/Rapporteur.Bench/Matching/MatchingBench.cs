using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Bench.Matching;

/// <summary>What putting an appearance into its statement costs in a store that grows: the whole of recording it, and the last tenth beside the first.</summary>
internal static class MatchingBench
{
    private const int Seed = 20_310_101;
    private const int Parts = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        await FillAsync(2_000, told: false);
        foreach (string size in arguments.Length > 0 ? arguments : ["10000"]) await FillAsync(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture), told: true);
        return 0;
    }

    private static async Task FillAsync(int appearances, bool told)
    {
        string folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        try
        {
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(Path.Combine(folder, "bench.db"), TimeProvider.System);
            TimeSpan[] parts = new TimeSpan[Parts];
            int made = 0;
            foreach (ArticleRecord record in new GeneratedWordings(Seed).Articles(appearances))
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                await store.AddAsync(record, CancellationToken.None);
                parts[Math.Min(Parts - 1, (int)((long)made * Parts / appearances))] += Environment.CpuUsage.TotalTime - before;
                made += record.Appearances.Count;
            }

            if (!told) return;
            RecordCounts counts = await store.CountsAsync(CancellationToken.None);
            double all = parts.Sum(part => part.TotalSeconds);
            Console.WriteLine(FormattableString.Invariant(
                $"{made} appearances in {counts.Statements} statements: {1e6 * all / made:0} µs each ({made / all:0} in a CPU second); first tenth {1e6 * Parts * parts[0].TotalSeconds / made:0} µs, last tenth {1e6 * Parts * parts[^1].TotalSeconds / made:0} µs"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
