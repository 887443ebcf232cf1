using Rapporteur.Text.LanguageIdentification;

namespace Rapporteur.Extraction.Facts;

/// <summary>The language of an article: what its words say, or its page where they say too little.</summary>
internal static class LanguageGuess
{
    // Fewer words tell too little to overrule a page.
    private const int FewestWords = 12;

    // Names of what is much the same in writing: whoever declares one of them knows better than its letters.
    private static readonly string[][] Alike = [["hr", "sr", "bs", "sh", "sl"], ["no", "nb", "nn", "da"], ["id", "ms"], ["cs", "sk"], ["bg", "mk"], ["hi", "mr", "ne"]];

    /// <summary>What the words say, unless they are too few, or the language declared is one that is not told apart.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="declared">ISO 639-1 code by the page's or a sidecar's account, or null.</param>
    public static string? Of(string text, string? declared)
    {
        string? heard = Of(text);
        if (heard is null || heard == declared) return declared ?? heard;
        if (declared is not null && Alike.Any(group => group.Contains(declared) && group.Contains(heard))) return declared;
        // What is clearly English is English, whatever the template says.
        return declared is not null && !LanguageIdentifier.Languages.Contains(declared) && heard != "en" ? declared : heard;
    }

    /// <summary>ISO 639-1 code of the language of the text, or null when its words are too few or in none that is known.</summary>
    public static string? Of(string text)
    {
        string? heard = LanguageIdentifier.Identify(text);
        return heard is not ("ja" or "zh" or "ko" or "th" or "lo" or "my" or "km") && Words(text) < FewestWords ? null : heard;
    }

    private static int Words(string text)
    {
        int words = 0;
        bool inWord = false;
        for (int i = 0; i < text.Length && words < FewestWords; i++)
        {
            bool letter = char.IsLetter(text[i]);
            if (letter && !inWord) words++;
            inWord = letter;
        }

        return words;
    }
}
