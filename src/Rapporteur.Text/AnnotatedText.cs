namespace Rapporteur.Text;

/// <summary>A text with everything the analysis found in it. Immutable; each step of the analysis returns a new one.</summary>
/// <remarks>
/// All lists are in text order, all spans lie inside <see cref="Text"/>, and spans of one list do not cross.
/// Indices (a sentence's tokens, a token's head) point into <see cref="Tokens"/>.
/// </remarks>
public sealed record AnnotatedText
{
    /// <summary>The characters, exactly as they were handed in.</summary>
    public required string Text { get; init; }

    /// <summary>The day the text was published, against which "last Tuesday" is resolved; null when unknown.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Paragraphs without the line breaks between them. A headline or caption on a line of its own is one.</summary>
    public IReadOnlyList<TextSpan> Paragraphs { get; init; } = [];

    /// <summary>Words and punctuation marks, as Universal Dependencies divides English.</summary>
    public IReadOnlyList<Token> Tokens { get; init; } = [];

    /// <summary>Sentences; every token belongs to exactly one.</summary>
    public IReadOnlyList<Sentence> Sentences { get; init; } = [];

    /// <summary>Names of persons, organisations, places and states.</summary>
    public IReadOnlyList<EntityMention> Entities { get; init; } = [];

    /// <summary>Offices, jobs and parts that the text gives to persons.</summary>
    public IReadOnlyList<RoleMention> Roles { get; init; } = [];

    /// <summary>Pronouns and phrases that stand for an actor named elsewhere in the text.</summary>
    public IReadOnlyList<ActorReference> Coreference { get; init; } = [];

    /// <summary>Dates, times of day, durations and recurring times.</summary>
    public IReadOnlyList<TimeExpression> Times { get; init; } = [];

    /// <summary>Places where words or thoughts are attributed to somebody.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Calls, meetings, talks and the like whose participants the text names.</summary>
    public IReadOnlyList<EncounterMention> Encounters { get; init; } = [];

    /// <summary>Terms held at arm's length, with those who use them: "what Norland calls a 'rescue'". They are not statements.</summary>
    public IReadOnlyList<ContestedTerm> ContestedTerms { get; init; } = [];

    /// <summary>The stances that the attributed words take, by attribution.</summary>
    public IReadOnlyList<StanceMark> Stances { get; init; } = [];
}
