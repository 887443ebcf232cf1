using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts what the statements of a list have in common.</summary>
internal static class FacetQueries
{
    public static async Task<StatementFacets> OfAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        Filter filter = await StatementQueries.FilterOfAsync(db, query, cancel);
        string hits = $"WITH hit AS MATERIALIZED (SELECT s.row, s.actor, s.forms, s.acts, s.day FROM statements s {filter.Where})";
        List<Line> lines = await db.ListAsync<Line>(
            $"""
            {hits}, side AS MATERIALIZED (
                SELECT a.statement, a.outlet, a.addressee, a.on_behalf_of FROM hit h CROSS JOIN appearances a ON a.statement = h.row AND a.current = 1)
            SELECT * FROM (
                SELECT 'speaker' AS Kind, c.id AS Value, c.name AS Name, h.n AS Count
                FROM (SELECT actor, count(*) AS n FROM hit WHERE actor IS NOT NULL GROUP BY actor) h JOIN actors c ON c.row = h.actor ORDER BY n DESC, c.name, c.id LIMIT @most)
            UNION ALL SELECT * FROM (
                SELECT 'outlet', o.name, o.name, x.n
                FROM (SELECT outlet, count(DISTINCT statement) AS n FROM side WHERE outlet IS NOT NULL GROUP BY outlet) x JOIN outlets o ON o.row = x.outlet ORDER BY x.n DESC, o.name LIMIT @most)
            UNION ALL SELECT * FROM (
                SELECT 'to', addressee, addressee, count(DISTINCT statement) AS n FROM side WHERE addressee IS NOT NULL GROUP BY addressee ORDER BY n DESC, addressee LIMIT @most)
            UNION ALL SELECT * FROM (
                SELECT 'for', on_behalf_of, on_behalf_of, count(DISTINCT statement) AS n FROM side WHERE on_behalf_of IS NOT NULL GROUP BY on_behalf_of ORDER BY n DESC, on_behalf_of LIMIT @most)
            UNION ALL SELECT 'form', CAST(forms AS TEXT), '', count(*) FROM hit GROUP BY forms
            UNION ALL SELECT 'act', CAST(acts AS TEXT), '', count(*) FROM hit GROUP BY acts
            UNION ALL SELECT * FROM (SELECT 'day', day, day, count(*) FROM hit WHERE day <> '' GROUP BY day ORDER BY day)
            """,
            With(filter), cancel);
        ILookup<string, FacetCount> kinds = lines.ToLookup(line => line.Kind, line => new FacetCount(line.Value, line.Name, line.Count), StringComparer.Ordinal);
        return new StatementFacets(
            [.. kinds["speaker"]], [.. kinds["to"]], [.. kinds["for"]], [.. kinds["outlet"]],
            Bits(kinds["form"], Enum.GetValues<AttributionForm>(), form => StatementFacts.FormBit(Columns.Form(form))),
            Bits(kinds["act"], Enum.GetValues<SpeechAct>(), StatementFacts.ActBit),
            Times([.. kinds["day"]]));
    }

    private static IReadOnlyList<FacetCount> Times(IReadOnlyList<FacetCount> days)
    {
        foreach (int length in (ReadOnlySpan<int>)["yyyy-MM-dd".Length, "yyyy-MM".Length])
        {
            FacetCount[] times = Cut(length);
            if (times.Length <= StatementFacets.MostTimes) return times;
        }

        return Cut("yyyy".Length);

        FacetCount[] Cut(int length) =>
            [.. days.GroupBy(day => day.Value[..length], StringComparer.Ordinal).Select(time => new FacetCount(time.Key, time.Key, time.Sum(day => day.Count)))];
    }

    private static Dapper.DynamicParameters With(Filter filter)
    {
        filter.Values.Add("most", StatementFacets.Most);
        return filter.Values;
    }

    // A statement reported in two forms counts for both.
    private static (T, int)[] Bits<T>(IEnumerable<FacetCount> sums, IEnumerable<T> values, Func<T, int> bit) =>
    [
        .. values.Select(value => (value, sums.Where(sum => (int.Parse(sum.Value, System.Globalization.CultureInfo.InvariantCulture) & bit(value)) != 0).Sum(sum => sum.Count)))
            .Where(pair => pair.Item2 > 0).OrderByDescending(pair => pair.Item2),
    ];

    private sealed class Line
    {
        public string Kind { get; init; } = "";
        public string Value { get; init; } = "";
        public string Name { get; init; } = "";
        public int Count { get; init; }
    }
}
