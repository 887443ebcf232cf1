namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Writes out initials that a text explains: "the Institute for Harbour Studies (IHS)".</summary>
/// <remarks>
/// After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003), made stricter: every
/// letter is the first of a word, in order, and only small words stand between.
/// </remarks>
internal static class Initials
{
    private const int Fewest = 2, Most = 7;

    // Small words without a letter of their own: "Institute for the Study of War".
    private const int SmallWords = 3;

    /// <summary>The words that a text gives for some initials; null when the name is none or the text does not explain it.</summary>
    public static string? WrittenOut(string text, string initials)
    {
        if (initials.Length is < Fewest or > Most || !initials.All(char.IsAsciiLetterUpper)) return null;
        int bracket = text.IndexOf($"({initials})", StringComparison.Ordinal);
        if (bracket <= 0) return null;
        int end = bracket;
        while (end > 0 && text[end - 1] == ' ') end--;
        int at = end, letter = initials.Length - 1, small = 0;
        while (letter >= 0)
        {
            int wordEnd = at;
            while (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '-' or '\'' or '’')) at--;
            if (at == wordEnd) return null;
            if (text[at] == initials[letter])
            {
                letter--;
                small = 0;
            }
            else if (!char.IsLower(text[at]) || ++small > SmallWords)
            {
                return null;
            }

            if (letter < 0) break;
            if (at == 0 || text[at - 1] != ' ') return null;
            at--;
        }

        return text[at..end];
    }
}
