using Rapporteur.Positions.Keeping;
using Rapporteur.Text.Stances;

namespace Rapporteur.Positions;

/// <summary>Chooses how a suggested issue is called, among the words that statements use for it.</summary>
internal static class IssueNaming
{
    // "prisoner exchange", "NATO membership": a matter is best named in two words; chosen by reading the suggestions for the dossier.
    private const int Best = 2;
    private const int Most = 5;
    private const int WordingsShown = 5;
    private static readonly HashSet<string> Openers = new(StringComparer.Ordinal)
    {
        "the", "a", "an", "own", "each", "other's", "other’s", "one's", "one’s", "no", "its", "his", "her", "their", "our", "my", "your", "any", "some", "all", "both", "new", "further", "of", "for", "on", "about", "with", "these", "those", "this", "that", "to",
    };
    private static readonly HashSet<string> Prepositions = new(StringComparer.Ordinal) { "of", "for", "to", "in", "on", "at", "by", "with", "from", "into", "about", "over", "between", "during", "against", "without", "as", "aboard" };
    private static readonly HashSet<string> ClauseOpeners = new(StringComparer.Ordinal) { "as", "than", "if", "while", "but", "because", "until", "unless", "whether" };
    private static readonly HashSet<string> Particles = new(StringComparer.Ordinal) { "out", "up", "down", "off", "back", "in", "over", "away", "on", "through", "together", "apart" };
    private static readonly HashSet<string> Being = new(StringComparer.Ordinal) { "be", "been", "being", "is", "are", "was", "were" };
    private static readonly HashSet<string> Endings = [.. Prepositions, "and", "or", "the", "a", "an", "each"];
    private static readonly HashSet<string> Auxiliaries = new(StringComparer.Ordinal) { "be", "been", "being", "is", "are", "was", "were", "has", "have", "had", "would", "will", "could", "should", "can", "may", "must", "might", "not", "to" };

