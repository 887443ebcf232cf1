namespace Rapporteur.Positions;

/// <summary>An issue read off the record.</summary>
/// <param name="Issue">With the name most often used for it.</param>
/// <param name="Statements">How many statements take a stance on it.</param>
/// <param name="Wordings">How it is put, most frequent first.</param>
public sealed record SuggestedIssue(Issue Issue, int Statements, IReadOnlyList<string> Wordings);
