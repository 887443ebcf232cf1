using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Entities;

/// <summary>What the lists know about a word or a phrase. A word can be several at once.</summary>
[Flags]
internal enum Known
{
    Nothing = 0,
    State = 1,
    Demonym = 1 << 1,
    Capital = 1 << 2,
    Region = 1 << 3,
    City = 1 << 4,
    GivenName = 1 << 5,
    Surname = 1 << 6,
    Organisation = 1 << 7,
    Honorific = 1 << 8,
    OrganisationWord = 1 << 9,
    PlaceWord = 1 << 10,

    /// <summary>Second or later word of a phrase; only in <see cref="Gazetteer.Mark"/>'s answer.</summary>
    Inside = 1 << 11,
}

/// <summary>States, cities, organisations and words of names, found by hash. Loaded once, then only read.</summary>
internal sealed class Gazetteer
{
    public static Gazetteer English { get; } = Load();

    private const string Folder = "Languages/English/Names/";
    private readonly Dictionary<ulong, Known> _phrases = new(50_000);

    // Longest phrase, in words, that begins with a word.
    private readonly Dictionary<ulong, int> _longest = new(35_000);

    /// <summary>Name of a state in any form, demonym or capital, lower-cased → its name in canonical form.</summary>
    public Dictionary<string, string> StateOf { get; } = new(1_200, StringComparer.Ordinal);

    /// <summary>Given name in lower case → 'm', 'f' or 'u' (both).</summary>
    public Dictionary<string, char> Gender { get; } = new(18_000, StringComparer.Ordinal);

    /// <summary>What is known of one word, by the hash of its lower case.</summary>
    public Known OfWord(ulong lowerHash) => _phrases.GetValueOrDefault(lowerHash);

    /// <summary>What is known of a whole phrase, words divided by one space.</summary>
    public Known OfPhrase(ReadOnlySpan<char> phrase)
    {
        ulong hash = 0;
        bool first = true;
        foreach (Range range in phrase.Split(' '))
        {
            ulong word = Hashing.OfLower(phrase[range]);
            hash = first ? word : Hashing.Join(hash, word);
            first = false;
        }

        return _phrases.GetValueOrDefault(hash);
    }

    /// <summary>For each word, what it is alone or as part of the longest listed phrase over it.</summary>
    /// <param name="lower">Hashes of the words in lower case.</param>
    public Known[] Mark(ulong[] lower)
    {
        Known[] found = new Known[lower.Length];
        for (int i = 0; i < lower.Length; i++)
        {
            found[i] |= _phrases.GetValueOrDefault(lower[i]);
            if (!_longest.TryGetValue(lower[i], out int longest) || longest < 2) continue;
            ulong hash = lower[i];
            int end = i;
            Known kind = Known.Nothing;
            for (int j = i + 1; j < lower.Length && j < i + longest; j++)
            {
                hash = Hashing.Join(hash, lower[j]);
                if (!_phrases.TryGetValue(hash, out Known here)) continue;
                end = j;
                kind = here;
            }

            if (end == i) continue;
            found[i] = kind;
            for (int j = i + 1; j <= end; j++) found[j] = kind | Known.Inside;
            i = end;
        }

        return found;
    }

    private static Gazetteer Load()
    {
        Gazetteer all = new();
        foreach (string line in EmbeddedData.Lines(Folder + "states.tsv"))
        {
            string[] cells = line.Split('\t');
            all.AddState(cells[0], cells[0], Known.State);
            foreach (string name in Names(cells[1])) all.AddState(name, cells[0], Known.State);
            foreach (string name in Names(cells[2])) all.AddState(name, cells[0], Known.Demonym);
            foreach (string name in Names(cells[3])) all.AddState(name, cells[0], Known.Capital);
        }

        foreach (string line in EmbeddedData.Lines(Folder + "given-names.tsv"))
        {
            int tab = line.IndexOf('\t', StringComparison.Ordinal);
            string name = line[..tab];
            all.Gender[name] = line[tab + 1];
            all.Add(name, Known.GivenName);
        }

        all.AddAll("regions.txt", Known.Region);
        all.AddAll("cities.txt", Known.City);
        all.AddAll("surnames.txt", Known.Surname);
        all.AddAll("organisations.txt", Known.Organisation);
        all.AddAll("companies.txt", Known.Organisation);
        all.AddAll("honorifics.txt", Known.Honorific);
        all.AddAll("organisation-words.txt", Known.OrganisationWord);
        all.AddAll("place-words.txt", Known.PlaceWord);
        return all;
    }

    private static string[] Names(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    private void AddState(string name, string canonical, Known kind)
    {
        StateOf.TryAdd(name.ToLowerInvariant(), canonical);
        Add(name, kind);
    }

    private void AddAll(string file, Known kind)
    {
        foreach (string line in EmbeddedData.Lines(Folder + file)) Add(line, kind);
    }

    private void Add(ReadOnlySpan<char> phrase, Known kind)
    {
        ulong hash = 0, firstWord = 0;
        int words = 0;
        // The tokeniser divides "Al-Jazeera" and "Washington, D.C."; the list's phrases are divided alike.
        int start = 0;
        for (int i = 0; i <= phrase.Length; i++)
        {
            bool mark = i < phrase.Length && phrase[i] is '-' or ',';
            if (i < phrase.Length && phrase[i] != ' ' && !mark) continue;
            if (i > start) AddWord(phrase[start..i]);
            if (mark) AddWord(phrase.Slice(i, 1));
            start = i + 1;
        }

        if (words == 0) return;
        _phrases[hash] = _phrases.GetValueOrDefault(hash) | kind;
        _longest[firstWord] = Math.Max(_longest.GetValueOrDefault(firstWord), words);

        void AddWord(ReadOnlySpan<char> part)
        {
            ulong word = Hashing.OfLower(part);
            hash = words == 0 ? word : Hashing.Join(hash, word);
            if (words++ == 0) firstWord = word;
        }
    }
}
