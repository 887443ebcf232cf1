using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Words for what nobody stands for ("war", "bloodshed"): a wish for its end is one for the end, and named so.</summary>
public static class IllWords
{
    private static readonly Lazy<HashSet<string>> Lemmas = new(() => [.. EmbeddedData.Lines("Languages/English/ill-words.txt")]);
    private static readonly Lazy<HashSet<string>> Stems = new(() => [.. Lemmas.Value.Select(TargetWords.Stem)]);

    // "a solution of the conflict" ends it as well.
    private static readonly HashSet<string> Solving = [.. new[] { "solution", "solve", "settlement", "cessation", "conclude" }.Select(TargetWords.Stem)];

    /// <summary>Whether a lemma is one of them.</summary>
    public static bool Contains(string lemma) => Lemmas.Value.Contains(lemma);

    /// <summary>The stem of what is to end, where the stems of a target speak of the end of one of them; null for all other targets.</summary>
    public static string? Ended(IEnumerable<string> stems)
    {
        string? ill = null;
        bool ends = false;
        foreach (string stem in stems)
        {
            if (Stems.Value.Contains(stem)) ill ??= stem;
            ends |= EndingWords.Contains(stem) || Solving.Contains(stem);
        }

        return ends ? ill : null;
    }
}
