using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Puts a new analysis of a version in the place of the old one inside the caller's transaction; judgements go on with the words they are about.</summary>
internal sealed class ArticleRenewal(PreparedSql sql)
{
    // Set by hand: a judgement passes to a place when at least half of the longer of the two stands in both.
    private const double SameWords = 0.5;

    public bool Renew(string article, int number, ArticleRecord record)
    {
        List<(long Article, long Version, string Digest, bool Current, string Text)> found = sql.List(
            "SELECT r.row, v.row, v.digest, r.current = v.row, v.text FROM articles r JOIN article_versions v ON v.article = r.row WHERE r.id = @article AND v.number = @number",
            row => (row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetBoolean(3), row.GetString(4)), ("article", article), ("number", number));
        if (found is not [var at] || at.Text != record.Article.Text) return false;

        List<Place> before = Places(at.Version);
        HashSet<long> touched = [.. before.Select(place => place.Statement)];
        EncounterWriter encounters = new(sql);
        encounters.Forget(at.Version);
        Remove(at.Version, before);
        EncounterMentions.Add(sql, at.Version, record);
        ContestedTermRows.Add(sql, at.Version, record);
        StanceMarks.Add(sql, at.Version, record);
        sql.Do("UPDATE article_versions SET analysed = @analysed WHERE row = @version", ("analysed", record.Analysed), ("version", at.Version));
        touched.UnionWith(new AppearanceWriter(sql).Add(at.Article, at.Version, record, at.Digest, LikelyDays.Kept(sql, at.Version)));
        List<Place> after = Places(at.Version);
        string[] judged = CarryOver(before, after);
        if (at.Current) Show(at.Article, at.Version);
        encounters.Follow(at.Article);
        foreach (Place place in after) touched.UnionWith(Corrected(place.Id));

        WordingWriter wordings = new(sql);
        foreach (long wording in before.Select(place => place.Wording).OfType<long>().Distinct()) wordings.DropUnused(wording);
        if (judged.Length > 0) wordings.Reconsider(judged);
        touched.UnionWith(wordings.Touched);
        foreach (long statement in touched) StatementWriter.Draw(sql, statement);
        return true;
    }

    private List<Place> Places(long version) => sql.List(
        """
        SELECT a.id, a.spans, a.wording, w.id, a.statement, CASE WHEN c.id IS NULL THEN a.speaker ELSE c.speaker END
        FROM appearances a LEFT JOIN wording_facts w ON w.row = a.wording LEFT JOIN corrected_appearances c ON c.id = a.id WHERE a.version = @version ORDER BY a.place
        """,
        row => new Place(
            row.GetString(0), Columns.SpanLists(row.GetString(1))[2], row.IsDBNull(2) ? null : row.GetInt64(2), row.IsDBNull(3) ? null : row.GetString(3), row.GetInt64(4),
            row.IsDBNull(5) ? null : row.GetString(5)),
        ("version", version));

    private void Remove(long version, List<Place> before)
    {
        sql.Do("DELETE FROM wordings WHERE rowid IN (SELECT row FROM appearances WHERE version = @version AND current = 1)", ("version", version));
        foreach (Place place in before) sql.Do("DELETE FROM corrected_appearances WHERE id = @id", ("id", place.Id));
        sql.Do("DELETE FROM contested_terms WHERE version = @version", ("version", version));
        sql.Do("DELETE FROM stance_marks WHERE version = @version", ("version", version));
        sql.Do("DELETE FROM appearances WHERE version = @version", ("version", version));
        NameTable.Actors.Forget(sql, before.Select(place => place.Speaker));
    }

    // A better analysis finds other ends of the same words. What a person said of them is meant for them still.
    private string[] CarryOver(List<Place> before, List<Place> after)
    {
        HashSet<string> kept = [.. after.Select(place => place.Id)];
        HashSet<string> wordings = [];
        foreach (Place place in before)
        {
            Place? heir = after.Select(other => (Place: other, Share: Overlap(place.Content, other.Content)))
                .Where(other => other.Share >= SameWords).OrderByDescending(other => other.Share).Select(other => other.Place).FirstOrDefault();
            if (heir is null) continue;
            if (!kept.Contains(place.Id)) sql.Do("UPDATE judgements SET one = @new WHERE one = @old", ("new", heir.Id), ("old", place.Id));
            if (place.WordingId is not { } old || heir.WordingId is not { } fresh || old == fresh) continue;
            // Other articles may have the wording still; then it stays judged there and the new one is judged besides when the last of them is read again.
            if (sql.Number("SELECT 1 FROM appearances WHERE wording = @wording LIMIT 1", ("wording", place.Wording)) is not null) continue;
            if (sql.Number("SELECT 1 FROM judgements WHERE one = @old OR other = @old LIMIT 1", ("old", old)) is null) continue;
            sql.Do("UPDATE judgements SET one = @new WHERE one = @old", ("new", fresh), ("old", old));
            sql.Do("UPDATE judgements SET other = @new WHERE other = @old AND kind = 'join'", ("new", fresh), ("old", old));
            wordings.Add(fresh);
        }

        return [.. wordings];
    }

    private void Show(long article, long version)
    {
        sql.Do($"UPDATE appearances AS a SET current = 1 WHERE version = @version AND {CurrentVersion.IsQuotation}", ("version", version));
        CurrentVersion.AddWords(sql, version);
        sql.Do(
            "UPDATE articles SET appearances = (SELECT count(*) FROM appearances WHERE version = @version AND current = 1) WHERE row = @article",
            ("version", version), ("article", article));
    }

    private HashSet<long> Corrected(string id) =>
        sql.Number("SELECT 1 FROM judgements WHERE one = @id AND kind IN ('speaker', 'said-on') AND undone_at IS NULL LIMIT 1", ("id", id)) is null ? [] : new AppearanceCorrector(sql).Correct(id);

    // The share of the longer one's characters that stand in both.
    private static double Overlap(IReadOnlyList<TextSpan> left, IReadOnlyList<TextSpan> right)
    {
        int common = left.Sum(one => right.Sum(other => Math.Max(0, Math.Min(one.End, other.End) - Math.Max(one.Start, other.Start))));
        int longer = Math.Max(left.Sum(span => span.End - span.Start), right.Sum(span => span.End - span.Start));
        return longer == 0 ? 0 : (double)common / longer;
    }

    private sealed record Place(string Id, IReadOnlyList<TextSpan> Content, long? Wording, string? WordingId, long Statement, string? Speaker);
}