    /// <summary>The words as a name, without what opens them; null when they are a fragment, tell a time, or are a clause that names nothing.</summary>
    public static string? Name(string text, bool clause, IReadOnlyList<string> stems)
    {
        // "objectives, open to talks": a comma ends what is named.
        string named = text.IndexOf(", ", StringComparison.Ordinal) is > 0 and var comma ? text[..comma] : text;
        foreach ((string letters, IReadOnlyList<string> full) in OrganisationLetters.In(named))
        {
            named = named.Replace(string.Join(' ', full), letters.ToUpperInvariant(), StringComparison.OrdinalIgnoreCase);
        }

        // A mark of quotation within belongs to one statement: "move “for a barrel".
        if (named.Length > 1 && named.IndexOfAny(['“', '"'], 1) is > 0 and int mark && mark < named.Length - 1) named = named[..mark];
        List<string> words = [.. named.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare).Where(word => word.Length > 0)];
        ClauseNames names = clause ? AsPhrase(words, stems) : ClauseNames.Subject;
        if (names == ClauseNames.Nothing) return null;
        int first = names == ClauseNames.Action ? 1 : 0;
        // "receiving envoys for as long …": a clause that follows is not named, and what only says in which direction names nothing ("shutting out").
        int end = words.FindIndex(first, word => ClauseOpeners.Contains(word.ToLowerInvariant()));
        if (end > first) words.RemoveRange(end, words.Count - end);
        while (words.Count > first && Endings.Contains(words[^1].ToLowerInvariant())) words.RemoveAt(words.Count - 1);
        if (first == 1 && words.Skip(1).All(word => Particles.Contains(word.ToLowerInvariant()))) return null;
        // "paying for buoys" keeps its preposition.
        while (words.Count > first + 1 && !(first == 1 && Prepositions.Contains(words[first].ToLowerInvariant())) && (Openers.Contains(words[first].ToLowerInvariant()) || char.IsAsciiDigit(words[first][0]))) words.RemoveAt(first);
        if (words.Any(word => TargetWords.NamesNothing(word.ToLowerInvariant()))) return null;
        // "Orr and Varden": who acts is no matter.
        if (words.Contains("and") && words.TrueForAll(word => word == "and" || char.IsUpper(word[0]))) return null;
        Shorten(words);
        // Marks within a phrase, and numbers, belong to one statement and not to the matter.
        if (words.Count <= first || Endings.Contains(words[^1].ToLowerInvariant()) || words.Any(word => word.Any(letter => !char.IsLetter(letter) && letter is not ('-' or '\'' or '’' or '.')))) return null;
        return string.Join(' ', words);
    }

    /// <summary>The best of several names: what most statements use, then what is about two words long, then what is not in the capitals of a headline. A clause gives the name only where no phrase does.</summary>
    public static string? Of(IReadOnlyList<(string Statement, string Text, bool Clause, IReadOnlyList<string> Stems)> wordings) =>
        wordings.Select(wording => (wording.Statement, wording.Clause, Name: Name(wording.Text, wording.Clause, wording.Stems))).Where(wording => wording.Name is not null)
            .GroupBy(wording => wording.Name!, StringComparer.OrdinalIgnoreCase)
            .OrderBy(same => same.All(wording => wording.Clause))
            .ThenByDescending(same => same.Select(wording => wording.Statement).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(same => Math.Abs(Words(same.Key) - Best)).ThenBy(same => same.Min(wording => Capitals(wording.Name!))).ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Select(wording => wording.Name!).OrderBy(Capitals).ThenBy(name => name, StringComparer.Ordinal).First()).FirstOrDefault()
        ?? wordings.Where(wording => wording.Clause).Select(wording => InWords(wording.Text, wording.Stems)).OfType<string>()
            .GroupBy(name => name, StringComparer.Ordinal).OrderByDescending(same => same.Count()).ThenBy(same => same.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;

    /// <summary>How a matter is put, most frequent first.</summary>
    public static IReadOnlyList<string> Wordings(IEnumerable<Target> targets) =>
        [.. targets.GroupBy(target => target.Text, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Select(target => target.Report.Appearance.StatementId).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Select(target => target.Text).Min(StringComparer.Ordinal)!).Take(WordingsShown)];

    // Where a clause makes no phrase, the first of them that the matter is compared by: "had paid anything for their release" → "release".
    private static string? InWords(string text, IReadOnlyList<string> stems)
    {
        HashSet<string> told = [.. stems.Skip(1).Where(stem => stem[0] != '^')];
        return text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Bare)
            .FirstOrDefault(word => word.Length > 2 && word.All(char.IsLetter) && !TargetWords.NamesNothing(word.ToLowerInvariant()) && told.Contains(TargetWords.Stem(word.ToLowerInvariant())));
    }

    // "Estmere would shut its ports" → "shutting its ports"; "the fishermen be freed" → "the fishermen".
    private static ClauseNames AsPhrase(List<string> words, IReadOnlyList<string> stems)
    {
        if (stems.Count == 0) return ClauseNames.Nothing;
        int verb = words.FindIndex(word => TargetWords.Stem(word.ToLowerInvariant()) == stems[0]);
        if (verb < 0) return ClauseNames.Nothing;
        int auxiliary = words.FindIndex(word => Auxiliaries.Contains(word.ToLowerInvariant()));
        // "would be shut out": a passive, though the form does not show it.
        bool bare = !(verb > 0 && Being.Contains(words[verb - 1].ToLowerInvariant())) && !words[verb].EndsWith("ed", StringComparison.Ordinal) && !words[verb].EndsWith("en", StringComparison.Ordinal) && !words[verb].EndsWith('s');
        if (bare)
        {
            words.RemoveRange(0, verb);
            words[0] = Gerund(words[0].ToLowerInvariant());
            return ClauseNames.Action;
        }

        // "had communicated": done by the subject, not to it. What has another form than -ed is left to other wordings.
        int before = words.FindLastIndex(verb, word => Auxiliaries.Contains(word.ToLowerInvariant()));
        if (before >= 0 && before < verb && words[before].ToLowerInvariant() is "has" or "have" or "had")
        {
            if (!words[verb].EndsWith("ed", StringComparison.Ordinal)) return ClauseNames.Nothing;
            words.RemoveRange(0, verb);
            words[0] = Continued(words[0].ToLowerInvariant());
            return ClauseNames.Action;
        }

        // A passive names its subject; what follows the verb tells where, when or under which condition.
        int end = auxiliary >= 0 && auxiliary < verb ? auxiliary : verb;
        words.RemoveRange(end, words.Count - end);
        return words.Count > 0 ? ClauseNames.Subject : ClauseNames.Nothing;
    }

    private static string Gerund(string verb)
    {
        if (verb.EndsWith("ing", StringComparison.Ordinal)) return verb;
        if (verb.EndsWith("ie", StringComparison.Ordinal)) return verb[..^2] + "ying";
        if (verb.EndsWith('e') && !verb.EndsWith("ee", StringComparison.Ordinal) && verb.Length > 2) return verb[..^1] + "ing";
        bool doubles = verb.Length >= 3 && !Vowel(verb[^1]) && verb[^1] is not ('w' or 'x' or 'y') && Vowel(verb[^2]) && !Vowel(verb[^3]) && verb.Count(Vowel) == 1;
        return doubles ? $"{verb}{verb[^1]}ing" : verb + "ing";
    }

    // "communicated" → "communicating", "tried" → "trying", "agreed" → "agreeing".
    private static string Continued(string past) =>
        past.EndsWith("ied", StringComparison.Ordinal) ? past[..^3] + "ying" : past.EndsWith("eed", StringComparison.Ordinal) ? past[..^1] + "ing" : past[..^2] + "ing";

    private static bool Vowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    // Back to the last preposition before which it is short enough.
    private static void Shorten(List<string> words)
    {
        while (words.Count > Most)
        {
            int at = words.FindLastIndex(words.Count - 1, word => Prepositions.Contains(word.ToLowerInvariant()));
            if (at <= 0)
            {
                words.Clear();
                return;
            }

            words.RemoveRange(at, words.Count - at);
        }
    }

    private static string Bare(string word) => word.Trim('“', '”', '"', '‘', ',', '(', ')').TrimEnd('’');

    private static int Words(string name) => name.Count(letter => letter == ' ') + 1;

    private static int Capitals(string name) => name.Split(' ').Count(word => char.IsUpper(word[0]));

    /// <summary>What a clause gives a name by.</summary>
    private enum ClauseNames
    {
        Nothing,
        Action,
        Subject,
    }
}
