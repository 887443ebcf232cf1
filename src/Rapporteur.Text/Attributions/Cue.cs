namespace Rapporteur.Text.Attributions;

/// <summary>A verb group that may attribute something: "has also said", "did not mention".</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="End">Index after its last word: the verb, or the particle that belongs to it.</param>
/// <param name="Verb">The verb.</param>
/// <param name="IsPassive">True when the subject is not the one who speaks: "was told".</param>
internal readonly record struct Cue(int First, int End, ReportingVerb Verb, bool IsPassive);
