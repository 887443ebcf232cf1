using System.Globalization;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Bench.Matching;

/// <summary>What putting an appearance into its statement costs in a store that grows, told for each tenth of it.</summary>
/// <remarks>
/// Most of a tenth is recorded and matched in large transactions, unmeasured, so that a million appearances are there within minutes. The rest is recorded one article to a transaction, as
/// <c>rapporteur read</c> does it: an article that is matched, then one of other speakers that is not, and so on. What matching costs is the difference of their CPU time, so that it holds all that
/// matching adds: reading the wording, look-ups, pairs, blocks, statements that grow together and are written again, and its pages at each commit.
/// </remarks>
internal static class MatchingBench
{
    private const int Seed = 20_310_101, OtherSeed = 20_310_102;
    private const int Tenths = 10;
    private const int MeasuredInTenth = 4_000;
    private const int Together = 250;

    public static async Task<int> RunAsync(string[] arguments)
    {
        await MeasureAsync(2_000, TextWriter.Null);
        foreach (string size in arguments.Length > 0 ? arguments : ["10000"]) await MeasureAsync(int.Parse(size, CultureInfo.InvariantCulture), Console.Out);
        return 0;
    }

    private static async Task MeasureAsync(int appearances, TextWriter output)
    {
        string folder = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        TimeSpan start = Environment.CpuUsage.TotalTime;
        try
        {
            string file = Path.Combine(folder, "bench.db");
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(file, TimeProvider.System);
            using IEnumerator<ArticleRecord> matched = new GeneratedWordings(Seed).Articles(appearances).GetEnumerator();
            using IEnumerator<ArticleRecord> others = new GeneratedWordings(OtherSeed, matched: false).Articles(appearances).GetEnumerator();
            Tally all = new();
            output.WriteLine("appearances | filled in, CPU µs each | recorded with matching | without | matching | file, bytes each | memory, MB");
            for (int tenth = 1, made = 0; tenth <= Tenths; tenth++)
            {
                int until = (int)((long)appearances * tenth / Tenths);
                int filled = Math.Max(0, until - made - MeasuredInTenth);
                double filling = await FillAsync(store, matched, filled);
                Tally here = await CompareAsync(store, matched, others, until - made - filled);
                made = until;
                all = all.And(here);
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{made} | {(filled > 0 ? Each(filling, filled) : "–")} | {Each(here.With, here.Matched)} | {Each(here.Without, here.Unmatched)} | {here.Matching:0} | {new FileInfo(file).Length / made} | {Environment.WorkingSet >> 20}"));
            }

            RecordCounts counts = await store.CountsAsync(CancellationToken.None);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{appearances} appearances, {counts.Statements} statements with the unmatched ones: matching {all.Matching:0} µs each, {1e6 / all.Matching:0} a CPU second; {(Environment.CpuUsage.TotalTime - start).TotalSeconds:0} CPU seconds in all"));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double> FillAsync(SqliteRecordStore store, IEnumerator<ArticleRecord> articles, int appearances)
    {
        double seconds = 0;
        List<ArticleRecord> together = [];
        for (int made = 0; made < appearances;)
        {
            together.Clear();
            while (made < appearances && together.Count < Together && articles.MoveNext())
            {
                together.Add(articles.Current);
                made += articles.Current.Appearances.Count;
            }

            TimeSpan before = Environment.CpuUsage.TotalTime;
            await store.AddAppearancesAsync(together, CancellationToken.None);
            seconds += (Environment.CpuUsage.TotalTime - before).TotalSeconds;
        }

        return seconds;
    }

    private static async Task<Tally> CompareAsync(SqliteRecordStore store, IEnumerator<ArticleRecord> matched, IEnumerator<ArticleRecord> others, int appearances)
    {
        Tally tally = new();
        while (tally.Matched < appearances && matched.MoveNext() && others.MoveNext())
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            await store.AddAppearancesAsync([matched.Current], CancellationToken.None);
            TimeSpan half = Environment.CpuUsage.TotalTime;
            await store.AddAppearancesAsync([others.Current], CancellationToken.None);
            tally = tally.And(new Tally((half - start).TotalSeconds, matched.Current.Appearances.Count, (Environment.CpuUsage.TotalTime - half).TotalSeconds, others.Current.Appearances.Count));
        }

        return tally;
    }

    private static string Each(double seconds, int made) => (1e6 * seconds / made).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>CPU seconds, and how many appearances took them.</summary>
    private readonly record struct Tally(double With, int Matched, double Without, int Unmatched)
    {
        /// <summary>Of one appearance, in µs.</summary>
        public double Matching => 1e6 * ((With / Matched) - (Without / Unmatched));

        public Tally And(Tally other) => new(With + other.With, Matched + other.Matched, Without + other.Without, Unmatched + other.Unmatched);
    }
}
