using Rapporteur.Matching;

namespace Rapporteur.Querying;

/// <summary>Another statement of the same actor that belongs to one.</summary>
/// <param name="StatementId">Identity of the other.</param>
/// <param name="Relation">How it belongs: the same on another day, or a variant whose meaning differs.</param>
/// <param name="Content">The wording of the other that is most like this one.</param>
/// <param name="SaidOn">The day it was said, or else reported; null when unknown.</param>
public sealed record StatementLink(string StatementId, StatementRelation Relation, string Content, DateOnly? SaidOn);

/// <summary>Why one wording is in its statement.</summary>
/// <param name="Wording">Identity of the wording.</param>
/// <param name="Content">Its words.</param>
/// <param name="Partner">The words of the wording in the statement that it is most like; null when it is alone.</param>
/// <param name="Explanation">What joined the two; null when it is alone.</param>
/// <param name="Appearances">Identities of the appearances with this wording.</param>
/// <param name="Judged">True when a person joined it or set it apart.</param>
public sealed record WordingReason(
    string Wording, string Content, string? Partner, MatchExplanation? Explanation, IReadOnlyList<string> Appearances, bool Judged);
