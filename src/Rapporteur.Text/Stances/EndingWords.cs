using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Stems of words that put an end to what follows them: "lift", "suspend", "withdraw".</summary>
public static class EndingWords
{
    private static readonly Lazy<HashSet<string>> Stems = new(() => [.. EmbeddedData.Lines("Languages/English/ending-words.txt").Select(TargetWords.Stem)]);

    /// <summary>True for such a stem.</summary>
    public static bool Contains(string stem) => Stems.Value.Contains(stem);
}
