namespace Rapporteur.Matching;

/// <summary>How wordings that are alike through others are divided into blocks, so that the work for one wording stays bounded however many there are.</summary>
/// <remarks>
/// On each level wordings hang together whose log-odds are higher. A block that is small enough is put into statements as a whole; of a larger one, its parts on the next level are.
/// Blocks and their sizes are a function of the set of wordings, and so are the statements, whatever the order of arrival.
/// </remarks>
public static class BlockLevels
{
    /// <summary>Log-odds above which two wordings are in one block, by level.</summary>
    public static IReadOnlyList<double> Edges { get; } = [0, 1.5, 3];

    /// <summary>How many wordings are put into statements together at most. The largest block of the marked events has 58.</summary>
    public const int MostTogether = 64;

    /// <summary>The statements of a block: clustered when it is small enough; else each occasion's wordings are one, for so many that are so much alike are copies.</summary>
    public static IReadOnlyDictionary<string, string> Statements(
        IReadOnlyDictionary<string, Proposition> wordings, Func<Proposition, Proposition, double?> logOdds, ForcedLinks forced)
    {
        if (wordings.Count <= MostTogether) return Clustering.Statements(wordings, logOdds, forced);
        OccasionGroups groups = new();
        Dictionary<string, string> statements = new(StringComparer.Ordinal);
        foreach ((string id, Proposition wording) in Clustering.InOrder(wordings)) statements[id] = groups.Place(id, Occasion.Of(wording));
        return statements;
    }
}
