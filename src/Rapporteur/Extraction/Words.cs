using System.Net;
using System.Text;

namespace Rapporteur.Extraction;

/// <summary>The one change this room makes to words: kinds of white space become a space, runs of it become one.</summary>
internal static class Words
{
    /// <summary>Collapses white space; marks of no width are for the typesetter and go.</summary>
    public static string Collapse(ReadOnlySpan<char> text)
    {
        StringBuilder kept = new(text.Length);
        foreach (char c in text)
        {
            if (IsInvisible(c)) continue;
            if (!char.IsWhiteSpace(c) && !char.IsControl(c)) kept.Append(c);
            else if (kept.Length > 0 && kept[^1] != ' ') kept.Append(' ');
        }

        return kept.ToString().TrimEnd();
    }

    /// <summary>Soft hyphen, zero-width space, word joiner, byte order mark.</summary>
    public static bool IsInvisible(char c) => c is '\u00ad' or '\u200b' or '\u2060' or '\ufeff';

    /// <summary>Text of an attribute or a JSON string: character references read, white space collapsed; null when nothing is left.</summary>
    public static string? OrNull(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        // Written twice over, "&amp;amp;" is not rare.
        string read = WebUtility.HtmlDecode(WebUtility.HtmlDecode(text));
        string words = Collapse(read);
        return words.Length == 0 ? null : words;
    }
}
