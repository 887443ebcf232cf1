namespace Rapporteur.Extraction.Html;

/// <summary>What running prose looks like in any script.</summary>
internal static class Prose
{
    /// <summary>Whether a text ends like a sentence, closing marks and brackets aside.</summary>
    public static bool EndsSentence(ReadOnlySpan<char> text)
    {
        text = text.TrimEnd(" \"'”’»«)]*");
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '…' or ':' or ';' or '。' or '！' or '？' or '؟' or '।' or '۔';
    }

    /// <summary>Words of a text. Scripts without spaces count two characters for a word.</summary>
    public static int CountWords(ReadOnlySpan<char> text)
    {
        int words = 0, dense = 0;
        bool inside = false;
        foreach (char c in text)
        {
            if (c is >= '\u3040' and <= '\u9fff') { dense++; inside = false; continue; }
            bool letter = char.IsLetterOrDigit(c);
            if (letter && !inside) words++;
            inside = letter || inside && c is '\'' or '’' or '-';
        }

        return words + dense / 2;
    }
}
