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
    /// <param name="inOrder">Its wordings in the order of <see cref="IPlacedWording.ByDay"/>.</param>
    /// <param name="logOdds">Whether two of them are one statement.</param>
    /// <param name="forced">What people decided.</param>
    /// <returns>For each wording the identity of the first of its statement.</returns>
    public static string[] Statements<T>(IReadOnlyList<T> inOrder, Func<T, T, double?> logOdds, ForcedLinks forced)
        where T : IPlacedWording
    {
        if (inOrder.Count <= MostTogether) return Clustering.Statements(inOrder, logOdds, forced);
        OccasionGroups groups = new();
        return [.. inOrder.Select(wording => groups.Place(wording.Id, Occasion.Of(wording.Wording)))];
    }
}
