using System.Diagnostics;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Reading;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;

namespace Rapporteur.Bench.Reading;

/// <summary>Walks a folder of articles down the whole path, file to record, and prints articles per second and peak memory.</summary>
internal static class ReadingBench
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [string folder, ..])
        {
            Console.Error.WriteLine("usage: Rapporteur.Bench reading FOLDER [JOBS]");
            return 2;
        }

        int jobs = arguments.Length > 1 ? int.Parse(arguments[1]) : Environment.ProcessorCount;
        string scratch = Directory.CreateTempSubdirectory("rapporteur-bench-").FullName;
        try
        {
            await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(Path.Combine(scratch, "bench.db"), TimeProvider.System);
            Reader reader = new(new ReaderOptions(), null, store, TimeProvider.System);
            Pipeline pipeline = new(reader, new ArticleExtractor(), new TextAnalyser(), new StatementMatcher(), store);
            int articles = 0, appearances = 0;
            long start = Stopwatch.GetTimestamp(), characters = 0, half = 0;
            await foreach (Outcome outcome in pipeline.RunAsync([folder], jobs, CancellationToken.None))
            {
                if (outcome.Article is not { } article) continue;
                articles++;
                appearances += outcome.Appearances;
                characters += article.Text.Length;
                // Memory that grows with the number of articles would show between here and the end.
                if (articles == 400) half = Process.GetCurrentProcess().PeakWorkingSet64;
            }

            double wall = Stopwatch.GetElapsedTime(start).TotalSeconds, cpu = Environment.CpuUsage.TotalTime.TotalSeconds;
            Console.WriteLine($"| articles, statements reported | {articles}, {appearances} |");
            Console.WriteLine($"| articles per second, {jobs} jobs | {articles / wall:F0} |");
            Console.WriteLine($"| articles per CPU second, start included | {articles / cpu:F0} |");
            Console.WriteLine($"| characters per CPU second | {characters / cpu:F0} |");
            Console.WriteLine($"| peak memory at 400 articles, at the end | {half / 1048576} MB, {Process.GetCurrentProcess().PeakWorkingSet64 / 1048576} MB |");
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
