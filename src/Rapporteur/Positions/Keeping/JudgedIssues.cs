using Rapporteur.Querying;

namespace Rapporteur.Positions.Keeping;

/// <summary>The reports whose issue people have decided, which goes before what their words suggest.</summary>
/// <remarks>Which issues are suggested stays a matter of the words alone, so that one decision does not rename the issues of other statements.</remarks>
internal sealed class JudgedIssues
{
    private readonly Dictionary<(long Version, int Place), StanceReport> _reports = [];

    /// <summary>Whether nobody has decided anything.</summary>
    public bool IsEmpty => _reports.Count == 0;

    /// <summary>The names of the issues that statements were put on, in ordinal order.</summary>
    public IEnumerable<string> Names =>
        _reports.Values.Select(report => report.Issue!).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Which statement was put on which issue, by their identities.</summary>
    public IReadOnlyList<(string Issue, string Statement)> Statements =>
        [.. _reports.Values.Where(report => report.Issue!.Length > 0).Select(report => (Issue.IdOf(report.Issue!), report.Appearance.StatementId)).Distinct()];

    /// <summary>Takes in what has become of a place.</summary>
    public void Take(StanceChange change)
    {
        if (change.Report is { Issue: not null } report) _reports[(change.Version, change.Place)] = report;
        else _reports.Remove((change.Version, change.Place));
    }
}
