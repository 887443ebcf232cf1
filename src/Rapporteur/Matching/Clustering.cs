namespace Rapporteur.Matching;

/// <summary>Puts wordings that were found alike into statements.</summary>
public static class Clustering
{
    /// <summary>The statement of each wording, named after its first member. Depends on the set of wordings, not on their order.</summary>
    /// <remarks>Strongest pairs first; two groups stay apart when their reports name different days
    /// or lie further apart than <see cref="Proposition.WindowDays"/>, however alike they are: a report without a day joins the day it is most like.</remarks>
    public static IReadOnlyDictionary<string, string> Statements(IReadOnlyDictionary<string, Proposition> wordings)
    {
        string[] ids = [.. wordings.Keys.OrderBy(id => wordings[id].Day ?? DateOnly.MaxValue).ThenBy(id => id, StringComparer.Ordinal)];
        List<(double Score, int Left, int Right)> pairs = [];
        for (int right = 0; right < ids.Length; right++)
        {
            for (int left = 0; left < right; left++)
            {
                MatchExplanation pair = PairDecision.Explain(wordings[ids[left]], wordings[ids[right]]);
                if (pair.Same) pairs.Add((pair.Score, left, right));
            }
        }

        int[] group = [.. Enumerable.Range(0, ids.Length)];
        DateOnly?[] earliest = [.. ids.Select(id => wordings[id].Day)];
        DateOnly?[] latest = [.. earliest];
        DateOnly?[] day = [.. ids.Select(id => wordings[id].SaidOn)];
        foreach ((_, int left, int right) in pairs.OrderByDescending(pair => pair.Score).ThenBy(pair => pair.Left).ThenBy(pair => pair.Right))
        {
            int first = Math.Min(Root(left), Root(right)), second = Math.Max(Root(left), Root(right));
            if (day[first] is { } one && day[second] is { } two && one != two) continue;
            DateOnly? from = Min(earliest[first], earliest[second]), until = Max(latest[first], latest[second]);
            if (first == second || (until is { } last && last.DayNumber - from!.Value.DayNumber > Proposition.WindowDays)) continue;
            group[second] = first;
            day[first] ??= day[second];
            (earliest[first], latest[first]) = (from, until);
        }

        return Enumerable.Range(0, ids.Length).ToDictionary(i => ids[i], i => ids[Root(i)], StringComparer.Ordinal);

        int Root(int i)
        {
            while (group[i] != i) i = group[i];
            return i;
        }
    }

    private static DateOnly? Min(DateOnly? left, DateOnly? right) => left is null || right < left ? right ?? left : left;

    private static DateOnly? Max(DateOnly? left, DateOnly? right) => left is null || right > left ? right ?? left : left;
}
