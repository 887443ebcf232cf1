using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>Everything that is drawn from the stances of one record: issues, positions, changes, contradictions.</summary>
public sealed class PositionBook
{
    private readonly Lazy<IReadOnlyList<Position>> _positions;
    private readonly Lazy<IReadOnlyList<PositionChange>> _changes;
    private readonly Lazy<IReadOnlyList<Contradiction>> _contradictions;

    private readonly IReadOnlyList<StanceReport> _reports;

    private PositionBook(IReadOnlyList<StanceReport> reports, IReadOnlyList<SuggestedIssue> suggested, IReadOnlyList<Issue> issues)
    {
        (_reports, Suggested, Issues) = (reports, suggested, issues);
        _positions = new(() => PositionDrawer.Draw(reports, issues));
        _changes = new(() => ChangeFinder.Find(reports, issues));
        _contradictions = new(() => ContradictionFinder.Find(reports, issues));
    }

    /// <summary>The issues that the record suggests, whether they are used or not.</summary>
    public IReadOnlyList<SuggestedIssue> Suggested { get; }

    /// <summary>The issues in use: those of the people's file first; suggested ones for what it does not cover.</summary>
    public IReadOnlyList<Issue> Issues { get; }

    /// <summary>By actor, issue and first day.</summary>
    public IReadOnlyList<Position> Positions => _positions.Value;

    /// <summary>By day.</summary>
    public IReadOnlyList<PositionChange> Changes => _changes.Value;

    /// <summary>By issue.</summary>
    public IReadOnlyList<Contradiction> Contradictions => _contradictions.Value;

    /// <summary>Draws it.</summary>
    /// <param name="record">Where the stances are.</param>
    /// <param name="named">The people's issues; empty when there is no file.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<PositionBook> OfAsync(IRecordQueries record, IReadOnlyList<Issue> named, CancellationToken cancel) =>
        Of(await record.StanceReportsAsync(cancel), named);

    /// <summary>Draws it from reports at hand.</summary>
    public static PositionBook Of(IReadOnlyList<StanceReport> reports, IReadOnlyList<Issue> named)
    {
        // What a named issue covers needs no suggestion.
        StanceReport[] open = [.. reports
            .Select(report => report with { Stances = [.. report.Stances.Where(stance => IssueAssignment.Of(stance, named).Count == 0)] })
            .Where(report => report.Stances.Count > 0)];
        IReadOnlyList<SuggestedIssue> suggested = IssueSuggester.Suggest(open);
        HashSet<string> ids = [.. named.Select(issue => issue.Id)];
        return new PositionBook(reports, suggested, JudgedIssues.Settle(reports, [.. named, .. suggested.Select(issue => issue.Issue).Where(issue => ids.Add(issue.Id))]));
    }

    /// <summary>Identities of the statements on an issue, in ordinal order: those that take a stance on it, and those that people put on it.</summary>
    public IReadOnlyList<string> StatementsOn(string issue) =>
    [
        .. Positions.Where(position => position.Issue.Id == issue).SelectMany(position => position.Evidence).Select(evidence => evidence.Appearance.StatementId)
            .Concat(_reports.Where(report => report.Issue is { Length: > 0 } judged && Issue.IdOf(judged) == issue).Select(report => report.Appearance.StatementId))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>The issues whose name, alias or identity holds all words asked for; an exact name alone, if there is one.</summary>
    public IReadOnlyList<Issue> IssuesLike(string words)
    {
        string key = Folding.Key(words);
        Issue[] exact = [.. Issues.Where(issue => Folding.Key(issue.Name) == key || issue.Id == words || issue.Aliases.Any(alias => Folding.Key(alias) == key))];
        if (exact.Length > 0) return exact;
        IReadOnlyList<string> stems = Text.Stances.TargetWords.OfPhrase(words);
        string[] content = [.. stems.Where(stem => stem[0] != '^')];
        return [.. Issues.Where(issue =>
            Folding.Key(issue.Name).Contains(key, StringComparison.Ordinal)
            || (content.Length > 0 && issue.Keys.Any(known => content.All(known.Contains) || (known.All(stems.Contains) && known.Any(stem => stem[0] != '^')))))];
    }
}
