using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Nouns for something said, which are no matter by themselves: "report", "claim", "suggestion".</summary>
public static class ClaimWords
{
    /// <summary>In small letters.</summary>
    public static IReadOnlyList<string> Nouns { get; } = [.. EmbeddedData.Lines("Languages/English/claim-nouns.txt")];
}
