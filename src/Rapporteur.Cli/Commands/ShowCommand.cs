using System.CommandLine;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>show</c>: one statement, article, actor or story with everything behind it.</summary>
internal static class ShowCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> id = new("ID") { Description = "Identity of a statement, an article, an actor or a story, as lists and pages print it" };
        Option<string> database = CommonOptions.Database();
        Option<bool> json = CommonOptions.Json("Print JSON lines, as export does");
        Command command = new("show",
            """
            Shows one statement with every wording and who reported it, one article with what it reports and
            where its sentences stand elsewhere, one story, or one actor.

            Example: rapporteur show 3f9a1c07b2de --db talks.db
            """) { id, database, json };
        command.SetAction(async (parse, cancel) =>
        {
            string wanted = parse.GetValue(id)!;
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            if (await record.StatementAsync(wanted, cancel) is { } statement)
            {
                Print(statement.Appearances, () => RecordPrinter.Write(terminal, statement));
                if (!parse.GetValue(json)) ChangesPrinter.Write(terminal, await StatementHistory.OfAsync(statement, record, copies: true, cancel));
            }
            else if (await record.ArticleAsync(wanted, cancel) is { } article) Print(article.Versions[^1].Appearances, () => RecordPrinter.Write(terminal, article), article.Versions[^1].Article.Text, await record.ReuseAsync(wanted, cancel));
            else if (await record.ActorAsync(wanted, cancel) is { } actor) await PrintActorAsync(actor, record);
            else if (await record.StoryAsync(wanted, cancel) is { } story) PrintStory(story);
            else throw new UsersProblem($"Nothing in {parse.GetValue(database)} has the identity {wanted}. rapporteur statements lists what there is.");
            return ExitCode.Done;

            void Print(IReadOnlyList<AppearanceRow> rows, Action forPeople, string text = "", IReadOnlyList<TextReuse>? reuses = null)
            {
                if (!parse.GetValue(json))
                {
                    forPeople();
                    ReusePrinter.Write(terminal, text, reuses ?? []);
                    return;
                }

                foreach (AppearanceRow row in rows) terminal.Line(JsonSerializer.Serialize(AppearanceLine.Of(row), ExportJson.Line));
            }

            void PrintStory(StoryDetail story)
            {
                if (!parse.GetValue(json)) ReusePrinter.Write(terminal, story);
                else foreach (ArticleSummary row in story.Articles) terminal.Line(JsonSerializer.Serialize(ArticleLine.Of(row), ExportJson.Line));
            }

            async Task PrintActorAsync(ActorDetail actor, IRecordQueries queries)
            {
                ListPage<StatementSummary> said = await queries.StatementsAsync(new StatementQuery { Speaker = actor.Summary.Actor.Id }, cancel);
                if (!parse.GetValue(json)) RecordPrinter.Write(terminal, actor, said);
                else foreach (StatementSummary row in said.Items) terminal.Line(JsonSerializer.Serialize(StatementLine.Of(row), ExportJson.Line));
            }
        });
        return command;
    }
}
