namespace Rapporteur.Matching.Changes;

/// <summary>Reads the word lists beside matching.</summary>
internal static class DataLines
{
    /// <summary>The lines of <c>Matching/Data/NAME.txt</c> without comments.</summary>
    public static IEnumerable<string> Of(string name)
    {
        using Stream data = typeof(DataLines).Assembly.GetManifestResourceStream($"Matching/Data/{name}.txt")
            ?? throw new InvalidOperationException($"The assembly was built without Matching/Data/{name}.txt.");
        using StreamReader reader = new(data);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
