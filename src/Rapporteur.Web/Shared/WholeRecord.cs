using System.Collections.Concurrent;
using System.Text.Json;
using Rapporteur.Matching.Encounters;
using Rapporteur.Positions;

namespace Rapporteur.Web.Shared;

/// <summary>What is drawn from all of a record: drawn once, and again when the record has changed.</summary>
internal sealed class WholeRecord(IRecordQueries record, WebOptions options)
{
    // Counts of a search take some kilobytes; what is drawn of the whole record is a handful of things.
    private const int MostKept = 500;

    // To choose from by typing; those of people stand first.
    private const int IssuesOffered = 100;

    private readonly System.Runtime.CompilerServices.ConditionalWeakTable<PositionBook, Dictionary<string, string>> _byStatement = [];
    private int _redrawing;

    private readonly ConcurrentDictionary<string, (long Changes, object Value)> _drawn = new(StringComparer.Ordinal);

    // Positions are drawn anew only where the record has changed, as long as people keep the same issues.
    private readonly SemaphoreSlim _turn = new(1);
    private (string Issues, PositionKeeper Keeper, long UpTo)? _kept;

    /// <summary>Issues, positions and changes, with the issues that people keep as they are now.</summary>
    public Task<PositionBook> PositionsAsync(CancellationToken cancel)
    {
        IReadOnlyList<Issue> issues = options.Issues();
        string named = JsonSerializer.Serialize(issues);
        return DrawnAsync("positions" + named, () => KeptAsync(issues, named, cancel), cancel);
    }

    private async Task<PositionBook> KeptAsync(IReadOnlyList<Issue> issues, string named, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            (string _, PositionKeeper keeper, long since) = _kept is { } kept && kept.Issues == named ? kept : (named, new PositionKeeper(issues), 0);
            // What is half taken in would be wrong for good: without it the next one begins anew.
            _kept = null;
            StanceChanges changes = await record.StanceChangesAsync(since, cancel);
            PositionBook book = keeper.Apply(changes.Changes);
            _kept = (named, keeper, changes.UpTo);
            return book;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>The issues to choose from: as they were drawn last, if they were, while they are drawn anew behind the page.</summary>
    public async Task<IReadOnlyList<Issue>> IssuesToOfferAsync(CancellationToken cancel) => (await LastPositionsAsync(cancel)).Issues;

    private async Task<PositionBook> LastPositionsAsync(CancellationToken cancel)
    {
        string key = "positions" + JsonSerializer.Serialize(options.Issues());
        if (!_drawn.TryGetValue(key, out (long Changes, object Value) known)) return await PositionsAsync(cancel);
        if (known.Changes != await record.ChangesAsync(cancel) && Interlocked.Exchange(ref _redrawing, 1) == 0) _ = Task.Run(RedrawAsync, CancellationToken.None);
        return (PositionBook)known.Value;
    }

    /// <summary>Names of the issues to choose from, and on which of them each statement stands, as they were drawn last; what was judged since is known.</summary>
    public async Task<(IReadOnlyList<string> Names, IReadOnlyDictionary<string, string> ByStatement)> IssuesByStatementAsync(CancellationToken cancel)
    {
        PositionBook book = await LastPositionsAsync(cancel);
        Dictionary<string, string> issues = new(_byStatement.GetValue(book, ByStatement), StringComparer.Ordinal);
        foreach (Recording.Judgement judged in (await record.JudgementsAsync(cancel)).Where(judged => judged is { Kind: Recording.JudgementKind.Issue, UndoneAt: null }))
        {
            if (await record.AppearanceAsync(judged.Appearance!, cancel) is { } report) issues[report.StatementId] = judged.About[^1];
        }

        return ([.. book.Issues.Take(IssuesOffered).Select(issue => issue.Name)], issues);
    }

    private static Dictionary<string, string> ByStatement(PositionBook book)
    {
        Dictionary<string, string> issues = new(StringComparer.Ordinal);
        foreach (Position position in book.Positions)
        {
            foreach (Evidence evidence in position.Evidence) issues.TryAdd(evidence.Appearance.StatementId, position.Issue.Name);
        }

        return issues;
    }

    // Nobody waits for it: when it fails, the next page that needs the positions says so.
    private async Task RedrawAsync()
    {
        try
        {
            await PositionsAsync(CancellationToken.None);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // See above.
        }
        finally
        {
            Interlocked.Exchange(ref _redrawing, 0);
        }
    }

    /// <summary>Identities of the statements that bear a position on an issue.</summary>
    public Task<IReadOnlyCollection<string>> OnIssueAsync(string issue, CancellationToken cancel) => DrawnAsync<IReadOnlyCollection<string>>(
        $"issue {issue}{JsonSerializer.Serialize(options.Issues())}",
        async () => [.. (await PositionsAsync(cancel)).StatementsOn(issue)],
        cancel);

    /// <summary>All encounters, earliest first.</summary>
    public Task<IReadOnlyList<Encounter>> EncountersAsync(CancellationToken cancel) =>
        DrawnAsync("encounters", async () => await record.EncountersAsync(cancel), cancel);

    /// <summary>What the statements of a list have in common.</summary>
    public Task<StatementFacets> FacetsAsync(StatementQuery query, CancellationToken cancel) =>
        DrawnAsync("facets" + JsonSerializer.Serialize(query with { Limit = 0, After = null }), () => record.FacetsAsync(query, cancel), cancel);

    /// <summary>What each outlet adds.</summary>
    public Task<IReadOnlyList<OutletShare>> OutletSharesAsync(CancellationToken cancel) => DrawnAsync("outlets", () => record.OutletSharesAsync(cancel), cancel);

    /// <summary>How much is in the record.</summary>
    public Task<RecordCounts> CountsAsync(CancellationToken cancel) => DrawnAsync("counts", () => record.CountsAsync(cancel), cancel);

    private async Task<T> DrawnAsync<T>(string what, Func<Task<T>> draw, CancellationToken cancel)
        where T : notnull
    {
        // Asked before drawing: a change meanwhile makes the next one draw again.
        long changes = await record.ChangesAsync(cancel);
        if (_drawn.TryGetValue(what, out (long Changes, object Value) known) && known.Changes == changes) return (T)known.Value;
        T value = await draw();
        if (_drawn.Count >= MostKept) _drawn.Clear();
        _drawn[what] = (changes, value);
        return value;
    }
}
