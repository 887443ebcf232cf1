using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Lends connections: one writer at a time, any number of readers beside it.</summary>
/// <remarks>A database in memory lives and dies with its one connection, so there readers and writers take turns.</remarks>
internal sealed class SqliteConnections : IAsyncDisposable
{
    private readonly SqliteFile _file;
    private readonly SqliteConnection _writer;
    private readonly PreparedSql _sql;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private bool _closed;

    public SqliteConnections(SqliteFile file, SqliteConnection writer) => (_file, _writer, _sql) = (file, writer, new PreparedSql(writer));

    /// <summary>Looks something up. What it sees is one state of the record, whoever writes meanwhile.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancel)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteRecordStore));
        if (_file.Path is null) return await TakingTurnsAsync(work, cancel);

        try
        {
            if (!_idle.TryTake(out SqliteConnection? reader)) reader = await _file.ConnectAsync(forReading: true, cancel);
            try
            {
                await using SqliteTransaction snapshot = reader.BeginTransaction(deferred: true);
                return await work(reader);
            }
            finally
            {
                if (_closed) await reader.DisposeAsync();
                else _idle.Add(reader);
            }
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Told(error, _file);
        }
    }

    /// <summary>Changes the record: all that the work does is committed when it returns, and none of it when it throws.</summary>
    public Task<T> WriteAsync<T>(Func<PreparedSql, T> work, CancellationToken cancel, bool changes = true)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteRecordStore));
        if (_file.ReadOnly) throw new RecordStoreException($"{_file.Name} was opened for reading only, so nothing can be recorded in it.");
        return TakingTurnsAsync(
            async connection =>
            {
                // IMMEDIATE takes the right to write before the first look, so two processes queue instead of failing half-way.
                await using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
                try
                {
                    _sql.Begin();
                    T result = work(_sql);
                    // Searches that are kept and what servers said change nothing that is drawn from the record.
                    if (changes) _sql.Do("UPDATE record_state SET changes = changes + 1");
                    await transaction.CommitAsync(cancel);
                    return result;
                }
                catch
                {
                    _sql.Undone();
                    throw;
                }
            },
            cancel);
    }

    private async Task<T> TakingTurnsAsync<T>(Func<SqliteConnection, Task<T>> work, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            return await work(_writer);
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Told(error, _file);
        }
        finally
        {
            _turn.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_closed) return;
        _closed = true;
        while (_idle.TryTake(out SqliteConnection? reader)) await reader.DisposeAsync();
        // The last connection to close brings the write-ahead log home, so the record is one file again.
        _sql.Dispose();
        await _writer.DisposeAsync();
        _turn.Dispose();
    }
}
