using Microsoft.Data.Sqlite;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the statement of a wording among the wordings that are alike, and moves appearances when statements grow together or apart.</summary>
/// <remarks>
/// Wordings stay as long as an appearance has them, and likeness is a function of two of them: so the blocks of wordings that are alike through others (<see cref="BlockLevels"/>), and the
/// statements in each block, are the same for every order of arrival.
/// </remarks>
internal sealed class WordingWriter
{
    private readonly PreparedSql _sql;
    private readonly StandingJudgements _judgements;
    private readonly WordingCache _cache;
    private readonly WordingBlocks _blocks;
    private readonly WordingKeyTable _keys;

    public WordingWriter(PreparedSql sql)
    {
        _sql = sql;
        _judgements = StandingJudgements.Read(sql);
        _cache = WordingCache.Of(sql);
        _cache.At(_judgements.Number, sql.State);
        _blocks = new WordingBlocks(sql, _cache, _judgements);
        _keys = new WordingKeyTable(sql);
        FillKeys();
    }

    /// <summary>Statements that gained or lost appearances by a move.</summary>
    public HashSet<long> Touched { get; } = [];

    /// <summary>The row of the wording, and of its statement.</summary>
    /// <param name="appearance">Where it stands.</param>
    /// <param name="proposition">What matching knows of it.</param>
    /// <param name="likely">The likely day of its article when that has none, or null.</param>
    public (long Wording, long Statement) Add(Appearance appearance, Proposition proposition, DateOnly? likely)
    {
        string id = appearance.StatementId;
        (long Row, string Actor, string? SpeaksFor)[] known = [.. _sql.List(
            "SELECT row, actor, speaks_for FROM wording_facts WHERE id = @id", row => (row.GetInt64(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2)), ("id", id))];
        if (known is [var same])
        {
            if (same.Actor != proposition.Actor || same.SpeaksFor != proposition.SpeaksFor) Refresh(same.Row, id, proposition);
            return (same.Row, _sql.Number("SELECT statement FROM wording_facts WHERE row = @row", ("row", same.Row))!.Value);
        }

        _cache.MakeRoom();
        KnownWording named = _cache.New(id, _judgements.Named(proposition.PublishedOn(likely)));
        List<(StandingWording Wording, double LogOdds)> alike = Alike(named);
        // Where it will mostly end: then nothing has to be moved.
        StandingStatement expected = alike.Count > 0 ? alike.MaxBy(other => other.LogOdds).Wording.In : _blocks.Statement(Statement(_sql, id), id);
        long[][] joined = Joined(alike);
        List<(int Level, long? Block)> anew = alike.Count > 0 ? Anew(joined) : [];
        long?[] blocks = [.. joined.Select(First)];
        long row = Insert(id, proposition, likely, expected.Row, blocks);
        _keys.Add(row, named.Wording);
        StandingWording added = _blocks.Add(row, named, blocks, expected);
        foreach ((int level, long[] together) in joined.Index()) _blocks.Merge(level, together);
        foreach ((int level, long? block) in anew)
        {
            // Into a block that was large before it came, and is no other's.
            if (joined[level].Length == 1 && _blocks.Count(level, block ?? row) > BlockLevels.MostTogether + 1) TellWith(added, _blocks.Members(level, block ?? row));
            else Tell(level, block ?? row);
        }

        return (row, added.In.Row);
    }

    // What is known of an actor before any article is read is no part of a wording's identity, and another version of the program may know more.
    private void Refresh(long row, string id, Proposition proposition)
    {
        StandingWording before = _blocks.Of(row);
        HashSet<string> around = [.. _blocks.Members(0, before.Blocks[0]).Select(wording => wording.Id), id];
        _sql.Do("UPDATE wording_facts SET actor = @actor, speaks_for = @speaks_for WHERE row = @row", ("actor", proposition.Actor), ("speaks_for", proposition.SpeaksFor), ("row", row));
        WriteKeys(before);
        Reconsider(around);
    }

    /// <summary>Gives the wordings of an article without a day another likely day, and puts them where they now belong.</summary>
    public void Redate(long version, DateOnly likely)
    {
        List<StandingWording> changed = [.. _sql.List(
            "SELECT row FROM wording_facts WHERE row IN (SELECT wording FROM appearances WHERE version = @version) AND published IS NULL", row => row.GetInt64(0), ("version", version)).Select(_blocks.Of)];
        if (changed.Count == 0) return;
        // Those they stood with must be looked at again too: what they were joined by has gone.
        string[] before = [.. changed.Select(wording => wording.Id)];
        HashSet<string> around = [.. changed.SelectMany(wording => _blocks.Members(0, wording.Blocks[0])).Select(wording => wording.Id)];
        foreach (StandingWording wording in changed)
        {
            _sql.Do("UPDATE wording_facts SET likely = @likely WHERE row = @row", ("likely", Columns.Day(likely)), ("row", wording.Row));
            WriteKeys(wording);
        }

        around.UnionWith(before);
        Reconsider(around);
    }

