namespace Rapporteur.Text;

/// <summary>Words that a text holds at arm's length: what somebody calls something, which is no statement.</summary>
/// <remarks>In <c>what Norland calls a "rescue operation"</c> the term is "rescue operation", its user is Norland and the cue is "calls".</remarks>
/// <param name="Span">The term, without article and quotation marks.</param>
/// <param name="Cue">The verb of naming, or "so-called".</param>
/// <param name="UserSpan">Who uses the term, as written; null when the text does not say.</param>
/// <param name="User">The actor behind it, by the fullest name in this text; null when it cannot be told.</param>
public sealed record ContestedTerm(TextSpan Span, TextSpan Cue, TextSpan? UserSpan, string? User);
