using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>What is matched of a wording.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Wording">With the names that judgements give its actors.</param>
/// <param name="Number">Another for each that is read: pairs are remembered by it.</param>
internal sealed record KnownWording(string Id, Proposition Wording, int Number)
{
    /// <summary>What it was found to be with wordings of smaller numbers.</summary>
    public JudgedPairs Judged { get; } = new();
}

/// <summary>A wording of the record with its blocks and its statement, as they are now.</summary>
/// <param name="row">Its row.</param>
/// <param name="known">What is matched.</param>
/// <param name="blocks">Its block on each of <see cref="BlockLevels"/>.</param>
/// <param name="statement">Its statement.</param>
internal sealed class StandingWording(long row, KnownWording known, long[] blocks, StandingStatement statement) : IPlacedWording
{
    public long Row => row;

    public KnownWording Known => known;

    public string Id => known.Id;

    public Proposition Wording => known.Wording;

    public long[] Blocks => blocks;

    public StandingStatement In { get; set; } = statement;

    public string Statement => In.Id;
}

/// <summary>A statement that wordings are in; the same object for all of them.</summary>
internal sealed class StandingStatement(long row, string id)
{
    public long Row => row;

    /// <summary>Changes when another wording comes to be its first.</summary>
    public string Id { get; set; } = id;
}
