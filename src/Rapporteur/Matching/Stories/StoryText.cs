namespace Rapporteur.Matching.Stories;

/// <summary>What an article is about, as weighed terms: what stories are told by.</summary>
/// <param name="Day">When it was published, or null.</param>
/// <param name="Terms">The weightiest terms as hash and weight, by hash; the squares of the weights sum to 1. Empty when the text has no rare word.</param>
public sealed record StoryText(DateOnly? Day, IReadOnlyList<(uint Term, float Weight)> Terms)
{
    /// <summary>Articles published further apart are not compared: an event is reported within a week.</summary>
    public const int WindowDays = 7;

    // With 60 terms F1 on ECB+ falls by 0.3, with all of them it stays.
    private const int MostTerms = 100;

    // Sharing one of eight finds every pair that counts on ECB+: F1 is that of comparing all with all.
    private const int MostKeys = 8;

    /// <summary>The terms by which articles that may be about the same are looked up: the weightiest ones.</summary>
    public IEnumerable<uint> Keys => Terms.OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(MostKeys).Select(term => term.Term);

    /// <summary>Keeps the weightiest terms and scales their weights.</summary>
    public static StoryText Of(DateOnly? day, IReadOnlyDictionary<string, double> weights)
    {
        (uint Term, double Weight)[] kept =
        [
            .. weights.Select(pair => (Term: Hash(pair.Key), Weight: pair.Value))
                .GroupBy(term => term.Term).Select(same => (Term: same.Key, Weight: same.Max(term => term.Weight)))
                .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(MostTerms).OrderBy(term => term.Term),
        ];
        double norm = Math.Sqrt(kept.Sum(term => term.Weight * term.Weight));
        return new StoryText(day, [.. kept.Select(term => (term.Term, (float)(term.Weight / norm)))]);
    }

    /// <summary>How much the two are about the same, 0 to 1: the cosine of their terms; 0 when they were published too far apart.</summary>
    public double Likeness(StoryText other)
    {
        if (Day is { } one && other.Day is { } two && Math.Abs(one.DayNumber - two.DayNumber) > WindowDays) return 0;
        double sum = 0;
        for (int i = 0, j = 0; i < Terms.Count && j < other.Terms.Count;)
        {
            if (Terms[i].Term == other.Terms[j].Term) sum += (double)Terms[i++].Weight * other.Terms[j++].Weight;
            else if (Terms[i].Term < other.Terms[j].Term) i++;
            else j++;
        }

        return sum;
    }

    // FNV-1a over UTF-16 units: the same on every machine, unlike string.GetHashCode.
    private static uint Hash(string term)
    {
        uint hash = 2166136261;
        foreach (char c in term) hash = (hash ^ c) * 16777619;
        return hash;
    }
}
