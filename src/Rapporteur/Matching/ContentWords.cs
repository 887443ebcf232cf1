using System.Collections.Frozen;

namespace Rapporteur.Matching;

/// <summary>The words of a wording that carry its meaning, brought to stems: "refused the refusals" gives "refus".</summary>
internal static class ContentWords
{
    // A name says what a statement is about more than what it says: half the statements of one press conference share the names.
    private const double NameWeight = 0.45;
    private const int LongestStem = 6;
    private const int ShortestStem = 4;
    private static readonly FrozenSet<string> FunctionWords = Lines("function-words").ToFrozenSet(StringComparer.Ordinal);
    private static readonly FrozenSet<string> Negations = Lines("negations").ToFrozenSet(StringComparer.Ordinal);
    private static readonly string[] Endings = [.. Lines("endings")];

    public static Proposition Read(string content, string actor, DateOnly? saidOn, DateOnly? published)
    {
        SortedDictionary<string, double> words = new(StringComparer.Ordinal);
        SortedSet<string> numbers = new(StringComparer.Ordinal);
        bool negated = false;
        bool first = true;
        foreach (string written in content.Split([' ', '\t', '\r', '\n', '-', '–', '—', '/'], StringSplitOptions.RemoveEmptyEntries))
        {
            string token = written.Trim('"', '“', '”', '\'', '‘', '’', '(', ')', '[', ']', '.', ',', ';', ':', '!', '?', '«', '»', '„', '…');
            if (token.EndsWith("'s", StringComparison.Ordinal) || token.EndsWith("’s", StringComparison.Ordinal)) token = token[..^2];
            string word = string.Concat(Folding.Words(token));
            if (word.Length == 0) continue;

            negated |= Negations.Contains(word);
            bool isName = !first && char.IsUpper(token[0]);
            first = false;
            if (char.IsAsciiDigit(word[0])) numbers.Add(word);
            else if (word.Length > 2 && !FunctionWords.Contains(word)) Keep(Stem(word), isName ? NameWeight : 1);
        }

        return new Proposition(actor, saidOn, published, words, negated, numbers);

        void Keep(string stem, double weight) => words[stem] = Math.Max(words.GetValueOrDefault(stem), weight);
    }

    private static string Stem(string word)
    {
        string? ending = Endings.FirstOrDefault(e => word.EndsWith(e, StringComparison.Ordinal) && word.Length - e.Length >= ShortestStem);
        string stem = ending is null ? word : word[..^ending.Length];
        return stem.Length > LongestStem && !char.IsSurrogate(stem[LongestStem - 1]) ? stem[..LongestStem] : stem;
    }

    private static IEnumerable<string> Lines(string name)
    {
        using Stream data = typeof(ContentWords).Assembly.GetManifestResourceStream($"Matching/Data/{name}.txt")
            ?? throw new InvalidOperationException($"The assembly was built without Matching/Data/{name}.txt.");
        using StreamReader reader = new(data);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => line[0] != '#')];
    }
}
