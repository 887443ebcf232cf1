using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up statements.</summary>
internal static class StatementQueries
{
    private const string NewestFirst = "s.day DESC, s.instant DESC, s.id DESC";

    /// <summary>A page, chosen in memory.</summary>
    public static async Task<ListPage<StatementSummary>> ListAsync(SqliteConnection db, StatementIndex index, StatementQuery query, CancellationToken cancel)
    {
        int limit = Math.Max(0, query.Limit);
        Filter filter = new();
        (int, long)? place = null;
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 3);
            place = StatementOrder.Place(after[0], Cursor.Number(after[1]));
            After(filter, after);
        }

        (int total, List<int> rows) = await index.PageAsync(db, query, place, limit + 1, cancel);
        filter.And("s.row IN (SELECT CAST(value AS INTEGER) FROM json_each(@rows))", "rows", Columns.Json([.. rows.Select(row => row.ToString(System.Globalization.CultureInfo.InvariantCulture))]));
        return await PageAsync(db, filter, total, limit, cancel);
    }

    public static async Task<ListPage<StatementSummary>> ListAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        Filter filter = await FilterOfAsync(db, query, cancel);
        int total = await db.OneAsync<int>($"SELECT count(*) FROM statements s {filter.Where}", filter.Values, cancel);
        if (query.After is not null) After(filter, Cursor.Read(query.After, 3));

        return await PageAsync(db, filter, total, Math.Max(0, query.Limit), cancel);
    }

    private static void After(Filter filter, string[] cursor)
    {
        filter.And("(s.day, s.instant, s.id) < (@day, @instant, @id)", "day", cursor[0]);
        filter.Values.Add("instant", Cursor.Number(cursor[1]));
        filter.Values.Add("id", cursor[2]);
    }

    private static async Task<ListPage<StatementSummary>> PageAsync(SqliteConnection db, Filter filter, int total, int limit, CancellationToken cancel)
    {
        filter.Values.Add("limit", limit + 1L);
        List<StatementLine> lines = await db.ListAsync<StatementLine>(
            // The page is chosen among narrow rows first; only what is on it is looked up in full.
            $"""
            {StatementLine.Select} WHERE s.row IN (SELECT s.row FROM statements s {filter.Where} ORDER BY {NewestFirst} LIMIT @limit)
            ORDER BY {NewestFirst}
            """,
            filter.Values, cancel);
        IReadOnlyDictionary<long, int> origins = await OriginQueries.OfStatementsAsync(db, lines.Select(line => line.Row), cancel);
        return Paging.Page(lines, limit, total, line => line.Summary(origins), line => Cursor.Of(line.Day, $"{line.Instant}", line.Id));
    }

    /// <summary>The conditions on statements <c>s</c>.</summary>
    public static async Task<Filter> FilterOfAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        Filter filter = new Filter("s.appearances > 0")
            .AndWords("s.row IN (SELECT rowid >> 20 FROM wordings WHERE wordings MATCH @about)", "about", query.About)
            .AndName("s.row IN (SELECT a.statement FROM appearances a JOIN outlets o ON o.row = a.outlet WHERE a.current = 1 AND o.id = @outlet)", "outlet", NameTable.Outlets, query.Outlet)
            .AndDays("s.day", query.Since, query.Until);
        ActorQueries.AndSpeaker(filter, query.Speaker);
        await SideNames.AndAsync(db, filter, "addressee", query.Addressee, cancel);
        await SideNames.AndAsync(db, filter, "on_behalf_of", query.OnBehalfOf, cancel);
        if (query.Among is { } among) filter.And("s.id IN (SELECT value FROM json_each(@among))", "among", Columns.Json([.. among]));
        if (query.Form is { } form) filter.And("s.forms & @form", "form", StatementFacts.FormBit(Columns.Form(form)));
        if (query.Act is { } act) filter.And("s.acts & @act", "act", StatementFacts.ActBit(act));
        return filter;
    }

    public static async Task<StatementDetail?> OneAsync(SqliteConnection db, string id, CancellationToken cancel)
    {
        StatementLine? line = await db.OneAsync<StatementLine>($"{StatementLine.Select} WHERE s.id = @id", new { id }, cancel);
        if (line is null) return null;
        List<AppearanceLine> appearances = await db.ListAsync<AppearanceLine>(
            $"{AppearanceLine.Select} WHERE a.statement = @Row ORDER BY v.instant IS NULL, v.instant, r.id, v.number, a.place", new { line.Row }, cancel);
        return new StatementDetail(line.Summary(await OriginQueries.OfStatementsAsync(db, [line.Row], cancel)), [.. appearances.Select(appearance => appearance.Row)])
        {
            Links = MatchQueries.Links(db, line.Row),
        };
    }

    /// <summary>The next statements by identity, at most so many.</summary>
    public static async Task<IReadOnlyList<StatementSummary>> AfterAsync(SqliteConnection db, string after, int limit, CancellationToken cancel)
    {
        List<StatementLine> lines = await db.ListAsync<StatementLine>(
            $"{StatementLine.Select} WHERE s.appearances > 0 AND s.id > @after ORDER BY s.id LIMIT @limit", new { after, limit }, cancel);
        IReadOnlyDictionary<long, int> origins = await OriginQueries.OfStatementsAsync(db, lines.Select(line => line.Row), cancel);
        return [.. lines.Select(line => line.Summary(origins))];
    }
}
