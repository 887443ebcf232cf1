using System.Text;
using System.Text.Json;

namespace Rapporteur.Cli.Output;

/// <summary>Text files named by a user, each with the name under which its result is written.</summary>
/// <param name="Found">The files, by path.</param>
/// <param name="Problems">What was named and cannot be used, each a sentence.</param>
internal sealed record TextFiles(IReadOnlyList<(string Path, string Name)> Found, IReadOnlyList<string> Problems)
{
    /// <summary>Files as named, and the .txt files below folders. Two files of one name cannot both be written to one folder.</summary>
    public static TextFiles Find(IEnumerable<string> inputs)
    {
        List<string> problems = [];
        SortedDictionary<string, string> byName = new(StringComparer.Ordinal);
        foreach (string path in inputs.SelectMany(input => Expand(input, problems)))
        {
            string name = Path.GetFileNameWithoutExtension(path);
            if (byName.TryGetValue(name, out string? other) && other != path)
                problems.Add($"{path}: its result would be written over that of {other}. Annotate them into two folders.");
            else
                byName[name] = path;
        }

        return new TextFiles([.. byName.Select(pair => (pair.Value, pair.Key))], problems);
    }

    /// <summary>Every byte as UTF-8, a byte order mark kept as the character it is, so that offsets fit the file.</summary>
    public static string Decode(byte[] bytes)
    {
        if (bytes.AsSpan().IndexOf((byte)0) >= 0) throw new InvalidDataException("this is no text: it contains NUL bytes. Give a .txt file in UTF-8.");
        return new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetString(bytes);
    }

    /// <summary>The publication day that a sidecar NAME.json gives, or null.</summary>
    public static DateOnly? PublishedBySidecar(string path)
    {
        string sidecar = Path.ChangeExtension(path, ".json");
        if (!File.Exists(sidecar)) return null;
        try
        {
            using JsonDocument facts = JsonDocument.Parse(File.ReadAllBytes(sidecar));
            return facts.RootElement.ValueKind == JsonValueKind.Object
                && facts.RootElement.TryGetProperty("published", out JsonElement day)
                && day.ValueKind == JsonValueKind.String ? PressTime.Parse(day.GetString())?.Date : null;
        }
        catch (JsonException problem)
        {
            throw new InvalidDataException($"its sidecar {sidecar} is no JSON ({problem.Message}). Mend it or remove it.", problem);
        }
    }

    private static IEnumerable<string> Expand(string input, List<string> problems)
    {
        if (File.Exists(input)) return [input];
        if (Directory.Exists(input)) return Directory.EnumerateFiles(input, "*.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        problems.Add($"{input}: there is no such file or folder.");
        return [];
    }
}
