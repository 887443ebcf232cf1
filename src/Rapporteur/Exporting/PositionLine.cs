using Rapporteur.Positions;
using Rapporteur.Text;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export positions</c>.</summary>
public sealed record PositionLine(
    string Id, string Actor, string Issue, string IssueId, bool IssueSuggested, string Stance, string Act, string? From, string? To,
    IReadOnlyList<string> Evidence, IReadOnlyList<string> Conditions, double Strength, double Confidence, bool SingleParaphrase, string Wording)
{
    /// <summary>From the record; the wording is that of the first statement.</summary>
    public static PositionLine Of(Position position) => new(
        position.Id, position.Actor, position.Issue.Name, position.Issue.Id, position.Issue.Suggested, StanceName(position.Stance), ActName(position.Stance),
        position.From?.ToString("yyyy-MM-dd"), position.To?.ToString("yyyy-MM-dd"),
        [.. position.Evidence.Select(evidence => evidence.Appearance.Id)], position.Conditions, position.Strength, position.Confidence,
        position.SingleParaphrase, position.Evidence[0].Appearance.Content);

    /// <summary>"leaves-open", else the one word.</summary>
    public static string StanceName(Stance stance) => stance == Text.Stance.LeavesOpen ? "leaves-open" : stance.ToString().ToLowerInvariant();

    /// <summary>The act by which such a stance is taken: "demand", "refusal", ….</summary>
    public static string ActName(Stance stance) => stance switch
    {
        Text.Stance.Demands => "demand",
        Text.Stance.Supports => "support",
        Text.Stance.Accepts => "acceptance",
        Text.Stance.Offers => "offer",
        Text.Stance.Conditional => "condition",
        Text.Stance.LeavesOpen => "opening",
        Text.Stance.Denies => "denial",
        Text.Stance.Rejects => "refusal",
        _ => "threat",
    };
}
