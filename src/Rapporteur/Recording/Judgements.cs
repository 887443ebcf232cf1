namespace Rapporteur.Recording;

/// <summary>What a person may decide about the record.</summary>
public enum JudgementKind
{
    /// <summary>Two statements are one.</summary>
    Join,

    /// <summary>An appearance is not of the statement it was put into: its wording stands by itself.</summary>
    Split,

    /// <summary>An appearance is no quotation: it is shown nowhere.</summary>
    NotAQuotation,

    /// <summary>Two names are of one actor, whose wordings are compared.</summary>
    SameActor,

    /// <summary>An appearance is right as it was found. Changes nothing but what is still to be looked at.</summary>
    Confirmed,

    /// <summary>An appearance has another speaker than was found.</summary>
    Speaker,

    /// <summary>An appearance was said on another day than was found.</summary>
    SaidOn,

    /// <summary>An actor is shown under another name than most articles use.</summary>
    Rename,

    /// <summary>A statement belongs to an issue, or to none, whatever its words suggest.</summary>
    Issue,
}

/// <summary>A decision asked for.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="One">Identity of a statement or appearance; a name or identity of an actor.</param>
/// <param name="Other">The other of two; the name of the speaker ("" for nobody named), the day as yyyy-MM-dd ("" for unknown), the name to show, the name of the issue ("" for none); else null.</param>
/// <param name="Author">Who decides, or null.</param>
public sealed record JudgementRequest(JudgementKind Kind, string One, string? Other, string? Author);

/// <summary>A decision as it is kept.</summary>
/// <param name="Number">From 1, in the order they were made.</param>
/// <param name="Kind">What was decided.</param>
/// <param name="About">Identities or names as they were given.</param>
/// <param name="Author">Who decided, or null.</param>
/// <param name="MadeAt">When.</param>
/// <param name="UndoneAt">When it was taken back; null while it holds.</param>
public sealed record Judgement(int Number, JudgementKind Kind, IReadOnlyList<string> About, string? Author, DateTimeOffset MadeAt, DateTimeOffset? UndoneAt)
{
    /// <summary>Identity of the appearance it is about, as it is now: a new analysis may have given the words another. Null for judgements about wordings and actors.</summary>
    public string? Appearance { get; init; }
}

/// <summary>A judgement that cannot be made: the message says why.</summary>
public sealed class JudgementException(string message) : Exception(message);
