using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>changes</c>: whose position moved, when, and what does not go together.</summary>
internal static class ChangesCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<DateOnly?> since = CommonOptions.Day("--since", "On this day or later");
        Option<string> issue = new("--issue") { Description = "Name of an issue, or words of it", HelpName = "NAME" };
        Option<bool> all = new("--all") { Description = "Also what was only said again (reaffirmed)" };
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line");
        Command command = new("changes",
            """
            Lists changes of position with the statements on both sides, and contradictions. The old position in new words is no change.

            Example: rapporteur changes --since 2025-06-01
            """) { since, issue, all, database, file, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            (PositionBook book, IReadOnlyList<Issue> asked) = await IssueFile.DrawAsync(record, parse.GetValue(file), parse.GetValue(database)!, parse.GetValue(issue), cancel);
            HashSet<string>? ids = parse.GetValue(issue) is null ? null : [.. asked.Select(one => one.Id)];
            int shown = 0;
            foreach (PositionChange change in book.Changes.Where(change => Meets(change.Day, change.Issue) && (parse.GetValue(all) || change.Kind != ChangeKind.Reaffirmed)))
            {
                shown++;
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(ChangeLine.Of(change), ExportJson.Line));
                else
                {
                    terminal.Line($"{PositionPrinter.Day(change.Day)}  {change.Actor} · {change.Issue.Name} · {ChangeLine.KindName(change.Kind)}");
                    PositionPrinter.Write(terminal, change.Before);
                    if (change.After is { } after) PositionPrinter.Write(terminal, after);
                }
            }

            foreach (Contradiction found in book.Contradictions.Where(found => Meets(found.Other.Day, found.Issue)))
            {
                shown++;
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(ContradictionLine.Of(found), ExportJson.Line));
                else
                {
                    terminal.Line($"{PositionPrinter.Day(found.Other.Day)}  {found.Actor} · {found.Issue.Name} · contradiction ({ContradictionLine.KindName(found.Kind)})");
                    PositionPrinter.Write(terminal, found.One);
                    PositionPrinter.Write(terminal, found.Other);
                }
            }

            if (shown == 0) terminal.Say("No change. With --all what was reaffirmed is shown too.");
            return ExitCode.Done;

            bool Meets(DateOnly? day, Issue on) => (parse.GetValue(since) is not { } first || day >= first) && (ids is null || ids.Contains(on.Id));
        });
        return command;
    }
}
