using System.Runtime.CompilerServices;
using Rapporteur.Matching.Stories;

namespace Rapporteur.Storage.Sqlite;

/// <summary>What one connection has told of the likeness of articles. It follows from their texts, which their digests name, so nothing in it grows old, whatever is rolled back.</summary>
internal sealed class StoryLikeness
{
    // Some fifty megabytes; a block of the largest size has 88,000 pairs.
    private const int MostPairs = 1_500_000;
    private static readonly ConditionalWeakTable<PreparedSql, StoryLikeness> OfConnection = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<long, double> _pairs = [];

    /// <summary>That of a connection.</summary>
    public static StoryLikeness Of(PreparedSql sql) => OfConnection.GetOrCreateValue(sql);

    /// <summary>How much alike two articles are.</summary>
    public double Between(ShelvedArticle one, ShelvedArticle other)
    {
        int first = Number(one.Name), second = Number(other.Name);
        long pair = ((long)Math.Min(first, second) << 32) | (long)Math.Max(first, second);
        if (_pairs.TryGetValue(pair, out double known)) return known;
        if (_pairs.Count >= MostPairs)
        {
            _pairs.Clear();
            _numbers.Clear();
            return one.Text.Likeness(other.Text);
        }

        return _pairs[pair] = one.Text.Likeness(other.Text);
    }

    private int Number(string digest)
    {
        if (!_numbers.TryGetValue(digest, out int number)) _numbers.Add(digest, number = _numbers.Count);
        return number;
    }
}
