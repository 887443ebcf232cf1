using System.Text;

namespace Rapporteur;

/// <summary>Brings words to the form in which they are compared: lower case, without accents and punctuation.</summary>
public static class Folding
{
    /// <summary>The words of a text, folded, in order.</summary>
    public static IReadOnlyList<string> Words(string text)
    {
        List<string> words = [];
        StringBuilder word = new();
        foreach (char c in Decomposed(text))
        {
            if (char.IsLetterOrDigit(c) || char.IsSurrogate(c)) word.Append(char.ToLowerInvariant(c));
            else if (char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.NonSpacingMark || c is '\'' or '’') continue;
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

    // Half a surrogate pair is no character, and Normalize refuses it.
    private static string Decomposed(string text)
    {
        if (text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')) text = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        return text.Normalize(NormalizationForm.FormD);
    }

    /// <summary>The folded words joined by single spaces: equal for two names that differ only in case, accents and punctuation.</summary>
    public static string Key(string text) => string.Join(' ', Words(text));
}
