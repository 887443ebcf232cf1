using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>issues</c>: the matters under negotiation, suggested from the record and kept by people.</summary>
internal static class IssuesCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock) => new("issues",
        """
        Matters under negotiation. Without a file of issues the record's own suggestions are used.

        Example: rapporteur issues suggest, then rapporteur issues add "NATO membership" --alias "join the alliance"
        """)
    {
        Suggest(terminal, clock),
        List(terminal),
        Change(terminal, "add", "Adds an issue to issues.yaml (made when it is not there).", "NAME", "As you call it", null, null, (book, name, _, aliases) => book.Add(name, aliases)),
        Change(terminal, "merge", "Makes the second issue an alias of the first, with its own aliases.", "INTO", "The issue that stays", "OTHER", "The issue that goes", (book, into, other, _) => book.Merge(into, other!)),
        Change(terminal, "rename", "Gives an issue another name; the old one stays as an alias.", "NAME", "As it is called", "NEW", "As it shall be called", (book, from, to, _) => book.Rename(from, to!)),
    };

    private static Command Suggest(Terminal terminal, TimeProvider clock)
    {
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> all = new("--all") { Description = "Also what only one statement is about" };
        Option<bool> json = CommonOptions.Json("Print one JSON object a line");
        Command command = new("suggest",
            """
            Lists what demands, offers, refusals and conditions are about again and again, and no issue of yours covers.

            Example: rapporteur issues suggest --db talks.db
            """) { database, file, all, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            PositionBook book = await IssueFile.DrawAsync(record, parse.GetValue(file), parse.GetValue(database)!, cancel);
            foreach (SuggestedIssue issue in book.Suggested.Where(issue => issue.Statements > 1 || parse.GetValue(all)))
            {
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(new { issue.Issue.Id, issue.Issue.Name, issue.Statements, issue.Wordings }, ExportJson.Line));
                else terminal.Line($"{issue.Statements,4}  {issue.Issue.Name}{(issue.Wordings.Count > 1 ? "  (" + string.Join("; ", issue.Wordings.Skip(1)) + ")" : "")}");
            }

            if (book.Suggested.Count == 0) terminal.Say("Nothing to suggest: no statement takes a stance that your issues do not cover.");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command List(Terminal terminal)
    {
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line");
        Command command = new("list", "Lists the issues of issues.yaml, in its order.") { database, file, json };
        command.SetAction(parse =>
        {
            IssueBook book = IssueFile.Read(parse.GetValue(file), parse.GetValue(database)!);
            foreach (Issue issue in book.Issues)
            {
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(new { issue.Id, issue.Name, issue.Aliases, issue.Parts, issue.For, issue.Against }, ExportJson.Line));
                else terminal.Line(issue.Name + (issue.Aliases.Count > 0 ? $"  (also: {string.Join(", ", issue.Aliases)})" : ""));
            }

            if (book.Issues.Count == 0) terminal.Say("No issues of your own yet; those that the record suggests are used. See them with: rapporteur issues suggest");
            return ExitCode.Done;
        });
        return command;
    }

    private static Command Change(
        Terminal terminal, string verb, string what, string firstName, string firstWhat, string? secondName, string? secondWhat,
        Func<IssueBook, string, string?, IReadOnlyList<string>, IssueBook> change)
    {
        Argument<string> first = new(firstName) { Description = firstWhat };
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Command command = new(verb, what + " Comments and everything else in the file stay as they are.") { first };
        Argument<string>? second = secondName is null ? null : new(secondName) { Description = secondWhat };
        Option<string[]> alias = new("--alias") { Description = "Another name for it; may be given more than once", HelpName = "PHRASE", AllowMultipleArgumentsPerToken = false };
        if (second is not null) command.Add(second);
        else command.Add(alias);
        command.Add(database);
        command.Add(file);
        command.SetAction(parse =>
        {
            string path = IssueFile.Path(parse.GetValue(file), parse.GetValue(database)!);
            IssueBook book = File.Exists(path) ? IssueFile.Read(path, path) : IssueBook.Parse("");
            string name = parse.GetValue(first)!;
            if (second is null && book.Find(name) is not null) throw new UsersProblem($"There is an issue \"{name}\" already in {path}.");
            try
            {
                File.WriteAllText(path, change(book, name, second is null ? null : parse.GetValue(second), second is null ? parse.GetValue(alias) ?? [] : []).Text);
            }
            catch (InvalidDataException problem)
            {
                throw new UsersProblem(problem.Message);
            }

            terminal.Say($"Written to {path}");
            return ExitCode.Done;
        });
        return command;
    }
}
