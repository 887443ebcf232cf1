namespace Rapporteur.Matching;

/// <summary>Stems and word lists of matching.</summary>
internal static class ContentWords
{
    private const int LongestStem = 6;
    private const int ShortestStem = 4;
    private static readonly string[] Endings = [.. Lines("endings")];

    /// <summary>What the forms of a word have in common: "refused" and "refusals" give "refus".</summary>
    public static string Stem(string word)
    {
        int length = word.Length;
        foreach (string ending in Endings)
        {
            if (word.Length - ending.Length < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal)) continue;
            length -= ending.Length;
            break;
        }

        if (length > LongestStem && !char.IsSurrogate(word[LongestStem - 1])) length = LongestStem;
        return word[..length];
    }

    /// <summary>The lines of a list under <c>Matching/Data</c>, without comments and blank lines.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream data = typeof(ContentWords).Assembly.GetManifestResourceStream($"Matching/Data/{name}.txt")
            ?? throw new InvalidOperationException($"The assembly was built without Matching/Data/{name}.txt.");
        using StreamReader reader = new(data);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
