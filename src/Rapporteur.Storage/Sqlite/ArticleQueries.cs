using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up articles.</summary>
internal static class ArticleQueries
{
    private const string FromCurrent = "FROM articles r JOIN article_versions v ON v.row = r.current";

    public static async Task<ListPage<ArticleSummary>> ListAsync(SqliteConnection db, ArticleQuery query, CancellationToken cancel)
    {
        Filter filter = new Filter()
            .AndWords("r.row IN (SELECT rowid FROM article_words WHERE article_words MATCH @about)", "about", query.About)
            .AndName("r.outlet = (SELECT row FROM outlets WHERE id = @outlet)", "outlet", NameTable.Outlets, query.Outlet)
            .AndName("r.row IN (SELECT k.article FROM article_credits k JOIN outlets o ON o.row = k.outlet WHERE o.id = @via)", "via", NameTable.Outlets, query.Via)
            .AndDays("r.day", query.Since, query.Until);

        int total = await db.OneAsync<int>($"SELECT count(*) FROM articles r {filter.Where}", filter.Values, cancel);
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 2);
            filter.And("(r.instant, r.id) < (@instant, @id)", "instant", Cursor.Number(after[0]));
            filter.Values.Add("id", after[1]);
        }

        int limit = Math.Max(0, query.Limit);
        filter.Values.Add("limit", limit + 1L);
        List<ArticleLine> lines = await db.ListAsync<ArticleLine>(
            $"SELECT {ArticleLine.Columns} {FromCurrent} {filter.Where} ORDER BY r.instant DESC, r.id DESC LIMIT @limit", filter.Values, cancel);
        return Paging.Page(lines, limit, total, line => line.Summary, line => Cursor.Of($"{line.Instant}", line.ArticleId));
    }

    public static async Task<ArticleDetail?> OneAsync(SqliteConnection db, string id, CancellationToken cancel)
    {
        List<VersionLine> versions = await db.ListAsync<VersionLine>(
            $"SELECT {VersionLine.Columns} FROM articles r JOIN article_versions v ON v.article = r.row WHERE r.id = @id ORDER BY v.number", new { id }, cancel);
        if (versions.Count == 0) return null;
        List<AppearanceLine> appearances = await db.ListAsync<AppearanceLine>(
            $"{AppearanceLine.Select} WHERE a.version IN @rows ORDER BY a.version, a.place", new { rows = versions.Select(v => v.Row) }, cancel);
        ILookup<long, AppearanceRow> byVersion = appearances.ToLookup(line => line.VersionRow, line => line.Row);
        return new ArticleDetail(versions[^1].Summary, [.. versions.Select(version => version.With(byVersion[version.Row]))]);
    }

    /// <summary>The next articles by identity, at most so many.</summary>
    public static async Task<IReadOnlyList<ArticleSummary>> AfterAsync(SqliteConnection db, string after, int limit, CancellationToken cancel)
    {
        List<ArticleLine> lines = await db.ListAsync<ArticleLine>(
            $"SELECT {ArticleLine.Columns} {FromCurrent} WHERE r.id > @after ORDER BY r.id LIMIT @limit", new { after, limit }, cancel);
        return [.. lines.Select(line => line.Summary)];
    }

    /// <summary>The appearances in the current versions of the next articles by identity, by article and place, and the last of these articles; null at the end.</summary>
    public static async Task<(IReadOnlyList<AppearanceRow> Rows, string? Last)> AppearancesAfterAsync(
        SqliteConnection db, string after, int articles, CancellationToken cancel)
    {
        string? last = await db.OneAsync<string>(
            "SELECT max(id) FROM (SELECT id FROM articles WHERE id > @after ORDER BY id LIMIT @articles)", new { after, articles }, cancel);
        List<AppearanceLine> lines = await db.ListAsync<AppearanceLine>(
            $"{AppearanceLine.Select} WHERE r.id > @after AND r.id <= @last AND a.version = r.current ORDER BY r.id, a.place",
            new { after, last }, cancel);
        return ([.. lines.Select(line => line.Row)], last);
    }
}
