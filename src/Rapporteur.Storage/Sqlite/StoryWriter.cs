using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using Rapporteur.Matching.Stories;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Finds the story of a new version among the versions it hangs together with, and draws the stories that changed.</summary>
/// <remarks>Versions are never taken out and likeness is a function of two of them, so blocks and stories are the same for every order of arrival.</remarks>
internal sealed class StoryWriter(PreparedSql sql) : IStoryShelf
{
    private const string SelectMembers =
        "SELECT s.version, v.digest, v.day, s.terms, s.block_0, s.block_1, s.block_2, s.first FROM story_texts s JOIN article_versions v ON v.row = s.version";

    private readonly HashSet<long> _touched = [];

    /// <summary>Adds a version. Its article's current version is already chosen.</summary>
    public void Add(long article, long version, StoryText text, string digest)
    {
        sql.Do(
            """
            INSERT INTO story_texts (version, terms, block_0, block_1, block_2, first, story)
            VALUES (@version, @terms, @version, @version, @version, @first, @story)
            """,
            ("version", version), ("terms", MemoryMarshal.AsBytes<uint>(text.ToNumbers()).ToArray()), ("first", digest), ("story", Story(digest)));
        foreach (uint key in text.Keys)
        {
            sql.Do(
                "INSERT INTO story_keys (term, day, version) VALUES (@term, @day, @version)",
                ("term", (long)key), ("day", Columns.Day(text.Day) ?? ""), ("version", version));
        }

        new StoryPlacer(this).Place(new ShelvedArticle(version, digest, text, [version, version, version], digest));
        _touched.UnionWith(sql.List(
            "SELECT s.story FROM story_texts s JOIN article_versions v ON v.row = s.version WHERE v.article = @article", row => row.GetInt64(0), ("article", article)));
        foreach (long story in _touched) Draw(story);
    }

    public IEnumerable<ShelvedArticle> Candidates(StoryText text)
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

        return versions.SelectMany(version => sql.List($"{SelectMembers} WHERE s.version = @version", Read, ("version", version)));
    }

    /// <summary>Versions without a day that may be about the same.</summary>
    public IEnumerable<ShelvedArticle> Undated(StoryText text)
    {
        SortedSet<long> versions = [];
        foreach (uint key in text.Keys) versions.UnionWith(sql.List("SELECT version FROM story_keys WHERE term = @term AND day = ''", row => row.GetInt64(0), ("term", (long)key)));
        return versions.SelectMany(version => sql.List($"{SelectMembers} WHERE s.version = @version", Read, ("version", version)));
    }

    public double Likeness(ShelvedArticle one, ShelvedArticle other) => StoryLikeness.Of(sql).Between(one, other);

    public int Size(int level, long block, int most) => (int)sql.Number(
        $"SELECT count(*) FROM (SELECT 1 FROM story_texts WHERE block_{level} = @block LIMIT @most)", ("block", block), ("most", most))!.Value;

    public IReadOnlyList<ShelvedArticle> Members(int level, long block) => sql.List($"{SelectMembers} WHERE s.block_{level} = @block", Read, ("block", block));

    public IReadOnlyList<long> Parts(int level, long block) =>
        sql.List($"SELECT DISTINCT block_{level + 1} FROM story_texts WHERE block_{level} = @block", row => row.GetInt64(0), ("block", block));

    public void Move(int level, long from, long to) =>
        sql.Do($"UPDATE story_texts SET block_{level} = @to WHERE block_{level} = @from", ("from", from), ("to", to));

    public void Place(ShelvedArticle article, string story)
    {
        _touched.Add(sql.Number("SELECT story FROM story_texts WHERE version = @version", ("version", article.Row))!.Value);
        long row = Story(story);
        _touched.Add(row);
        sql.Do("UPDATE story_texts SET story = @story, first = @first WHERE version = @version", ("story", row), ("first", story), ("version", article.Row));
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

    private static ShelvedArticle Read(SqliteRow row) => new(
        row.GetInt64(0), row.GetString(1), StoryText.Of(Columns.Day(row.GetString(2)), MemoryMarshal.Cast<byte, uint>(row.GetBytes(3))),
        [row.GetInt64(4), row.GetInt64(5), row.GetInt64(6)], row.GetString(7));
}
