namespace Rapporteur.Matching.Stories;

/// <summary>What an article is about, as weighed terms: what stories are told by.</summary>
public sealed class StoryText
{
    /// <summary>Articles published further apart are not compared: an event is reported within a week.</summary>
    public const int WindowDays = 7;

    // With 60 terms F1 on ECB+ falls by 0.3, with all of them it stays.
    private const int MostTerms = 100;

    // Sharing one of eight finds every pair that counts on ECB+: F1 is that of comparing all with all.
    private const int MostKeys = 8;

    private readonly uint[] _terms;
    private readonly float[] _weights;

    private StoryText(DateOnly? day, uint[] terms, float[] weights) => (Day, _terms, _weights) = (day, terms, weights);

    /// <summary>When the article was published, or null.</summary>
    public DateOnly? Day { get; }

    /// <summary>The terms by which articles that may be about the same are looked up: the weightiest ones.</summary>
    public IEnumerable<uint> Keys =>
        Enumerable.Range(0, _terms.Length).OrderByDescending(i => _weights[i]).ThenBy(i => _terms[i]).Take(MostKeys).Select(i => _terms[i]);

    /// <summary>Keeps the weightiest terms and scales their weights.</summary>
    internal static StoryText Of(DateOnly? day, IReadOnlyDictionary<string, double> weights)
    {
        (uint Term, double Weight)[] kept =
        [
            .. weights.Select(pair => (Term: Hash(pair.Key), Weight: pair.Value))
                .GroupBy(term => term.Term).Select(same => (Term: same.Key, Weight: same.Max(term => term.Weight)))
                .OrderByDescending(term => term.Weight).ThenBy(term => term.Term).Take(MostTerms).OrderBy(term => term.Term),
        ];
        double norm = Math.Sqrt(kept.Sum(term => term.Weight * term.Weight));
        return new StoryText(day, [.. kept.Select(term => term.Term)], [.. kept.Select(term => (float)(term.Weight / norm))]);
    }

    /// <summary>Reads what <see cref="ToNumbers"/> wrote.</summary>
    public static StoryText Of(DateOnly? day, ReadOnlySpan<uint> numbers)
    {
        uint[] terms = new uint[numbers.Length / 2];
        float[] weights = new float[terms.Length];
        for (int i = 0; i < terms.Length; i++) (terms[i], weights[i]) = (numbers[2 * i], BitConverter.UInt32BitsToSingle(numbers[(2 * i) + 1]));
        return new StoryText(day, terms, weights);
    }

    /// <summary>Term and weight (as bits) in turn, by term: everything but the day.</summary>
    public uint[] ToNumbers()
    {
        uint[] numbers = new uint[_terms.Length * 2];
        for (int i = 0; i < _terms.Length; i++) (numbers[2 * i], numbers[(2 * i) + 1]) = (_terms[i], BitConverter.SingleToUInt32Bits(_weights[i]));
        return numbers;
    }

    /// <summary>How much the two are about the same, 0 to 1: the cosine of their terms; 0 when they were published too far apart.</summary>
    public double Likeness(StoryText other)
    {
        if (Day is { } one && other.Day is { } two && Math.Abs(one.DayNumber - two.DayNumber) > WindowDays) return 0;
        (uint[] left, uint[] right) = (_terms, other._terms);
        double sum = 0;
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j]) sum += (double)_weights[i++] * other._weights[j++];
            else if (left[i] < right[j]) i++;
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
