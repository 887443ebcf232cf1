using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Dossiers;

/// <summary>Looks at a record that a stranger may have made, before anything is asked of it.</summary>
internal static class DossierCheck
{
    /// <summary>The number of its tables, and how much is in it.</summary>
    public static async Task<(int Tables, DossierCounts Counts)> LookAsync(string file, CancellationToken cancel)
    {
        await using SqliteConnection db = await ConnectAsync(file, cancel);
        return (await db.ExecuteScalarAsync<int>("PRAGMA user_version"), await CountAsync(db, cancel));
    }

    /// <summary>Refuses a record that is damaged or is not what the manifest says.</summary>
    /// <exception cref="RecordStoreException">Why.</exception>
    public static async Task RefuseAsync(string file, DossierManifest manifest, string source, CancellationToken cancel)
    {
        try
        {
            await using SqliteConnection db = await ConnectAsync(file, cancel);
            int application = await db.ExecuteScalarAsync<int>("PRAGMA application_id"), tables = await db.ExecuteScalarAsync<int>("PRAGMA user_version");
            if (application != Migrator.ApplicationId || tables != manifest.Tables || tables < 1) throw DossierFile.Damaged(source, "its record is another than the manifest says");
            // A trigger or a view of a stranger would run with our questions, so only the tables that we ourselves make are taken.
            if (!(await SchemaAsync(db, cancel)).SequenceEqual(await Migrator.SchemaAtAsync(tables, cancel), StringComparer.Ordinal)) throw DossierFile.Damaged(source, $"its tables are not those of number {tables}");
            string whole = (await db.OneAsync<string>("PRAGMA integrity_check(1)", null, cancel))!;
            if (whole != "ok") throw DossierFile.Damaged(source, $"its record is not whole ({whole})");
            if (await db.OneAsync<string>("PRAGMA foreign_key_check", null, cancel) is { } table) throw DossierFile.Damaged(source, $"something that {table} refers to is missing in its record");
            if (await CountAsync(db, cancel) != manifest.Counts) throw DossierFile.Damaged(source, "its record holds another number of things than the manifest says");
        }
        catch (SqliteException problem)
        {
            throw DossierFile.Damaged(source, $"its record cannot be read ({problem.Message})");
        }
    }

    /// <summary>What the tables were made by, in a fixed order.</summary>
    public static Task<List<string>> SchemaAsync(SqliteConnection db, CancellationToken cancel) =>
        db.ListAsync<string>("SELECT type || ' ' || name || ' ' || tbl_name || ' ' || ifnull(sql, '') FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_stat%' ESCAPE '\\' ORDER BY type, name", null, cancel);

    private static async Task<DossierCounts> CountAsync(SqliteConnection db, CancellationToken cancel) => (await db.OneAsync<DossierCounts>(
        """
        SELECT (SELECT count(*) FROM articles) AS Articles, (SELECT count(*) FROM article_versions) AS Versions, (SELECT count(*) FROM statements) AS Statements,
            (SELECT count(*) FROM appearances) AS Appearances, (SELECT count(*) FROM judgements) AS Judgements
        """,
        null, cancel))!;

    private static async Task<SqliteConnection> ConnectAsync(string file, CancellationToken cancel)
    {
        SqliteConnection db = new(new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        try
        {
            await db.OpenAsync(cancel);
            SqliteFile.Run(db, "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA query_only = ON");
            return db;
        }
        catch
        {
            await db.DisposeAsync();
            throw;
        }
    }
}
