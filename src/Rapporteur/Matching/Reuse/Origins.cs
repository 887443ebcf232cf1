namespace Rapporteur.Matching.Reuse;

/// <summary>Counts the independent origins behind several reports.</summary>
/// <remarks>
/// Two reports have one origin when one credits the other's outlet, both credit the same agency, one outlet published both, or their articles share the reporters' own words.
/// What stands between quotation marks does not count: two reporters who heard one speech quote it alike. Origins are the groups that arise so.
/// </remarks>
public static class Origins
{
    // A quarter of the shorter article's own fingerprints, and at least three: a copy in which a third of the words was replaced still shares 30 %.
    private const double LeastShare = 0.25;
    private const int Fewest = 3;

    /// <summary>The number of origins; 0 when there are no reports. Depends on the set of reports, not on their order.</summary>
    public static int Count(IReadOnlyList<Source> reports) => Groups(reports).Distinct().Count();

    /// <summary>For each report the number of its origin: that of the first report that shares it.</summary>
    public static int[] Groups(IReadOnlyList<Source> reports)
    {
        int[] group = [.. Enumerable.Range(0, reports.Count)];
        for (int right = 1; right < reports.Count; right++)
        {
            for (int left = 0; left < right; left++)
            {
                if (group[left] == group[right] || !ShareOrigin(reports[left], reports[right])) continue;
                int to = Math.Min(group[left], group[right]), from = Math.Max(group[left], group[right]);
                for (int i = 0; i <= right; i++) group[i] = group[i] == from ? to : group[i];
            }
        }

        return group;
    }

    private static bool ShareOrigin(Source left, Source right)
    {
        Provenance one = left.Provenance, other = right.Provenance;
        if (one.SameOutlet(other) || one.Credits(other) || other.Credits(one) || one.CommonCredit(other) is not null) return true;
        int common = Fingerprints.Common(left.OwnFingerprints.Span, right.OwnFingerprints.Span);
        return common >= Fewest && common >= LeastShare * Math.Min(left.OwnFingerprints.Length, right.OwnFingerprints.Length);
    }

    /// <summary>One report as far as its origin is concerned.</summary>
    /// <param name="Provenance">Where its article comes from.</param>
    /// <param name="OwnFingerprints">Its article's fingerprints outside quotation marks, ascending.</param>
    public sealed record Source(Provenance Provenance, ReadOnlyMemory<long> OwnFingerprints);
}
