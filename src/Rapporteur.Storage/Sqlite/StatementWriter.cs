using Microsoft.Data.Sqlite;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Writes what a list shows of a statement again.</summary>
internal static class StatementWriter
{
    public static async Task DrawAsync(SqliteConnection db, long statement, CancellationToken cancel)
    {
        List<Report> reports = await db.ListAsync<Report>(
            """
            SELECT a.row, r.id AS article, a.version, v.number, a.place, a.current, v.instant, v.day, a.said_on AS saidOn, a.form, a.actor, a.outlet
            FROM appearances a JOIN article_versions v ON v.row = a.version JOIN articles r ON r.row = a.article
            WHERE a.statement = @statement
            """,
            new { statement }, cancel);
        StatementFacts facts = StatementFacts.Of(reports);
        await db.DoAsync(
            """
            UPDATE statements SET actor = @Actor, form = @form, said_on = @SaidOn, day = @Day, instant = @instant, first_version = @version,
                appearances = @Appearances, outlets = @Outlets, forms = @Forms, content = (SELECT content FROM appearances WHERE row = @shown)
            WHERE row = @statement
            """,
            new
            {
                statement,
                facts.Actor,
                form = facts.Shown.Form,
                facts.SaidOn,
                facts.Day,
                instant = facts.First.Instant ?? 0,
                version = facts.First.Version,
                facts.Appearances,
                facts.Outlets,
                facts.Forms,
                shown = facts.Shown.Row,
            },
            cancel);
    }
}
