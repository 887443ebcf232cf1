namespace Rapporteur.Querying;

/// <summary>What has become of the stances of one place in one version of an article.</summary>
/// <param name="Version">The version, by the store's own number.</param>
/// <param name="Place">The attribution's number in it.</param>
/// <param name="Report">As it is now; null when nothing of it counts any more.</param>
public readonly record struct StanceChange(long Version, int Place, StanceReport? Report);

/// <summary>What has changed in the stances of a record since somebody looked.</summary>
/// <param name="UpTo">To ask with the next time.</param>
/// <param name="Changes">In the order of the record; a place that has changed several times is told once, as it is now.</param>
public sealed record StanceChanges(long UpTo, IReadOnlyList<StanceChange> Changes);
