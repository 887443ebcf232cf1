namespace Rapporteur.Text;

/// <summary>What kind of encounter is named.</summary>
public enum EncounterType
{
    /// <summary>By telephone or video.</summary>
    Call,

    /// <summary>Face to face.</summary>
    Meeting,

    /// <summary>Negotiations and conversations, wherever they are held.</summary>
    Talks,

    /// <summary>A journey to somebody; the state visited takes part.</summary>
    Visit,

    /// <summary>A meeting of leaders that the text calls one.</summary>
    Summit,

    /// <summary>An exchange of prisoners, hostages or the fallen.</summary>
    Exchange,

    /// <summary>Somebody before reporters; the participants are he and "reporters".</summary>
    PressConference,

    /// <summary>Somebody and who asks him: a person or an outlet.</summary>
    Interview,
}

/// <summary>How far an encounter has come, as a text tells it.</summary>
public enum EncounterStatus
{
    /// <summary>It took place.</summary>
    Held,

    /// <summary>It is agreed, announced or expected.</summary>
    Planned,

    /// <summary>Somebody wants, offers or thinks it possible.</summary>
    Proposed,

    /// <summary>It was planned, and is put off.</summary>
    Postponed,

    /// <summary>It was planned, and will not be.</summary>
    Cancelled,

    /// <summary>Somebody says that it did not or will not take place.</summary>
    Denied,
}

/// <summary>One place in a text that names an encounter of known participants.</summary>
/// <param name="Span">The word that names it: "talks", "met".</param>
/// <param name="Sentence">The sentence it stands in, for showing.</param>
/// <param name="Type">What it is.</param>
/// <param name="Participants">Actors by their fullest names in this text, each once, in ordinal order; a state by its canonical name.</param>
/// <param name="Date">The day, month or year as a TIMEX3 value (<c>2025-04-10</c>, <c>2025-04</c>, <c>2025</c>); null when the text does not tell.</param>
/// <param name="Place">Where, as named; null when the text does not tell.</param>
/// <param name="Status">How far it has come.</param>
/// <param name="Ordinal">6 in "their sixth call since January"; null when it is not counted.</param>
/// <param name="OnlyTold">True for "told reporters": somebody spoke to them, and whether that was a press conference other reports must tell.</param>
public sealed record EncounterMention(
    TextSpan Span,
    TextSpan Sentence,
    EncounterType Type,
    IReadOnlyList<string> Participants,
    string? Date,
    string? Place,
    EncounterStatus Status,
    int? Ordinal = null,
    bool OnlyTold = false);
