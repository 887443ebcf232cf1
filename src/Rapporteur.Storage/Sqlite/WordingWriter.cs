using System.Text.Json;
using Microsoft.Data.Sqlite;
using Rapporteur.Matching;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the statement of a wording among the wordings that are alike, and moves appearances when statements grow together.</summary>
/// <remarks>
/// Wordings are never taken out, and likeness is a function of two of them: so the groups of wordings that are alike through others, and the
/// statements in each group, are the same for every order of arrival.
/// </remarks>
internal sealed class WordingWriter(PreparedSql sql)
{
    private const string Facts = "SELECT row, id, actor, said_on, published, words, negated, numbers, component, statement FROM wording_facts";

    /// <summary>Statements that gained or lost appearances by a move.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>The row of the wording, and of its statement.</summary>
    public (long Wording, long Statement) Add(Appearance appearance, Proposition proposition)
    {
        (long, long)[] known = [.. sql.List(
            "SELECT row, statement FROM wording_facts WHERE id = @id", row => (row.GetInt64(0), row.GetInt64(1)), ("id", appearance.StatementId))];
        if (known.Length > 0) return known[0];

        List<Wording> alike = [.. Candidates(proposition).Where(other => PairDecision.Explain(proposition, other.Proposition).Same)];
        long wording = Insert(appearance.StatementId, proposition);
        if (alike.Count > 0) Join(wording, [.. alike.Select(other => other.Component).Distinct()]);
        return (wording, sql.Number("SELECT statement FROM wording_facts WHERE row = @row", ("row", wording))!.Value);
    }

    /// <summary>The row of a statement, made when it is not there yet.</summary>
    public static long Statement(PreparedSql sql, string id) => sql.Number(
        """
        INSERT INTO statements (id, form, day, instant, appearances, outlets, forms, content) VALUES (@id, '', '', 0, 0, 0, 0, '')
        ON CONFLICT DO UPDATE SET id = id RETURNING row
        """,
        ("id", id))!.Value;

    private List<Wording> Candidates(Proposition proposition)
    {
        (string from, string until) = proposition.Day is { } day
            ? (Columns.Day(Shifted(day, -Proposition.WindowDays))!, Columns.Day(Shifted(day, Proposition.WindowDays))!)
            : ("", "9999-12-31");
        SortedSet<long> rows = [];
        foreach (string word in proposition.Words.Keys)
        {
            rows.UnionWith(sql.List(
                """
                SELECT wording FROM wording_words WHERE actor = @actor AND word = @word AND day BETWEEN @from AND @until
                UNION SELECT wording FROM wording_words WHERE actor = @actor AND word = @word AND day = ''
                """,
                row => row.GetInt64(0), ("actor", proposition.Actor), ("word", word), ("from", from), ("until", until)));
        }

        return [.. rows.SelectMany(row => sql.List($"{Facts} WHERE row = @row", Read, ("row", row)))];
    }

    private static DateOnly Shifted(DateOnly day, int days) =>
        DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private long Insert(string id, Proposition proposition)
    {
        long row = sql.Number(
            """
            INSERT INTO wording_facts (id, actor, said_on, published, words, negated, numbers, component, statement)
            VALUES (@id, @actor, @said_on, @published, @words, @negated, @numbers, 0, @statement) RETURNING row
            """,
            ("id", id), ("actor", proposition.Actor), ("said_on", Columns.Day(proposition.SaidOn)), ("published", Columns.Day(proposition.Published)),
            ("words", JsonSerializer.Serialize(proposition.Words)), ("negated", proposition.Negated),
            ("numbers", JsonSerializer.Serialize(proposition.Numbers)), ("statement", Statement(sql, id)))!.Value;
        sql.Do("UPDATE wording_facts SET component = @row WHERE row = @row", ("row", row));
        foreach (string word in proposition.Words.Keys)
        {
            sql.Do(
                "INSERT INTO wording_words (actor, word, day, wording) VALUES (@actor, @word, @day, @row)",
                ("actor", proposition.Actor), ("word", word), ("day", Columns.Day(proposition.Day) ?? ""), ("row", row));
        }

        return row;
    }

    private void Join(long wording, IReadOnlyList<long> components)
    {
        long component = Math.Min(wording, components.Min());
        foreach (long old in components.Append(wording))
        {
            sql.Do("UPDATE wording_facts SET component = @new WHERE component = @old", ("new", component), ("old", old));
        }

        List<Wording> members = sql.List($"{Facts} WHERE component = @component", Read, ("component", component));
        IReadOnlyDictionary<string, string> statements = Clustering.Statements(members.ToDictionary(m => m.Id, m => m.Proposition, StringComparer.Ordinal));
        foreach (Wording member in members)
        {
            long statement = Statement(sql, statements[member.Id]);
            if (statement != member.Statement) Move(member, statement);
        }
    }

    // The row of an appearance holds its statement's row: it gets a new one, in the full-text index too.
    private void Move(Wording wording, long statement)
    {
        sql.Do("UPDATE wording_facts SET statement = @statement WHERE row = @row", ("statement", statement), ("row", wording.Row));
        Touched.Add(wording.Statement);
        Touched.Add(statement);
        foreach ((long row, bool current) in sql.List(
            "SELECT row, current FROM appearances WHERE wording = @wording ORDER BY row", row => (row.GetInt64(0), row.GetBoolean(1)), ("wording", wording.Row)))
        {
            if (current) sql.Do("DELETE FROM wordings WHERE rowid = @row", ("row", row));
            long moved = sql.Number(
                """
                UPDATE appearances SET statement = @statement,
                    row = (SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20)
                WHERE row = @row RETURNING row
                """,
                ("statement", statement), ("row", row))!.Value;
            if (current) sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE row = @row", ("row", moved));
        }
    }

    private static Wording Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetInt64(8), row.GetInt64(9),
        new Proposition(
            row.GetString(2),
            row.IsDBNull(3) ? null : Columns.Day(row.GetString(3)),
            row.IsDBNull(4) ? null : Columns.Day(row.GetString(4)),
            JsonSerializer.Deserialize<SortedDictionary<string, double>>(row.GetString(5))!,
            row.GetBoolean(6),
            JsonSerializer.Deserialize<SortedSet<string>>(row.GetString(7))!));

    private sealed record Wording(long Row, string Id, long Component, long Statement, Proposition Proposition);
}
