namespace Rapporteur.Storage.Sqlite;

/// <summary>Numbers the versions of an article and makes its lists, its credits and the full-text index follow the last one.</summary>
internal sealed class CurrentVersion(PreparedSql sql)
{
    /// <summary>A condition on appearances <c>a</c>: no standing judgement says that it is no quotation.</summary>
    public const string IsQuotation = "a.id NOT IN (SELECT one FROM judgements WHERE kind = 'not-a-quotation' AND undone_at IS NULL)";

    /// <summary>Chooses again after a version was added.</summary>
    /// <returns>The statements whose appearances became current or ceased to be.</returns>
    public List<long> Choose(long article)
    {
        List<long> versions = sql.List(
            "SELECT row FROM article_versions WHERE article = @article ORDER BY ordered, row", row => row.GetInt64(0), ("article", article));
        foreach ((int index, long row) in versions.Index())
        {
            sql.Do("UPDATE article_versions SET number = @number WHERE row = @row", ("row", row), ("number", index + 1));
        }

        long? before = sql.Number("SELECT current FROM articles WHERE row = @article", ("article", article));
        long after = versions[^1];
        sql.Do("UPDATE articles SET versions = @count WHERE row = @article", ("article", article), ("count", versions.Count));
        if (before == after) return [];

        if (before is not null) Withdraw(article, before.Value);
        Set(article, after);
        return sql.List(
            "SELECT DISTINCT statement FROM appearances WHERE version IN (@before, @after)", row => row.GetInt64(0), ("before", before), ("after", after));
    }

    /// <summary>Puts the words of a version's current appearances into the full-text index.</summary>
    /// <remarks>In order of rows, for whenever a smaller one comes the index writes what it has gathered into a segment of its own, to be merged with the others later.</remarks>
    public static void AddWords(PreparedSql sql, long version) =>
        sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE version = @version AND current = 1 ORDER BY row", ("version", version));

    private void Withdraw(long article, long version)
    {
        sql.Do("DELETE FROM wordings WHERE rowid IN (SELECT row FROM appearances WHERE version = @version AND current = 1)", ("version", version));
        sql.Do("UPDATE appearances SET current = 0 WHERE version = @version", ("version", version));
        sql.Do("DELETE FROM article_words WHERE rowid = @article", ("article", article));
        sql.Do("DELETE FROM article_credits WHERE article = @article", ("article", article));
    }

    private void Set(long article, long version)
    {
        sql.Do($"UPDATE appearances AS a SET current = 1 WHERE version = @version AND {IsQuotation}", ("version", version));
        AddWords(sql, version);
        sql.Do(
            "INSERT INTO article_words (rowid, title, text) SELECT @article, title, text FROM article_versions WHERE row = @version",
            ("article", article), ("version", version));
        sql.Do(
            """
            UPDATE articles SET (current, outlet, day, instant) = (SELECT row, outlet, day, ifnull(instant, 0) FROM article_versions WHERE row = @version),
                appearances = (SELECT count(*) FROM appearances WHERE version = @version AND current = 1)
            WHERE row = @article
            """,
            ("article", article), ("version", version));

        string credits = sql.Text("SELECT credits FROM article_versions WHERE row = @version", ("version", version))!;
        foreach (string? id in Columns.Texts(credits).Select(NameTable.Outlets.IdOf))
        {
            sql.Do("INSERT OR IGNORE INTO article_credits (article, outlet) SELECT @article, row FROM outlets WHERE id = @id", ("article", article), ("id", id));
        }
    }
}
