using System.Text;

namespace Rapporteur.Matching.Encounters;

/// <summary>Under which one participant is known in all reports.</summary>
/// <remarks>
/// By the last word of the name, however it is transliterated. Where the reports know several persons of that name ("Ana Brod", "Milo Brod"),
/// a name with a given one stands for itself, and the bare surname for neither. A function of the set of names.
/// </remarks>
public sealed class ParticipantKey
{
    // So much of the longer given name may differ: Volodymyr and Vladimir are one, Bill and Bob are not.
    private const int OneLetterIn = 3;

    private static readonly (string From, string To)[] Spellings =
        [("sch", "sh"), ("off", "ov"), ("kh", "h"), ("ph", "f"), ("ou", "u"), ("x", "ks"), ("w", "v"), ("y", "i"), ("j", "i"), ("z", "s"), ("ie", "e")];

    private readonly Dictionary<string, List<List<string>>> _given = new(StringComparer.Ordinal);

    /// <param name="names">Every name that will be asked for.</param>
    public ParticipantKey(IEnumerable<string> names)
    {
        foreach (string name in names.Distinct().Order(StringComparer.Ordinal))
        {
            (string surname, string[] given) = Parts(name);
            if (given.Length == 0) continue;
            if (!_given.TryGetValue(surname, out List<List<string>>? persons)) _given[surname] = persons = [];
            List<string>[] same = [.. persons.Where(person => person.Exists(known => given.Any(one => Alike(known, one))))];
            List<string> all = [.. same.SelectMany(person => person), .. given];
            foreach (List<string> person in same) persons.Remove(person);
            persons.Add(all);
        }
    }

    /// <summary>The key of a name.</summary>
    public string Of(string name)
    {
        (string surname, string[] given) = Parts(name);
        if (given.Length == 0 || !_given.TryGetValue(surname, out List<List<string>>? persons) || persons.Count < 2) return surname;
        List<string> person = persons.First(known => given.All(known.Contains));
        return $"{person.Min(StringComparer.Ordinal)} {surname}";
    }

    /// <summary>The surname of a name, however it is transliterated.</summary>
    public static string Surname(string name) => Parts(name).Surname;

    private static (string Surname, string[] Given) Parts(string name)
    {
        IReadOnlyList<string> words = Folding.Words(name);
        return words.Count == 0 ? (name, []) : (Plain(words[^1]), [.. words.Take(words.Count - 1).Select(Plain)]);
    }

    private static string Plain(string word)
    {
        foreach ((string from, string to) in Spellings) word = word.Replace(from, to, StringComparison.Ordinal);
        StringBuilder key = new();
        foreach (char letter in word)
        {
            if (key.Length == 0 || key[^1] != letter) key.Append(letter);
        }

        return key.ToString();
    }

    private static bool Alike(string one, string other) =>
        one.StartsWith(other, StringComparison.Ordinal) || other.StartsWith(one, StringComparison.Ordinal)
        || Distance(one, other) <= Math.Max(one.Length, other.Length) / OneLetterIn;

    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (int i = 1; i <= one.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.Length; j++)
            {
                int change = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(change, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
