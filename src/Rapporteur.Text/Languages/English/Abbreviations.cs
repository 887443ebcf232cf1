using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Languages.English;

/// <summary>Words that keep their full stop.</summary>
internal static class Abbreviations
{
    private const int Longest = 6;

    private static readonly HashSet<string> Listed = new(EmbeddedData.Lines("Languages/English/abbreviations.txt"), StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True when the stop at <paramref name="i"/> ends a stretch and stands after an ordinary word, to which it cannot belong.</summary>
    /// <remarks>Single letters, words with a stop inside and listed abbreviations are left to the trained decision.</remarks>
    public static bool GivesStopAway(string text, TextSpan stretch, int i)
    {
        if (text[i] != '.') return false;
        int end = i + 1;
        while (end < stretch.End && text[end] is '"' or '”' or '’' or '\'' or '»' or ')' or ']') end++;
        if (end < stretch.End) return false;
        int start = i;
        while (start > stretch.Start && i - start <= Longest && char.IsLetter(text[start - 1])) start--;
        int letters = i - start;
        if (letters < 2 || (start > stretch.Start && text[start - 1] == '.')) return false;
        return letters > Longest || !Lookup.Contains(text.AsSpan(start, letters));
    }
}
