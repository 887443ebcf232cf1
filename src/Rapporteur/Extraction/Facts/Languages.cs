namespace Rapporteur.Extraction.Facts;

/// <summary>Codes of languages.</summary>
internal static class Languages
{
    /// <summary>The ISO 639-1 code in a language tag: "en" of "en-GB", "en_US" and "EN"; null when it is none.</summary>
    public static string? Code(string? tag)
    {
        if (tag is null) return null;
        ReadOnlySpan<char> text = tag.AsSpan().Trim();
        int end = text.IndexOfAny('-', '_', ',');
        if (end >= 0) text = text[..end];
        return text.Length == 2 && char.IsAsciiLetter(text[0]) && char.IsAsciiLetter(text[1]) ? text.ToString().ToLowerInvariant()
            : text.Equals("english", StringComparison.OrdinalIgnoreCase) ? "en" : null;
    }
}
