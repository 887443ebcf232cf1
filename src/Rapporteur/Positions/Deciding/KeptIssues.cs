using Rapporteur.Querying;

namespace Rapporteur.Positions.Deciding;

/// <summary>The issues that people keep, and which of them the stances of an article are about.</summary>
/// <param name="issues">In the order of the file; empty where there is none.</param>
internal sealed class KeptIssues(IReadOnlyList<Issue> issues)
{
    // How sure it has to be that a statement is on an issue for a doubtful stance to count there; and no change rests on it. Chosen on the dossiers for learning.
    private const double Sure = 0.5, InDoubt = 0.45;

    // What tells an issue is by how much it fits better than the others: learnt where ten were kept, it says nothing of one or two.
    private const int Fewest = 5;

    private readonly Issue[] _kept = [.. issues.Where(issue => !issue.Asked)];
    private readonly IssueEvidence _evidence = new([.. issues.Where(issue => !issue.Asked)]);

    /// <summary>Whether what is learnt decides, and not the rules alone.</summary>
    public bool IsLearnt => _kept.Length >= Fewest;

    /// <summary>In the order of the file.</summary>
    public IReadOnlyList<Issue> All => issues;

    /// <summary>The issues that each stance of each report is about, surest first.</summary>
    /// <param name="article">Reports of one article, in text order, their stances' words as they are compared.</param>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<IssueAssignment>>> Of(IReadOnlyList<StanceReport> article)
    {
        if (issues.Count == 0) return [.. article.Select(report => (IReadOnlyList<IReadOnlyList<IssueAssignment>>)[.. report.Stances.Select(_ => (IReadOnlyList<IssueAssignment>)[])])];
        if (!IsLearnt) return [.. article.Select(report => (IReadOnlyList<IReadOnlyList<IssueAssignment>>)[.. report.Stances.Select(stance => stance.Doubtful ? [] : IssueAssignment.Of(stance, issues))])];
        double[][] alone = [.. article.Select(report => IssueDecision.Shared.Alone(Evidence(report, report.Stances).Features))];
        return [.. article.Select((report, place) => (IReadOnlyList<IReadOnlyList<IssueAssignment>>)[.. report.Stances.Select(stance => Of(report, stance, alone, place))])];
    }

    private IReadOnlyList<IssueAssignment> Of(StanceReport report, StatedStance stance, double[][] article, int place)
    {
        (double[][] features, IReadOnlyList<IssueAssignment> read) = Evidence(report, [stance]);
        // A record of before meanings were kept goes by the rules.
        if (report.Meaning is null) return stance.Doubtful ? [] : IssueAssignment.Of(stance, issues);
        IReadOnlyList<IssueAssignment> told = IssueDecision.Shared.Decide(_kept, IssueSurroundings.Of(features, IssueDecision.Shared.Alone(features), article, place));
        return stance.Doubtful ? [.. told.Where(one => one.Confidence >= Sure).Select(one => one with { Confidence = InDoubt * one.Confidence })] : [.. told, .. IssueAssignment.Of(stance, issues).Where(one => one.Issue.Asked)];
    }

    private (double[][] Features, IReadOnlyList<IssueAssignment> Read) Evidence(StanceReport report, IReadOnlyList<StatedStance> stances)
    {
        IReadOnlyList<IssueAssignment> read = [.. stances.SelectMany(stance => IssueAssignment.Of(stance, _kept)).DistinctBy(one => one.Issue.Id)];
        IssueClues clues = IssueClues.Of(stances.SelectMany(stance => stance.Words), report.Appearance.Content, stances.SelectMany(stance => stance.Context ?? []), report.Appearance.Article.Title, report.Meaning);
        return (_evidence.Of(clues, read), read);
    }
}
