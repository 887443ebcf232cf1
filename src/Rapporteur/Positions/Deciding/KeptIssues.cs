using Rapporteur.Querying;

namespace Rapporteur.Positions.Deciding;

/// <summary>The issues that people keep, and which of them a stance is about.</summary>
/// <param name="issues">In the order of the file; empty where there is none.</param>
internal sealed class KeptIssues(IReadOnlyList<Issue> issues)
{
    private readonly IssueEvidence _evidence = new(issues);

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Issue> All => issues;

    /// <summary>The issues that a stance is about, surest first.</summary>
    /// <param name="report">Where it is taken.</param>
    /// <param name="stated">The stance, its words as they are compared.</param>
    public IReadOnlyList<IssueAssignment> Of(StanceReport report, StatedStance stated)
    {
        if (issues.Count == 0) return [];
        IReadOnlyList<IssueAssignment> read = IssueAssignment.Of(stated, issues);
        if (report.Meaning is not { } meaning) return read;
        IssueClues clues = IssueClues.Of(stated.Words, report.Appearance.Content, stated.Context ?? [], report.Appearance.Article.Title, meaning);
        return IssueDecision.Shared.Decide(issues, _evidence.Of(clues, read));
    }
}
