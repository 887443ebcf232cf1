using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Outlets and actors: known by the key of their name, shown by their most frequent spelling.</summary>
/// <param name="noun">"outlet" or "actor".</param>
/// <param name="key">What all spellings of one name have in common; empty for a name without letter or digit.</param>
internal sealed class NameTable(string noun, Func<string, string> key)
{
    public static readonly NameTable Outlets = new("outlet", Folding.Key);
    public static readonly NameTable Actors = new("actor", ActorKey.Of);

    private readonly string _insert = $"INSERT INTO {noun}s (id, key, name) VALUES (@id, @key, @name) ON CONFLICT DO UPDATE SET key = key RETURNING row";

    private readonly string _use = $"""
        INSERT INTO {noun}_names ({noun}, name, uses) VALUES (@row, @name, @uses) ON CONFLICT DO UPDATE SET uses = uses + @uses
        """;

    // Among spellings equally frequent the ordinal smallest, so that the order of arrival does not show.
    private readonly string _show = $"""
        UPDATE {noun}s SET name = ifnull({(noun == "actor" ? Renamed : "NULL")}, (SELECT name FROM {noun}_names WHERE {noun} = @row ORDER BY uses DESC, name LIMIT 1)) WHERE row = @row
        """;

    // What people call an actor goes before what articles do.
    private const string Renamed = "(SELECT j.other FROM judgements j WHERE j.one = actors.key AND j.kind = 'rename' AND j.undone_at IS NULL ORDER BY j.row DESC LIMIT 1)";

    /// <summary>The identity of a name, or null when it has neither letter nor digit.</summary>
    public string? IdOf(string name) => key(name) is { Length: > 0 } folded ? Identity.Of(noun, folded) : null;

    /// <summary>The row of a name, made when it is not there yet; a known name counts as met no more often than before.</summary>
    public long RowOf(PreparedSql sql, string name) =>
        sql.Number($"SELECT row FROM {noun}s WHERE id = @id", ("id", IdOf(name))) ?? Meet(sql, [name])[name];

    /// <summary>Shows an actor as people call it, or as most articles do when nobody says otherwise.</summary>
    public static void ShowAgain(PreparedSql sql, string key)
    {
        if (sql.Number("SELECT row FROM actors WHERE key = @key", ("key", key)) is not { } row) return;
        sql.Do(Actors._show, ("row", row));
        string? called = sql.Text($"SELECT {Renamed} FROM actors WHERE row = @row", ("row", row));
        sql.Do("UPDATE actors SET renamed = @renamed WHERE row = @row", ("renamed", called is null ? null : ActorKey.Of(called)), ("row", row));
    }

    /// <summary>Takes back that the names were met, each as often as it is given.</summary>
    public void Forget(PreparedSql sql, IEnumerable<string?> names)
    {
        foreach ((string name, int uses) in names.OfType<string>().CountBy(name => name, StringComparer.Ordinal))
        {
            if (IdOf(name) is not { } id || sql.Number($"SELECT row FROM {noun}s WHERE id = @id", ("id", id)) is not { } row) continue;
            sql.Do($"UPDATE {noun}_names SET uses = uses - @uses WHERE {noun} = @row AND name = @name", ("uses", uses), ("row", row), ("name", name));
            sql.Do($"DELETE FROM {noun}_names WHERE {noun} = @row AND name = @name AND uses <= 0", ("row", row), ("name", name));
            // Who has no name left is shown nowhere.
            if (sql.Number($"SELECT 1 FROM {noun}_names WHERE {noun} = @row LIMIT 1", ("row", row)) is not null) sql.Do(_show, ("row", row));
        }
    }

    /// <summary>Records that the names were met, each as often as it is given.</summary>
    /// <returns>The row of every name; names without letter or digit are missing.</returns>
    public Dictionary<string, long> Meet(PreparedSql sql, IEnumerable<string?> names)
    {
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach ((string name, int uses) in names.OfType<string>().CountBy(name => name, StringComparer.Ordinal))
        {
            if (IdOf(name) is not { } id) continue;
            long row = sql.Number(_insert, ("id", id), ("key", key(name)), ("name", name))!.Value;
            sql.Do(_use, ("row", row), ("name", name), ("uses", uses));
            rows[name] = row;
        }

        foreach (long row in rows.Values.Distinct()) sql.Do(_show, ("row", row));
        return rows;
    }
}
