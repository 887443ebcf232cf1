namespace Rapporteur.Matching;

/// <summary>Puts wordings that were found alike into statements.</summary>
public static class Clustering
{
    // One pair that is very unlike, often of a fragment, must not outvote all the others. Of 2, 3, 4, 5 and 8 each was better than the one before on events left out, on samples and on events nothing was learnt from.
    private const double MostSure = 8;

    /// <summary>The statement of each wording, named after its first member. Depends on the set of wordings, not on their order.</summary>
    /// <remarks>The two groups that are most alike are joined first (<see cref="Groups"/>). Groups stay apart when their reports name different days,
    /// lie further apart than <see cref="Proposition.WindowDays"/> or give other figures, however alike they are: a report without a day joins the day it is most like.</remarks>
    public static IReadOnlyDictionary<string, string> Statements(IReadOnlyDictionary<string, Proposition> wordings, ForcedLinks? forced = null) =>
        Statements(wordings, PairDecision.LogOdds, forced ?? ForcedLinks.None);

    /// <summary>The same, with the judgement of pairs handed in.</summary>
    public static IReadOnlyDictionary<string, string> Statements(
        IReadOnlyDictionary<string, Proposition> wordings, Func<Proposition, Proposition, double?> logOdds, ForcedLinks forced)
    {
        IPlacedWording[] inOrder = [.. wordings.Select(wording => new Bare(wording.Key, wording.Value)).Order(IPlacedWording.ByDay)];
        string[] statements = Statements(inOrder, (one, other) => logOdds(one.Wording, other.Wording), forced);
        return inOrder.Index().ToDictionary(wording => wording.Item.Id, wording => statements[wording.Index], StringComparer.Ordinal);
    }

    /// <summary>The same for wordings in the order of <see cref="IPlacedWording.ByDay"/>: the statement of each. A store remembers the pairs it has judged.</summary>
    public static string[] Statements<T>(IReadOnlyList<T> inOrder, Func<T, T, double?> logOdds, ForcedLinks forced)
        where T : IPlacedWording
    {
        T[] all = [.. inOrder];
        Groups groups = new(Array.ConvertAll(all, wording => Occasion.Of(wording.Wording)), Array.ConvertAll(all, wording => wording.Wording.Reading.Negations > 0));
        for (int right = 0; right < all.Length; right++)
        {
            for (int left = 0; left < right; left++)
            {
                T one = all[left], other = all[right];
                if (forced.Apart.Count > 0 && (forced.Apart.Contains(one.Id) || forced.Apart.Contains(other.Id))) groups.Compare(left, right, double.NegativeInfinity);
                // Of two who speak for a third it is not known whether they say the same: that is for the others in their groups to tell.
                else if (one.Wording.IsOfSameActor(other.Wording)) groups.Compare(left, right, Clip(logOdds(one, other)));
            }
        }

        foreach ((string one, string other) in forced.Joined)
        {
            int left = Array.FindIndex(all, wording => wording.Id == one), right = Array.FindIndex(all, wording => wording.Id == other);
            if (left >= 0 && right >= 0) groups.Join(left, right);
        }

        while (groups.JoinBest())
        {
        }

        string[] statements = new string[all.Length];
        for (int i = 0; i < all.Length; i++) statements[i] = all[groups.FirstOf(i)].Id;
        return statements;
    }

    private static double Clip(double? logOdds) => logOdds is { } odds ? Math.Clamp(odds, -MostSure, MostSure) : double.NegativeInfinity;

    private sealed record Bare(string Id, Proposition Wording) : IPlacedWording
    {
        public string Statement => Id;
    }
}
