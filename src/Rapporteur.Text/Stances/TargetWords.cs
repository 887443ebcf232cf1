using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Brings the words of a target to stems, so that wordings of one matter meet: "join", "membership" and "accession" give "member".</summary>
public static class TargetWords
{
    private const int LongestStem = 6;
    private const int ShortestStem = 4;
    // Short words are mostly of grammar; of those of three letters these are, and the others may name a matter ("ban", "dam", "tax").
    private static readonly HashSet<string> Grammar = new(StringComparer.Ordinal)
    {
        "the", "and", "for", "not", "but", "nor", "its", "his", "her", "our", "who", "how", "why", "was", "are", "has", "had", "did", "can", "may", "all", "any", "one", "two", "six", "ten", "now", "yet", "too", "per", "via", "off", "out", "own",
        "new", "old", "few", "day", "way", "you", "she", "him", "they", "get", "got", "let", "put", "say", "see", "set", "use", "yes", "mrs", "sir", "due", "far", "ago", "end", "non",
    };

    // Of more than three letters; shorter words are passed over anyway.
    private static readonly HashSet<string> Between = new(StringComparer.Ordinal) { "with", "from", "over", "into", "about", "between", "during", "against", "without", "until", "toward", "towards", "under", "upon", "after", "before", "among", "within", "through" };
    private static readonly Lazy<Dictionary<string, string>> Aligned = new(ReadAligned);
    private static readonly Lazy<string[]> Endings = new(() => [.. EmbeddedData.Lines("Languages/English/endings.txt")]);
    private static readonly Lazy<HashSet<string>> NameStops = new(() => [.. EmbeddedData.Lines("Languages/English/issue-name-stops.txt")]);
    private static readonly Lazy<HashSet<string>> Empty = new(() => [.. EmbeddedData.Lines("Languages/English/empty-targets.txt")]);

    /// <summary>The stem of a word in small letters.</summary>
    public static string Stem(string word)
    {
        if (Listed(word) is { } aligned) return aligned;
        // "bans": too short for the endings.
        if (word.Length == ShortestStem && word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i')) return word[..^1];
        string? ending = Array.Find(Endings.Value, e => word.EndsWith(e, StringComparison.Ordinal) && word.Length - e.Length >= ShortestStem);
        string stem = ending is null ? word : word[..^ending.Length];
        if (Aligned.Value.TryGetValue(stem, out string? listed)) return listed;
        return stem.Length > LongestStem && !char.IsHighSurrogate(stem[LongestStem - 1]) ? stem[..LongestStem] : stem;
    }

    /// <summary>What a listed word is brought to ("dialogue" to "talk"); null for all others.</summary>
    public static string? Listed(string word)
    {
        if (Aligned.Value.TryGetValue(word, out string? aligned)) return aligned;
        // "guarantees" is the listed word with an ending, before it is a stem of its own.
        foreach (string known in Endings.Value)
        {
            if (word.EndsWith(known, StringComparison.Ordinal) && Aligned.Value.TryGetValue(word[..^known.Length], out aligned)) return aligned;
        }

        return null;
    }

    /// <summary>False for words that name nothing that could be negotiated: "thing", "way", "today".</summary>
    public static bool Tells(string lemma) => lemma.Length > 1 && !Empty.Value.Contains(lemma);

    /// <summary>True for words that show a fragment or a time, which a matter is not called by: "what", "last", "Monday".</summary>
    public static bool NamesNothing(string word) => NameStops.Value.Contains(word);

    /// <summary>The words of a phrase as a person would write it ("NATO membership of Ukraine"), as <see cref="StanceMark.Words"/> has them.</summary>
    public static IReadOnlyList<string> OfPhrase(string phrase)
    {
        foreach ((string letters, IReadOnlyList<string> name) in OrganisationLetters.In(phrase))
        {
            phrase = phrase.Replace(string.Join(' ', name), letters.ToUpperInvariant(), StringComparison.OrdinalIgnoreCase);
        }

        List<string> words = [];
        foreach (string written in phrase.Split([' ', '-', '–', '/', ',', '.', '(', ')', '"', '“', '”'], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = written.ToLowerInvariant().Replace("’s", "", StringComparison.Ordinal).Replace("'s", "", StringComparison.Ordinal);
            bool acronym = written.Length > 1 && written.All(char.IsUpper);
            string key = Gazetteer.English.StateOf.TryGetValue(word, out string? state) ? "^" + state[(state.LastIndexOf(' ') + 1)..].ToLowerInvariant()
                : acronym ? word : (word.Length > 3 || (word.Length == 3 && word.All(char.IsLetter) && !Grammar.Contains(word)) || Listed(word) is not null || EndingWords.Contains(word)) && !Between.Contains(word) && Tells(word) && Tells(Stem(word)) ? Stem(word) : "";
            if (key.Length > 0 && !words.Contains(key)) words.Add(key);
        }

        return words;
    }

    private static Dictionary<string, string> ReadAligned()
    {
        Dictionary<string, string> aligned = new(StringComparer.Ordinal);
        foreach (string[] cells in EmbeddedData.Lines("Languages/English/issue-words.tsv").Select(line => line.Split('\t')))
        {
            foreach (string word in cells[1].Split(' ')) aligned.TryAdd(word, cells[0]);
        }

        return aligned;
    }
}
