using System.Collections;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>The statements of a record that meet a query, chosen in memory; only words, and names of speakers and outlets, are asked of the database.</summary>
/// <remarks>For one thread at a time.</remarks>
internal sealed class StatementSelection(StatementColumns columns)
{
    // What was asked last is asked again: for the next page, for its counts. A choice takes a bit for each statement.
    private const int MostKept = 40;

    private readonly Dictionary<string, (long At, List<int> Rows)> _chosen = new(StringComparer.Ordinal);

    /// <summary>Rows of the statements, in ascending order.</summary>
    public async Task<List<int>> ChooseAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        string key = System.Text.Json.JsonSerializer.Serialize(query with { Limit = 0, After = null });
        if (_chosen.TryGetValue(key, out (long At, List<int> Rows) known) && known.At == columns.At) return known.Rows;
        if (_chosen.Count >= MostKept) _chosen.Clear();
        List<int> rows = Select(query, await AskAsync(db, query, cancel));
        _chosen[key] = (columns.At, rows);
        return rows;
    }

    private async Task<Asked?> AskAsync(SqliteConnection db, StatementQuery query, CancellationToken cancel)
    {
        Asked asked = new();
        Filter words = new Filter().AndWords("wordings MATCH @about", "about", query.About);
        if (words.Where == "WHERE 0") return null;
        if (words.Where.Length > 0) asked.Among = Bits(await db.ListAsync<long>($"SELECT rowid >> 20 FROM wordings {words.Where}", words.Values, cancel));
        if (query.Among is { } among) asked.Among = And(asked.Among, Bits(await db.ListAsync<long>("SELECT row FROM statements WHERE id IN (SELECT value FROM json_each(@among))", new { among = Columns.Json([.. among]) }, cancel)));
        if (!string.IsNullOrWhiteSpace(query.Outlet))
        {
            asked.Outlet = NameTable.Outlets.IdOf(query.Outlet) is { } outlet ? await db.OneAsync<int>("SELECT row FROM outlets WHERE id = @outlet", new { outlet }, cancel) : 0;
            if (asked.Outlet == 0) return null;
        }

        Filter speaker = new();
        ActorQueries.AndSpeaker(speaker, query.Speaker, "c.row");
        if (speaker.Where.Length > 0) asked.Speakers = [.. await db.ListAsync<int>($"SELECT c.row FROM actors c {speaker.Where}", speaker.Values, cancel)];
        if (!string.IsNullOrWhiteSpace(query.Addressee)) asked.Addressees = Fitting(query.Addressee);
        if (!string.IsNullOrWhiteSpace(query.OnBehalfOf)) asked.Principals = Fitting(query.OnBehalfOf);
        return asked;
    }

    private List<int> Select(StatementQuery query, Asked? asked)
    {
        List<int> rows = [];
        if (asked is null) return rows;
        int since = query.Since is { } first ? first.DayNumber + 1 : 0, until = query.Until is { } last ? last.DayNumber + 1 : int.MaxValue;
        // A statement without a day is outside every interval.
        if (query.Until is not null) since = Math.Max(since, 1);
        int form = query.Form is { } f ? StatementFacts.FormBit(Columns.Form(f)) : 0, act = query.Act is { } a ? StatementFacts.ActBit(a) : 0;
        ReadOnlySpan<StatementColumns.Facts> all = columns.All;
        for (int row = 0; row < all.Length; row++)
        {
            ref readonly StatementColumns.Facts facts = ref all[row];
            if (!facts.Shown || facts.Day < since || facts.Day > until || (form != 0 && (facts.Forms & form) == 0) || (act != 0 && (facts.Acts & act) == 0)) continue;
            if (asked.Among is { } among && (row >= among.Length || !among[row])) continue;
            if (asked.Speakers is { } speakers && !speakers.Contains(facts.Actor)) continue;
            if (asked.Outlet != 0 && Array.IndexOf(facts.Outlets, asked.Outlet) < 0) continue;
            if (asked.Addressees is { } to && !Array.Exists(facts.Addressees, to.Contains)) continue;
            if (asked.Principals is { } principals && !Array.Exists(facts.Principals, principals.Contains)) continue;
            rows.Add(row);
        }

        return rows;
    }

    private HashSet<int> Fitting(string typed) => [.. columns.Names.Index().Where(name => SideNames.Fits(name.Item, typed)).Select(name => name.Index)];

    private BitArray Bits(List<long> rows)
    {
        BitArray bits = new(columns.All.Length);
        foreach (long row in rows)
        {
            if (row < bits.Length) bits[(int)row] = true;
        }

        return bits;
    }

    private static BitArray And(BitArray? one, BitArray other) => one is null ? other : one.And(other);

    private sealed class Asked
    {
        public BitArray? Among { get; set; }

        public HashSet<int>? Speakers { get; set; }

        public int Outlet { get; set; }

        public HashSet<int>? Addressees { get; set; }

        public HashSet<int>? Principals { get; set; }
    }
}
