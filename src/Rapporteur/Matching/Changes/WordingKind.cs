namespace Rapporteur.Matching.Changes;

/// <summary>What became of a statement's wording from one report to another. When several hold, the last one here is told.</summary>
public enum WordingKind
{
    /// <summary>The same words in the same order; case and marks do not count.</summary>
    Verbatim,

    /// <summary>Other words or another language, about as much said.</summary>
    Paraphrase,

    /// <summary>Markedly less is said.</summary>
    Shortened,

    /// <summary>Less certain, less binding or less intense.</summary>
    Softened,

    /// <summary>More certain, more binding or more intense.</summary>
    Sharpened,

    /// <summary>Something that changes the meaning: see <see cref="MeaningChange"/>.</summary>
    MeaningChanged,
}

/// <summary>What changed the meaning.</summary>
public enum MeaningChange
{
    /// <summary>A negation is gone or was added.</summary>
    Negation,

    /// <summary>Another number of the same things.</summary>
    Number,

    /// <summary>Another name in the same place.</summary>
    Actor,

    /// <summary>Words that were the speaker's own are reported without quotation marks.</summary>
    MarksLost,

    /// <summary>The quotation marks stand around other words.</summary>
    MarksMoved,
}
