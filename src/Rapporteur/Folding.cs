using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Rapporteur;

/// <summary>Brings words to the form in which they are compared: lower case, without accents and punctuation.</summary>
public static class Folding
{
    // The program's own table, because normalisation under InvariantGlobalization leaves accented letters as they are.
    private static readonly FrozenDictionary<char, char> BaseLetters = ReadBaseLetters();

    /// <summary>The words of a text, folded, in order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char c in text)
        {
            if (char.IsSurrogate(c)) word.Append(c);
            else if (char.IsLetterOrDigit(c)) word.Append(char.ToLowerInvariant(BaseLetters.GetValueOrDefault(c, c)));
            else if (char.GetUnicodeCategory(c) == UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
            else Flush();
        }

        Flush();
        return words;

        void Flush()
        {
            if (word.Length > 0) words.Add(word.ToString());
            word.Clear();
        }
    }

    /// <summary>The folded words without anything between them: of "re-opened" "reopened".</summary>
    public static string Word(string text) =>
        // Most are plain already, and every wording that is matched is taken apart.
        Ascii.IsValid(text) && text.All(char.IsAsciiLetterOrDigit) ? text.ToLowerInvariant() : string.Concat(Words(text));

    /// <summary>The folded words joined by single spaces: equal for two names that differ only in case, accents and punctuation.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));

    private static FrozenDictionary<char, char> ReadBaseLetters()
    {
        using Stream table = typeof(Folding).Assembly.GetManifestResourceStream("Folding.tsv")
            ?? throw new InvalidOperationException("The assembly was built without Folding.tsv.");
        using StreamReader lines = new(table);
        Dictionary<char, char> letters = [];
        while (lines.ReadLine() is { } line)
        {
            if (line is [char letter, '\t', .. string accented])
            {
                foreach (char c in accented) letters[c] = letter;
            }
        }

        return letters.ToFrozenDictionary();
    }
}
