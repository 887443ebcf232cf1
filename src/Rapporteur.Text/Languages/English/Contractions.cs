using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Languages.English;

/// <summary>Words written together that Universal Dependencies divides: <c>don't</c> → <c>do</c> + <c>n't</c>, <c>cannot</c> → <c>can</c> + <c>not</c>.</summary>
internal static class Contractions
{
    private const int Longest = 8;

    // "cannot" → the places where it divides, as bits counted from its first character.
    private static readonly Dictionary<string, int> Listed = Read();
    private static readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup = Listed.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>A quick look whether a stretch of characters without white space can hold a contraction at all.</summary>
    public static bool MayBeIn(string text, TextSpan stretch) =>
        stretch.Length <= 200 && (text.AsSpan(stretch.Start, stretch.Length).IndexOfAny('\'', '’') >= 0 || LeadingLetters(text, stretch) is >= 2 and <= Longest);

    /// <summary>Whether a token ends before <paramref name="i"/>, where a contraction decides it; false when none does.</summary>
    public static bool TryDivide(string text, TextSpan stretch, int i, out bool divide)
    {
        // n't: divide before the n, and nowhere inside.
        divide = IsNegation(text, stretch, i);
        if (divide || IsNegation(text, stretch, i - 1) || IsNegation(text, stretch, i - 2)) return true;
        int letters = LeadingLetters(text, stretch);
        if (letters is < 2 or > Longest || i >= stretch.Start + letters) return false;
        if (!Lookup.TryGetValue(text.AsSpan(stretch.Start, letters), out int places)) return false;
        divide = (places >> (i - stretch.Start) & 1) != 0;
        return true;
    }

    private static bool IsNegation(string text, TextSpan stretch, int i) =>
        i > stretch.Start && i + 2 < stretch.End && char.IsLetter(text[i - 1]) && text[i] is 'n' or 'N'
        && text[i + 1] is '\'' or '’' && text[i + 2] is 't' or 'T' && (i + 3 >= stretch.End || !char.IsLetterOrDigit(text[i + 3]));

    // The letters at the beginning of a stretch, when nothing but letters or a mark follows: "cannot," counts, "cannot's" does not.
    private static int LeadingLetters(string text, TextSpan stretch)
    {
        int end = stretch.Start;
        while (end < stretch.End && end - stretch.Start <= Longest && char.IsAsciiLetter(text[end])) end++;
        bool marked = end < stretch.End && (char.IsLetterOrDigit(text[end]) || text[end] is '\'' or '’' or '-' or '@' || (text[end] == '.' && end + 1 < stretch.End));
        return marked ? 0 : end - stretch.Start;
    }

    private static Dictionary<string, int> Read()
    {
        Dictionary<string, int> listed = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in EmbeddedData.Lines("Languages/English/contractions.tsv"))
        {
            int places = 0, at = 0;
            foreach (string part in line.Split('|')[..^1]) places |= 1 << (at += part.Length);
            listed[line.Replace("|", "", StringComparison.Ordinal)] = places;
        }

        return listed;
    }
}
