namespace Rapporteur.Matching.Changes;

/// <summary>What became of a piece between two texts.</summary>
public enum ChangeKind
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stands in the older text only.</summary>
    Removed,

    /// <summary>It stands in the newer text only.</summary>
    Added,
}

/// <summary>One piece of two texts laid side by side.</summary>
public sealed record Change<T>(ChangeKind Kind, T Piece);
