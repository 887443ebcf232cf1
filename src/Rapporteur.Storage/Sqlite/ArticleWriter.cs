using Microsoft.Data.Sqlite;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Records one article inside the caller's transaction: recognise → add the version → add its appearances → choose the current version → draw the statements.</summary>
internal sealed class ArticleWriter(SqliteConnection db, TimeProvider clock, CancellationToken cancel)
{
    public async Task<RecordOutcome> AddAsync(ArticleRecord record)
    {
        Article article = record.Article;
        string digest = ArticleIdentity.DigestOf(article);
        long known = await db.OneAsync<long>("SELECT article FROM article_versions WHERE digest = @digest", new { digest }, cancel);
        if (known != 0)
        {
            await SeenAtAsync(known, article.Location);
            return RecordOutcome.Unchanged;
        }

        string identity = ArticleIdentity.Of(article);
        long earlier = await EarlierAsync(article, identity);
        long row = earlier != 0 ? earlier : await NewArticleAsync(article, identity);
        await SeenAtAsync(row, article.Location);
        long version = await AddVersionAsync(row, record, digest, identity);
        HashSet<long> touched = await new AppearanceWriter(db, cancel).AddAsync(row, version, record, digest);
        touched.UnionWith(await new CurrentVersion(db, cancel).ChooseAsync(row));
        foreach (long statement in touched) await StatementWriter.DrawAsync(db, statement, cancel);
        return earlier != 0 ? RecordOutcome.NewVersion : RecordOutcome.Added;
    }

    // The row of the article that this is a version of; 0 when it is a new one.
    private async Task<long> EarlierAsync(Article article, string identity)
    {
        long same = await db.OneAsync<long>("SELECT article FROM article_versions WHERE identity = @identity LIMIT 1", new { identity }, cancel);
        if (same != 0 || article.Url is not null || !ArticleIdentity.IsItsOwnFile(article.Location)) return same;

        (long row, string? text) = await db.OneAsync<(long, string?)>(
            """
            SELECT r.row, v.text
            FROM article_locations l JOIN articles r ON r.row = l.article JOIN article_versions v ON v.row = r.current
            WHERE l.location = @Location AND r.url IS NULL ORDER BY l.row DESC LIMIT 1
            """,
            new { article.Location }, cancel);
        return text is not null && EditedText.IsEditOf(text, article.Text) ? row : 0;
    }

    private Task<long> NewArticleAsync(Article article, string identity) => db.OneAsync<long>(
        """
        INSERT INTO articles (id, url, location, versions, day, instant, appearances) VALUES (@identity, @Url, @Location, 0, '', 0, 0)
        RETURNING row
        """,
        new { identity, article.Url, article.Location }, cancel);

    private async Task SeenAtAsync(long row, string location)
    {
        await db.DoAsync("INSERT OR IGNORE INTO article_locations (location, article) VALUES (@location, @row)", new { location, row }, cancel);
        // The smallest, so that the order in which copies were read does not show.
        await db.DoAsync("UPDATE articles SET location = @location WHERE row = @row AND @location < location", new { location, row }, cancel);
    }

    private async Task<long> AddVersionAsync(long row, ArticleRecord record, string digest, string identity)
    {
        Article article = record.Article;
        Dictionary<string, long> outlets = await NameTable.Outlets.MeetAsync(db, [article.Outlet, .. article.Credits], cancel);
        return await db.OneAsync<long>(
            """
            INSERT INTO article_versions (
                article, number, digest, identity, read_at, ordered, outlet, outlet_name, title, byline,
                published, modified, day, instant, language, analysed, credits, captions, blocks, text)
            VALUES (
                @row, 0, @digest, @identity, @readAt, @ordered, @outletRow, @Outlet, @Title, @Byline,
                @published, @modified, @day, @instant, @Language, @Analysed, @credits, @captions, @blocks, @Text)
            RETURNING row
            """,
            new
            {
                row,
                digest,
                identity,
                readAt = Columns.Instant(clock.GetUtcNow()),
                ordered = (article.Modified ?? article.Published)?.Instant.UtcTicks ?? 0,
                outletRow = article.Outlet is { } outlet && outlets.TryGetValue(outlet, out long known) ? known : (long?)null,
                article.Outlet,
                article.Title,
                article.Byline,
                published = article.Published?.ToString(),
                modified = article.Modified?.ToString(),
                day = Columns.Day(article.Published?.Date) ?? "",
                instant = article.Published?.Instant.UtcTicks,
                article.Language,
                record.Analysed,
                credits = Columns.Json(article.Credits),
                captions = Columns.Json(article.Captions),
                blocks = Columns.Json(article.Blocks),
                article.Text,
            },
            cancel);
    }
}
