using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Where a database lives and how connections to it are made.</summary>
/// <param name="Path">The file; null for a database in memory.</param>
/// <param name="ReadOnly">Nothing is ever written.</param>
internal sealed record SqliteFile(string? Path, bool ReadOnly)
{
    // Another process commits one article in some milliseconds; whoever waits longer than this waits for something that hangs.
    private const int BusyMilliseconds = 20_000;

    // At 100,000 statements the indices of the lists take 10 MiB. With the 2 MiB that SQLite takes by itself, pages are
    // fetched from the file again and again: counting statements then costs ten times as much.
    private const int CacheKibibytes = 16 * 1024;
    private const long MappedBytes = 256L * 1024 * 1024;

    /// <summary>The name for messages.</summary>
    public string Name => Path ?? "the record in memory";

    /// <summary>Runs on every new connection that may write, before anything else does. For tests that fill the disk.</summary>
    public Action<SqliteConnection>? Prepare { get; init; }

    /// <summary>Opens a connection; the caller owns it.</summary>
    /// <param name="forReading">Refuses writes.</param>
    /// <param name="cancel">Stops waiting.</param>
    public async Task<SqliteConnection> ConnectAsync(bool forReading, CancellationToken cancel)
    {
        SqliteConnection connection = new(new SqliteConnectionStringBuilder
        {
            DataSource = Path ?? ":memory:",
            Mode = Path is null ? SqliteOpenMode.Memory : ReadOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            ForeignKeys = true,
            // Connections are kept by the store, which can then really close the file.
            Pooling = false,
        }.ToString());
        try
        {
            await connection.OpenAsync(cancel);
            Run(connection, $"PRAGMA busy_timeout = {BusyMilliseconds}");
            // With a write-ahead log, what is committed survives the end of the process, however it ends, and the file stays whole
            // even when power fails. FULL would make the last seconds survive that, too, for one wait on the disk per article;
            // reading again costs less, since what is known is passed over.
            Run(connection, "PRAGMA synchronous = NORMAL");
            // One article writes some hundred and fifty pages to the log, the next one many of them again: copied home after 32 MiB instead of 4, each is copied seldomer.
            Run(connection, "PRAGMA wal_autocheckpoint = 8000");
            Run(connection, $"PRAGMA cache_size = -{CacheKibibytes}");
            if (forReading && Path is not null) Run(connection, $"PRAGMA query_only = ON; PRAGMA mmap_size = {MappedBytes}");
            else Prepare?.Invoke(connection);

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    internal static void Run(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
