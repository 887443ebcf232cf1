using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Counts and pages of statements from memory, for who asks again and again; one at a time.</summary>
internal sealed class StatementIndex : IDisposable
{
    private readonly StatementColumns _columns = new();
    private readonly StatementSelection _selection;
    private readonly SemaphoreSlim _turn = new(1);

    public StatementIndex() => _selection = new StatementSelection(_columns);

    /// <summary>True as soon as somebody has asked for counts: a command that asks once has no use of it.</summary>
    public bool InUse => _columns.At >= 0;

    /// <summary>What the statements that meet a query have in common.</summary>
    public Task<StatementFacets> FacetsAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel) =>
        AskAsync(db, query, chosen => FacetQueries.OfAsync(db, _columns, chosen, cancel), cancel);

    /// <summary>How many meet a query, and which of them may stand on the page that is asked for.</summary>
    public Task<(int Total, List<int> Rows)> PageAsync(SqliteConnection db, StatementQuery query, (int Day, long Instant)? after, int count, CancellationToken cancel) =>
        AskAsync(db, query, chosen => Task.FromResult((chosen.Count, StatementOrder.Newest(_columns, chosen, after, count))), cancel);

    /// <summary>By row of the outlet: how many statements it reports, how many of them alone, and how many of the others first.</summary>
    public Task<IReadOnlyDictionary<int, (int Statements, int Alone, int First)>> OutletsAsync(SqliteConnection db, CancellationToken cancel) => AskAsync(
        db, new StatementQuery(),
        chosen =>
        {
            Dictionary<int, (int Statements, int Alone, int First)> outlets = [];
            ReadOnlySpan<StatementColumns.Facts> all = _columns.All;
            foreach (int row in chosen)
            {
                ref readonly StatementColumns.Facts facts = ref all[row];
                foreach (int outlet in facts.Outlets)
                {
                    ref (int Statements, int Alone, int First) counts = ref CollectionsMarshal.GetValueRefOrAddDefault(outlets, outlet, out _);
                    counts.Statements++;
                    if (facts.Outlets.Length == 1) counts.Alone++;
                    else if (facts.FirstOutlet == outlet && facts.Instant > 0) counts.First++;
                }
            }

            return Task.FromResult<IReadOnlyDictionary<int, (int, int, int)>>(outlets);
        },
        cancel);

    private async Task<T> AskAsync<T>(SqliteConnection db, StatementQuery query, Func<List<int>, Task<T>> answer, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            _columns.Refresh(db);
            return await answer(await _selection.ChooseAsync(db, query, cancel));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