    /// <summary>Puts wordings into blocks and statements anew, after a judgement about them was made or taken back.</summary>
    public void Reconsider(IReadOnlyCollection<string> ids)
    {
        SortedDictionary<long, StandingWording> members = [];
        Dictionary<long, List<(StandingWording Wording, double LogOdds)>> alike = [];
        foreach (string id in ids)
        {
            foreach (StandingWording wording in _blocks.WithId(id))
            {
                alike[wording.Row] = Alike(wording.Known);
                foreach (long block in alike[wording.Row].Select(other => other.Wording.Blocks[0]).Append(wording.Blocks[0]).Distinct())
                {
                    foreach (StandingWording member in _blocks.Members(0, block)) members.TryAdd(member.Row, member);
                }
            }
        }

        foreach (StandingWording member in members.Values) alike.TryAdd(member.Row, Alike(member.Known));
        for (int level = 0; level < BlockLevels.Edges.Count; level++) Divide(level, members, alike);
        _cache.ForgetStanding();
        foreach (long block in members.Keys.Select(row => _blocks.Of(row).Blocks[0]).Distinct().Order().ToArray()) Tell(0, block);
    }

    // Gives each member its block on a level: the smallest row among those it hangs together with.
    private void Divide(int level, SortedDictionary<long, StandingWording> members, Dictionary<long, List<(StandingWording Wording, double LogOdds)>> alike)
    {
        SortedSet<long> left = [.. members.Keys];
        while (left.Count > 0)
        {
            long block = left.Min;
            Queue<long> open = new([block]);
            left.Remove(block);
            while (open.TryDequeue(out long row))
            {
                _blocks.Put(level, row, block);
                foreach ((StandingWording other, double logOdds) in alike[row])
                {
                    if (logOdds > BlockLevels.Edges[level] && left.Remove(other.Row)) open.Enqueue(other.Row);
                }
            }
        }
    }

    // The blocks on each level that a wording hangs together with.
    private static long[][] Joined(List<(StandingWording Wording, double LogOdds)> alike) =>
        [.. BlockLevels.Edges.Select((edge, level) => alike.Where(other => other.LogOdds > edge).Select(other => other.Wording.Blocks[level]).Distinct().Order().ToArray())];

    // The block that a newcomer and those it joins come to have: the smallest of theirs, for its own row is the largest; null when it is alone.
    private static long? First(long[] joined) => joined.Length == 0 ? null : joined[0];

    // As StoryPlacer does it: what must be told anew is the newcomer's block on the first level where it is small enough, and the parts of blocks that were small enough until now.
    private List<(int Level, long? Block)> Anew(long[][] joined)
    {
        HashSet<(int Level, long? Block)> anew = [];
        for (int level = 0; level < joined.Length; level++)
        {
            int[] sizes = [.. joined[level].Select(block => _blocks.Count(level, block))];
            if (sizes.Sum() + 1 <= BlockLevels.MostTogether || level == joined.Length - 1)
            {
                anew.Add((level, First(joined[level])));
                break;
            }

            foreach ((int i, long block) in joined[level].Index().Where(old => sizes[old.Index] <= BlockLevels.MostTogether))
                anew.UnionWith(_blocks.Parts(level, block).Where(part => !joined[level + 1].Contains(part)).Select(part => (level + 1, (long?)part)));
        }

        // The newcomer's own block, if it is that, has the largest number.
        return [.. anew.OrderBy(block => block.Level).ThenBy(block => block.Block ?? long.MaxValue)];
    }

    // The statements of a block, or of its parts when it is too large.
    private void Tell(int level, long block)
    {
        if (level + 1 < BlockLevels.Edges.Count && _blocks.Count(level, block) > BlockLevels.MostTogether)
        {
            foreach (long part in _blocks.Parts(level, block)) Tell(level + 1, part);
            return;
        }

        StandingWording[] members = [.. _blocks.Members(level, block)];
        Array.Sort(members, IPlacedWording.ByDay);
        Draw(members, BlockLevels.Statements(members, (one, other) => _cache.LogOdds(one.Known, other.Known), _judgements.Links));
    }

