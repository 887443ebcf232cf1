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

    /// <summary>The same, with the judgement of pairs handed in: a store remembers those it has made.</summary>
    public static IReadOnlyDictionary<string, string> Statements(
        IReadOnlyDictionary<string, Proposition> wordings, Func<Proposition, Proposition, double?> logOdds, ForcedLinks forced)
    {
        string[] ids = [.. InOrder(wordings).Select(wording => wording.Id)];
        Proposition[] all = [.. ids.Select(id => wordings[id])];
        bool[] apart = [.. ids.Select(forced.Apart.Contains)];
        Groups groups = new(all);
        for (int right = 0; right < ids.Length; right++)
        {
            for (int left = 0; left < right; left++)
            {
                Proposition one = all[left], other = all[right];
                if (apart[left] || apart[right]) groups.Compare(left, right, double.NegativeInfinity);
                // Of two who speak for a third it is not known whether they say the same: that is for the others in their groups to tell.
                else if (one.IsOfSameActor(other)) groups.Compare(left, right, Clip(logOdds(one, other)));
            }
        }

        Dictionary<string, int> numbers = ids.Index().ToDictionary(pair => pair.Item, pair => pair.Index, StringComparer.Ordinal);
        foreach ((string one, string other) in forced.Joined)
        {
            if (numbers.TryGetValue(one, out int left) && numbers.TryGetValue(other, out int right)) groups.Join(left, right);
        }

        while (groups.JoinBest())
        {
        }

        return ids.Index().ToDictionary(pair => pair.Item, pair => ids[groups.FirstOf(pair.Index)], StringComparer.Ordinal);
    }

    private static double Clip(double? logOdds) => logOdds is { } odds ? Math.Clamp(odds, -MostSure, MostSure) : double.NegativeInfinity;

    /// <summary>By day, those without one last, then by identity.</summary>
    internal static IEnumerable<(string Id, Proposition Wording)> InOrder(IReadOnlyDictionary<string, Proposition> wordings) =>
        wordings.Select(pair => (Id: pair.Key, Wording: pair.Value)).OrderBy(pair => pair.Wording.Day ?? DateOnly.MaxValue).ThenBy(pair => pair.Id, StringComparer.Ordinal);
}
