using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>Brings the words of a name to one spelling, however they were written: "Iouri", "Yury", "Yuriy" and "Юрий" are one.</summary>
/// <remarks>For comparing, never for showing. What it makes equal are spellings of one name; whether two bearers of it are one person is for others to say.</remarks>
internal static class NameFolding
{
    private static readonly string[][] Rows = [.. EmbeddedData.Lines("Languages/English/Names/transliterations.tsv").Select(line => line.Split('\t'))];
    private static readonly (string Written, string Compared)[] Starts = Of("start"), Insides = Of("inside"), Ends = Of("end");

    // The table is written the plain way; its words are folded like those that are looked up.
    private static readonly Dictionary<string, string> Names = Of("name").ToDictionary(row => Word(row.Written), row => Word(row.Compared), StringComparer.Ordinal);

    private static readonly Dictionary<char, char> BaseLetters = EmbeddedData.Lines("Languages/English/Names/accents.tsv")
        .SelectMany(line => line[2..].Select(accented => (accented, line[0])))
        .ToDictionary(pair => pair.accented, pair => pair.Item2);

    // "Ali" and "Aly", "Anna" and "Ana" may be two names; endings and doubled letters are told from this length on.
    private const int ShortestEnding = 4, ShortestDoubled = 5;

    /// <summary>The words of a name in the form in which names are compared. Apostrophes join, every other mark divides.</summary>
    public static List<string> Words(string name)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char c in name + " ")
        {
            char lower = char.ToLowerInvariant(c);
            if (Romanisation.Of(lower) is { } latin) word.Append(latin);
            else if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) word.Append(BaseLetter(lower));
            else if (c is not ('\'' or '’') && word.Length > 0)
            {
                words.Add(Word(word.ToString()));
                word.Clear();
            }
        }

        return words;
    }

    /// <summary>A small letter without its accents; any other character as it is.</summary>
    public static char BaseLetter(char lower) => BaseLetters.GetValueOrDefault(lower, lower);

    /// <summary>One word in small letters without accents, in the spelling that stands for all.</summary>
    public static string Word(string folded)
    {
        if (folded.Length < ShortestEnding) return folded;
        string word = folded;
        foreach ((string written, string compared) in Starts)
        {
            if (!word.StartsWith(written, StringComparison.Ordinal)) continue;
            word = compared + word[written.Length..];
            break;
        }

        foreach ((string written, string compared) in Insides) word = word.Replace(written, compared, StringComparison.Ordinal);
        foreach ((string written, string compared) in Ends)
        {
            if (word.Length <= written.Length + 1 || !word.EndsWith(written, StringComparison.Ordinal)) continue;
            word = word[..^written.Length] + compared;
            break;
        }

        return word.Length < ShortestDoubled ? word : WithoutDoubles(word);
    }

    /// <summary>A folded given name in the language that stands for all: "volodymyr" → "vladimir".</summary>
    public static string GivenName(string word) => Names.GetValueOrDefault(word, word);

    private static string WithoutDoubles(string word)
    {
        StringBuilder single = new(word.Length);
        foreach (char c in word)
        {
            if (single.Length == 0 || single[^1] != c || !char.IsLetter(c)) single.Append(c);
        }

        return single.ToString();
    }

    private static (string Written, string Compared)[] Of(string kind) => [.. Rows.Where(row => row[0] == kind).Select(row => (row[1], row[2]))];
}
