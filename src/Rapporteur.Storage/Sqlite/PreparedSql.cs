using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Runs statements on one connection and keeps each of them prepared: recording an article runs the same sixty again and again.</summary>
/// <remarks>
/// Synchronous, as SQLite is. For one thread at a time. It speaks to SQLite itself, for a command and a reader of Microsoft.Data.Sqlite cost as much as most of these statements.
/// What runs while a transaction of the connection is open belongs to it.
/// </remarks>
internal sealed class PreparedSql(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Prepared> _prepared = new(StringComparer.Ordinal);
    private long _version;

    /// <summary>Another number after another connection has written, or something of this one was undone: what was remembered of the record may not hold any more.</summary>
    public long State { get; private set; }

    /// <summary>Looks whether others have written; at the beginning of a transaction.</summary>
    public void Begin()
    {
        long version = Number("PRAGMA data_version")!.Value;
        if (version != _version) State++;
        _version = version;
    }

    /// <summary>Says that a transaction was undone.</summary>
    public void Undone() => State++;

    public void Do(string sql, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Prepared prepared = With(sql, values);
        try
        {
            while (Step(prepared))
            {
            }
        }
        finally
        {
            raw.sqlite3_reset(prepared.Statement);
        }
    }

    /// <summary>The number in the first column of the first row; null when there is no row or it is null.</summary>
    public long? Number(string sql, params ReadOnlySpan<(string Name, object? Value)> values) =>
        First(sql, row => row.IsNumber(0) ? row.GetInt64(0) : (long?)null, values);

    /// <summary>The text in the first column of the first row; null when there is no row or it is null.</summary>
    public string? Text(string sql, params ReadOnlySpan<(string Name, object? Value)> values) => First(sql, row => row.IsDBNull(0) ? null : row.GetString(0), values);

    public List<T> List<T>(string sql, Func<SqliteRow, T> read, params ReadOnlySpan<(string Name, object? Value)> values)
    {
        Prepared prepared = With(sql, values);
        List<T> rows = [];
        try
        {
            while (Step(prepared)) rows.Add(read(prepared.Row));
        }
        finally
        {
            raw.sqlite3_reset(prepared.Statement);
        }

        return rows;
    }

    // Runs to the end all the same: a statement that changes something is done then only.
    private T? First<T>(string sql, Func<SqliteRow, T?> read, ReadOnlySpan<(string Name, object? Value)> values)
    {
        Prepared prepared = With(sql, values);
        try
        {
            if (!Step(prepared)) return default;
            T? first = read(prepared.Row);
            while (!prepared.IsLook && Step(prepared))
            {
            }

            return first;
        }
        finally
        {
            raw.sqlite3_reset(prepared.Statement);
        }
    }

    private bool Step(Prepared prepared)
    {
        int result = raw.sqlite3_step(prepared.Statement);
        if (result == raw.SQLITE_ROW) return true;
        if (result != raw.SQLITE_DONE) SqliteException.ThrowExceptionForRC(result, connection.Handle);
        return false;
    }

    private Prepared With(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        if (!_prepared.TryGetValue(sql, out Prepared? prepared)) _prepared.Add(sql, prepared = Prepare(sql, values));
        for (int i = 0; i < values.Length; i++) prepared.Bind(i, values[i].Value);
        return prepared;
    }

    private Prepared Prepare(string sql, ReadOnlySpan<(string Name, object? Value)> values)
    {
        int result = raw.sqlite3_prepare_v3(connection.Handle, sql, raw.SQLITE_PREPARE_PERSISTENT, out sqlite3_stmt statement, out string rest);
        SqliteException.ThrowExceptionForRC(result, connection.Handle);
        if (!string.IsNullOrWhiteSpace(rest)) throw new ArgumentException($"Only one statement can be prepared at a time; left over: {rest}", nameof(sql));
        int[] places = new int[values.Length];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = raw.sqlite3_bind_parameter_index(statement, "@" + values[i].Name);
            if (places[i] == 0) throw new ArgumentException($"The statement has no @{values[i].Name}: {sql}", nameof(values));
        }

        if (raw.sqlite3_bind_parameter_count(statement) != places.Length) throw new ArgumentException($"The statement has values that are not given: {sql}", nameof(values));
        return new Prepared(statement, places);
    }

    public void Dispose()
    {
        foreach (Prepared prepared in _prepared.Values) prepared.Statement.Dispose();
    }

    private sealed class Prepared(sqlite3_stmt statement, int[] places)
    {
        public sqlite3_stmt Statement { get; } = statement;

        public SqliteRow Row { get; } = new(statement);

        public bool IsLook { get; } = raw.sqlite3_stmt_readonly(statement) != 0;

        public void Bind(int value, object? what)
        {
            int place = places[value];
            _ = what switch
            {
                null => raw.sqlite3_bind_null(Statement, place),
                long number => raw.sqlite3_bind_int64(Statement, place, number),
                int number => raw.sqlite3_bind_int64(Statement, place, number),
                bool yes => raw.sqlite3_bind_int64(Statement, place, yes ? 1 : 0),
                string text => raw.sqlite3_bind_text(Statement, place, text),
                double number => raw.sqlite3_bind_double(Statement, place, number),
                byte[] bytes => raw.sqlite3_bind_blob(Statement, place, bytes),
                _ => throw new ArgumentException($"A column cannot hold a {what.GetType().Name}.", nameof(what)),
            };
        }
    }
}

/// <summary>The row that a statement stands at.</summary>
internal sealed class SqliteRow(sqlite3_stmt statement)
{
    public bool IsDBNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public bool IsNumber(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_INTEGER;

    public long GetInt64(int column) => raw.sqlite3_column_int64(statement, column);

    public int GetInt32(int column) => checked((int)raw.sqlite3_column_int64(statement, column));

    public bool GetBoolean(int column) => raw.sqlite3_column_int64(statement, column) != 0;

    public double GetDouble(int column) => raw.sqlite3_column_double(statement, column);

    /// <summary>The text; a null column is a broken promise.</summary>
    public string GetString(int column) =>
        raw.sqlite3_column_text(statement, column).utf8_to_string() ?? throw new InvalidOperationException($"Column {column} is null.");

    public byte[] GetBytes(int column) => raw.sqlite3_column_blob(statement, column).ToArray();
}
