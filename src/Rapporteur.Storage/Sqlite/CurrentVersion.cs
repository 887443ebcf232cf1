using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Numbers the versions of an article and makes its lists, its credits and the full-text index follow the last one.</summary>
internal sealed class CurrentVersion(SqliteConnection db, CancellationToken cancel)
{
    /// <summary>Chooses again after a version was added.</summary>
    /// <returns>The statements whose appearances became current or ceased to be.</returns>
    public async Task<List<long>> ChooseAsync(long article)
    {
        List<long> versions = await db.ListAsync<long>(
            "SELECT row FROM article_versions WHERE article = @article ORDER BY ordered, row", new { article }, cancel);
        foreach ((int index, long row) in versions.Index())
        {
            await db.DoAsync("UPDATE article_versions SET number = @number WHERE row = @row", new { row, number = index + 1 }, cancel);
        }

        long? before = await db.OneAsync<long?>("SELECT current FROM articles WHERE row = @article", new { article }, cancel);
        long after = versions[^1];
        await db.DoAsync("UPDATE articles SET versions = @count WHERE row = @article", new { article, count = versions.Count }, cancel);
        if (before == after) return [];

        List<long> touched = await db.ListAsync<long>(
            "SELECT DISTINCT statement FROM appearances WHERE version IN (@before, @after)", new { before, after }, cancel);
        if (before is not null) await WithdrawAsync(article, before.Value);
        await SetAsync(article, after);
        return touched;
    }

    private Task WithdrawAsync(long article, long version) => db.DoAsync(
        """
        DELETE FROM wordings WHERE rowid IN (SELECT row FROM appearances WHERE version = @version);
        UPDATE appearances SET current = 0 WHERE version = @version;
        DELETE FROM article_words WHERE rowid = @article;
        DELETE FROM article_credits WHERE article = @article;
        """,
        new { article, version }, cancel);

    private async Task SetAsync(long article, long version)
    {
        await db.DoAsync(
            """
            UPDATE appearances SET current = 1 WHERE version = @version;
            INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE version = @version;
            INSERT INTO article_words (rowid, title, text) SELECT @article, title, text FROM article_versions WHERE row = @version;
            UPDATE articles SET (current, outlet, day, instant) = (SELECT row, outlet, day, ifnull(instant, 0) FROM article_versions WHERE row = @version),
                appearances = (SELECT count(*) FROM appearances WHERE version = @version)
            WHERE row = @article;
            """,
            new { article, version }, cancel);

        string credits = (await db.OneAsync<string>("SELECT credits FROM article_versions WHERE row = @version", new { version }, cancel))!;
        foreach (string? id in Columns.Texts(credits).Select(NameTable.Outlets.IdOf))
        {
            await db.DoAsync(
                "INSERT OR IGNORE INTO article_credits (article, outlet) SELECT @article, row FROM outlets WHERE id = @id", new { article, id }, cancel);
        }
    }
}
