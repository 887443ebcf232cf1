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
        IReadOnlyDictionary<string, string> judged = await IssueJudgements.StandingAsync(db, cancel);
        List<AppearanceLine> lines = await db.ListAsync<AppearanceLine>(
            AppearanceLine.Select + $"WHERE a.current = 1 AND (a.row IN (SELECT a.row {Of}) OR {IssueJudgements.OfJudgedStatement}) ORDER BY r.id, a.place", null, cancel);
        return [.. lines.Select(line => new StanceReport(line.Row, byId.TryGetValue(line.Id, out string? stated) ? JsonSerializer.Deserialize<StatedStance[]>(stated, ExportJson.Line)! : [])
        {
            Issue = judged.GetValueOrDefault(line.StatementId),
        })];
    }

    private sealed class Line
    {
        public string Id { get; init; } = "";
        public string Marks { get; init; } = "";
    }
}
