using Rapporteur.Matching;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps in which blocks and statements the wordings stand, and remembers it: what is said on one day stands with what was said on the days before.</summary>
/// <param name="sql">The connection.</param>
/// <param name="cache">What the connection remembers.</param>
/// <param name="judgements">They name actors.</param>
internal sealed class WordingBlocks(PreparedSql sql, WordingCache cache, StandingJudgements judgements)
{
    private const string Facts = "SELECT row, component, block_1, block_2, statement, (SELECT s.id FROM statements s WHERE s.row = wording_facts.statement) FROM wording_facts";
    private static readonly string[] OnLevel = ["component", "block_1", "block_2"];

    // A block has the number of its first wording, which tells the larger blocks that it lies in.
    private static readonly string[] In =
    [
        "component = @block", "component = (SELECT component FROM wording_facts WHERE row = @block) AND block_1 = @block",
        "component = (SELECT component FROM wording_facts WHERE row = @block) AND block_1 = (SELECT block_1 FROM wording_facts WHERE row = @block) AND block_2 = @block",
    ];

    private static int Last => BlockLevels.Edges.Count - 1;

    /// <summary>What is matched of a wording.</summary>
    public KnownWording Known(long row) => cache.Wording(row)
        ?? cache.Keep(row, cache.New(sql.Text("SELECT id FROM wording_facts WHERE row = @row", ("row", row))!, judgements.Named(WordingWriter.Read(sql, row))));

    /// <summary>The wording of a row.</summary>
    public StandingWording Of(long row) => Find(row) ?? throw new InvalidOperationException($"There is no wording {row}.");

    /// <summary>The wording of a row, or null.</summary>
    public StandingWording? Find(long row) =>
        cache.Standing.TryGetValue(row, out StandingWording? known) ? known : sql.List($"{Facts} WHERE row = @row", Read, ("row", row)) is [var found] ? found : null;

    /// <summary>The wording of an identity, or none.</summary>
    public List<StandingWording> WithId(string id) => sql.List($"{Facts} WHERE id = @id", Read, ("id", id));

    /// <summary>The wordings of a block, in order of their rows; by day those of a large one on the last level.</summary>
    public IReadOnlyList<StandingWording> Members(int level, long block) => Remembered(level, block) ?? List(level, block, -1);

    /// <summary>How many wordings a block has: more than <see cref="BlockLevels.MostTogether"/> when it is too large to be counted.</summary>
    public int Count(int level, long block) => Remembered(level, block)?.Count ?? BlockLevels.MostTogether + 1;

    /// <summary>The blocks on the next level that a block is made of.</summary>
    public List<long> Parts(int level, long block) => Remembered(level, block) is { } members
        ? [.. members.Select(member => member.Blocks[level + 1]).Distinct()]
        : sql.List($"SELECT DISTINCT {OnLevel[level + 1]} FROM wording_facts WHERE {In[level]}", row => row.GetInt64(0), ("block", block));

    /// <summary>A wording that was just written.</summary>
    public StandingWording Add(long row, KnownWording wording, long?[] blocks, StandingStatement statement)
    {
        StandingWording added = new(row, cache.Keep(row, wording), [.. blocks.Select(block => block ?? row)], statement);
        cache.Standing[row] = added;
        foreach ((int level, long block) in added.Blocks.Index())
        {
            if (block == row) cache.Blocks[level][block] = [added];
            else if (cache.Blocks[level].TryGetValue(block, out List<StandingWording>? members) && members is not null) Join(level, block, members, added);
        }

        return added;
    }

    /// <summary>Makes one block of several on a level; it has the number of the first.</summary>
    public void Merge(int level, long[] blocks)
    {
        foreach (long old in blocks.Skip(1))
        {
            List<StandingWording>? first = Remembered(level, blocks[0]), second = Remembered(level, old);
            sql.Do($"UPDATE wording_facts SET {OnLevel[level]} = @first WHERE {In[level]}", ("first", blocks[0]), ("block", old));
            foreach (StandingWording member in second ?? [.. cache.Standing.Values.Where(wording => wording.Blocks[level] == old)]) member.Blocks[level] = blocks[0];
            cache.Blocks[level].Remove(old);
            Keep(level, blocks[0], first is null || second is null ? null : [.. first.Concat(second).OrderBy(member => member.Row)]);
        }
    }

    /// <summary>Gives a wording its block on a level. What is remembered of blocks must be forgotten afterwards.</summary>
    public void Put(int level, long row, long block) => sql.Do($"UPDATE wording_facts SET {OnLevel[level]} = @block WHERE row = @row", ("block", block), ("row", row));

    /// <summary>Puts a wording into another statement.</summary>
    public void Move(StandingWording wording, long statement, string id)
    {
        sql.Do("UPDATE wording_facts SET statement = @statement WHERE row = @row", ("statement", statement), ("row", wording.Row));
        wording.In = Statement(statement, id);
    }

    /// <summary>The statement of a row.</summary>
    public StandingStatement Statement(long row, string id) => cache.Statements.TryGetValue(row, out StandingStatement? known) ? known : cache.Statements[row] = new StandingStatement(row, id);

    // The members of a block, read when they are not known; null for a large one that is not on the last level.
    private List<StandingWording>? Remembered(int level, long block)
    {
        if (cache.Blocks[level].TryGetValue(block, out List<StandingWording>? members)) return members;
        return Keep(level, block, List(level, block, level < Last ? BlockLevels.MostTogether + 1 : -1));
    }

    // Put in order here: the database would order all of a large block before it gives the first few.
    private List<StandingWording> List(int level, long block, int most)
    {
        List<StandingWording> members = sql.List($"{Facts} WHERE {In[level]} LIMIT @most", Read, ("block", block), ("most", most));
        members.Sort((left, right) => left.Row.CompareTo(right.Row));
        return members;
    }

    private void Join(int level, long block, List<StandingWording> members, StandingWording added)
    {
        if (members.Count > BlockLevels.MostTogether) members.Insert(~members.BinarySearch(added, IPlacedWording.ByDay), added);
        else
        {
            members.Add(added);
            Keep(level, block, members);
        }
    }

    private List<StandingWording>? Keep(int level, long block, List<StandingWording>? members)
    {
        if (members?.Count > BlockLevels.MostTogether)
        {
            if (level < Last) members = null;
            else members.Sort(IPlacedWording.ByDay);
        }

        return cache.Blocks[level][block] = members;
    }

    private StandingWording Read(SqliteRow row)
    {
        long number = row.GetInt64(0);
        if (cache.Standing.TryGetValue(number, out StandingWording? known)) return known;
        return cache.Standing[number] = new StandingWording(
            number, Known(number), [row.GetInt64(1), row.GetInt64(2), row.GetInt64(3)], Statement(row.GetInt64(4), row.GetString(5)));
    }
}
