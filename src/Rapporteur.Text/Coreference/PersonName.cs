using System.Text;
using Rapporteur.Text.Actors;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Coreference;

/// <summary>One person of a text by the fullest name in it, and where the person is named.</summary>
internal sealed class PersonName(string full, int start)
{
    private readonly string[] _words = Fold(full);

    public string Full { get; } = full;

    /// <summary>Where names of this person begin in the text.</summary>
    public List<int> Starts { get; } = [start];

    /// <summary>The person that a name most likely means; null when nobody fits.</summary>
    /// <param name="persons">Persons known so far.</param>
    /// <param name="name">The name as written, cleaned.</param>
    /// <param name="at">Where it stands; of two bearers of a surname, the one named last before it is meant.</param>
    public static PersonName? Best(List<PersonName> persons, string name, int at)
    {
        string[] words = Fold(name);
        PersonName? best = null;
        (int Fit, int Near) bestRank = (0, 0);
        foreach (PersonName person in persons)
        {
            int fit = person.Fit(words);
            if (fit == 0) continue;
            (int, int) rank = (fit, person.NearestBefore(at));
            if (best is not null && rank.CompareTo(bestRank) <= 0) continue;
            best = person;
            bestRank = rank;
        }

        return best;
    }

    /// <summary>The last word of a name, folded; empty when it has no letters.</summary>
    public static string Surname(string name) => Fold(name) is [.., var last] ? last : "";

    // 4 the same name, 3 the same but for left-out words, 2 the surname, 1 the given name; 0 somebody else.
    private int Fit(string[] words)
    {
        if (words.Length == 0 || _words.Length == 0) return 0;
        if (words.Length == _words.Length)
        {
            int alike = 0;
            for (int i = 0; i < words.Length; i++)
            {
                if (Alike(words[i], _words[i])) alike++;
            }

            if (alike == words.Length) return 4;
            // "Bob Harlan" and "Robert Harlan" are left apart: nicknames mislead as often as they help.
            return 0;
        }

        if (words.Length == 1)
        {
            if (Alike(words[0], _words[^1])) return 2;
            return Alike(words[0], _words[0]) ? 1 : 0;
        }

        // "Ivo Zemlyak" and "Ivo Petrovich Zemlyak", "de la Cruz" and "Ana de la Cruz".
        string[] shorter = words.Length < _words.Length ? words : _words, longer = words.Length < _words.Length ? _words : words;
        if (!Alike(shorter[^1], longer[^1])) return 0;
        int at = 0;
        foreach (string word in longer)
        {
            if (at < shorter.Length && (Alike(shorter[at], word) || (shorter[at].Length == 1 && word[0] == shorter[at][0]))) at++;
        }

        return at == shorter.Length ? 3 : 0;
    }

    private int NearestBefore(int at)
    {
        int index = Starts.BinarySearch(at);
        if (index < 0) index = ~index - 1;
        return index >= 0 ? Starts[index] : -1;
    }

    // The same, or one letter apart in a long name: transliterations differ ("Oksanenko", "Oksanienko").
    private static bool Alike(string a, string b)
    {
        if (string.Equals(a, b, StringComparison.Ordinal)) return true;
        if (Math.Min(a.Length, b.Length) < 6 || Math.Abs(a.Length - b.Length) > 1 || a[0] != b[0]) return false;
        int same = 0;
        while (same < Math.Min(a.Length, b.Length) && a[same] == b[same]) same++;
        int sameEnd = 0;
        while (sameEnd < Math.Min(a.Length, b.Length) - same && a[^(sameEnd + 1)] == b[^(sameEnd + 1)]) sameEnd++;
        return Math.Max(a.Length, b.Length) - same - sameEnd <= 1;
    }

    // Small letters without accents, in one spelling. "Jr." and genitives go.
    private static string[] Fold(string name)
    {
        List<string> words = [];
        foreach (string part in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            StringBuilder word = new();
            foreach (char c in part)
            {
                if (char.IsLetter(c)) word.Append(BaseLetters.GetValueOrDefault(char.ToLowerInvariant(c), char.ToLowerInvariant(c)));
            }

            string folded = word.ToString();
            if (folded.Length == 0 || folded is "jr" or "sr" or "ii" or "iii" or "s") continue;
            words.Add(NameFolding.Word(folded));
        }

        return [.. words];
    }

    private static readonly Dictionary<char, char> BaseLetters = EmbeddedData.Lines("Languages/English/Names/accents.tsv")
        .SelectMany(line => line[2..].Select(accented => (accented, line[0])))
        .ToDictionary(pair => pair.accented, pair => pair.Item2);
}
