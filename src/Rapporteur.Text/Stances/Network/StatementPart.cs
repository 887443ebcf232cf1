namespace Rapporteur.Text.Stances.Network;

/// <summary>What a word is in a statement.</summary>
internal enum StatementPart
{
    /// <summary>None of the others: what stands around.</summary>
    Around,

    /// <summary>Who says it.</summary>
    Source,

    /// <summary>What tells that it is said.</summary>
    Cue,

    /// <summary>What is said.</summary>
    Content,
}
