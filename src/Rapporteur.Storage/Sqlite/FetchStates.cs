using Microsoft.Data.Sqlite;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Remembers what servers said of addresses.</summary>
internal static class FetchStates
{
    public static async Task<FetchState?> OneAsync(SqliteConnection db, string url, CancellationToken cancel)
    {
        FetchLine? line = await db.OneAsync<FetchLine>(
            "SELECT url, etag AS eTag, last_modified AS lastModified, not_before AS notBefore FROM fetch_states WHERE url = @url", new { url }, cancel);
        return line is null ? null : new FetchState(line.Url, line.ETag, line.LastModified, line.NotBefore is { } text ? Columns.Instant(text) : null);
    }

    public static bool Remember(PreparedSql sql, FetchState state)
    {
        sql.Do(
            "INSERT OR REPLACE INTO fetch_states (url, etag, last_modified, not_before) VALUES (@url, @etag, @last_modified, @not_before)",
            ("url", state.Url),
            ("etag", state.ETag),
            ("last_modified", state.LastModified),
            ("not_before", state.NotBefore is { } instant ? Columns.Instant(instant) : null));
        return true;
    }

    private sealed class FetchLine
    {
        public string Url { get; init; } = "";
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public string? NotBefore { get; init; }
    }
}
