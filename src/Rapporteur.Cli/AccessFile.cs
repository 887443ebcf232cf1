using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Web.Safety;

namespace Rapporteur.Cli;

/// <summary>Keeps who may use a dossier from other machines: hashes, in a file beside it that only its owner can read.</summary>
/// <remarks>It is not in the record, so that who is handed a copy of the record gets no password with it (docs/decisions/2026-11-27-access-beside-the-record.md).</remarks>
internal static class AccessFile
{
    private const int Version = 1;

    /// <summary>Where it is.</summary>
    public static string PathFor(string database) => database + ".access.json";

    /// <summary>The rules; none without a file.</summary>
    /// <exception cref="UsersProblem">The file cannot be understood: then nobody is let in.</exception>
    public static AccessRules Read(string database)
    {
        string path = PathFor(database);
        if (!File.Exists(path)) return AccessRules.None;
        try
        {
            Kept? kept = JsonSerializer.Deserialize<Kept>(File.ReadAllText(path), ExportJson.Document);
            if (kept is { Version: Version, Tokens: not null }) return new AccessRules(kept.Password, kept.Tokens);
        }
        catch (JsonException)
        {
            // Told below.
        }

        throw new UsersProblem($"{path} is damaged or from a newer version of Rapporteur. Remove it, then set the password again: rapporteur access password --db {database}");
    }

    /// <summary>Writes the rules; without any, the file goes.</summary>
    public static void Write(string database, AccessRules rules)
    {
        string path = PathFor(database);
        if (!rules.Asks)
        {
            File.Delete(path);
            return;
        }

        // Beside it first, then over it: whoever stops the program half-way has the old file or the new one.
        string draft = path + ".new";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        File.Delete(draft);
        using (FileStream file = new(draft, options)) JsonSerializer.Serialize(file, new Kept(Version, rules.Password, rules.Tokens), ExportJson.Document);
        File.Move(draft, path, overwrite: true);
    }

    private sealed record Kept(int Version, string? Password, IReadOnlyList<AccessToken> Tokens);
}
