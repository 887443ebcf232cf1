using System.Runtime.CompilerServices;
using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>What one connection has read of wordings and judged of pairs. Both follow from the wordings alone, so nothing in it grows old but through people's judgements.</summary>
internal sealed class WordingCache
{
    // Together some hundred megabytes at most.
    private const int MostWordings = 50_000;
    private const int MostPairs = 1_000_000;
    private static readonly ConditionalWeakTable<PreparedSql, WordingCache> OfConnection = [];
    private readonly Dictionary<long, (string Id, Proposition Proposition)> _wordings = [];
    private readonly Dictionary<(Proposition, Proposition), double?> _pairs = new(ByIdentity.Instance);
    private long _judgements = -1;

    /// <summary>That of a connection.</summary>
    public static WordingCache Of(PreparedSql sql) => OfConnection.GetOrCreateValue(sql);

    /// <summary>Forgets everything when people have judged since.</summary>
    public void At(long judgements)
    {
        if (_judgements == judgements) return;
        _wordings.Clear();
        _pairs.Clear();
        _judgements = judgements;
    }

    /// <summary>Forgets a wording that has another day now. Pairs go by the wording they were judged with, so they do not come back.</summary>
    public void Forget(long row) => _wordings.Remove(row);

    /// <summary>The wording of a row, read when it is not known.</summary>
    public (string Id, Proposition Proposition) Wording(long row, Func<long, (string Id, Proposition Proposition)> read)
    {
        if (_wordings.TryGetValue(row, out (string, Proposition) known)) return known;
        if (_wordings.Count >= MostWordings)
        {
            _wordings.Clear();
            _pairs.Clear();
        }

        return _wordings[row] = read(row);
    }

    /// <summary>Whether two wordings are one statement, log-odds.</summary>
    public double? LogOdds(Proposition left, Proposition right)
    {
        // Told sooner than looked up, and most that share a key.
        if (!PairDecision.MayBeOne(left, right)) return null;
        (Proposition, Proposition) pair = Ordered(left, right);
        return _pairs.TryGetValue(pair, out double? known) ? known : Keep(pair);
    }

    /// <summary>The same, of a wording that was compared with nothing yet.</summary>
    public double? FirstLogOdds(Proposition fresh, Proposition other) => PairDecision.MayBeOne(fresh, other) ? Keep(Ordered(fresh, other)) : null;

    private double? Keep((Proposition Left, Proposition Right) pair)
    {
        if (_pairs.Count >= MostPairs) _pairs.Clear();
        return _pairs[pair] = PairDecision.LogOdds(pair.Left, pair.Right);
    }

    // Which of the two comes first plays no part; one order of them halves the look-ups.
    private static (Proposition, Proposition) Ordered(Proposition left, Proposition right) =>
        RuntimeHelpers.GetHashCode(left) > RuntimeHelpers.GetHashCode(right) ? (right, left) : (left, right);

    private sealed class ByIdentity : IEqualityComparer<(Proposition, Proposition)>
    {
        public static readonly ByIdentity Instance = new();

        public bool Equals((Proposition, Proposition) x, (Proposition, Proposition) y) => ReferenceEquals(x.Item1, y.Item1) && ReferenceEquals(x.Item2, y.Item2);

        public int GetHashCode((Proposition, Proposition) pair) =>
            HashCode.Combine(RuntimeHelpers.GetHashCode(pair.Item1), RuntimeHelpers.GetHashCode(pair.Item2));
    }
}
