using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>brief</c>: two pages on one issue.</summary>
internal static class BriefCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> issue = new("--issue") { Description = "Name of an issue, or words of it", HelpName = "NAME", Required = true };
        Option<string> format = new("--format") { Description = "md: Markdown; html: one page that prints", DefaultValueFactory = _ => "md" };
        format.AcceptOnlyFromAmong("md", "html");
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> json = CommonOptions.Json("Print one JSON object: positions, changes and contradictions of the issue");
        Command command = new("brief",
            """
            Writes a brief on one issue to standard output: who stands where, last changes, open contradictions, each with its words, outlet, day and link.

            Example: rapporteur brief --issue observers --format html > observers.html
            """) { issue, format, database, file, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            (PositionBook book, IReadOnlyList<Issue> asked) = await IssueFile.DrawAsync(record, parse.GetValue(file), parse.GetValue(database)!, parse.GetValue(issue), cancel);
            // Of several that the words fit, the one that most is said about.
            Issue about = asked.OrderByDescending(one => book.Positions.Where(position => position.Issue.Id == one.Id).Sum(position => position.Evidence.Count)).First();
            if (parse.GetValue(json))
            {
                terminal.Line(JsonSerializer.Serialize(
                    new
                    {
                        issue = about.Name,
                        issue_id = about.Id,
                        positions = book.Positions.Where(position => position.Issue.Id == about.Id).Select(PositionLine.Of),
                        changes = book.Changes.Where(change => change.Issue.Id == about.Id).Select(ChangeLine.Of),
                        contradictions = book.Contradictions.Where(found => found.Issue.Id == about.Id).Select(ContradictionLine.Of),
                    },
                    ExportJson.Line));
                return ExitCode.Done;
            }

            string text = parse.GetValue(format) == "html" ? Brief.Html(book, about) : Brief.Markdown(book, about);
            foreach (string line in text.TrimEnd('\n').Split('\n')) terminal.Line(line);
            return ExitCode.Done;
        });
        return command;
    }
}
