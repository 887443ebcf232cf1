using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the stances that the words of appearances take, and gives back those of current versions.</summary>
internal static class StanceMarks
{
    public static void Add(PreparedSql sql, long version, ArticleRecord record)
    {
        string text = record.Article.Text;
        foreach (var marks in record.Stances.GroupBy(mark => mark.Attribution))
        {
            StatedStance[] stated = [.. marks.Select(mark => new StatedStance(
                mark.Stance, mark.Target.In(text), mark.Clause, mark.Words, mark.Strength, mark.Condition?.In(text), mark.Side))];
            sql.Do(
                "INSERT INTO stance_marks (version, place, marks) VALUES (@version, @place, @marks)",
                ("version", version),
                ("place", marks.Key),
                ("marks", JsonSerializer.Serialize(stated, ExportJson.Line)));
        }
    }

    public static async Task<IReadOnlyList<StanceReport>> CurrentAsync(SqliteConnection db, CancellationToken cancel)
    {
        const string Of = "FROM stance_marks m JOIN appearances a ON a.version = m.version AND a.place = m.place WHERE a.current = 1";
        List<Line> marks = await db.ListAsync<Line>($"SELECT a.id AS Id, m.marks AS Marks {Of}", null, cancel);
        Dictionary<string, string> byId = marks.ToDictionary(line => line.Id, line => line.Marks, StringComparer.Ordinal);
        List<AppearanceLine> lines = await db.ListAsync<AppearanceLine>(
            AppearanceLine.Select + $"WHERE a.current = 1 AND a.row IN (SELECT a.row {Of}) ORDER BY r.id, a.place", null, cancel);
        return [.. lines.Select(line => new StanceReport(line.Row, JsonSerializer.Deserialize<StatedStance[]>(byId[line.Id], ExportJson.Line)!))];
    }

    /// <summary>What has changed since a number that an earlier answer gave; everything for 0.</summary>
    public static async Task<StanceChanges> ChangedAsync(SqliteConnection db, long since, CancellationToken cancel)
    {
        List<Change> places = await db.ListAsync<Change>(
            """
            SELECT c.seq AS Seq, c.version AS Version, c.place AS Place, m.marks AS Marks
            FROM stance_changes c LEFT JOIN stance_marks m ON m.version = c.version AND m.place = c.place WHERE c.seq > @since ORDER BY c.version, c.place
            """,
            new { since }, cancel);
        if (places.Count == 0) return new StanceChanges(since, []);
        Dictionary<(long, int), AppearanceRow> rows = [];
        foreach (AppearanceLine line in await db.ListAsync<AppearanceLine>(
            AppearanceLine.Select + """
                WHERE a.row IN (
                    SELECT k.row FROM stance_changes c CROSS JOIN appearances k ON k.version = c.version AND k.place = c.place WHERE c.seq > @since AND k.current = 1)
                """,
            new { since }, cancel))
        {
            rows[(line.VersionRow, line.Place)] = line.Row;
        }

        return new StanceChanges(places.Max(place => place.Seq), [.. places.Select(place => new StanceChange(
            place.Version, place.Place,
            place.Marks is { } marks && rows.TryGetValue((place.Version, place.Place), out AppearanceRow? row) ? new StanceReport(row, JsonSerializer.Deserialize<StatedStance[]>(marks, ExportJson.Line)!) : null))]);
    }

    private sealed class Change
    {
        public long Seq { get; init; }
        public long Version { get; init; }
        public int Place { get; init; }
        public string? Marks { get; init; }
    }

    private sealed class Line
    {
        public string Id { get; init; } = "";
        public string Marks { get; init; } = "";
    }
}
