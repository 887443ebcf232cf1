using System.Diagnostics;
using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Tests;

public sealed class CrashTests
{
    [Fact]
    public async Task What_was_reported_as_recorded_survives_the_killing_of_the_process()
    {
        string path = TemporaryFile.New();
        List<string> reported = [];
        Random random = new(4);
        for (int round = 0; round < 4; round++)
        {
            using Process process = Crasher.Start(path, first: round * 100_000, count: 100_000);
            // Killed at another point of its work in every round: while it writes, not between two runs.
            int enough = random.Next(5, 120);
            while (enough-- > 0 && await process.StandardOutput.ReadLineAsync() is { } line) reported.Add(line);
            process.Kill();
            while (await process.StandardOutput.ReadLineAsync() is { } rest) reported.Add(rest);
            await process.WaitForExitAsync();
            Assert.Equal(128 + 9, process.ExitCode);

            await AssertWholeAsync(path);
            Assert.Subset(await RecordedAsync(path), reported.ToHashSet());
        }

        Assert.InRange(reported.Count, 20, 400_000);
    }

    [Fact]
    public async Task Two_processes_reading_into_one_database_both_succeed()
    {
        string path = TemporaryFile.New();
        (int ExitCode, string Error)[] ends = await Task.WhenAll(Crasher.RunAsync(path, 0, 150), Crasher.RunAsync(path, 100, 150));

        Assert.All(ends, end => Assert.Equal((0, ""), end));
        Assert.Equal(250, (await RecordedAsync(path)).Count);
        await AssertWholeAsync(path);
    }

    private static async Task<HashSet<string>> RecordedAsync(string path)
    {
        await using SqliteRecordStore store = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
        HashSet<string> urls = [];
        await foreach (AppearanceRow row in store.ExportAppearancesAsync(CancellationToken.None)) urls.Add(row.Article.Url!);
        // An article is recorded with all that belongs to it or not at all.
        RecordCounts counts = await store.CountsAsync(CancellationToken.None);
        Assert.Equal(counts.Articles, urls.Count);
        Assert.Equal(counts.Appearances, urls.Count);
        Assert.Equal(counts.Articles, (await store.ArticlesAsync(new ArticleQuery { About = "tolland" }, CancellationToken.None)).Total);
        Assert.Equal(counts.Statements, (await store.StatementsAsync(new StatementQuery { About = "ferry" }, CancellationToken.None)).Total);
        return urls;
    }

    private static async Task AssertWholeAsync(string path)
    {
        await using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        Assert.Equal("ok", await connection.QuerySingleAsync<string>("PRAGMA integrity_check"));
        Assert.Empty(await connection.QueryAsync("PRAGMA foreign_key_check"));
        await connection.ExecuteAsync("INSERT INTO wordings (wordings) VALUES ('integrity-check'); INSERT INTO article_words (article_words) VALUES ('integrity-check')");
    }
}
