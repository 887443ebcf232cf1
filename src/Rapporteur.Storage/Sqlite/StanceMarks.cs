using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.Actors;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the stances that the words of appearances take, and gives back those of current versions.</summary>
internal static class StanceMarks
{
    // No stance, but a source that names an office: it tells who is who in the record.
    private const string NoMarks = "[]";

    public static void Add(PreparedSql sql, long version, ArticleRecord record)
    {
        string text = record.Article.Text;
        HashSet<int> taking = [.. record.Stances.Select(mark => mark.Attribution)];
        for (int place = 0; place < record.Appearances.Count; place++)
        {
            if (taking.Contains(place) || record.Appearances[place].Attribution is not { Speaker: not null } attribution) continue;
            string source = string.Join(' ', attribution.Source.Select(span => span.In(text)));
            if (SourceOffice.IsNamed(source)) Insert(place, NoMarks);
        }

        foreach (var marks in record.Stances.GroupBy(mark => mark.Attribution))
        {
            StatedStance[] stated = [.. marks.Select(mark => new StatedStance(
                mark.Stance, mark.Target.In(text), mark.Clause, mark.Words, mark.Strength, mark.Condition?.In(text), mark.Side)
            {
                Context = mark.Context.Count > 0 ? mark.Context : null,
                Withholds = mark.Withholds,
                Doubtful = mark.Doubtful,
                Dateline = mark.Dateline,
                HeldBy = mark.HeldBy,
                Teller = mark.Teller,
            })];
            Insert(marks.Key, JsonSerializer.Serialize(stated, ExportJson.Line));
        }

        void Insert(int place, string marks) =>
            sql.Do("INSERT INTO stance_marks (version, place, marks) VALUES (@version, @place, @marks)", ("version", version), ("place", place), ("marks", marks));
    }

    /// <summary>What has changed since a number that an earlier answer gave; everything for 0.</summary>
    public static async Task<StanceChanges> ChangedAsync(SqliteConnection db, long since, CancellationToken cancel)
    {
        List<Change> places = await db.ListAsync<Change>(
            """
            SELECT c.seq AS Seq, c.version AS Version, c.place AS Place, m.marks AS Marks, w.meaning AS Meaning
            FROM stance_changes c
                LEFT JOIN stance_marks m ON m.version = c.version AND m.place = c.place
                LEFT JOIN appearances k ON k.version = c.version AND k.place = c.place
                LEFT JOIN wording_facts w ON w.row = k.wording
            WHERE c.seq > @since ORDER BY c.version, c.place
            """,
            new { since }, cancel);
        if (places.Count == 0) return new StanceChanges(since, []);
        IReadOnlyDictionary<string, string> judged = await IssueJudgements.StandingAsync(db, cancel);
        Dictionary<(long, int), AppearanceLine> rows = [];
        foreach (AppearanceLine line in await db.ListAsync<AppearanceLine>(
            AppearanceLine.Select + """
                WHERE a.row IN (
                    SELECT k.row FROM stance_changes c CROSS JOIN appearances k ON k.version = c.version AND k.place = c.place WHERE c.seq > @since AND k.current = 1)
                """,
            new { since }, cancel))
        {
            rows[(line.VersionRow, line.Place)] = line;
        }

        return new StanceChanges(places.Max(place => place.Seq), [.. places.Select(place => new StanceChange(place.Version, place.Place, ReportOf(place, rows, judged)))]);
    }

    // Nothing of a place counts that is not current, or that neither takes a stance, nor names an office, nor was put on an issue.
    private static StanceReport? ReportOf(Change place, Dictionary<(long, int), AppearanceLine> rows, IReadOnlyDictionary<string, string> judged)
    {
        if (!rows.TryGetValue((place.Version, place.Place), out AppearanceLine? line)) return null;
        string? issue = judged.GetValueOrDefault(line.StatementId);
        if (place.Marks is null && string.IsNullOrEmpty(issue)) return null;
        return new StanceReport(line.Row, place.Marks is null ? [] : JsonSerializer.Deserialize<StatedStance[]>(place.Marks, ExportJson.Line)!) { Issue = issue, Meaning = place.Meaning is { } meaning ? Meaning.FromBytes(meaning) : null };
    }

    private sealed class Change
    {
        public long Seq { get; init; }
        public long Version { get; init; }
        public int Place { get; init; }
        public string? Marks { get; init; }
        public byte[]? Meaning { get; init; }
    }
}
