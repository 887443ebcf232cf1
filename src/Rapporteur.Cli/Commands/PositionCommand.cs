using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>position</c>: where an actor stands on an issue on a day.</summary>
internal static class PositionCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> actor = new("NAME") { Description = "A person, an organisation, or a state whose office-holders speak; part of the name is enough" };
        Option<string> issue = new("--issue") { Description = "Name of an issue, or words of it", HelpName = "NAME" };
        Option<DateOnly?> day = CommonOptions.Day("--as-of", "What was known on this day: later statements do not count");
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line, as export positions does");
        Command command = new("position",
            """
            Tells where somebody stands, with the words it rests on.

            Example: rapporteur position "Ilsko Varden" --issue observers --as-of 2025-04-16
            """) { actor, issue, day, database, file, json };
        command.SetAction(async (parse, cancel) =>
        {
            if (string.IsNullOrWhiteSpace(parse.GetValue(actor))) throw new UsersProblem("The name is empty. Give a person, an organisation or a state, for example: rapporteur position \"Ilsko Varden\"");
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            (PositionBook book, IReadOnlyList<Issue> asked) = await IssueFile.DrawAsync(record, parse.GetValue(file), parse.GetValue(database)!, parse.GetValue(issue), cancel);
            string wanted = Folding.Key(parse.GetValue(actor)!);
            List<Position> found = [.. book.Positions.Where(position => Folding.Key(position.Actor).Contains(wanted, StringComparison.Ordinal))];
            if (found.Count == 0)
            {
                terminal.Say($"No position of \"{parse.GetValue(actor)}\" is in this record. Who speaks in it: rapporteur export positions");
                return ExitCode.Done;
            }

            if (parse.GetValue(issue) is not null) found.RemoveAll(position => asked.All(one => one.Id != position.Issue.Id));
            if (parse.GetValue(day) is { } asOf) found = [.. found.Select(position => PositionAsOf.Day(position, asOf)).OfType<Position>()];
            foreach (Position position in found)
            {
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(PositionLine.Of(position), ExportJson.Line));
                else PositionPrinter.Write(terminal, position);
            }

            if (found.Count == 0) terminal.Say(parse.GetValue(day) is { } until ? $"Nothing is stated on it by {until:yyyy-MM-dd}." : "Nothing is stated on it.");
            return ExitCode.Done;
        });
        return command;
    }
}
