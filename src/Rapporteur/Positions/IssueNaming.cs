namespace Rapporteur.Positions;

/// <summary>Chooses how a suggested issue is called, among the words that statements use for it.</summary>
internal static class IssueNaming
{
    // "prisoner exchange", "NATO membership": a matter is best named in two words; chosen by reading the suggestions for the dossier.
    private const int Best = 2;
    private const int Most = 5;
    private static readonly string[] Openers = ["the", "a", "an", "no", "its", "his", "her", "their", "our", "my", "your", "any", "some", "all", "both", "new", "further", "of", "for", "on", "about", "with"];
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal) { "of", "for", "to", "in", "on", "at", "by", "with", "from", "and", "or", "the", "a", "an", "into", "about" };

    /// <summary>The words as a name, without what opens them; null when they are a fragment, tell a time, or are a clause that names nothing.</summary>
    public static string? Name(string text, bool clause)
    {
        if (clause) return null;
        List<string> words = [.. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
        while (words.Count > 1 && Openers.Contains(words[0].ToLowerInvariant())) words.RemoveAt(0);
        if (words.Count is 0 or > Most || Endings.Contains(words[^1].ToLowerInvariant())) return null;
        foreach (string word in words)
        {
            // Marks within a phrase, and numbers, belong to one statement and not to the matter.
            if (word.Any(letter => !char.IsLetter(letter) && letter is not ('-' or '\'' or '’' or '.'))) return null;
            if (Rapporteur.Text.Stances.TargetWords.NamesNothing(word.ToLowerInvariant())) return null;
        }

        return string.Join(' ', words);
    }

    /// <summary>The best of several names: what most statements use, then what is about two words long, then what is not in the capitals of a headline.</summary>
    public static string? Of(IEnumerable<(string Statement, string Text, bool Clause)> wordings) =>
        wordings.Select(wording => (wording.Statement, Name: Name(wording.Text, wording.Clause))).Where(wording => wording.Name is not null)
            .GroupBy(wording => wording.Name!, StringComparer.OrdinalIgnoreCase)
            .OrderByDescending(same => same.Select(wording => wording.Statement).Distinct(StringComparer.Ordinal).Count())
            .ThenBy(same => Math.Abs(Words(same.Key) - Best)).ThenBy(same => Capitals(same.Key)).ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => same.Select(wording => wording.Name!).OrderBy(Capitals).ThenBy(name => name, StringComparer.Ordinal).First()).FirstOrDefault();

    private static int Words(string name) => name.Count(letter => letter == ' ') + 1;

    private static int Capitals(string name) => name.Split(' ').Count(word => char.IsUpper(word[0]));
}