    // The same for a newcomer in a large block, where nothing changes but about its day.
    private void TellWith(StandingWording added, IReadOnlyList<StandingWording> byDay)
    {
        (int from, IReadOnlyList<string> told) = OccasionGroups.With(byDay, byDay.Index().First(member => member.Item == added).Index);
        string[] statements = [.. byDay.Select(member => member.Statement)];
        for (int i = 0; i < told.Count; i++) statements[from + i] = told[i];
        Draw(byDay, statements);
    }

    /// <summary>Takes out a wording that no appearance has any more, and puts those that were alike through it into groups and statements anew.</summary>
    public void DropUnused(long row)
    {
        if (_sql.Number("SELECT 1 FROM appearances WHERE wording = @row LIMIT 1", ("row", row)) is not null) return;
        if (_blocks.Find(row) is not { } wording) return;
        _keys.Remove(row, wording.Wording);
        _sql.Do("DELETE FROM wording_facts WHERE row = @row", ("row", row));
        _cache.Forget(row);
        Touched.Add(wording.In.Row);
        string[] left = [.. _blocks.Members(0, wording.Blocks[0]).Select(member => member.Id)];
        if (left.Length > 0) Reconsider(left);
    }

    /// <summary>Writes the keys of an actor's wordings again, after the name that stands for him has changed.</summary>
    /// <returns>The identities of the wordings.</returns>
    public IReadOnlyList<string> Rename(IReadOnlyList<string> actors)
    {
        List<StandingWording> changed = [];
        foreach (string actor in actors)
            changed.AddRange(_sql.List("SELECT row FROM wording_facts WHERE actor = @actor OR speaks_for = @actor", row => row.GetInt64(0), ("actor", actor)).Select(_blocks.Of));
        foreach (StandingWording wording in changed.DistinctBy(wording => wording.Row))
        {
            _keys.Remove(wording.Row, wording.Wording);
            _keys.Add(wording.Row, wording.Wording);
        }

        return [.. changed.Select(wording => wording.Id).Distinct(StringComparer.Ordinal)];
    }

    // The keys of a wording whose facts have changed.
    private void WriteKeys(StandingWording before)
    {
        _cache.Forget(before.Row);
        _keys.Remove(before.Row, before.Wording);
        _keys.Add(before.Row, _blocks.Known(before.Row).Wording);
    }

    // A record from before the keys has wordings without them.
    private void FillKeys()
    {
        if (_sql.Number("SELECT 1 FROM wording_keys LIMIT 1") is not null) return;
        foreach (long row in _sql.List("SELECT row FROM wording_facts", row => row.GetInt64(0))) _keys.Add(row, _judgements.Named(Read(_sql, row)));
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
        "SELECT actor, speaks_for, said_on, published, content, context, weekday, looks_back, likely, origin, meaning, in_heading, cue FROM wording_facts WHERE row = @row", Read, ("row", row))[0];

    private static Proposition Read(SqliteRow facts)
    {
        Proposition wording = new(
            facts.GetString(0), facts.IsDBNull(1) ? null : facts.GetString(1), facts.IsDBNull(2) ? null : Columns.Day(facts.GetString(2)),
            facts.IsDBNull(3) ? null : Columns.Day(facts.GetString(3)), facts.GetString(4), facts.GetString(5))
        {
            Weekday = facts.IsDBNull(6) ? null : (DayOfWeek)facts.GetInt64(6),
            LooksBack = facts.GetBoolean(7),
            Origin = facts.IsDBNull(9) ? null : facts.GetString(9),
            InHeading = facts.GetBoolean(11),
            Cue = facts.IsDBNull(12) ? null : (int)facts.GetInt64(12),
        };
        // A record of before meanings were kept has none: they are found out when they are asked for.
        if (!facts.IsDBNull(10)) wording = wording with { Meaning = Meaning.FromBytes(facts.GetBytes(10)) };
        return wording.PublishedOn(facts.IsDBNull(8) ? null : Columns.Day(facts.GetString(8)));
    }

    private List<(StandingWording Wording, double LogOdds)> Alike(KnownWording wording)
    {
        List<(StandingWording, double)> alike = [];
        if (!_judgements.IsApart(wording.Id))
        {
            foreach (long row in _keys.Sharing(wording.Wording))
            {
                KnownWording other = _blocks.Known(row);
                if (other.Id != wording.Id && !_judgements.IsApart(other.Id) && _cache.LogOdds(wording, other) is { } logOdds and > 0) alike.Add((_blocks.Of(row), logOdds));
            }
        }

        foreach (string joined in _judgements.JoinedWith(wording.Id))
            alike.AddRange(_blocks.WithId(joined).Select(other => (other, double.PositiveInfinity)));
        return alike;
    }

