using System.Runtime.CompilerServices;
using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>What one connection has read of wordings, judged of pairs and knows of blocks and statements.</summary>
/// <remarks>
/// Wordings and pairs grow old through people's judgements only. Where wordings stand changes with every article: this connection, which alone writes here, keeps what it remembers in step, and
/// when another process has written, or a transaction was undone, all is forgotten (<see cref="PreparedSql.State"/>).
/// </remarks>
internal sealed class WordingCache
{
    // Together some hundred megabytes at most.
    private const int MostWordings = 50_000;
    private const int MostPairs = 1_000_000;
    private static readonly ConditionalWeakTable<PreparedSql, WordingCache> OfConnection = [];
    private readonly Dictionary<long, (string Id, Proposition Proposition)> _wordings = [];
    private readonly Dictionary<(Proposition, Proposition), double?> _pairs = new(ByIdentity.Instance);
    private (long Judgements, long State) _at = (-1, -1);

    /// <summary>Wordings with their blocks and statements, by row.</summary>
    public Dictionary<long, StandingWording> Standing { get; } = [];

    /// <summary>Their statements, by row.</summary>
    public Dictionary<long, StandingStatement> Statements { get; } = [];

    /// <summary>The members of blocks by level and number, all of them and in order of their rows (by day those of a large block on the last level); null for a large block on another level.</summary>
    public Dictionary<long, List<StandingWording>?>[] Blocks { get; } = [.. BlockLevels.Edges.Select(_ => new Dictionary<long, List<StandingWording>?>())];

    /// <summary>That of a connection.</summary>
    public static WordingCache Of(PreparedSql sql) => OfConnection.GetOrCreateValue(sql);

    /// <summary>Forgets everything when people have judged since, or somebody else has written.</summary>
    public void At(long judgements, long state)
    {
        if (_at != (judgements, state)) Clear();
        _at = (judgements, state);
    }

    /// <summary>Forgets everything when it is too much. Only where nobody holds any of it.</summary>
    public void MakeRoom()
    {
        if (_wordings.Count >= MostWordings) Clear();
    }

    /// <summary>Forgets a wording that has another day now. Pairs go by the wording they were judged with, so they do not come back.</summary>
    public void Forget(long row)
    {
        _wordings.Remove(row);
        ForgetStanding();
    }

    /// <summary>Forgets where wordings stand, after they have been put elsewhere all at once.</summary>
    public void ForgetStanding()
    {
        Standing.Clear();
        Statements.Clear();
        foreach (Dictionary<long, List<StandingWording>?> blocks in Blocks) blocks.Clear();
    }

    private void Clear()
    {
        _wordings.Clear();
        _pairs.Clear();
        ForgetStanding();
    }

    /// <summary>The wording of a row, read when it is not known.</summary>
    public (string Id, Proposition Proposition) Wording(long row, Func<long, (string Id, Proposition Proposition)> read) =>
        _wordings.TryGetValue(row, out (string, Proposition) known) ? known : _wordings[row] = read(row);

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
