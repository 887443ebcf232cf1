using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Runs statements on one connection and keeps each of them prepared: recording an article runs the same sixty again and again.</summary>
/// <remarks>Synchronous, as SQLite is. For one thread at a time.</remarks>
internal sealed class PreparedSql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, SqliteCommand> _prepared = new(StringComparer.Ordinal);

    /// <summary>The transaction that the next statements belong to.</summary>
    public SqliteTransaction? Transaction { get; set; }

    public void Do(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => With(sql, values).ExecuteNonQuery();

    /// <summary>The number in the first column of the first row; null when there is no row or it is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => With(sql, values).ExecuteScalar() as long?;

    /// <summary>The text in the first column of the first row; null when there is no row or it is null.</summary>
    public string? Text(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => With(sql, values).ExecuteScalar() as string;

    public List<T> List<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        using SqliteDataReader reader = With(sql, values).ExecuteReader();
        List<T> rows = [];
        while (reader.Read()) rows.Add(read(reader));
        return rows;
    }

    private SqliteCommand With(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out SqliteCommand? command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            foreach ((string name, _) in values) command.Parameters.Add(new SqliteParameter { ParameterName = "@" + name });
            command.Prepare();
            _prepared.Add(sql, command);
        }

        // A reader's command has that of its connection from its making.
        if (Transaction is not null) command.Transaction = Transaction;
        for (int i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i].Value ?? DBNull.Value;
        return command;
    }

    public void Dispose()
    {
        foreach (SqliteCommand command in _prepared.Values) command.Dispose();
    }
}
