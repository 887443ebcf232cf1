using Rapporteur.Matching.Stories;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps the likely day of versions without one, as <see cref="LikelyDay"/> tells it from all versions about the same.</summary>
internal sealed class LikelyDays(PreparedSql sql)
{
    private readonly StoryWriter _shelf = new(sql);

    /// <summary>The likely day of a version that has no day; null when it has one, or nothing tells it. Keeps it.</summary>
    public DateOnly? Of(long version, StoryText text)
    {
        if (text.Day is not null) return null;
        if (LikelyDay.Of(text, _shelf.Candidates(text).Select(other => (other.Name, other.Text))) is not { } told) return null;
        Keep(version, told);
        return told.Day;
    }

    /// <summary>The likely day that is kept for a version; null when it has a day of its own, or nothing tells it.</summary>
    public static DateOnly? Kept(PreparedSql sql, long version) =>
        sql.List("SELECT day FROM likely_days WHERE version = @version", row => Columns.Day(row.GetString(0)), ("version", version)).FirstOrDefault();

    /// <summary>The versions without a day that this one dates better than what dated them until now, with the day.</summary>
    public IReadOnlyList<(long Version, DateOnly Day)> DatedBy(string digest, StoryText text)
    {
        if (text.Day is null) return [];
        List<(long, DateOnly)> dated = [];
        foreach (ShelvedArticle other in _shelf.Undated(text))
        {
            List<(string, DateOnly, double)> known = sql.List(
                "SELECT told_by, day, likeness FROM likely_days WHERE version = @version", row => (row.GetString(0), Columns.Day(row.GetString(1))!.Value, row.GetDouble(2)), ("version", other.Row));
            if (LikelyDay.Of(other.Text, [(digest, text)]) is not { } told) continue;
            if (known is [var (by, day, likeness)])
            {
                // The same order as LikelyDay's.
                bool better = told.Likeness > likeness || (told.Likeness.Equals(likeness) && (told.Day < day || (told.Day == day && string.CompareOrdinal(digest, by) < 0)));
                if (!better) continue;
                Keep(other.Row, told);
                if (told.Day == day) continue;
            }
            else Keep(other.Row, told);

            dated.Add((other.Row, told.Day));
        }

        return dated;
    }

    private void Keep(long version, (DateOnly Day, string Article, double Likeness) told) => sql.Do(
        """
        INSERT INTO likely_days (version, day, told_by, likeness) VALUES (@version, @day, @by, @likeness)
        ON CONFLICT (version) DO UPDATE SET day = excluded.day, told_by = excluded.told_by, likeness = excluded.likeness
        """,
        ("version", version), ("day", Columns.Day(told.Day)), ("by", told.Article), ("likeness", told.Likeness));
}
