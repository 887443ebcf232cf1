using Rapporteur.Positions.Keeping;
using Rapporteur.Querying;

namespace Rapporteur.Positions;

/// <summary>Everything that is drawn from the stances of one record: issues, positions, changes, contradictions.</summary>
public sealed class PositionBook
{
    private readonly Lazy<IReadOnlyList<Position>> _positions;
    private readonly Lazy<IReadOnlyList<PositionChange>> _changes;
    private readonly Lazy<IReadOnlyList<Contradiction>> _contradictions;

    private readonly IReadOnlyList<(string Issue, string Statement)> _judged;

    internal PositionBook(
        IReadOnlyList<SuggestedIssue> suggested, IReadOnlyList<Issue> issues, IReadOnlyList<Drawn> drawn, IReadOnlyList<Contradiction> denied, IReadOnlyList<(string Issue, string Statement)> judged)
    {
        (Suggested, Issues, _judged) = (suggested, issues, judged);
        _positions = new(() => [.. drawn.SelectMany(one => one.Positions)]);
        _changes = new(() => AllChanges(drawn));
        _contradictions = new(() => ContradictionFinder.Ordered(drawn.SelectMany(one => one.Opposed).Concat(ContradictionFinder.DeniedConditions(drawn)).Concat(denied)));
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
        Of((await record.StanceChangesAsync(0, cancel)).Changes, named);

    /// <summary>Draws it from reports at hand, those of an article in text order.</summary>
    public static PositionBook Of(IReadOnlyList<StanceReport> reports, IReadOnlyList<Issue> named) =>
        Of([.. reports.GroupBy(report => (report.Appearance.Article.Id, report.Appearance.Version)).SelectMany((article, version) => article.Select((report, place) => new StanceChange(version, place, report)))], named);

    private static PositionBook Of(IReadOnlyList<StanceChange> changes, IReadOnlyList<Issue> named) => new PositionKeeper(named).Apply(changes);

    // By day; those of one day by actor and issue, as they come.
    private static IReadOnlyList<PositionChange> AllChanges(IReadOnlyList<Drawn> drawn)
    {
        Dictionary<string, DateOnly?> spokeLast = new(StringComparer.Ordinal);
        foreach (Drawn one in drawn)
        {
            DateOnly? known = spokeLast.GetValueOrDefault(one.Course.Actor);
            if (known is null || one.LastDay > known) spokeLast[one.Course.Actor] = one.LastDay;
        }

        IEnumerable<PositionChange> silences = drawn.Select(one => ChangeFinder.Silence(one.Course, spokeLast[one.Course.Actor])).OfType<PositionChange>();
        return [.. drawn.SelectMany(one => one.Changes).Concat(silences).OrderBy(change => change.Day?.DayNumber ?? int.MaxValue)];
    }

    /// <summary>Identities of the statements on an issue, in ordinal order: those that take a stance on it, and those that people put on it.</summary>
    public IReadOnlyList<string> StatementsOn(string issue) =>
    [
        .. Positions.Where(position => position.Issue.Id == issue).SelectMany(position => position.Evidence).Select(evidence => evidence.Appearance.StatementId)
            .Concat(_judged.Where(judged => judged.Issue == issue).Select(judged => judged.Statement))
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];

    /// <summary>Draws it for a question about one issue: that of the name; else what is said towards all of the words, as if somebody kept an issue of that name; else the issues that have words in common.</summary>
    /// <returns>The book, and the issues asked for; none when nothing fits.</returns>
    public static async Task<(PositionBook Book, IReadOnlyList<Issue> Asked)> AskedAsync(IRecordQueries record, IReadOnlyList<Issue> named, string words, CancellationToken cancel)
    {
        IReadOnlyList<StanceChange> reports = (await record.StanceChangesAsync(0, cancel)).Changes;
        PositionBook book = Of(reports, named);
        if (book.Exactly(words) is { Count: > 0 } exact) return (book, exact);
        Issue asked = Issue.Named(words, [], []) with { Asked = true };
        if (asked.Keys.Count > 0)
        {
            PositionBook narrow = Of(reports, [.. named, asked]);
            if (narrow.Positions.Any(position => position.Issue.Id == asked.Id)) return (narrow, [asked]);
        }

        return (book, book.IssuesLike(words));
    }

    /// <summary>The issues whose name, alias or identity holds all words asked for; an exact name alone, if there is one.</summary>
    public IReadOnlyList<Issue> IssuesLike(string words)
    {
        if (Exactly(words) is { Count: > 0 } exact) return exact;
        string key = Folding.Key(words);
        IReadOnlyList<string> stems = Text.Stances.TargetWords.OfPhrase(words);
        string[] content = [.. stems.Where(stem => stem[0] != '^')];
        return [.. Issues.Where(issue =>
            Folding.Key(issue.Name).Contains(key, StringComparison.Ordinal)
            || (content.Length > 0 && issue.Keys.Any(known => content.All(known.Contains) || (known.All(stems.Contains) && known.Any(stem => stem[0] != '^')))))];
    }

    private IReadOnlyList<Issue> Exactly(string words)
    {
        string key = Folding.Key(words);
        return [.. Issues.Where(issue => Folding.Key(issue.Name) == key || issue.Id == words || issue.Aliases.Any(alias => Folding.Key(alias) == key))];
    }
}