    // A wording that joins none is a block by itself, numbered like its row. The row is asked for beforehand: what SQLite gives back of a change it first puts into a table.
    private long Insert(string id, Proposition proposition, DateOnly? likely, long statement, long?[] blocks)
    {
        long row = _sql.Number("SELECT ifnull(max(row), 0) + 1 FROM wording_facts")!.Value;
        _sql.Do(
            """
            INSERT INTO wording_facts (row, id, actor, speaks_for, said_on, published, content, context, weekday, looks_back, likely, origin, in_heading, cue, meaning, component, block_1, block_2, statement)
            VALUES (@row, @id, @actor, @speaks_for, @said_on, @published, @content, @context, @weekday, @looks_back, @likely, @origin, @in_heading, @cue, @meaning, @block_0, @block_1, @block_2, @statement)
            """,
            ("row", row), ("id", id), ("actor", proposition.Actor), ("speaks_for", proposition.SpeaksFor),
            ("said_on", Columns.Day(proposition.SaidOn)), ("published", Columns.Day(proposition.Published)),
            ("content", proposition.Content), ("context", proposition.Context), ("weekday", proposition.Weekday is { } weekday ? (long)weekday : null),
            ("looks_back", proposition.LooksBack ? 1 : 0), ("likely", Columns.Day(likely)), ("origin", proposition.Origin), ("in_heading", proposition.InHeading ? 1 : 0), ("cue", proposition.Cue is { } cue ? (long)cue : null), ("meaning", proposition.Meaning.ToBytes()),
            ("block_0", blocks[0] ?? row), ("block_1", blocks[1] ?? row), ("block_2", blocks[2] ?? row), ("statement", statement));
        return row;
    }

    // Puts the wordings of a block into their statements; most are there.
    private void Draw(IReadOnlyList<StandingWording> members, string[] statements)
    {
        HashSet<string> changed = new(StringComparer.Ordinal);
        for (int i = 0; i < statements.Length; i++)
        {
            if (members[i].Statement != statements[i]) changed.Add(statements[i]);
        }

        foreach (string id in changed)
        {
            StandingWording[] group = [.. members.Where((_, i) => statements[i] == id)];
            long statement = RowFor(id, group);
            foreach (StandingWording member in group.Where(member => member.In.Row != statement)) Move(member, statement, id);
        }
    }

    // A statement that goes on under a new first wording keeps its row: nothing of it has to be moved.
    private long RowFor(string id, StandingWording[] members)
    {
        if (members.FirstOrDefault(member => member.Statement == id) is { } there) return there.In.Row;
        if (_sql.Number("SELECT row FROM statements WHERE id = @id", ("id", id)) is { } known) return known;
        StandingStatement largest = members.GroupBy(member => member.In).OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Row).First().Key;
        HashSet<long> here = [.. members.Select(member => member.Row)];
        bool wholly = _sql.List("SELECT wording FROM appearances WHERE statement = @statement", row => row.IsDBNull(0) ? 0 : row.GetInt64(0), ("statement", largest.Row)).TrueForAll(here.Contains);
        if (!wholly) return Statement(_sql, id);
        _sql.Do("UPDATE statements SET id = @id WHERE row = @row", ("id", id), ("row", largest.Row));
        largest.Id = id;
        Touched.Add(largest.Row);
        return largest.Row;
    }

    // The row of an appearance holds its statement's row: it gets a new one, in the full-text index too.
    private void Move(StandingWording wording, long statement, string id)
    {
        Touched.Add(wording.In.Row);
        Touched.Add(statement);
        _blocks.Move(wording, statement, id);
        foreach ((long row, bool current) in _sql.List(
            "SELECT row, current FROM appearances WHERE wording = @wording ORDER BY row", row => (row.GetInt64(0), row.GetBoolean(1)), ("wording", wording.Row)))
        {
            if (current) _sql.Do("DELETE FROM wordings WHERE rowid = @row", ("row", row));
            long moved = _sql.Number(
                "SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20", ("statement", statement))!.Value;
            _sql.Do("UPDATE appearances SET statement = @statement, row = @moved WHERE row = @row", ("statement", statement), ("moved", moved), ("row", row));
            if (current) _sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE row = @row", ("row", moved));
        }
    }
}
