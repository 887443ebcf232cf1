using System.Reflection;

namespace Rapporteur.Text.Languages;

/// <summary>Reads the word lists that are resources of this assembly.</summary>
internal static class WordTable
{
    /// <summary>The rows of a tab-separated list under <c>Languages/English/</c>, without blank lines and lines that begin with #.</summary>
    public static IEnumerable<string[]> Read(string file)
    {
        string name = $"Languages/English/{file}";
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidDataException($"The word list {name} is not in this build.");
        using StreamReader lines = new(stream);
        while (lines.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#') yield return line.Split('\t');
        }
    }
}
