namespace Rapporteur.Matching.Reuse;

/// <summary>Reads from the fingerprints alone whether two texts are worth comparing, and whether comparing them is needed at all.</summary>
public static class ReuseCandidate
{
    // At least three, and 4 % of the shorter text's: articles on one happening have a few names and titles in common, a copied paragraph more.
    // With two in common sufficient, eval reuse made 50 comparisons for each article and 468 articles in a CPU second; so it makes 3,800.
    private const int Fewest = 3;
    private const double LeastShare = 0.04;

    // A copy in which 40 % of the words are edited keeps 22 % of the shingles.
    private const int Many = 12;
    private const double Sure = 0.2;

    /// <summary>True when the texts must be compared (or share text beyond doubt).</summary>
    /// <param name="common">Fingerprints in common.</param>
    /// <param name="left">Fingerprints of one text.</param>
    /// <param name="right">Fingerprints of the other.</param>
    public static bool IsWorthComparing(int common, int left, int right) => common >= Fewest && common >= LeastShare * Math.Min(left, right);

    /// <summary>True when the fingerprints alone leave no doubt that text is shared.</summary>
    /// <inheritdoc cref="IsWorthComparing"/>
    public static bool IsSure(int common, int left, int right) => common >= Many && common >= Sure * Math.Min(left, right);
}
