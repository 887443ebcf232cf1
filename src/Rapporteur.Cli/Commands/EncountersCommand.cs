using System.CommandLine;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Commands;

/// <summary><c>encounters</c>: who met, called or visited whom, and whether it took place.</summary>
internal static class EncountersCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> with = new("--with") { Description = "Name of a participant, or part of it", HelpName = "NAME" };
        Option<string> database = CommonOptions.Database();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line, as export does");
        Command command = new("encounters",
            """
            Lists calls, meetings, talks, visits, summits, exchanges, press conferences and interviews, latest day first.

            Example: rapporteur encounters --with "Ilsko Varden"
            """) { with, database, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            string wanted = Folding.Key(parse.GetValue(with) ?? "");
            List<Encounter> found = [.. EncounterMerger.Merge(await record.EncounterReportsAsync(cancel))
                .Where(encounter => encounter.Participants.Any(name => Folding.Key(name).Contains(wanted, StringComparison.Ordinal)))
                .OrderByDescending(encounter => encounter.Date ?? "", StringComparer.Ordinal).ThenBy(encounter => encounter.Id, StringComparer.Ordinal)];
            foreach (Encounter encounter in found)
            {
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(EncounterLine.Of(encounter), ExportJson.Line));
                else Write(terminal, encounter);
            }

            if (found.Count == 0) terminal.Say("No encounter meets this. Try part of the name.");
            return ExitCode.Done;
        });
        return command;
    }

    private static void Write(Terminal terminal, Encounter encounter)
    {
        string ordinal = encounter.Ordinal is { } number ? $" (number {number})" : "";
        string place = encounter.Place is { } where ? $" in {where}" : "";
        terminal.Line($"{encounter.Date ?? "no day",-10}  {EncounterLine.StatusName(encounter.Status)} {EncounterLine.TypeName(encounter.Type)}{ordinal}: {string.Join(", ", encounter.Participants)}{place}");
        if (encounter.History.Count > 1)
        {
            terminal.Line("            " + string.Join(" → ", encounter.History.Select(stage => $"{EncounterLine.StatusName(stage.Status)} ({stage.Published?.ToString("yyyy-MM-dd") ?? "no date"})")));
        }

        int articles = encounter.Reports.Select(report => report.Article.Id).Distinct().Count();
        terminal.Line($"            {encounter.Reports[0].Sentence.ReplaceLineEndings(" ")}");
        terminal.Line($"            {articles} {(articles == 1 ? "article" : "articles")}; first {encounter.Reports[0].Article.Outlet ?? encounter.Reports[0].Article.Location}");
    }
}
