using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>What people decided about the issue of a statement goes before what its words suggest.</summary>
internal static class JudgedIssues
{
    /// <summary>The issues that a stance in a report is about, surest first.</summary>
    public static IReadOnlyList<IssueAssignment> Of(StanceReport report, StatedStance stance, IReadOnlyList<Issue> issues)
    {
        if (report.Issue is not { } judged) return IssueAssignment.Of(stance, issues);
        string id = Issue.IdOf(judged);
        return judged.Length == 0 ? [] : [.. issues.Where(issue => issue.Id == id).Take(1).Select(issue => new IssueAssignment(issue, 1))];
    }

    /// <summary>The issues in use: with those that people put statements on, and without suggested ones from which they took the last.</summary>
    /// <remarks>Which issues are suggested is a matter of the words alone, so that one decision does not rename the issues of other statements.</remarks>
    public static IReadOnlyList<Issue> Settle(IReadOnlyList<StanceReport> reports, IReadOnlyList<Issue> issues)
    {
        string[] judged = [.. reports.Select(report => report.Issue).OfType<string>().Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (judged.Length == 0 && reports.All(report => report.Issue is null)) return issues;
        HashSet<string> ids = [.. issues.Select(issue => issue.Id)];
        Issue[] all = [.. issues, .. judged.Select(name => Issue.Named(name, [], [])).Where(issue => ids.Add(issue.Id))];
        HashSet<string> used = [.. reports.SelectMany(report => report.Stances.SelectMany(stance => Of(report, stance, all)).Select(assigned => assigned.Issue.Id)), .. judged.Select(Issue.IdOf)];
        return [.. all.Where(issue => !issue.Suggested || used.Contains(issue.Id))];
    }
}
