using Rapporteur.Querying;

namespace Rapporteur.Positions.Deciding;

/// <summary>The issues that people keep, and which of them a stance is about.</summary>
/// <param name="issues">In the order of the file; empty where there is none.</param>
internal sealed class KeptIssues(IReadOnlyList<Issue> issues)
{
    // How sure it has to be that a statement is on an issue for a doubtful stance to count there.
    private static readonly double Sure = double.Parse(Environment.GetEnvironmentVariable("SURE") ?? "0.5", System.Globalization.CultureInfo.InvariantCulture);

    // No change rests on it.
    private const double InDoubt = 0.45;
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
        if (report.Meaning is not { } meaning) return stated.Doubtful ? [] : read;
        IssueClues clues = IssueClues.Of(stated.Words, report.Appearance.Content, stated.Context ?? [], report.Appearance.Article.Title, meaning);
        IReadOnlyList<IssueAssignment> told = IssueDecision.Shared.Decide(issues, _evidence.Of(clues, read));
        return stated.Doubtful ? [.. told.Where(one => one.Confidence >= Sure).Select(one => one with { Confidence = InDoubt * one.Confidence })] : told;
    }
}
