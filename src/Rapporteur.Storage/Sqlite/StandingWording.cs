using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>A wording of the record with its blocks and its statement, as they are now.</summary>
/// <param name="row">Its row.</param>
/// <param name="id">Its identity.</param>
/// <param name="wording">What is matched, with the names that judgements give its actors.</param>
/// <param name="blocks">Its block on each of <see cref="BlockLevels"/>.</param>
/// <param name="statement">Its statement.</param>
internal sealed class StandingWording(long row, string id, Proposition wording, long[] blocks, StandingStatement statement) : IPlacedWording
{
    /// <summary>By day, then by identity, those without a day last.</summary>
    public static readonly IComparer<StandingWording> ByDay = Comparer<StandingWording>.Create((left, right) =>
        (left.Wording.Day ?? DateOnly.MaxValue).CompareTo(right.Wording.Day ?? DateOnly.MaxValue) is not 0 and var byDay ? byDay : string.CompareOrdinal(left.Id, right.Id));

    public long Row => row;

    public string Id => id;

    public Proposition Wording => wording;

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
