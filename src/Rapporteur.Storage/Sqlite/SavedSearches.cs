using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the searches that people name.</summary>
internal static class SavedSearches
{
    public static SavedSearch Save(PreparedSql sql, string name, string asked, DateTimeOffset now)
    {
        if (Folding.Key(name) is not { Length: > 0 } key) throw new JudgementException($"\"{name}\" has neither letter nor digit. Give the search a name.");
        SavedSearch search = new(Identity.Of("search", key), name.Trim(), asked, now);
        sql.Do(
            """
            INSERT INTO saved_searches (id, name, asked, made_at) VALUES (@id, @name, @asked, @made_at)
            ON CONFLICT (id) DO UPDATE SET name = @name, asked = @asked, made_at = @made_at
            """,
            ("id", search.Id), ("name", search.Name), ("asked", asked), ("made_at", Columns.Instant(now)));
        return search;
    }

    public static bool Forget(PreparedSql sql, string id) =>
        sql.List("DELETE FROM saved_searches WHERE id = @id RETURNING id", row => row.GetString(0), ("id", id)).Count > 0;

    public static async Task<IReadOnlyList<SavedSearch>> AllAsync(SqliteConnection db, CancellationToken cancel) =>
        [.. (await db.ListAsync<Line>("SELECT id AS Id, name AS Name, asked AS Asked, made_at AS MadeAt FROM saved_searches ORDER BY name, id", null, cancel))
            .Select(line => new SavedSearch(line.Id, line.Name, line.Asked, Columns.Instant(line.MadeAt)))];

    private sealed class Line
    {
        public string Id { get; init; } = "";
        public string Name { get; init; } = "";
        public string Asked { get; init; } = "";
        public string MadeAt { get; init; } = "";
    }
}
