namespace Rapporteur.Extraction;

/// <summary>Reads the word lists that are embedded beside this room: one entry a line, <c>#</c> begins a comment.</summary>
internal static class DataFile
{
    public static IEnumerable<string> Lines(string name)
    {
        string resource = $"Extraction/Data/{name}";
        using Stream stream = typeof(DataFile).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not embedded in {typeof(DataFile).Assembly.GetName().Name}. Check the EmbeddedResource line of its project file.");
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.TrimEnd();
        }
    }

    public static IEnumerable<string[]> Rows(string name) => Lines(name).Select(line => line.Split('\t'));
}
