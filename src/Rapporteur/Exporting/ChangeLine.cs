using Rapporteur.Positions;

namespace Rapporteur.Exporting;

/// <summary>One statement in an exported change.</summary>
public sealed record EvidenceLine(string Appearance, string? Speaker, string Stance, string? Day, string Wording, string? Condition, string? Outlet, string? Url)
{
    /// <summary>From the record.</summary>
    public static EvidenceLine Of(Evidence evidence) => new(
        evidence.Appearance.Id, evidence.Appearance.Speaker?.Name, PositionLine.StanceName(evidence.Stated.Stance), evidence.Day?.ToString("yyyy-MM-dd"),
        evidence.Appearance.Content, evidence.Stated.Condition, evidence.Appearance.Article.Outlet, evidence.Appearance.Article.Url);
}

/// <summary>One line of <c>changes --json</c>.</summary>
public sealed record ChangeLine(string Actor, string Issue, string IssueId, string Kind, string? Day, EvidenceLine Before, EvidenceLine? After)
{
    /// <summary>From the record.</summary>
    public static ChangeLine Of(PositionChange change) => new(
        change.Actor, change.Issue.Name, change.Issue.Id, KindName(change.Kind), change.Day?.ToString("yyyy-MM-dd"),
        EvidenceLine.Of(change.Before), change.After is { } after ? EvidenceLine.Of(after) : null);

    /// <summary>"hardened", "condition-added", "fell-silent", ….</summary>
    public static string KindName(ChangeKind kind) => kind switch
    {
        ChangeKind.ConditionAdded => "condition-added",
        ChangeKind.ConditionDropped => "condition-dropped",
        ChangeKind.FellSilent => "fell-silent",
        _ => kind.ToString().ToLowerInvariant(),
    };
}

/// <summary>One contradiction of <c>changes --json</c>.</summary>
public sealed record ContradictionLine(string Actor, string Issue, string IssueId, string Kind, EvidenceLine One, EvidenceLine Other)
{
    /// <summary>From the record.</summary>
    public static ContradictionLine Of(Contradiction found) => new(
        found.Actor, found.Issue.Name, found.Issue.Id, "contradiction: " + KindName(found.Kind), EvidenceLine.Of(found.One), EvidenceLine.Of(found.Other));

    /// <summary>In words.</summary>
    public static string KindName(ContradictionKind kind) => kind switch
    {
        ContradictionKind.Within => "within one actor",
        ContradictionKind.WithinSide => "within one side",
        ContradictionKind.ConditionsDenied => "no conditions, and conditions",
        ContradictionKind.TwoAccounts => "two accounts",
        _ => "report and denial",
    };
}
