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

    public static Task<int> RememberAsync(SqliteConnection db, FetchState state, CancellationToken cancel) => db.DoAsync(
        "INSERT OR REPLACE INTO fetch_states (url, etag, last_modified, not_before) VALUES (@Url, @ETag, @LastModified, @notBefore)",
        new { state.Url, state.ETag, state.LastModified, notBefore = state.NotBefore is { } instant ? Columns.Instant(instant) : null },
        cancel);

    private sealed class FetchLine
    {
        public string Url { get; init; } = "";
        public string? ETag { get; init; }
        public string? LastModified { get; init; }
        public string? NotBefore { get; init; }
    }
}
