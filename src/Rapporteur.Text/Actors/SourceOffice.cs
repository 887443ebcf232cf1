namespace Rapporteur.Text.Actors;

/// <summary>Reads a state and an office off the words of a source: "Kestrian presidential spokesman Tomel Grasht", "the president of Kestria", "Kestria's foreign minister".</summary>
public static class SourceOffice
{
    private const int MostWords = 10;
    private const int LongestName = 4;

    /// <summary>The words that may name a state, as written, each with the office ("president", "foreign minister"), in text order.</summary>
    public static IEnumerable<(string State, string Office)> In(string source)
    {
        string[] words = [.. source.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries).SelectMany(InFull).Take(MostWords)];
        for (int i = 0; i < words.Length - 1; i++)
        {
            // "the islands, President Orr said": what stands before a comma is not whose president he is.
            if (!char.IsUpper(words[i][0]) || words[i][^1] == ',' || (i > 0 && words[i - 1].ToLowerInvariant() is "former" or "late")) continue;
            // "Prime Minister": no state.
            if (Kinds.Contains(words[i].ToLowerInvariant())) continue;
            // "Kestria's president", "Kestrian President", "White House spokeswoman": the office follows at once.
            if (OfficeAt(words, i + 1) is not { } office) continue;
            if (i > 0) yield return ($"{words[i - 1]} {Bare(words[i])}", office);
            yield return (Bare(words[i]), office);
        }

        for (int i = 1; i < words.Length - 1; i++)
        {
            // "the president of Kestria".
            if (words[i] == "of" && char.IsUpper(words[i + 1][0]) && OfficeBefore(words, i) is { } office) yield return (Bare(words[i + 1]), office);
        }
    }

    // As headlines have it.
    private static IEnumerable<string> InFull(string word) => word switch
    {
        "PM" => ["prime", "minister"],
        "FM" => ["foreign", "minister"],
        _ => [word],
    };

    /// <summary>Whether a source names an office, with a state or without.</summary>
    public static bool IsNamed(string source) => In(source).Any() || Alone(source) is not null;

    /// <summary>The office, in small letters, that a source names without a state right before a name, and that name: "foreign minister" of "Foreign Minister Ada Orr", "spokeswoman" of "the spokeswoman of the President, Lia Bren"; null when it names none so.</summary>
    public static (string Office, string Name)? Alone(string source)
    {
        string[] words = [.. source.Split([' ', '(', ')'], StringSplitOptions.RemoveEmptyEntries).Take(MostWords)];
        int first = words.Length > 0 && words[0].ToLowerInvariant() is "the" or "a" or "an" ? 1 : 0;
        int end = Array.FindIndex(words, first, word => StateWords.IsOffice(Plain(word)));
        if (end < 0 || end > first + 2 || words[first..end].Any(word => Plain(word) is "former" or "late" or "then") || words[first..end].Any(word => !word.All(character => char.IsLetter(character) || character == '-'))) return null;
        // "Norlandic President": whose, is told by others.
        int kind = end;
        while (kind > first && Kinds.Contains(Plain(words[kind - 1]))) kind--;
        string office = Plain(string.Join(' ', words[kind..(end + 1)]));
        if (!StateWords.IsOffice(office) || Bare(words[end]) != words[end].TrimEnd(',')) return null;
        int next = end + 1;
        // "Minister of Defence", "spokeswoman of the President,": of what, as far as it is no state.
        if (next < words.Length - 1 && words[end][^1] != ',' && words[next] is "of" or "for")
        {
            next += words[next + 1] == "the" ? 2 : 1;
            if (next >= words.Length - 1) return null;
            if (end == first && office == "minister") office = Plain(words[next]) + " minister";
            next++;
        }

        string[] name = [.. words[next..].TakeWhile(word => char.IsUpper(word[0]))];
        return name.Length is 0 or > LongestName || name[..^1].Any(word => word[^1] == ',') ? null : (office, string.Join(' ', name).TrimEnd(','));
    }

    // What kinds of ministers, secretaries and spokesmen there are.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "prime", "foreign", "defence", "defense", "interior", "home", "finance", "justice", "economy", "energy", "trade", "health", "education", "agriculture", "transport", "environment", "culture", "labour", "labor", "industry", "information",
        "deputy", "vice", "government", "presidential", "chief", "state", "ministry",
    };

    private static string Plain(string words) => words.ToLowerInvariant().TrimEnd(',');

    // From a word on, up to the noun of the office.
    private static string? OfficeAt(string[] words, int from)
    {
        for (int end = from; end < Math.Min(words.Length, from + 3); end++)
        {
            // "the Hask Islands, President Orr said": no office of the islands.
            if (end > from && words[end - 1][^1] == ',') return null;
            string title = string.Join(' ', words[from..(end + 1)]).ToLowerInvariant().TrimEnd(',');
            // "presidential" and "president's" are not yet the office.
            if (StateWords.IsOffice(title) && !title.EndsWith("presidential", StringComparison.Ordinal) && Bare(title) == title) return title;
        }

        return null;
    }

    private static string? OfficeBefore(string[] words, int of)
    {
        string[] before = [.. words[Math.Max(0, of - 3)..of].SkipWhile(word => word.ToLowerInvariant() is "the" or "a" or "an")];
        string title = string.Join(' ', before).ToLowerInvariant();
        return before.Length > 0 && StateWords.IsOffice(title) ? title : null;
    }

    private static string Bare(string word) => word.EndsWith(',') ? Bare(word[..^1]) : word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('’', '\'');
}
