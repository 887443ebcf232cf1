using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Outlets and actors: known by folded name, shown by their most frequent spelling.</summary>
/// <param name="noun">"outlet" or "actor".</param>
internal sealed class NameTable(string noun)
{
    public static readonly NameTable Outlets = new("outlet");
    public static readonly NameTable Actors = new("actor");

    private readonly string _insert = $"INSERT INTO {noun}s (id, key, name) VALUES (@id, @key, @name) ON CONFLICT DO UPDATE SET key = key RETURNING row";

    private readonly string _use = $"""
        INSERT INTO {noun}_names ({noun}, name, uses) VALUES (@row, @name, @uses) ON CONFLICT DO UPDATE SET uses = uses + @uses
        """;

    // Among spellings equally frequent the ordinal smallest, so that the order of arrival does not show.
    private readonly string _show = $"""
        UPDATE {noun}s SET name = (SELECT name FROM {noun}_names WHERE {noun} = @row ORDER BY uses DESC, name LIMIT 1) WHERE row = @row
        """;

    /// <summary>The identity of a name, or null when it has neither letter nor digit.</summary>
    public string? IdOf(string name) => Folding.Key(name) is { Length: > 0 } key ? Identity.Of(noun, key) : null;

    /// <summary>Records that the names were met, each as often as it is given.</summary>
    /// <returns>The row of every name; names without letter or digit are missing.</returns>
    public Dictionary<string, long> Meet(PreparedSql sql, IEnumerable<string?> names)
    {
        Dictionary<string, long> rows = new(StringComparer.Ordinal);
        foreach ((string name, int uses) in names.OfType<string>().CountBy(name => name, StringComparer.Ordinal))
        {
            if (IdOf(name) is not { } id) continue;
            long row = sql.Number(_insert, ("id", id), ("key", Folding.Key(name)), ("name", name))!.Value;
            sql.Do(_use, ("row", row), ("name", name), ("uses", uses));
            rows[name] = row;
        }

        foreach (long row in rows.Values.Distinct()) sql.Do(_show, ("row", row));
        return rows;
    }
}
