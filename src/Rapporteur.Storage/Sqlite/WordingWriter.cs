using Microsoft.Data.Sqlite;
using Rapporteur.Matching;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the statement of a wording among the wordings that are alike, and moves appearances when statements grow together or apart.</summary>
/// <remarks>
/// Wordings stay as long as an appearance has them, and likeness is a function of two of them: so the groups of wordings that are alike through others, and the
/// statements in each group, are the same for every order of arrival.
/// </remarks>
internal sealed class WordingWriter
{
    private const string Facts = "SELECT row, id, component, statement FROM wording_facts";
    private readonly PreparedSql _sql;
    private readonly StandingJudgements _judgements;
    private readonly WordingCache _cache;

    public WordingWriter(PreparedSql sql)
    {
        _sql = sql;
        _judgements = StandingJudgements.Read(sql);
        _cache = WordingCache.Of(sql);
        _cache.At(_judgements.Number);
        FillKeys();
    }

    /// <summary>Statements that gained or lost appearances by a move.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>The row of the wording, and of its statement.</summary>
    public (long Wording, long Statement) Add(Appearance appearance, Proposition proposition)
    {
        (long, long)[] known = [.. _sql.List(
            "SELECT row, statement FROM wording_facts WHERE id = @id", row => (row.GetInt64(0), row.GetInt64(1)), ("id", appearance.StatementId))];
        if (known.Length > 0) return known[0];

        string id = appearance.StatementId;
        Proposition named = _cache.Wording(id, () => _judgements.Named(proposition));
        List<Wording> alike = Alike(id, named);
        long row = Insert(id, proposition, named);
        if (alike.Count == 0) return (row, _sql.Number("SELECT statement FROM wording_facts WHERE row = @row", ("row", row))!.Value);

        long component = alike.Min(other => other.Component);
        foreach (long old in alike.Select(other => other.Component).Append(row).Distinct().Where(old => old != component))
        {
            _sql.Do("UPDATE wording_facts SET component = @new WHERE component = @old", ("new", component), ("old", old));
        }

        Draw(Members(component));
        return (row, _sql.Number("SELECT statement FROM wording_facts WHERE row = @row", ("row", row))!.Value);
    }

    /// <summary>Puts wordings into groups and statements anew, after a judgement about them was made or taken back.</summary>
    public void Reconsider(IReadOnlyCollection<string> ids)
    {
        SortedDictionary<long, Wording> members = [];
        foreach (string id in ids)
        {
            foreach (Wording wording in _sql.List($"{Facts} WHERE id = @id", Read, ("id", id)))
            {
                foreach (long component in Alike(id, Proposition(wording)).Select(other => other.Component).Append(wording.Component).Distinct())
                {
                    foreach (Wording member in Members(component)) members.TryAdd(member.Row, member);
                }
            }
        }

        HashSet<long> left = [.. members.Keys];
        while (left.Count > 0)
        {
            List<Wording> group = [];
            Queue<long> open = new([left.Min()]);
            left.Remove(open.Peek());
            while (open.TryDequeue(out long row))
            {
                group.Add(members[row]);
                foreach (Wording other in Alike(members[row].Id, Proposition(members[row])).Where(other => left.Remove(other.Row))) open.Enqueue(other.Row);
            }

            long component = group.Min(wording => wording.Row);
            foreach (Wording wording in group) _sql.Do("UPDATE wording_facts SET component = @new WHERE row = @row", ("new", component), ("row", wording.Row));
            Draw(group);
        }
    }

    /// <summary>Takes out a wording that no appearance has any more, and puts those that were alike through it into groups and statements anew.</summary>
    public void DropUnused(long row)
    {
        if (_sql.Number("SELECT 1 FROM appearances WHERE wording = @row LIMIT 1", ("row", row)) is not null) return;
        if (_sql.List($"{Facts} WHERE row = @row", Read, ("row", row)) is not [var wording]) return;
        _sql.Do("DELETE FROM wording_keys WHERE wording = @row", ("row", row));
        _sql.Do("DELETE FROM wording_facts WHERE row = @row", ("row", row));
        Touched.Add(wording.Statement);
        string[] left = [.. Members(wording.Component).Select(member => member.Id)];
        if (left.Length > 0) Reconsider(left);
    }

    /// <summary>Writes the keys of an actor's wordings again, after the name that stands for him has changed.</summary>
    /// <returns>The identities of the wordings.</returns>
    public IReadOnlyList<string> Rename(IReadOnlyList<string> actors)
    {
        List<Wording> changed = [];
        foreach (string actor in actors) changed.AddRange(_sql.List($"{Facts} WHERE actor = @actor OR speaks_for = @actor", Read, ("actor", actor)));
        foreach (Wording wording in changed.DistinctBy(wording => wording.Row))
        {
            _sql.Do("DELETE FROM wording_keys WHERE wording = @row", ("row", wording.Row));
            InsertKeys(wording.Row, Proposition(wording));
        }

        return [.. changed.Select(wording => wording.Id).Distinct(StringComparer.Ordinal)];
    }

    // A record from before the keys has wordings without them.
    private void FillKeys()
    {
        if (_sql.Number("SELECT 1 FROM wording_keys LIMIT 1") is not null) return;
        foreach (Wording wording in _sql.List(Facts, Read)) InsertKeys(wording.Row, Proposition(wording));
    }

