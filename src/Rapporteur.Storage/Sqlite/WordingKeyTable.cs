using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>The numbers under which wordings are looked up; all of one wording in one statement, for the calls cost more than the look-ups.</summary>
internal static class WordingKeyTable
{
    private static readonly List<string> Inserts = [], Searches = [];

    /// <summary>Writes the keys of a wording.</summary>
    public static void Add(PreparedSql sql, long wording, Proposition named)
    {
        IReadOnlyList<long> keys = WordingKeys.Of(named);
        if (keys.Count == 0) return;
        sql.Do(
            For(keys.Count, Inserts, names => $"INSERT OR IGNORE INTO wording_keys (key, day, wording) VALUES {string.Join(", ", names.Select(name => $"(@{name}, @day, @wording)"))}"),
            [.. Named(keys), ("day", WordingKeys.Day(named)), ("wording", wording)]);
    }

    /// <summary>Takes the keys of a wording out.</summary>
    public static void Remove(PreparedSql sql, long wording) => sql.Do("DELETE FROM wording_keys WHERE wording = @wording", ("wording", wording));

    /// <summary>Rows of the wordings that share a key in the days that may be its occasion, each once, in order.</summary>
    public static List<long> Sharing(PreparedSql sql, Proposition named)
    {
        IReadOnlyList<long> keys = WordingKeys.Of(named);
        if (keys.Count == 0) return [];
        (int from, int until, int said) = WordingKeys.Days(named);
        return [.. sql.List(For(keys.Count, Searches, SearchFor), row => row.GetInt64(0), [.. Named(keys), ("from", from), ("until", until), ("said", said)]).Distinct().Order()];
    }

    private static string SearchFor(string[] names)
    {
        string keys = string.Join(", ", names.Select(name => "@" + name));
        return $"""
            SELECT wording FROM wording_keys WHERE key IN ({keys}) AND day BETWEEN @from AND @until AND (@said < 0 OR day = @said OR day % 2 = 1)
            UNION ALL SELECT wording FROM wording_keys WHERE key IN ({keys}) AND day = -1
            """;
    }

    private static IEnumerable<(string, object?)> Named(IReadOnlyList<long> keys) => keys.Select((key, i) => ($"key{i}", (object?)key));

    // One text for each number of keys, always the same object, so that it is found prepared.
    private static string For(int count, List<string> texts, Func<string[], string> make)
    {
        lock (texts)
        {
            while (texts.Count < count) texts.Add(make([.. Enumerable.Range(0, texts.Count + 1).Select(i => $"key{i}")]));
            return texts[count - 1];
        }
    }
}
