using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Stories;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the story of a new version among the versions it hangs together with, and draws the stories that changed.</summary>
/// <remarks>Versions are never taken out and likeness is a function of two of them, so blocks and stories are the same for every order of arrival.</remarks>
internal sealed class StoryWriter(PreparedSql sql)
{
    private readonly HashSet<long> _touched = [];

    /// <summary>Adds a version. Its article's current version is already chosen.</summary>
    public void Add(long article, long version, Article facts, string digest)
    {
        StoryText text = StoryReader.Read(facts.Text, facts.Language, facts.Published?.Date);
        string day = Columns.Day(text.Day) ?? "";
        List<long> blocks = [.. Candidates(text).Where(other => StoryClustering.HangTogether(text, other.Text)).Select(other => other.Block).Distinct()];
        sql.Do(
            "INSERT INTO story_texts (version, terms, block, story) VALUES (@version, @terms, @version, @story)",
            ("version", version), ("terms", Bytes(text)), ("story", Story(digest)));
        foreach (uint key in text.Keys)
            sql.Do("INSERT INTO story_keys (term, day, version) VALUES (@term, @day, @version)", ("term", (long)key), ("day", day), ("version", version));

        if (blocks.Count > 0) Join(version, blocks);
        _touched.UnionWith(sql.List(
            "SELECT s.story FROM story_texts s JOIN article_versions v ON v.row = s.version WHERE v.article = @article", row => row.GetInt64(0), ("article", article)));
        foreach (long story in _touched) Draw(story);
    }

    private List<Member> Candidates(StoryText text)
    {
        SortedSet<long> versions = [];
        foreach (uint key in text.Keys)
        {
            versions.UnionWith(text.Day is { } day
                ? sql.List(
                    """
                    SELECT version FROM story_keys WHERE term = @term AND day BETWEEN @from AND @until
                    UNION ALL SELECT version FROM story_keys WHERE term = @term AND day = ''
                    """,
                    row => row.GetInt64(0), ("term", (long)key), ("from", Shifted(day, -StoryText.WindowDays)), ("until", Shifted(day, StoryText.WindowDays)))
                : sql.List("SELECT version FROM story_keys WHERE term = @term", row => row.GetInt64(0), ("term", (long)key)));
        }

        return [.. versions.SelectMany(version => sql.List($"{Member.Select} WHERE s.version = @version", Member.Read, ("version", version)))];
    }

    private void Join(long version, List<long> blocks)
    {
        long block = Math.Min(version, blocks.Min());
        foreach (long old in blocks.Append(version)) sql.Do("UPDATE story_texts SET block = @block WHERE block = @old", ("block", block), ("old", old));

        // A fixed order, for ties and for the name of a story.
        List<Member> members = [.. sql.List($"{Member.Select} WHERE s.block = @block", Member.Read, ("block", block))
            .OrderBy(member => member.Text.Day ?? DateOnly.MaxValue).ThenBy(member => member.Digest, StringComparer.Ordinal)];
        int[] stories = StoryClustering.Stories([.. members.Select(member => member.Text)]);
        for (int i = 0; i < members.Count; i++)
        {
            long story = Story(members[stories[i]].Digest);
            if (story == members[i].Story) continue;
            _touched.Add(members[i].Story);
            _touched.Add(story);
            sql.Do("UPDATE story_texts SET story = @story WHERE version = @version", ("story", story), ("version", members[i].Version));
        }
    }

    private long Story(string digest) => sql.Number(
        """
        INSERT INTO stories (id, articles, outlets, first_day, day) VALUES (@id, 0, 0, '', '')
        ON CONFLICT DO UPDATE SET id = id RETURNING row
        """,
        ("id", Identity.Of("story", digest)))!.Value;

    private void Draw(long story) => sql.Do(
        """
        WITH here AS MATERIALIZED (
            SELECT v.row, v.outlet, v.day, v.instant, r.id
            FROM story_texts s JOIN article_versions v ON v.row = s.version JOIN articles r ON r.row = v.article AND r.current = v.row
            WHERE s.story = @story)
        UPDATE stories SET
            articles = (SELECT count(*) FROM here),
            outlets = (SELECT count(DISTINCT outlet) FROM here),
            first_day = ifnull((SELECT min(day) FROM here WHERE day <> ''), ''),
            day = ifnull((SELECT max(day) FROM here), ''),
            shown = (SELECT row FROM here ORDER BY instant IS NULL, instant, id LIMIT 1)
        WHERE row = @story
        """,
        ("story", story));

    private static string Shifted(DateOnly day, int days) =>
        Columns.Day(DateOnly.FromDayNumber(Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)))!;

    private static byte[] Bytes(StoryText text)
    {
        (uint, float)[] terms = [.. text.Terms];
        uint[] numbers = [.. terms.SelectMany(term => (uint[])[term.Item1, BitConverter.SingleToUInt32Bits(term.Item2)])];
        return MemoryMarshal.AsBytes<uint>(numbers).ToArray();
    }

    private sealed record Member(long Version, long Block, long Story, string Digest, StoryText Text)
    {
        public const string Select =
            "SELECT s.version, s.block, s.story, v.digest, v.day, s.terms FROM story_texts s JOIN article_versions v ON v.row = s.version";

        public static Member Read(SqliteDataReader row)
        {
            ReadOnlySpan<uint> numbers = MemoryMarshal.Cast<byte, uint>(row.GetFieldValue<byte[]>(5));
            (uint, float)[] terms = new (uint, float)[numbers.Length / 2];
            for (int i = 0; i < terms.Length; i++) terms[i] = (numbers[2 * i], BitConverter.UInt32BitsToSingle(numbers[(2 * i) + 1]));
            return new Member(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), new StoryText(Columns.Day(row.GetString(4)), terms));
        }
    }
}
