using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>All encounters of a record in memory, brought up to date by those that were drawn since they were last asked for.</summary>
internal sealed class EncounterIndex : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Dictionary<long, Encounter> _known = [];
    private IReadOnlyList<Encounter> _ordered = [];
    private long _at = -1;

    /// <summary>All of them, by their day (where unknown: that of the first report), then by identity.</summary>
    public async Task<IReadOnlyList<Encounter>> AllAsync(SqliteConnection db, CancellationToken cancel)
    {
        await _turn.WaitAsync(cancel);
        try
        {
            long now = await db.OneAsync<long>("SELECT changes FROM record_state", null, cancel);
            if (now > _at) await RefreshAsync(db, now, cancel);
            return _ordered;
        }
        finally
        {
            _turn.Release();
        }
    }

    // A row that was taken out may belong to another by now; then that was drawn since.
    private async Task RefreshAsync(SqliteConnection db, long now, CancellationToken cancel)
    {
        HashSet<long> rows = [.. await db.ListAsync<long>("SELECT row FROM encounters", null, cancel)];
        IReadOnlyList<(long Row, Encounter Encounter)> drawn = await EncounterQueries.SinceAsync(db, _at, cancel);
        long[] gone = [.. _known.Keys.Where(row => !rows.Contains(row))];
        foreach (long row in gone) _known.Remove(row);
        foreach ((long row, Encounter encounter) in drawn) _known[row] = encounter;
        if (gone.Length > 0 || drawn.Count > 0) _ordered = EncounterQueries.Ordered(_known.Values);
        _at = now;
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();
}
