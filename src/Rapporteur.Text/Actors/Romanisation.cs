using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>Writes names of other scripts and spellings in the Latin letters that English uses, for comparing: "Илско" → "ilsko".</summary>
/// <remarks>Cyrillic after BGN/PCGN and Greek after ELOT 743, each letter by itself (<c>Languages/Others/romanisation.tsv</c>). Other scripts stay as they are.</remarks>
internal static class Romanisation
{
    // Greek and Cyrillic lie between these.
    private const char First = '\u0370', Last = '\u052f';

    private static readonly string[][] Rows = [.. EmbeddedData.Lines("Languages/Others/romanisation.tsv").Select(line => line.Split('\t'))];

    private static readonly Dictionary<char, string> Letters = Rows.Where(row => row[0] == "*").ToDictionary(row => row[1][0], row => row[2]);

    /// <summary>The Latin letters for a small letter of another script, none for a sign without sound; null for what has none.</summary>
    public static string? Of(char letter) => letter is >= First and <= Last ? Letters.GetValueOrDefault(letter) : null;

    /// <summary>A word in small Latin letters, as far as the table goes.</summary>
    /// <param name="word">One word.</param>
    /// <param name="language">ISO 639-1 code of the text: French spells Slavic names by its own sounds ("Eltsine").</param>
    public static string Of(string word, string language)
    {
        StringBuilder latin = new(word.Length + 4);
        foreach (char letter in word.ToLowerInvariant()) latin.Append(Of(letter) ?? letter.ToString());
        foreach (string[] row in Rows.Where(row => row[0] == language))
        {
            if (!row[1].EndsWith('$')) latin.Replace(row[1], row[2]);
            else if (latin.ToString().EndsWith(row[1][..^1], StringComparison.Ordinal)) latin.Remove(latin.Length - row[1].Length + 1, row[1].Length - 1).Append(row[2]);
        }

        return latin.ToString();
    }
}
