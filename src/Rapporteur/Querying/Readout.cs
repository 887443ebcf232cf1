namespace Rapporteur.Querying;

/// <summary>What one side said about an encounter.</summary>
/// <param name="Side">The participant who spoke or was spoken for; of others, who spoke.</param>
/// <param name="TakesPart">True when the side is a participant.</param>
/// <param name="Statements">One report of each statement, earliest first.</param>
public sealed record Readout(string Side, bool TakesPart, IReadOnlyList<AppearanceRow> Statements);
