namespace Rapporteur.Matching;

/// <summary>Puts wordings that were found alike into statements.</summary>
public static class Clustering
{
    // One pair that is very unlike, often of a fragment, must not outvote all the others. Best of 2, 3 and no bound, leaving one event out.
    private const double MostSure = 3;

    /// <summary>The statement of each wording, named after its first member. Depends on the set of wordings, not on their order.</summary>
    /// <remarks>The two groups whose wordings are most alike on average are joined first. Groups stay apart when their reports name different days,
    /// lie further apart than <see cref="Proposition.WindowDays"/> or give other figures, however alike they are: a report without a day joins the day it is most like.</remarks>
    public static IReadOnlyDictionary<string, string> Statements(IReadOnlyDictionary<string, Proposition> wordings) => Statements(wordings, PairModel.Shared);

    internal static IReadOnlyDictionary<string, string> Statements(IReadOnlyDictionary<string, Proposition> wordings, PairModel model)
    {
        string[] ids = InOrder(wordings);
        Group?[] groups = [.. ids.Select((id, i) => new Group(i, wordings[id]))];
        double[,] sum = new double[ids.Length, ids.Length];
        int[,] pairs = new int[ids.Length, ids.Length];
        for (int right = 0; right < ids.Length; right++)
        {
            for (int left = 0; left < right; left++)
            {
                Proposition one = wordings[ids[left]], other = wordings[ids[right]];
                // Of two who speak for a third it is not known whether they say the same: that is for the others in their groups to tell.
                if (!one.IsOfSameActor(other)) continue;
                (sum[left, right], pairs[left, right]) = (Clip(PairDecision.LogOdds(one, other, model)), 1);
            }
        }

        while (Best(groups, sum, pairs) is var (first, second) && second > 0)
        {
            groups[first]!.Take(groups[second]!);
            groups[second] = null;
            for (int i = 0; i < ids.Length; i++)
            {
                if (i == first || groups[i] is null) continue;
                (int low, int high) = i < first ? (i, first) : (first, i);
                (int lowOld, int highOld) = i < second ? (i, second) : (second, i);
                sum[low, high] += sum[lowOld, highOld];
                pairs[low, high] += pairs[lowOld, highOld];
            }
        }

        return groups.OfType<Group>().SelectMany(group => group.Members.Select(member => (Id: ids[member], First: ids[group.Members[0]])))
            .ToDictionary(pair => pair.Id, pair => pair.First, StringComparer.Ordinal);
    }

    private static double Clip(double? logOdds) => logOdds is { } odds ? Math.Clamp(odds, -MostSure, MostSure) : double.NegativeInfinity;

    private static string[] InOrder(IReadOnlyDictionary<string, Proposition> wordings) =>
        [.. wordings.Keys.OrderBy(id => wordings[id].Day ?? DateOnly.MaxValue).ThenBy(id => id, StringComparer.Ordinal)];

    private static (int First, int Second) Best(Group?[] groups, double[,] sum, int[,] pairs)
    {
        (int, int) best = (0, 0);
        double most = 0;
        for (int right = 1; right < groups.Length; right++)
        {
            if (groups[right] is not { } second) continue;
            for (int left = 0; left < right; left++)
            {
                if (groups[left] is not { } first || pairs[left, right] == 0) continue;
                double mean = sum[left, right] / pairs[left, right];
                if (mean > most && first.GoesWith(second)) (best, most) = ((left, right), mean);
            }
        }

        return best;
    }

    private sealed class Group(int member, Proposition proposition)
    {
        private Occasion _occasion = Occasion.Of(proposition);

        /// <summary>Numbers of the wordings, the first in order first.</summary>
        public List<int> Members { get; } = [member];

        public bool GoesWith(Group other) => _occasion.GoesWith(other._occasion);

        public void Take(Group other)
        {
            Members.AddRange(other.Members);
            Members.Sort();
            _occasion = _occasion.And(other._occasion);
        }
    }
}
