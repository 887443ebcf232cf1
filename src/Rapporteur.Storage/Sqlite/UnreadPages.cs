using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps what was asked for and is not in the record.</summary>
internal static class UnreadPages
{
    public static bool Note(PreparedSql sql, Unread unread)
    {
        sql.Do(
            "INSERT OR REPLACE INTO unread (location, reason, failed, tried_at) VALUES (@location, @reason, @failed, @tried_at)",
            ("location", unread.Location), ("reason", unread.Reason), ("failed", unread.Failed), ("tried_at", Columns.Instant(unread.TriedAt)));
        return true;
    }

    public static bool Forget(PreparedSql sql, string location) =>
        sql.List("DELETE FROM unread WHERE location = @location RETURNING location", row => row.GetString(0), ("location", location)).Count > 0;

    public static async Task<IReadOnlyList<Unread>> AllAsync(SqliteConnection db, CancellationToken cancel) =>
        [.. (await db.ListAsync<Line>("SELECT location AS Location, reason AS Reason, failed AS Failed, tried_at AS TriedAt FROM unread ORDER BY tried_at DESC, location", null, cancel))
            .Select(line => new Unread(line.Location, line.Reason, line.Failed, Columns.Instant(line.TriedAt)))];

    private sealed class Line
    {
        public string Location { get; init; } = "";
        public string Reason { get; init; } = "";
        public bool Failed { get; init; }
        public string TriedAt { get; init; } = "";
    }
}
