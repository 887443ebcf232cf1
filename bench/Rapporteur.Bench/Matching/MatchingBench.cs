using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Bench.Matching;

/// <summary>What putting an appearance into its statement costs in a store that grows: recording with matching, less recording the same without; the last tenth beside the first.</summary>
internal static class MatchingBench
{
    private const int Seed = 20_310_101;
    private const int Parts = 10;

    public static async Task<int> RunAsync(string[] arguments)
    {
        await FillAsync(2_000, matched: true);
        foreach (string size in arguments.Length > 0 ? arguments : ["10000"])
        {
            int appearances = int.Parse(size, System.Globalization.CultureInfo.InvariantCulture);
            (double[] with, int made, RecordCounts counts) = await FillAsync(appearances, matched: true);
            (double[] without, _, _) = await FillAsync(appearances, matched: false);
            double[] matching = [.. with.Zip(without, (one, other) => one - other)];
            long megabytes = Environment.WorkingSet >> 20;
            Console.WriteLine(FormattableString.Invariant(
                $"{made} appearances in {counts.Statements} statements: matching {Each(matching.Sum(), made):0} µs each ({made / matching.Sum():0} in a CPU second), first tenth {Each(Parts * matching[0], made):0} µs, last tenth {Each(Parts * matching[^1], made):0} µs; recorded with it {Each(with.Sum(), made):0} µs each, last tenth {Each(Parts * with[^1], made):0} µs; {megabytes} MB"));
        }

        return 0;
    }

    private static double Each(double seconds, int made) => 1e6 * seconds / made;

    // CPU seconds by tenths.
    private static async Task<(double[] Seconds, int Made, RecordCounts Counts)> FillAsync(int appearances, bool matched)
    {
        string folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        try
        {
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(Path.Combine(folder, "bench.db"), TimeProvider.System);
            double[] parts = new double[Parts];
            int made = 0;
            foreach (ArticleRecord generated in new GeneratedWordings(Seed).Articles(appearances))
            {
                ArticleRecord record = matched ? generated : generated with { Appearances = [.. generated.Appearances.Select(appearance => appearance with { Proposition = null })] };
                TimeSpan before = Environment.CpuUsage.TotalTime;
                await store.AddAsync(record, CancellationToken.None);
                int part = Math.Min(Parts - 1, (int)((long)made * Parts / appearances));
                parts[part] += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
                made += record.Appearances.Count;
                // A million take their time: each tenth is told when it is done.
                if (part < Math.Min(Parts, (int)((long)made * Parts / appearances)))
                    Console.Error.WriteLine(FormattableString.Invariant($"{made} recorded {(matched ? "with" : "without")} matching, {Each(Parts * parts[part], appearances):0} µs each in this tenth"));
            }

            return (parts, made, await store.CountsAsync(CancellationToken.None));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
