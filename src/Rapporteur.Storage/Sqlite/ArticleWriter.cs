using Rapporteur.Matching.Stories;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Records one article inside the caller's transaction: recognise → add the version → add its appearances → choose the current version → draw the statements and stories.</summary>
internal sealed class ArticleWriter(PreparedSql sql, TimeProvider clock)
{
    public RecordOutcome Add(ArticleRecord record)
    {
        Article article = record.Article;
        string digest = ArticleIdentity.DigestOf(article);
        if (sql.Number("SELECT article FROM article_versions WHERE digest = @digest", ("digest", digest)) is { } known)
        {
            SeenAt(known, article.Location);
            return RecordOutcome.Unchanged;
        }

        string identity = ArticleIdentity.Of(article);
        long? earlier = Earlier(article, identity);
        long row = earlier ?? NewArticle(article, identity);
        SeenAt(row, article.Location);
        long version = AddVersion(row, record, digest, identity);
        EncounterMentions.Add(sql, version, record);
        ContestedTermRows.Add(sql, version, record);
        StanceMarks.Add(sql, version, record);
        FingerprintTable.Add(sql, version, article.Text);
        StoryText story = StoryReader.Read(article.Text, article.Language, article.Published?.Date);
        LikelyDays days = new(sql);
        HashSet<long> touched = AddAppearances(row, version, record, digest, days.Of(version, story));
        new EncounterWriter(sql).Follow(row);
        new StoryWriter(sql).Add(row, version, story, digest);
        touched.UnionWith(Redate(days.DatedBy(digest, story)));
        Draw(touched);
        return earlier is null ? RecordOutcome.Added : RecordOutcome.NewVersion;
    }

    /// <summary>Records an article that is not there yet with its appearances and their statements alone: without story, fingerprints, encounters, terms and stances.</summary>
    public void AddAppearances(ArticleRecord record)
    {
        string digest = ArticleIdentity.DigestOf(record.Article), identity = ArticleIdentity.Of(record.Article);
        long row = NewArticle(record.Article, identity);
        Draw(AddAppearances(row, AddVersion(row, record, digest, identity), record, digest, likely: null));
    }

    // The statements that are to be drawn.
    private HashSet<long> AddAppearances(long row, long version, ArticleRecord record, string digest, DateOnly? likely)
    {
        HashSet<long> touched = new AppearanceWriter(sql).Add(row, version, record, digest, likely);
        touched.UnionWith(new CurrentVersion(sql).Choose(row));
        return touched;
    }

    private void Draw(HashSet<long> statements)
    {
        foreach (long statement in statements) StatementWriter.Draw(sql, statement);
    }

    // Articles without a day that this one dates: their statements and encounters may belong elsewhere now.
    private HashSet<long> Redate(IReadOnlyList<(long Version, DateOnly Day)> dated)
    {
        if (dated.Count == 0) return [];
        WordingWriter wordings = new(sql);
        foreach ((long version, DateOnly day) in dated) wordings.Redate(version, day);
        new EncounterWriter(sql).Redate(dated.Select(article => article.Version));
        return wordings.Touched;
    }

    // The row of the article that this is a version of; null when it is a new one.
    private long? Earlier(Article article, string identity)
    {
        long? same = sql.Number("SELECT article FROM article_versions WHERE identity = @identity LIMIT 1", ("identity", identity));
        if (same is not null || article.Url is not null || !ArticleIdentity.IsItsOwnFile(article.Location)) return same;

        List<(long Row, string Text)> here = sql.List(
            """
            SELECT r.row, v.text
            FROM article_locations l JOIN articles r ON r.row = l.article JOIN article_versions v ON v.row = r.current
            WHERE l.location = @location AND r.url IS NULL ORDER BY l.row DESC LIMIT 1
            """,
            row => (row.GetInt64(0), row.GetString(1)), ("location", article.Location));
        return here is [var (row, text)] && EditedText.IsEditOf(text, article.Text) ? row : null;
    }

    private long NewArticle(Article article, string identity) => sql.Number(
        """
        INSERT INTO articles (id, url, location, versions, day, instant, appearances) VALUES (@identity, @url, @location, 0, '', 0, 0)
        RETURNING row
        """,
        ("identity", identity), ("url", article.Url), ("location", article.Location))!.Value;

    private void SeenAt(long row, string location)
    {
        sql.Do("INSERT OR IGNORE INTO article_locations (location, article) VALUES (@location, @row)", ("location", location), ("row", row));
        // The smallest, so that the order in which copies were read does not show.
        if (sql.Number("UPDATE articles SET location = @location WHERE row = @row AND @location < location RETURNING row", ("location", location), ("row", row)) is not null) EncounterWriter.Touch(sql, row);
    }

    private long AddVersion(long row, ArticleRecord record, string digest, string identity)
    {
        Article article = record.Article;
        Dictionary<string, long> outlets = NameTable.Outlets.Meet(sql, [article.Outlet, .. article.Credits]);
        return sql.Number(
            """
            INSERT INTO article_versions (
                article, number, digest, identity, read_at, ordered, outlet, outlet_name, title, byline,
                published, modified, day, instant, language, analysed, credits, captions, blocks, text)
            VALUES (
                @article, 0, @digest, @identity, @read_at, @ordered, @outlet, @outlet_name, @title, @byline,
                @published, @modified, @day, @instant, @language, @analysed, @credits, @captions, @blocks, @text)
            RETURNING row
            """,
            ("article", row),
            ("digest", digest),
            ("identity", identity),
            ("read_at", Columns.Instant(clock.GetUtcNow())),
            ("ordered", (article.Modified ?? article.Published)?.Instant.UtcTicks ?? 0),
            ("outlet", article.Outlet is { } outlet && outlets.TryGetValue(outlet, out long known) ? known : null),
            ("outlet_name", article.Outlet),
            ("title", article.Title),
            ("byline", article.Byline),
            ("published", article.Published?.ToString()),
            ("modified", article.Modified?.ToString()),
            ("day", Columns.Day(article.Published?.Date) ?? ""),
            ("instant", article.Published?.Instant.UtcTicks),
            ("language", article.Language),
            ("analysed", record.Analysed),
            ("credits", Columns.Json(article.Credits)),
            ("captions", Columns.Json(article.Captions)),
            ("blocks", Columns.Json(article.Blocks)),
            ("text", article.Text))!.Value;
    }
}
