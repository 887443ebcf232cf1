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
    private readonly Dictionary<long, KnownWording> _wordings = [];
    private int _numbers, _pairs;
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
        _pairs = 0;
        ForgetStanding();
    }

    /// <summary>A wording that was just read.</summary>
    public KnownWording New(string id, Proposition wording) => new(id, wording, _numbers++);

    /// <summary>The wording of a row; null when it is not known.</summary>
    public KnownWording? Wording(long row) => _wordings.GetValueOrDefault(row);

    /// <summary>Keeps the wording of a row.</summary>
    public KnownWording Keep(long row, KnownWording wording) => _wordings[row] = wording;

    /// <summary>Whether two wordings are one statement, log-odds; null when they must not be.</summary>
    public double? LogOdds(KnownWording left, KnownWording right)
    {
        // Told sooner than looked up, and most that share a key.
        if (!PairDecision.MayBeOne(left.Wording, right.Wording)) return null;
        // Which of the two comes first plays no part.
        (KnownWording earlier, KnownWording later) = left.Number < right.Number ? (left, right) : (right, left);
        if (!later.Judged.TryGet(earlier.Number, out double logOdds))
        {
            logOdds = PairDecision.LogOdds(left.Wording, right.Wording) ?? double.NaN;
            Keep(earlier, later, logOdds);
        }

        return double.IsNaN(logOdds) ? null : logOdds;
    }

    private void Keep(KnownWording earlier, KnownWording later, double logOdds)
    {
        if (_pairs++ >= MostPairs)
        {
            foreach (KnownWording wording in _wordings.Values) wording.Judged.Clear();
            _pairs = 1;
        }

        later.Judged.Add(earlier.Number, logOdds);
    }
}
