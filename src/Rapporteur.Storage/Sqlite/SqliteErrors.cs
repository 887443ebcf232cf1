using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Says in words what SQLite says in numbers (https://www.sqlite.org/rescode.html).</summary>
internal static class SqliteErrors
{
    public static RecordStoreException Told(SqliteException error, SqliteFile file) => new(MessageOf(error, file.Name), error);

    private static string MessageOf(SqliteException error, string name) => error.SqliteErrorCode switch
    {
        5 or 6 => $"{name} is being written by another program that does not let go. Close that program, or wait, and try again.",
        3 or 8 => $"{name} cannot be written: the file or its folder is read-only. Change its permissions, or give another file with --db.",
        10 => $"{name} could not be read or written, the disk reported an error ({error.Message}). What was recorded before is kept; check the disk.",
        11 => $"{name} is damaged ({error.Message}). Put back a copy, or read the articles again into another file.",
        13 => $"There is no room left to write {name}. What was reported as recorded is kept. Make room on the disk and read again.",
        14 => $"{name} cannot be opened: the file or its folder is missing or not accessible. Check the path and its permissions.",
        26 => $"{name} is not a Rapporteur database. Give another file with --db; this one was left as it is.",
        _ => $"{name} could not be used: {error.Message}",
    };
}
