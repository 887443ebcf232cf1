using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Looks up outlets, and counts everything.</summary>
internal static class OutletQueries
{
    private const string WithCounts = """
        FROM outlets o
            LEFT JOIN (
                SELECT outlet, count(*) AS articles, sum(appearances) AS appearances, min(nullif(day, '')) AS earliest, max(nullif(day, '')) AS latest
                FROM articles WHERE outlet IS NOT NULL GROUP BY outlet) own ON own.outlet = o.row
            LEFT JOIN (
                SELECT c.outlet, count(*) AS articles FROM article_credits c JOIN articles r ON r.row = c.article
                WHERE r.outlet IS NOT c.outlet GROUP BY c.outlet) credit ON credit.outlet = o.row
        WHERE own.articles > 0 OR credit.articles > 0
        """;

    public static async Task<IReadOnlyList<OutletSummary>> AllAsync(SqliteConnection db, CancellationToken cancel)
    {
        List<OutletLine> lines = await db.ListAsync<OutletLine>(
            $"""
            SELECT o.name, ifnull(own.articles, 0) AS articles, ifnull(own.appearances, 0) AS appearances, own.earliest, own.latest,
                ifnull(credit.articles, 0) AS creditedBy
            {WithCounts} ORDER BY o.key
            """,
            null, cancel);
        return [.. lines.Select(line => line.Summary)];
    }

    public static async Task<RecordCounts> CountsAsync(SqliteConnection db, CancellationToken cancel)
    {
        CountsLine? line = await db.OneAsync<CountsLine>(
            $"""
            SELECT (SELECT count(*) FROM articles) AS articles, (SELECT ifnull(sum(versions), 0) FROM articles) AS versions,
                (SELECT count(*) FROM statements WHERE appearances > 0) AS statements, (SELECT ifnull(sum(appearances), 0) FROM articles) AS appearances,
                (SELECT count(DISTINCT actor) FROM statements WHERE appearances > 0) AS actors, (SELECT count(*) {WithCounts}) AS outlets
            """,
            null, cancel);
        return new RecordCounts(line!.Articles, line.Versions, line.Statements, line.Appearances, line.Actors, line.Outlets);
    }

    private sealed class OutletLine
    {
        public string Name { get; init; } = "";
        public int Articles { get; init; }
        public int Appearances { get; init; }
        public string? Earliest { get; init; }
        public string? Latest { get; init; }
        public int CreditedBy { get; init; }

        public OutletSummary Summary => new(Name, Articles, Appearances, Columns.Day(Earliest), Columns.Day(Latest), CreditedBy);
    }

    private sealed class CountsLine
    {
        public int Articles { get; init; }
        public int Versions { get; init; }
        public int Statements { get; init; }
        public int Appearances { get; init; }
        public int Actors { get; init; }
        public int Outlets { get; init; }
    }
}
