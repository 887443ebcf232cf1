namespace Rapporteur.Matching.Changes;

/// <summary>What became of some words in a row.</summary>
public enum RunKind
{
    /// <summary>They stand in both wordings.</summary>
    Kept,

    /// <summary>They stand in the first only.</summary>
    Dropped,

    /// <summary>They stand in the second only.</summary>
    Added,

    /// <summary>Others stand in their place.</summary>
    Replaced,

    /// <summary>Dropped here; the same words stand elsewhere in the second.</summary>
    MovedAway,

    /// <summary>Added here; the same words stood elsewhere in the first.</summary>
    MovedHere,
}

/// <summary>Words in a row with what became of them.</summary>
/// <param name="Kind">What became of them.</param>
/// <param name="Before">As the first wording writes them; empty when added.</param>
/// <param name="After">As the second writes them; empty when dropped.</param>
public readonly record struct WordRun(RunKind Kind, string Before, string After);
