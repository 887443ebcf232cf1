using System.Globalization;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up what nobody has judged yet.</summary>
internal static class UnjudgedQueries
{
    public static async Task<ListPage<AppearanceRow>> ListAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        Filter filter = await StatementQueries.FilterOfAsync(db, query, cancel);
        // Joining and splitting are about wordings; what is about an appearance names it. On which issue it is says nothing of whether it was read rightly.
        const string Open = "a.current = 1 AND a.id NOT IN (SELECT one FROM judgements WHERE undone_at IS NULL AND kind <> 'issue')";
        bool restricted = query with { Limit = 0, After = null } != new StatementQuery { Limit = 0 };
        string among = restricted ? $" AND a.statement IN (SELECT s.row FROM statements s {filter.Where})" : "";
        int total = await db.OneAsync<int>($"SELECT count(*) FROM appearances a WHERE {Open}{among}", filter.Values, cancel);
        string rest = "";
        if (query.After is not null)
        {
            string[] after = Cursor.Read(query.After, 2);
            rest = " AND (a.confidence, a.id) > (@confidence, @id)";
            filter.Values.Add("confidence", double.TryParse(after[0], CultureInfo.InvariantCulture, out double sure) ? sure : throw new ArgumentException($"\"{after[0]}\" is no number in a cursor.", nameof(query)));
            filter.Values.Add("id", after[1]);
        }

        int limit = Math.Max(0, query.Limit);
        filter.Values.Add("limit", limit + 1L);
        List<AppearanceLine> lines = await db.ListAsync<AppearanceLine>(
            $"""
            {AppearanceLine.Select} WHERE a.row IN (
                SELECT a.row FROM appearances a WHERE {Open}{among}{rest} ORDER BY a.confidence, a.id LIMIT @limit)
            ORDER BY a.confidence, a.id
            """,
            filter.Values, cancel);
        return Paging.Page(lines, limit, total, line => line.Row, line => Cursor.Of(line.Confidence.ToString("R", CultureInfo.InvariantCulture), line.Id));
    }
}
