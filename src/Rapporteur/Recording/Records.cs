using Rapporteur.Text;

namespace Rapporteur.Recording;

/// <summary>One article with everything found in it, ready to be recorded in one transaction.</summary>
/// <param name="Article">The cleaned article.</param>
/// <param name="Appearances">The statements reported in it, in text order.</param>
/// <param name="Analysed">False when the article was recorded without analysis (its language is not one we analyse).</param>
public sealed record ArticleRecord(Article Article, IReadOnlyList<Appearance> Appearances, bool Analysed)
{
    /// <summary>The places in it that name an encounter, in text order.</summary>
    public IReadOnlyList<EncounterMention> Encounters { get; init; } = [];

    /// <summary>The terms in it that are held at arm's length, in text order.</summary>
    public IReadOnlyList<ContestedTerm> Terms { get; init; } = [];

    /// <summary>The stances its words take; <see cref="StanceMark.Attribution"/> is the place among the appearances.</summary>
    public IReadOnlyList<StanceMark> Stances { get; init; } = [];
}

/// <summary>One attribution in one article, seen as a report of a statement.</summary>
public sealed record Appearance
{
    /// <summary>Identity of the wording (<see cref="Matching.StatementMatcher"/>), and of the statement when no other wording of it is known.</summary>
    public required string StatementId { get; init; }

    /// <summary>Where and how it stands in the article's text.</summary>
    public required Attribution Attribution { get; init; }

    /// <summary>The words of the content as written, its spans joined with " … ".</summary>
    public required string Content { get; init; }

    /// <summary>What other wordings are compared with; null when it is not to be matched.</summary>
    public Matching.Proposition? Proposition { get; init; }
}

/// <summary>What recording an article changed.</summary>
public enum RecordOutcome
{
    /// <summary>The article was not known.</summary>
    Added,

    /// <summary>The article was known with another text: a new version was recorded.</summary>
    NewVersion,

    /// <summary>The article was known with this very text: nothing changed.</summary>
    Unchanged,
}
