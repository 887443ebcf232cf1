namespace Rapporteur.Text.LanguageIdentification;

/// <summary>A writing system, as far as it matters for telling languages apart.</summary>
internal enum Script
{
    Other, Latin, Cyrillic, Arabic, Devanagari, Han, Kana, Hangul, Thai, Hebrew, Greek, Bengali, Gurmukhi, Gujarati, Tamil, Telugu, Kannada, Malayalam, Sinhala, Lao, Burmese, Georgian, Armenian, Ethiopic, Khmer,
}

/// <summary>Which script a text is in, and the language of those that one language of the press has to itself.</summary>
internal static class Scripts
{
    // A Japanese text has kana for a third to a half of its letters, a Chinese one none but in names.
    private const int KanaOneIn = 10;

    private static readonly (char First, char Last, Script Script)[] Ranges =
    [
        ('A', 'z', Script.Latin), ('\u00c0', '\u024f', Script.Latin), ('\u0370', '\u03ff', Script.Greek), ('\u0400', '\u052f', Script.Cyrillic),
        ('\u0530', '\u058f', Script.Armenian), ('\u0590', '\u05ff', Script.Hebrew), ('\u0600', '\u077f', Script.Arabic), ('\u0900', '\u097f', Script.Devanagari),
        ('\u0980', '\u09ff', Script.Bengali), ('\u0a00', '\u0a7f', Script.Gurmukhi), ('\u0a80', '\u0aff', Script.Gujarati), ('\u0b80', '\u0bff', Script.Tamil),
        ('\u0c00', '\u0c7f', Script.Telugu), ('\u0c80', '\u0cff', Script.Kannada), ('\u0d00', '\u0d7f', Script.Malayalam), ('\u0d80', '\u0dff', Script.Sinhala),
        ('\u0e00', '\u0e7f', Script.Thai), ('\u0e80', '\u0eff', Script.Lao), ('\u1000', '\u109f', Script.Burmese), ('\u10a0', '\u10ff', Script.Georgian),
        ('\u1200', '\u137f', Script.Ethiopic), ('\u1780', '\u17ff', Script.Khmer), ('\u1e00', '\u1eff', Script.Latin), ('\u1f00', '\u1fff', Script.Greek),
        ('\u3040', '\u30ff', Script.Kana), ('\u3400', '\u4dbf', Script.Han), ('\u4e00', '\u9fff', Script.Han), ('\uac00', '\ud7af', Script.Hangul),
    ];

    private static readonly Dictionary<Script, string> Languages = new()
    {
        [Script.Han] = "zh", [Script.Kana] = "ja", [Script.Hangul] = "ko", [Script.Thai] = "th", [Script.Hebrew] = "he", [Script.Greek] = "el", [Script.Bengali] = "bn",
        [Script.Gurmukhi] = "pa", [Script.Gujarati] = "gu", [Script.Tamil] = "ta", [Script.Telugu] = "te", [Script.Kannada] = "kn", [Script.Malayalam] = "ml",
        [Script.Sinhala] = "si", [Script.Lao] = "lo", [Script.Burmese] = "my", [Script.Georgian] = "ka", [Script.Armenian] = "hy", [Script.Ethiopic] = "am", [Script.Khmer] = "km",
    };

    private static readonly Dictionary<Script, string[]> Shared = new()
    {
        [Script.Cyrillic] = ["bg", "mk", "ru", "sr", "uk"], [Script.Arabic] = ["ar", "fa", "ur"], [Script.Devanagari] = ["hi", "mr", "ne"],
    };

    /// <summary>Languages that their script alone tells.</summary>
    public static IEnumerable<string> Single => Languages.Values;

    /// <summary>The script of most letters, and how many letters there are.</summary>
    public static (Script Script, int Letters) Of(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Enum.GetValues<Script>().Length];
        counts.Clear();
        int letters = 0;
        foreach (char c in text)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            counts[(int)ScriptOf(c)]++;
        }

        if (counts[(int)Script.Kana] * KanaOneIn > letters)
        {
            counts[(int)Script.Kana] += counts[(int)Script.Han];
            counts[(int)Script.Han] = 0;
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best]) best = i;
        }

        return ((Script)best, letters);
    }

    /// <summary>The language of a script, or null when it has several.</summary>
    public static string? LanguageOf(Script script) => Languages.GetValueOrDefault(script);

    /// <summary>Whether a language is written in a script that it shares with others.</summary>
    public static bool Writes(string language, Script script) => script switch
    {
        Script.Latin => !Languages.ContainsValue(language) && !Shared.Any(shared => shared.Value.Contains(language)),
        _ => Shared.TryGetValue(script, out string[]? languages) && languages.Contains(language),
    };

    private static Script ScriptOf(char c)
    {
        foreach ((char first, char last, Script script) in Ranges)
        {
            if (c >= first && c <= last) return script;
        }

        return Script.Other;
    }
}
