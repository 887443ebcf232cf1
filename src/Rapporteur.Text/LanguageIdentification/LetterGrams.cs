namespace Rapporteur.Text.LanguageIdentification;

/// <summary>Sequences of one to three letters of a text, small letters, a space where a word begins or ends.</summary>
internal static class LetterGrams
{
    /// <summary>The sequences in the order of their ends, each packed as <see cref="Pack"/> does. One of a space alone is left out.</summary>
    public static List<ulong> Of(ReadOnlySpan<char> text)
    {
        List<ulong> grams = new(text.Length * 3);
        char before = '\0', last = ' ';
        for (int i = 0; i <= text.Length; i++)
        {
            char c = i < text.Length ? Plain(text[i]) : ' ';
            if (c == ' ' && last == ' ') continue;
            if (c != ' ') grams.Add(c);
            grams.Add(((ulong)last << 16) | c);
            // Three, but not " " in the middle: that would be two words.
            if (before != '\0' && last != ' ') grams.Add(((ulong)before << 32) | ((ulong)last << 16) | c);
            (before, last) = (last, c);
        }

        return grams;
    }

    /// <summary>Sixteen bits a character, the last lowest; 0 when it is empty or longer than three.</summary>
    public static ulong Pack(string gram)
    {
        if (gram.Length is 0 or > 3) return 0;
        ulong packed = 0;
        foreach (char c in gram) packed = (packed << 16) | Plain(c);
        return packed;
    }

    /// <summary>A small letter, or a space for anything else; spellings that differ by system only are made one.</summary>
    public static char Plain(char c) => c switch
    {
        'ș' or 'Ș' => 'ş',
        'ț' or 'Ț' => 'ţ',
        'ی' => 'ي',
        'İ' => 'i',
        '’' or '\'' => ' ',
        _ => char.IsLetter(c) || char.GetUnicodeCategory(c) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark ? char.ToLowerInvariant(c) : ' ',
    };
}
