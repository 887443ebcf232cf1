using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>compare</c>: what two sides said about one encounter, issue by issue.</summary>
internal static class CompareCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> left = new("A") { Description = "One side: a person, an organisation or a state; part of the name is enough" };
        Argument<string> right = new("B") { Description = "The other side" };
        Option<string> encounter = new("--encounter") { Description = "Identity of an encounter, as rapporteur encounters --json gives it", HelpName = "ID", Required = true };
        Option<string> database = CommonOptions.Database();
        Option<string> file = IssueFile.Option();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line");
        Command command = new("compare",
            """
            Puts side by side what two sides stand for in the articles that report one encounter, and what is told differently of it.

            Example: rapporteur compare Kestria Estmere --encounter 3f2a91c0d4e7
            """) { left, right, encounter, database, file, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            string id = parse.GetValue(encounter)!;
            if (new[] { parse.GetValue(left), parse.GetValue(right) }.Any(string.IsNullOrWhiteSpace)) throw new UsersProblem("One of the two names is empty. Give two sides, for example: rapporteur compare Kestria Estmere --encounter ID");
            Encounter about = await record.EncounterAsync(id, cancel)
                ?? throw new UsersProblem($"No encounter has the identity {id}. See them with: rapporteur encounters --json");
            PositionBook book = await IssueFile.DrawAsync(record, parse.GetValue(file), parse.GetValue(database)!, cancel);
            SideBySide[] rows = [.. SideBySide.Of(book, about, parse.GetValue(left)!, parse.GetValue(right)!)];
            foreach (SideBySide row in rows)
            {
                if (parse.GetValue(json))
                {
                    terminal.Line(JsonSerializer.Serialize(new { issue = row.Issue.Name, issue_id = row.Issue.Id, a = row.A.Select(EvidenceLine.Of), b = row.B.Select(EvidenceLine.Of), row.Opposed }, ExportJson.Line));
                    continue;
                }

                terminal.Line($"{row.Issue.Name}{(row.Opposed ? "  — they disagree" : row.A.Count == 0 || row.B.Count == 0 ? "  — one side only" : "")}");
                Side(parse.GetValue(left)!, row.A);
                Side(parse.GetValue(right)!, row.B);
            }

            IReadOnlyList<Contradiction> accounts = SideBySide.Accounts(book, about, parse.GetValue(left)!, parse.GetValue(right)!);
            if (accounts.Count > 0 && !parse.GetValue(json)) terminal.Line("Told differently");
            foreach (Contradiction found in accounts)
            {
                if (parse.GetValue(json))
                {
                    terminal.Line(JsonSerializer.Serialize(ContradictionLine.Of(found), ExportJson.Line));
                    continue;
                }

                terminal.Line($"  {found.Actor} · {found.Issue.Name} · {ContradictionLine.KindName(found.Kind)}");
                PositionPrinter.Write(terminal, found.One);
                PositionPrinter.Write(terminal, found.Other);
            }

            if (rows.Length == 0) terminal.Say("Neither side takes a stance in the articles that report this encounter.");
            return ExitCode.Done;

            void Side(string name, IReadOnlyList<Evidence> evidence)
            {
                if (evidence.Count > 0) terminal.Line($"  {name}: {string.Join(", ", evidence.Select(one => PositionLine.StanceName(one.Stated.Stance)).Distinct())}");
                foreach (Evidence one in evidence) PositionPrinter.Write(terminal, one);
            }
        });
        return command;
    }
}
