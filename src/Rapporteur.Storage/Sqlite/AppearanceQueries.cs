using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up appearances.</summary>
internal static class AppearanceQueries
{
    /// <summary>Those in current versions that meet the query: of the newest articles first, within an article in the order of its text.</summary>
    public static async Task<ListPage<AppearanceRow>> ListAsync(SqliteConnection db, AppearanceQuery query, CancellationToken cancel)
    {
        Filter filter = Asked(query);
        int total = await db.OneAsync<int>(
            $"SELECT count(*) FROM appearances a JOIN statements s ON s.row = a.statement JOIN articles r ON r.row = a.article {filter.Where}", filter.Values, cancel);
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 3);
            filter.And("((r.instant, r.id) < (@instant, @id) OR (r.id = @id AND a.place > @place))", "instant", Cursor.Number(after[0]));
            filter.Values.Add("id", after[1]);
            filter.Values.Add("place", Cursor.Number(after[2]));
        }

        int limit = Math.Max(0, query.Limit);
        filter.Values.Add("limit", limit + 1L);
        List<AppearanceLine> lines = await db.ListAsync<AppearanceLine>(
            $"{AppearanceLine.Select} {filter.Where} ORDER BY r.instant DESC, r.id DESC, a.place LIMIT @limit", filter.Values, cancel);
        return Paging.Page(lines, limit, total, line => line.Row, line => Cursor.Of($"{line.Instant}", line.ArticleId, $"{line.Place}"));
    }

    /// <summary>One, in whatever version; null when there is none.</summary>
    public static async Task<AppearanceRow?> OneAsync(SqliteConnection db, string id, CancellationToken cancel) =>
        (await db.OneAsync<AppearanceLine>($"{AppearanceLine.Select} WHERE a.id = @id", new { id }, cancel))?.Row;

    private static Filter Asked(AppearanceQuery query)
    {
        Filter filter = new Filter("a.current = 1")
            .AndWords("a.row IN (SELECT rowid FROM wordings WHERE wordings MATCH @about)", "about", query.About)
            .AndName("a.outlet = (SELECT row FROM outlets WHERE id = @outlet)", "outlet", NameTable.Outlets, query.Outlet)
            .AndName(
                """
                (a.via = @said COLLATE NOCASE
                    OR a.article IN (SELECT k.article FROM article_credits k JOIN outlets o ON o.row = k.outlet WHERE o.id = @via))
                """,
                "via", NameTable.Outlets, query.Via)
            .AndDays("r.day", query.Since, query.Until);
        if (query.Via is { } via) filter.Values.Add("said", via.Trim());
        ActorQueries.AndSpeaker(filter, query.Speaker);
        if (query.Statement is { } statement) filter.And("s.id = @statement", "statement", statement);
        if (query.Article is { } article) filter.And("r.id = @article", "article", article);
        if (query.Form is { } form) filter.And("a.form = @form", "form", Columns.Form(form));
        if (query.Act is { } act) filter.And("a.act = @act", "act", Text.SpeechActs.SpeechActNames.Of(act));
        return filter;
    }
}
