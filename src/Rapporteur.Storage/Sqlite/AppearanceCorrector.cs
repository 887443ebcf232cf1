using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Gives an appearance the speaker and the day that people say it has, or what the program found when nobody says otherwise, inside the caller's transaction.</summary>
internal sealed class AppearanceCorrector(PreparedSql sql)
{
    private static readonly StatementMatcher Matcher = new();

    /// <summary>Brings an appearance to the judgements that hold; nothing when there is no such appearance.</summary>
    /// <returns>The statements to draw again.</returns>
    public HashSet<long> Correct(string id)
    {
        List<Seen> found = sql.List(
            """
            SELECT a.speaker, a.said_on, a.on_behalf_of, a.spans, a.form, a.wording, v.text, v.published, r.url, v.row
            FROM appearances a JOIN article_versions v ON v.row = a.version JOIN articles r ON r.row = a.article WHERE a.id = @id
            """,
            row => new Seen(Text(row, 0), Text(row, 1), Text(row, 2), row.GetString(3), row.GetString(4), row.IsDBNull(5) ? null : row.GetInt64(5), row.GetString(6), Text(row, 7), Text(row, 8), row.GetInt64(9)),
            ("id", id));
        if (found is not [var seen]) return [];

        (string? speaker, string? day) = Decided(id, seen);
        Appearance matched = Match(seen, speaker, day);
        WordingWriter wordings = new(sql);
        (long? wording, long statement) = matched.Proposition is { } proposition
            ? wordings.Add(matched, proposition, LikelyDays.Kept(sql, seen.Version))
            : ((long?)null, WordingWriter.Statement(sql, matched.StatementId));
        HashSet<long> touched = [statement, Move(id, speaker, day, wording, statement)];
        if (seen.Wording is { } before && before != wording) wordings.DropUnused(before);
        touched.UnionWith(wordings.Touched);
        return touched;
    }

    // What the program found is kept as long as something else is shown.
    private (string? Speaker, string? Day) Decided(string id, Seen seen)
    {
        List<(string? Speaker, string? Day)> kept = sql.List("SELECT speaker, said_on FROM corrected_appearances WHERE id = @id", row => (Text(row, 0), Text(row, 1)), ("id", id));
        (string? speaker, string? day) = kept is [var earlier] ? earlier : (seen.Speaker, seen.SaidOn);
        sql.Do("DELETE FROM corrected_appearances WHERE id = @id", ("id", id));
        List<(string Kind, string Value)> judged = sql.List(
            "SELECT kind, other FROM judgements WHERE one = @id AND kind IN ('speaker', 'said-on') AND undone_at IS NULL ORDER BY row",
            row => (row.GetString(0), row.GetString(1)), ("id", id));
        if (judged.Count > 0) sql.Do("INSERT INTO corrected_appearances (id, speaker, said_on) VALUES (@id, @speaker, @day)", ("id", id), ("speaker", speaker), ("day", day));
        foreach ((string kind, string value) in judged)
        {
            string? known = value.Length == 0 ? null : value;
            if (kind == "speaker") speaker = known;
            else day = known;
        }

        return (speaker, day);
    }

    private static Appearance Match(Seen seen, string? speaker, string? day)
    {
        IReadOnlyList<TextSpan>[] spans = Columns.SpanLists(seen.Spans);
        Attribution attribution = new()
        {
            Source = spans[0], Cue = spans[1], Content = spans[2], Form = Columns.Form(seen.Form), Speaker = speaker, OnBehalfOf = seen.OnBehalfOf, SaidOn = Columns.Day(day), FoundBy = "",
        };
        Article article = new() { Location = "", Url = seen.Url, Text = seen.Text, Published = PressTime.Parse(seen.Published) };
        return Matcher.Match(article, new AnnotatedText { Text = seen.Text, Attributions = [attribution] })[0];
    }

    // Returns the statement it was in, which may be another than at the beginning: a new wording can move the old one.
    private long Move(string id, string? speaker, string? day, long? wording, long statement)
    {
        (long row, long from, bool current) = sql.List(
            "SELECT row, statement, current FROM appearances WHERE id = @id", reader => (reader.GetInt64(0), reader.GetInt64(1), reader.GetBoolean(2)), ("id", id))[0];
        if (current) sql.Do("DELETE FROM wordings WHERE rowid = @row", ("row", row));
        long moved = sql.Number(
            """
            UPDATE appearances SET speaker = @speaker, said_on = @day, actor = @actor, wording = @wording, statement = @statement,
                row = (SELECT ifnull(max(row) + 1, @statement << 20) FROM appearances WHERE row >= @statement << 20 AND row < (@statement + 1) << 20)
            WHERE row = @row RETURNING row
            """,
            ("speaker", speaker), ("day", day), ("actor", speaker is null ? null : NameTable.Actors.RowOf(sql, speaker)),
            ("wording", wording), ("statement", statement), ("row", row))!.Value;
        if (current) sql.Do("INSERT INTO wordings (rowid, content) SELECT row, content FROM appearances WHERE row = @row", ("row", moved));
        return from;
    }

    private static string? Text(SqliteRow row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private sealed record Seen(string? Speaker, string? SaidOn, string? OnBehalfOf, string Spans, string Form, long? Wording, string Text, string? Published, string? Url, long Version);
}
