using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds those to whom and for whom statements are made by parts of their names, as reports write them.</summary>
internal static class SideNames
{
    /// <summary>Restricts statements (<c>s</c>) to those with a report that has such a name in the column.</summary>
    public static async Task AndAsync(SqliteConnection db, Filter filter, string column, string? typed, CancellationToken cancel)
    {
        if (string.IsNullOrWhiteSpace(typed)) return;
        string[] words = WordsOf(typed);
        // The index is asked for one name after the other, so that a name in ten thousand reports is looked at once.
        List<string> names = words.Length == 0 ? [] : await db.ListAsync<string>(
            $"""
            WITH RECURSIVE names (name) AS (
                SELECT min({column}) FROM appearances WHERE {column} > '' AND current = 1
                UNION ALL
                SELECT (SELECT min({column}) FROM appearances WHERE {column} > n.name AND current = 1) FROM names n WHERE n.name IS NOT NULL)
            SELECT name FROM names WHERE name IS NOT NULL
            """,
            null, cancel);
        string[] fitting = [.. names.Where(name => Fits(name, words))];
        if (fitting.Length == 0) filter.Nothing();
        else filter.And($"s.row IN (SELECT a.statement FROM appearances a WHERE a.current = 1 AND a.{column} IN (SELECT value FROM json_each(@{column})))", column, Columns.Json(fitting));
    }

    /// <summary>True for a name in which every word that is typed begins one; nothing fits what has no words.</summary>
    public static bool Fits(string name, string typed) => WordsOf(typed) is { Length: > 0 } words && Fits(name, words);

    private static bool Fits(string name, string[] words) =>
        " " + string.Join(' ', Folding.Words(name)) is var key && words.All(word => key.Contains(word, StringComparison.Ordinal));

    private static string[] WordsOf(string typed) => [.. Folding.Words(typed).Select(word => " " + word)];
}
