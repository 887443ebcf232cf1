using System.Globalization;
using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Synonyms, derivations and opposites among the forms of words, from WordNet's files.</summary>
internal sealed class WordNetRelations
{
    // Rare senses bring more chance pairs than true ones.
    private const int Senses = 3;

    private static readonly (string Pos, string[][] Endings)[] Files =
    [
        ("noun", [["s", ""], ["ses", "s"], ["ies", "y"], ["men", "man"]]),
        ("verb", [["s", ""], ["ies", "y"], ["es", "e"], ["es", ""], ["ed", "e"], ["ed", ""], ["ied", "y"], ["ing", "e"], ["ing", ""]]),
        ("adj", [["er", ""], ["est", ""], ["er", "e"], ["est", "e"]]),
        ("adv", []),
    ];

    private readonly Dictionary<(int, int), WordRelation> _pairs = [];
    private readonly HashSet<string> _common = new(StringComparer.Ordinal);

    /// <summary>Pairs of numbers of words, the smaller first.</summary>
    public IReadOnlyDictionary<(int Left, int Right), WordRelation> Pairs => _pairs;

    /// <summary>True when WordNet has the word, or one that it is a form of, without a capital.</summary>
    public bool IsCommon(string word) => _common.Contains(word);

    public static WordNetRelations Read(string folder, IReadOnlyDictionary<string, int> words)
    {
        WordNetRelations read = new();
        Dictionary<int, string> written = words.ToDictionary(word => word.Value, word => word.Key);
        // Members of sets may be in other files than the words that point to them.
        Dictionary<string, string[]> members = new(StringComparer.Ordinal);
        foreach ((string pos, _) in Files)
        {
            foreach (string line in Lines(folder, $"data.{pos}")) members[$"{Letter(pos)}{line[..8]}"] = Members(line);
        }

        foreach ((string pos, string[][] endings) in Files)
        {
            Dictionary<string, List<string>> senses = new(StringComparer.Ordinal);
            foreach (string line in Lines(folder, $"index.{pos}"))
            {
                string[] cells = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
                int count = int.Parse(cells[2], CultureInfo.InvariantCulture);
                senses[cells[0]] = [.. cells[^count..].Take(Senses).Select(offset => $"{Letter(pos)}{offset}")];
            }

            Dictionary<string, List<int>> forms = Forms(words, senses.ContainsKey, endings);
            foreach (string line in Lines(folder, $"data.{pos}")) read.Add(line, $"{Letter(pos)}{line[..8]}", pos, senses, members, lemma => FormsOf(forms, words, lemma));
            foreach ((string lemma, List<int> _) in forms)
            {
                if (senses[lemma].Exists(sense => members[sense].Contains(lemma, StringComparer.Ordinal))) read._common.Add(lemma);
            }

            foreach ((string lemma, List<int> all) in forms.Where(form => read._common.Contains(form.Key)))
            {
                foreach (string word in all.Select(form => written[form])) read._common.Add(word);
            }
        }

        return read;
    }

    private void Add(
        string line, string set, string pos, Dictionary<string, List<string>> senses, Dictionary<string, string[]> members, Func<string, IEnumerable<int>> forms)
    {
        string[] own = members[set];
        string[] here = [.. own.Where(word => senses.TryGetValue(word.ToLowerInvariant(), out List<string>? s) && s.Contains(set))];
        foreach (string left in here)
        {
            foreach (string right in here.Where(right => string.CompareOrdinal(left, right) < 0)) Relate(forms(left), forms(right), WordRelation.Synonym);
        }

        string[] cells = line.Split(' ');
        int at = 4 + (2 * own.Length);
        int pointers = int.Parse(cells[at++], CultureInfo.InvariantCulture);
        for (int i = 0; i < pointers; i++, at += 4)
        {
            WordRelation relation = cells[at] switch { "!" => WordRelation.Antonym, "+" => WordRelation.Derived, "\\" => WordRelation.Derived, _ => WordRelation.None };
            if (relation == WordRelation.None || !members.TryGetValue($"{cells[at + 2]}{cells[at + 1]}", out string[]? others)) continue;
            int from = int.Parse(cells[at + 3].AsSpan(0, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            int to = int.Parse(cells[at + 3].AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (from > 0 && to > 0) Relate(forms(own[from - 1]), forms(others[to - 1]), relation);
        }
    }

    private void Relate(IEnumerable<int> left, IEnumerable<int> right, WordRelation relation)
    {
        int[] others = [.. right];
        foreach (int one in left)
        {
            foreach (int other in others.Where(other => other != one))
            {
                (int, int) pair = one < other ? (one, other) : (other, one);
                _pairs[pair] = _pairs.GetValueOrDefault(pair) | relation;
            }
        }
    }

    private static Dictionary<string, List<int>> Forms(IReadOnlyDictionary<string, int> words, Func<string, bool> isLemma, string[][] endings)
    {
        Dictionary<string, List<int>> forms = new(StringComparer.Ordinal);
        foreach ((string word, int number) in words)
        {
            IEnumerable<string> lemmas = endings.Where(e => word.EndsWith(e[0], StringComparison.Ordinal) && word.Length > e[0].Length + 2)
                .Select(e => word[..^e[0].Length] + e[1]).Prepend(word);
            foreach (string lemma in lemmas.Where(isLemma))
            {
                if (!forms.TryGetValue(lemma, out List<int>? known)) forms.Add(lemma, known = []);
                known.Add(number);
            }
        }

        return forms;
    }

    private static IEnumerable<int> FormsOf(Dictionary<string, List<int>> forms, IReadOnlyDictionary<string, int> words, string lemma)
    {
        string lower = lemma.ToLowerInvariant();
        return forms.TryGetValue(lower, out List<int>? known) ? known : words.TryGetValue(lower, out int number) ? [number] : [];
    }

    private static string[] Members(string line)
    {
        string[] cells = line.Split(' ');
        int count = int.Parse(cells[3], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return [.. Enumerable.Range(0, count).Select(i => cells[4 + (2 * i)].Split('(')[0])];
    }

    private static IEnumerable<string> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, file)).Where(line => line.Length > 0 && line[0] != ' ');

    private static char Letter(string pos) => pos switch { "noun" => 'n', "verb" => 'v', "adj" => 'a', _ => 'r' };
}
