using Rapporteur.Positions;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Exporting;

/// <summary>One line of <c>export positions</c>.</summary>
public sealed record PositionLine(
    string Id, string Actor, string Issue, string IssueId, bool IssueSuggested, string Stance, string Act, string? From, string? To,
    IReadOnlyList<string> Evidence, IReadOnlyList<string> Conditions, double Strength, double Confidence, bool SingleParaphrase, string Wording, string? Side, bool ToldByOthers, bool Doubtful)
{
    /// <summary>From the record; the wording is that of the first statement, the side the state that the actor speaks for by office.</summary>
    public static PositionLine Of(Position position) => new(
        position.Id, position.Actor, position.Issue.Name, position.Issue.Id, position.Issue.Suggested, StanceName(position.Stance), ActOf(position),
        position.From?.ToString("yyyy-MM-dd"), position.To?.ToString("yyyy-MM-dd"),
        [.. position.Evidence.Select(evidence => evidence.Appearance.Id)], position.Conditions, position.Strength, position.Confidence,
        position.SingleParaphrase, position.Evidence[0].Appearance.Content, position.Side, position.ToldByOthers, position.Doubtful);

    /// <summary>"leaves-open", else the one word.</summary>
    public static string StanceName(Stance stance) => stance == Text.Stance.LeavesOpen ? "leaves-open" : stance.ToString().ToLowerInvariant();

    // The act that most of its reports are; a plain assertion only where no other is.
    private static string ActOf(Position position) => SpeechActNames.Of(position.Evidence.Select(evidence => evidence.Appearance.Attribution.Act)
        .GroupBy(act => act).OrderBy(act => act.Key == SpeechAct.Assert).ThenByDescending(act => act.Count()).ThenBy(act => act.Key).First().Key);
}
