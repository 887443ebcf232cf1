using Dapper;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Short words for what Dapper does, each cancellable.</summary>
internal static class Sql
{
    public static Task<T?> OneAsync<T>(this SqliteConnection db, string sql, object? values, CancellationToken cancel) =>
        db.QueryFirstOrDefaultAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel));

    public static async Task<List<T>> ListAsync<T>(this SqliteConnection db, string sql, object? values, CancellationToken cancel) =>
        (await db.QueryAsync<T>(new CommandDefinition(sql, values, cancellationToken: cancel))).AsList();
}
