using System.Globalization;
using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>The numbers under which wordings are looked up; all of one wording in one statement, for the calls cost more than the look-ups.</summary>
internal sealed class WordingKeyTable(PreparedSql sql)
{
    /// <summary>A table <c>stretches (stretch)</c> of the stretches of days that the record has.</summary>
    public static readonly string Stretches = string.Create(CultureInfo.InvariantCulture, $"""
        stretches (stretch) AS (
            SELECT min(key) >> {WordingKeys.Bits} FROM wording_keys
            UNION ALL SELECT (SELECT min(key) >> {WordingKeys.Bits} FROM wording_keys WHERE key >= (s.stretch + 1) << {WordingKeys.Bits}) FROM stretches s WHERE s.stretch IS NOT NULL)
        """);

    private static readonly Dictionary<(int, int), string> Inserts = [], Searches = [];

    private static readonly string SearchAnywhere = string.Create(CultureInfo.InvariantCulture, $"""
        WITH RECURSIVE {Stretches}
        SELECT w.wording FROM json_each(@keys) k CROSS JOIN stretches s CROSS JOIN wording_keys w WHERE w.key = (s.stretch << {WordingKeys.Bits}) | k.value
        """);

    private bool? _hasUndated;

    /// <summary>Writes the keys of a wording.</summary>
    public void Add(long wording, Proposition named)
    {
        int day = WordingKeys.Day(named);
        if (day < 0) _hasUndated = true;
        long[] keys = [.. WordingKeys.In(WordingKeys.Of(named), day)];
        if (keys.Length == 0) return;
        sql.Do(
            For((keys.Length, 0), Inserts, names => $"INSERT OR IGNORE INTO wording_keys (key, day, wording) VALUES {string.Join(", ", names.Select(name => $"({name}, @day, @wording)"))}"),
            [.. Named(keys), ("day", day), ("wording", wording)]);
    }

    /// <summary>Takes the keys of a wording out.</summary>
    /// <param name="wording">Its row.</param>
    /// <param name="before">What was matched of it when they were written: its day tells where they are.</param>
    public void Remove(long wording, Proposition before)
    {
        (long first, long last) = WordingKeys.Stretch(before);
        sql.Do("DELETE FROM wording_keys WHERE key BETWEEN @first AND @last AND wording = @wording", ("first", first), ("last", last), ("wording", wording));
    }

    /// <summary>Rows of the wordings that share a key in the days that may be its occasion, each once, in order.</summary>
    public List<long> Sharing(Proposition named)
    {
        long[] keys = WordingKeys.Of(named);
        if (keys.Length == 0) return [];
        List<long> rows = WordingKeys.Days(named) is var (from, until, said) ? Between(keys, from, until, said)
            : sql.List(SearchAnywhere, row => row.GetInt64(0), ("keys", $"[{string.Join(',', keys)}]"));
        rows.Sort();
        int kept = 0;
        for (int i = 0; i < rows.Count; i++)
        {
            if (i == 0 || rows[i] != rows[i - 1]) rows[kept++] = rows[i];
        }

        rows.RemoveRange(kept, rows.Count - kept);
        return rows;
    }

    private List<long> Between(long[] keys, int from, int until, int said)
    {
        _hasUndated ??= sql.Number(string.Create(CultureInfo.InvariantCulture, $"SELECT 1 FROM wording_keys WHERE key < 1 << {WordingKeys.Bits} LIMIT 1")) is not null;
        long[] there = [.. WordingKeys.Between(keys, from, until)];
        int dated = there.Length;
        if (_hasUndated.Value) there = [.. there, .. keys];
        // A look-up for each key behind the other: for a list of keys SQLite would make a table first.
        string search = For(
            (dated, there.Length - dated), Searches, names => string.Join(" UNION ALL ", names.Select((name, i) => $"SELECT wording FROM wording_keys WHERE key = {name}{(i < dated ? OnTheDays : "")}")));
        return sql.List(search, row => row.GetInt64(0), [.. Named(there), ("from", from), ("until", until), ("said", said)]);
    }

    private const string OnTheDays = " AND day BETWEEN @from AND @until AND (@said < 0 OR day = @said OR day % 2 = 1)";

    private static IEnumerable<(string, object?)> Named(long[] keys) => keys.Select((key, i) => ($"key{i}", (object?)key));

    // One text for each number of keys, always the same object, so that it is found prepared.
    private static string For((int, int) counts, Dictionary<(int, int), string> texts, Func<string[], string> make)
    {
        lock (texts)
        {
            if (!texts.TryGetValue(counts, out string? text)) texts.Add(counts, text = make([.. Enumerable.Range(0, counts.Item1 + counts.Item2).Select(i => $"@key{i}")]));
            return text;
        }
    }
}
