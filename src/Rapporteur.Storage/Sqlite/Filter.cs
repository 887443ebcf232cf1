using Dapper;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Conditions of one query with their values; what is asked for in words arrives only as values.</summary>
internal sealed class Filter(params string[] always)
{
    private readonly List<string> _conditions = [.. always];

    public DynamicParameters Values { get; } = new();

    public string Where => _conditions.Count == 0 ? "" : "WHERE " + string.Join(" AND ", _conditions);

    public Filter And(string condition, string name, object value)
    {
        _conditions.Add(condition);
        Values.Add(name, value);
        return this;
    }

    public Filter Nothing()
    {
        _conditions.Add("0");
        return this;
    }

    /// <summary>Words and phrases that must all occur, asked of a full-text index by the condition.</summary>
    public Filter AndWords(string condition, string name, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return this;
        IReadOnlyList<string> words = SearchWords.Of(typed);
        // Between double quotes FTS5 knows no operators (https://www.sqlite.org/fts5.html, 3.1), and no quote is left among the words.
        return words.Count == 0 ? Nothing() : And(condition, name, string.Join(" AND ", words.Select(word => $"\"{word}\"")));
    }

    /// <summary>An identity, or a name in whatever case and accents, asked of a table of names.</summary>
    public Filter AndName(string condition, string name, NameTable table, string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return this;
        return table.IdOf(typed) is { } id ? And(condition, name, id) : Nothing();
    }

    /// <summary>From one day to another, both included; unknown days are outside.</summary>
    public Filter AndDays(string column, DateOnly? since, DateOnly? until)
    {
        if (since is not null) And($"{column} >= @since", "since", Columns.Day(since)!);
        if (until is not null) And($"{column} BETWEEN '0' AND @until", "until", Columns.Day(until)!);
        return this;
    }
}
