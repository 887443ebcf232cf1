using Rapporteur.Text.Learning;

namespace Rapporteur.Text.LanguageIdentification;

/// <summary>Tells the language of a text: by its script where one language has the script to itself, else by its letters' company.</summary>
/// <remarks>A pure function of the text. Languages that only differ in what they are called (Serbian in Latin letters, Croatian, Bosnian) get one answer: <c>hr</c>.</remarks>
public static class LanguageIdentifier
{
    // The beginning tells as well as the whole.
    private const int Looked = 4_000;

    // Fewer letters hold too little. A headline of four words is told rightly in 19 of 20 cases, which is not enough to overrule a page.
    private const int FewestLetters = 20;

    // Least share of n-grams that must be known at all; a text in one of the languages has 0.85 and more.
    private const double FewestKnown = 0.6;

    private static readonly Lazy<LanguageProfiles> Profiles = new(() => new LanguageProfiles(EmbeddedData.Model("languages/languages.bin")));

    /// <summary>ISO 639-1 codes of the languages told apart, in ordinal order.</summary>
    public static IReadOnlyList<string> Languages => [.. Profiles.Value.Languages.Concat(Scripts.Single).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The ISO 639-1 code of the language; null when the text is too short, has no letters or resembles none of the languages.</summary>
    public static string? Identify(string text) => Identify(text, Profiles.Value);

    internal static string? Identify(string text, LanguageProfiles profiles)
    {
        ReadOnlySpan<char> looked = text.AsSpan(0, Math.Min(text.Length, Looked));
        (Script script, int letters) = Scripts.Of(looked);
        if (letters < FewestLetters) return null;
        return Scripts.LanguageOf(script) ?? ByCompany(looked, script, profiles);
    }

    private static string? ByCompany(ReadOnlySpan<char> text, Script script, LanguageProfiles profiles)
    {
        int[] score = new int[profiles.Languages.Count];
        int all = 0, known = 0;
        foreach (ulong gram in LetterGrams.Of(text))
        {
            all++;
            if (profiles.Add(gram, score)) known++;
        }

        if (all == 0 || known < FewestKnown * all) return null;
        int best = -1;
        for (int i = 0; i < score.Length; i++)
        {
            if (Scripts.Writes(profiles.Languages[i], script) && (best < 0 || score[i] > score[best])) best = i;
        }

        return best < 0 ? null : profiles.Languages[best] is "sr" && script == Script.Latin ? "hr" : profiles.Languages[best];
    }
}
