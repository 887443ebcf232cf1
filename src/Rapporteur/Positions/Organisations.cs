using Rapporteur.Text.Stances;

namespace Rapporteur.Positions;

/// <summary>Organisations among the words of a target.</summary>
internal static class Organisations
{
    private const int ShortestLetters = 2, LongestLetters = 6;

    /// <summary>The words, with the letters of an organisation in place of its full name.</summary>
    public static IReadOnlyList<string> Shortened(string text, IReadOnlyList<string> words)
    {
        List<string>? changed = null;
        foreach ((string letters, IReadOnlyList<string> name) in OrganisationLetters.In(text))
        {
            changed ??= [.. words];
            changed.RemoveAll(word => name.Contains(word) || name.Contains(word.TrimStart('^')) || name.Any(part => TargetWords.Stem(part) == word));
            if (!changed.Contains(letters)) changed.Add(letters);
        }

        return changed ?? words;
    }

    /// <summary>True for a word that the text writes in capitals, among words that are not.</summary>
    public static bool IsWritten(string word, string text)
    {
        if (word.Length is < ShortestLetters or > LongestLetters || word[0] == '^') return false;
        // What Shortened put there stands in the text by its name.
        if (OrganisationLetters.In(text).Any(found => found.Letters == word)) return true;
        bool written = false, small = false;
        foreach (string part in text.Split([' ', '-', '/', '’', '\''], StringSplitOptions.RemoveEmptyEntries))
        {
            string bare = part.Trim(',', '.', '"', '“', '”', '(', ')');
            if (bare.Length > 0 && bare.All(char.IsUpper)) written |= string.Equals(bare, word, StringComparison.OrdinalIgnoreCase);
            else small |= bare.Any(char.IsLower);
        }

        return written && small;
    }
}
