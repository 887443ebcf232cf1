using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Writes what a list shows of a statement again.</summary>
internal static class StatementWriter
{
    // The number that the record has when this change is made.
    private const string Now = "(SELECT changes + 1 FROM record_state)";

    public static void Draw(PreparedSql sql, long statement)
    {
        List<Report> reports = sql.List(
            """
            SELECT a.row, r.id, a.version, v.number, a.place, a.current, v.instant, v.day, a.said_on, a.form, a.actor, a.outlet, a.act
            FROM appearances a JOIN article_versions v ON v.row = a.version JOIN articles r ON r.row = a.article
            WHERE a.statement = @statement
            """,
            ReportOf, ("statement", statement));
        if (reports.Count == 0)
        {
            // All of them moved to a statement of other wordings. A first day was written in a list; an empty one must not stay there.
            sql.Do($"UPDATE statements SET appearances = 0, first_version = NULL, changed = {Now} WHERE row = @statement", ("statement", statement));
            return;
        }

        StatementFacts facts = StatementFacts.Of(reports);
        sql.Do(
            $"""
            UPDATE statements SET changed = {Now}, actor = @actor, form = @form, said_on = @said_on, day = @day, instant = @instant, first_version = @version,
                appearances = @appearances, outlets = @outlets, forms = @forms, act = @act, acts = @acts, content = (SELECT content FROM appearances WHERE row = @shown)
            WHERE row = @statement
            """,
            ("statement", statement),
            ("actor", facts.Actor),
            ("form", facts.Shown.Form),
            ("said_on", facts.SaidOn),
            ("day", facts.Day),
            ("instant", facts.First.Instant ?? 0),
            ("version", facts.First.Version),
            ("appearances", facts.Appearances),
            ("outlets", facts.Outlets),
            ("forms", facts.Forms),
            ("act", facts.Shown.Act),
            ("acts", facts.Acts),
            ("shown", facts.Shown.Row));
    }

    private static Report ReportOf(SqliteRow row) => new()
    {
        Row = row.GetInt64(0),
        Article = row.GetString(1),
        Version = row.GetInt64(2),
        Number = row.GetInt64(3),
        Place = row.GetInt64(4),
        Current = row.GetBoolean(5),
        Instant = row.IsDBNull(6) ? null : row.GetInt64(6),
        Day = row.GetString(7),
        SaidOn = row.IsDBNull(8) ? null : row.GetString(8),
        Form = row.GetString(9),
        Actor = row.IsDBNull(10) ? null : row.GetInt64(10),
        Outlet = row.IsDBNull(11) ? null : row.GetInt64(11),
        Act = row.GetString(12),
    };
}