    /// <summary>The row of a statement, made when it is not there yet.</summary>
    public static long Statement(PreparedSql sql, string id) => sql.Number(
        """
        INSERT INTO statements (id, form, day, instant, appearances, outlets, forms, content) VALUES (@id, '', '', 0, 0, 0, 0, '')
        ON CONFLICT DO UPDATE SET id = id RETURNING row
        """,
        ("id", id))!.Value;

    /// <summary>The wording as it is kept.</summary>
    public static Proposition Read(PreparedSql sql, long row) => sql.List(
        "SELECT actor, speaks_for, said_on, published, content, context FROM wording_facts WHERE row = @row",
        facts => new Proposition(
            facts.GetString(0), facts.IsDBNull(1) ? null : facts.GetString(1), facts.IsDBNull(2) ? null : Columns.Day(facts.GetString(2)),
            facts.IsDBNull(3) ? null : Columns.Day(facts.GetString(3)), facts.GetString(4), facts.GetString(5)),
        ("row", row))[0];

    private List<Wording> Alike(string id, Proposition proposition)
    {
        List<Wording> alike = [];
        if (!_judgements.IsApart(id))
        {
            foreach (Wording other in Candidates(proposition).Where(other => other.Id != id && !_judgements.IsApart(other.Id)))
            {
                if (_cache.LogOdds(proposition, Proposition(other)) > 0) alike.Add(other);
            }
        }

        foreach (string joined in _judgements.JoinedWith(id)) alike.AddRange(_sql.List($"{Facts} WHERE id = @id", Read, ("id", joined)));
        return alike;
    }

    private IEnumerable<Wording> Candidates(Proposition proposition)
    {
        (int from, int until, int said) = WordingKeys.Days(proposition);
        return _sql.List(
            """
            SELECT f.row, f.id, f.component, f.statement FROM wording_facts f WHERE f.row IN (
                SELECT w.wording FROM json_each(@keys) k CROSS JOIN wording_keys w
                WHERE w.key = k.value AND w.day BETWEEN @from AND @until AND (@said < 0 OR w.day = @said OR w.day % 2 = 1)
                UNION ALL SELECT w.wording FROM json_each(@keys) k CROSS JOIN wording_keys w WHERE w.key = k.value AND w.day = -1)
            """,
            Read, ("keys", $"[{string.Join(',', WordingKeys.Of(proposition))}]"), ("from", from), ("until", until), ("said", said));
    }

    private Proposition Proposition(Wording wording) => _cache.Wording(wording.Id, () => _judgements.Named(Read(_sql, wording.Row)));

    private List<Wording> Members(long component) => _sql.List($"{Facts} WHERE component = @component", Read, ("component", component));

    private long Insert(string id, Proposition proposition, Proposition named)
    {
        long row = _sql.Number(
            """
            INSERT INTO wording_facts (id, actor, speaks_for, said_on, published, content, context, component, statement)
            VALUES (@id, @actor, @speaks_for, @said_on, @published, @content, @context, 0, @statement) RETURNING row
            """,
            ("id", id), ("actor", proposition.Actor), ("speaks_for", proposition.SpeaksFor),
            ("said_on", Columns.Day(proposition.SaidOn)), ("published", Columns.Day(proposition.Published)),
            ("content", proposition.Content), ("context", proposition.Context), ("statement", Statement(_sql, id)))!.Value;
        _sql.Do("UPDATE wording_facts SET component = @row WHERE row = @row", ("row", row));
        InsertKeys(row, named);
        return row;
    }

    private void InsertKeys(long row, Proposition named)
    {
        int day = WordingKeys.Day(named);
        foreach (long key in WordingKeys.Of(named)) _sql.Do("INSERT OR IGNORE INTO wording_keys (key, day, wording) VALUES (@key, @day, @row)", ("key", key), ("day", day), ("row", row));
    }

    private void Draw(List<Wording> members)
    {
        IReadOnlyDictionary<string, string> statements = Clustering.Statements(
            members.ToDictionary(member => member.Id, Proposition, StringComparer.Ordinal), _cache.LogOdds, _judgements.Links);
        foreach (Wording member in members)
        {
            long statement = Statement(_sql, statements[member.Id]);
            if (statement != member.Statement) Move(member, statement);
        }
    }

    // The row of an appearance holds its statement's row: it gets a new one, in the full-text index too.
    private void Move(Wording wording, long statement)
    {
        _sql.Do("UPDATE wording_facts SET statement = @statement WHERE row = @row", ("statement", statement), ("row", wording.Row));
        Touched.Add(wording.Statement);
        Touched.Add(statement);
        foreach ((long row, bool current) in _sql.List(
            "SELECT row, current FROM appearances WHERE wording = @wording ORDER BY row", row => (row.GetInt64(0), row.GetBoolean(1)), ("wording", wording.Row)))
        {
            if (current) _sql.Do("DELETE FROM wordings WHERE rowid = @row", ("row", row));
            long moved = _sql.Number(
                """
                UPDATE appearances SET statement = @statement,
                    row = (SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20)
                WHERE row = @row RETURNING row
                """,
                ("statement", statement), ("row", row))!.Value;
            if (current) _sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE row = @row", ("row", moved));
        }
    }

    private static Wording Read(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1), row.GetInt64(2), row.GetInt64(3));

    private sealed record Wording(long Row, string Id, long Component, long Statement);
}
