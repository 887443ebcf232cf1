using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Reuse;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts the independent origins behind the reports of statements and stories.</summary>
internal static class OriginQueries
{
    private const string Facts = "v.outlet_name AS Outlet, v.credits AS Credits, v.published AS Published, f.own AS Own";

    /// <summary>For each statement (by row) the number of origins of its reports in current versions; none for a statement without any.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> OfStatementsAsync(SqliteConnection db, IEnumerable<long> statements, CancellationToken cancel) =>
        Counted(await db.ListAsync<Line>(
            $"""
            SELECT DISTINCT a.statement AS Of, a.version AS Version, {Facts}
            FROM appearances a JOIN article_versions v ON v.row = a.version LEFT JOIN article_fingerprints f ON f.version = v.row
            WHERE a.statement IN @statements AND a.current = 1
            """,
            new { statements }, cancel));

    /// <summary>The same for stories.</summary>
    public static async Task<IReadOnlyDictionary<long, int>> OfStoriesAsync(SqliteConnection db, IEnumerable<long> stories, CancellationToken cancel) =>
        Counted(await db.ListAsync<Line>(
            $"""
            SELECT s.story AS Of, s.version AS Version, {Facts}
            FROM story_texts s JOIN article_versions v ON v.row = s.version JOIN articles r ON r.row = v.article AND r.current = v.row
                LEFT JOIN article_fingerprints f ON f.version = v.row
            WHERE s.story IN @stories
            """,
            new { stories }, cancel));

    private static Dictionary<long, int> Counted(List<Line> lines) =>
        lines.GroupBy(line => line.Of).ToDictionary(group => group.Key, group => Origins.Count([.. group.Select(line => line.Source)]));

    private sealed class Line
    {
        public long Of { get; init; }
        public long Version { get; init; }
        public string? Outlet { get; init; }
        public string Credits { get; init; } = "";
        public string? Published { get; init; }
        public byte[]? Own { get; init; }

        public Origins.Source Source => new(new Provenance(Outlet, Columns.Texts(Credits), PressTime.Parse(Published)), FingerprintTable.Own(Own));
    }
}
