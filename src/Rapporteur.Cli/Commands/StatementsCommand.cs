using System.CommandLine;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Cli.Commands;

/// <summary><c>statements</c>: who said what, newest first.</summary>
internal static class StatementsCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> speaker = new("--speaker") { Description = "Name of the speaker, or part of it", HelpName = "NAME" };
        Option<string> about = new("--about") { Description = "Words that must all occur; \"several words\" as they stand", HelpName = "WORDS" };
        Option<string> outlet = new("--outlet") { Description = "Name of an outlet that reports it", HelpName = "NAME" };
        Option<DateOnly?> since = CommonOptions.Day("--since", "Said on this day or later (where unknown: first reported)");
        Option<DateOnly?> until = CommonOptions.Day("--until", "Said on this day or earlier (where unknown: first reported)");
        Option<AttributionForm?> form = new("--form") { Description = "direct, indirect or mixed" };
        Option<SpeechAct?> act = new("--act")
        {
            Description = $"What is done by saying it: {string.Join(", ", Enum.GetValues<SpeechAct>().Select(SpeechActNames.Of))}",
            HelpName = "ACT",
            CustomParser = result =>
            {
                if (SpeechActNames.TryRead(result.Tokens[0].Value, out SpeechAct named)) return named;
                result.AddError($"'{result.Tokens[0].Value}' is no speech act. There are: {string.Join(", ", Enum.GetValues<SpeechAct>().Select(SpeechActNames.Of))}.");
                return null;
            },
        };
        Option<int> limit = new("--limit") { Description = "At most so many", HelpName = "N", DefaultValueFactory = _ => 20 };
        limit.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && int.TryParse(word.Value, out int n) && n is < 1 or > 10_000) result.AddError("--limit takes a number from 1 to 10000.");
        });
        Option<string> database = CommonOptions.Database();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line, as export does");
        Command command = new("statements",
            """
            Lists statements, newest first.

            Example: rapporteur statements --speaker "Ilsko Varden" --about lamp --since 2025-04-01
            """) { speaker, about, outlet, since, until, form, act, limit, database, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            ListPage<StatementSummary> page = await record.StatementsAsync(
                new StatementQuery
                {
                    Speaker = parse.GetValue(speaker),
                    About = parse.GetValue(about),
                    Outlet = parse.GetValue(outlet),
                    Since = parse.GetValue(since),
                    Until = parse.GetValue(until),
                    Form = parse.GetValue(form),
                    Act = parse.GetValue(act),
                    Limit = parse.GetValue(limit),
                },
                cancel);
            if (parse.GetValue(json))
            {
                foreach (StatementSummary row in page.Items) terminal.Line(JsonSerializer.Serialize(StatementLine.Of(row), ExportJson.Line));
                return ExitCode.Done;
            }

            foreach (StatementSummary row in page.Items) RecordPrinter.Write(terminal, row);
            if (page.Items.Count == 0) terminal.Say("No statement meets this. Try fewer words, part of the name, or a wider range of days.");
            else if (page.Total > page.Items.Count) terminal.Say($"{page.Items.Count} of {page.Total} shown; --limit shows more.");
            return ExitCode.Done;
        });
        return command;
    }
}
