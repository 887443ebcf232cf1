using System.Globalization;
using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Brings a database to the tables that this program knows: forward only, one numbered file after the other, all or nothing.</summary>
internal static class Migrator
{
    /// <summary>"RAPP" in the file's header: what makes a SQLite file a Rapporteur database.</summary>
    internal const int ApplicationId = 0x52415050;

    private static readonly SortedList<int, string> Migrations = Embedded();

    /// <summary>The number of the newest migration in this program.</summary>
    public static int Newest => Migrations.Keys[^1];

    /// <summary>Refuses what is no database of ours or one from a newer program; fills a new one, and brings an old one up to date.</summary>
    public static async Task BringUpToDateAsync(SqliteConnection connection, SqliteFile file)
    {
        bool isNew = await LookAsync(connection, file);
        if (file.ReadOnly) return;

        // Readers do not wait for the writer, nor it for them. The mode is kept in the file.
        await connection.ExecuteAsync("PRAGMA journal_mode = WAL");
        await using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        // Another process may have been first.
        if (isNew) await LookAsync(connection, file);
        int version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        foreach ((int number, string sql) in Migrations.Where(migration => migration.Key > version))
        {
            await connection.ExecuteAsync(sql);
            await connection.ExecuteAsync(string.Create(
                CultureInfo.InvariantCulture, $"PRAGMA user_version = {number}; PRAGMA application_id = {ApplicationId}"));
        }

        await transaction.CommitAsync();
    }

    /// <summary>What the tables of a number are made by, as a record that was always brought up to date has it.</summary>
    public static async Task<IReadOnlyList<string>> SchemaAtAsync(int version, CancellationToken cancel)
    {
        await using SqliteConnection empty = new("Data Source=:memory:");
        await empty.OpenAsync(cancel);
        foreach ((_, string sql) in Migrations.Where(migration => migration.Key <= version)) await empty.ExecuteAsync(sql);
        return await Dossiers.DossierCheck.SchemaAsync(empty, cancel);
    }

    // True when there is nothing in it yet.
    private static async Task<bool> LookAsync(SqliteConnection connection, SqliteFile file)
    {
        int application = await connection.ExecuteScalarAsync<int>("PRAGMA application_id");
        int version = await connection.ExecuteScalarAsync<int>("PRAGMA user_version");
        bool isEmpty = await connection.ExecuteScalarAsync<int>("SELECT count(*) FROM sqlite_schema") == 0;
        bool isNew = application == 0 && version == 0 && isEmpty;
        // Another process may have made the tables between the first look and the last: what it made carries our mark by now.
        if (!isNew && application == 0) application = await connection.ExecuteScalarAsync<int>("PRAGMA application_id");
        if (!isNew && application != ApplicationId)
        {
            throw new RecordStoreException(
                $"{file.Name} is a database of another program. Give another file with --db; this one was left as it is.");
        }

        if (version > Newest)
        {
            throw new RecordStoreException(
                $"{file.Name} was written by a newer version of Rapporteur (its tables have number {version}, this program knows {Newest}). Update Rapporteur.");
        }

        if (file.ReadOnly && version < Newest)
        {
            throw new RecordStoreException(isNew
                ? $"{file.Name} holds no record yet. Read something into it first: rapporteur read PATH --db {file.Name}"
                : $"{file.Name} was written by an older version of Rapporteur. Open it once for writing, for example with: rapporteur read --db {file.Name} PATH");
        }

        return isNew;
    }

    private static SortedList<int, string> Embedded()
    {
        const string Folder = "Rapporteur.Storage.Sqlite.Migrations.";
        Assembly assembly = typeof(Migrator).Assembly;
        SortedList<int, string> found = [];
        foreach (string name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            found.Add(int.Parse(name.AsSpan(Folder.Length, 4), CultureInfo.InvariantCulture), reader.ReadToEnd());
        }

        return found;
    }
}
