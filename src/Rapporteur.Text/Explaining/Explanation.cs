namespace Rapporteur.Text.Explaining;

/// <summary>Why one attribution was read as it was, in words for people.</summary>
/// <param name="Attribution">What was read.</param>
/// <param name="Decided">What found it: a rule, or what was learnt.</param>
/// <param name="Evidence">What spoke for the cue and what against it where it was learnt, the weightiest first, each by how much the log-odds of a cue fall when the network is not told of it: above 0 for a cue; empty where a rule decided alone.</param>
/// <param name="Repaired">What was repaired in the quotation marks, or null.</param>
/// <param name="Speaker">The steps from the source as written to the speaker, in order; one step that says so when nothing leads there.</param>
/// <param name="Relay">To whom, for whom and through whom it was said, a sentence each; empty when for himself to nobody named.</param>
/// <param name="Day">Where the day comes from; null when there is none.</param>
/// <param name="Act">What told the speech act.</param>
public sealed record Explanation(
    Attribution Attribution, string Decided, IReadOnlyList<(string What, double Weight)> Evidence, string? Repaired, IReadOnlyList<string> Speaker, IReadOnlyList<string> Relay, string? Day, string Act);
