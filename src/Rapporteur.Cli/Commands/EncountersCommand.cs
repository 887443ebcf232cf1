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
        Argument<string?> id = new("ID") { Description = "One encounter: how its status changed, what each side said about it, every report", Arity = ArgumentArity.ZeroOrOne };
        Option<string> database = CommonOptions.Database();
        Option<bool> json = CommonOptions.Json("Print one JSON object a line, as export does");
        Command command = new("encounters",
            """
            Lists calls, meetings, talks, visits, summits, exchanges, press conferences and interviews, latest day first.

            Example: rapporteur encounters --with "Ilsko Varden"
            Example: rapporteur encounters 5f0a19c2bb31
            """) { id, with, database, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore record = await Services.OpenToReadAsync(parse.GetValue(database)!, clock, cancel);
            if (parse.GetValue(id) is { } one) return await WriteOneAsync(terminal, record, one, parse.GetValue(json), cancel);
            List<Encounter> found = [.. EncounterSearch.With(await record.EncountersAsync(cancel), parse.GetValue(with))];
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

    private static async Task<int> WriteOneAsync(Terminal terminal, IRecordStore record, string id, bool json, CancellationToken cancel)
    {
        Encounter found = await record.EncounterAsync(id, cancel)
            ?? throw new UsersProblem($"{id}: there is no such encounter. List them with: rapporteur encounters");
        IReadOnlyList<Readout> readouts = await ReadoutReader.ReadAsync(record, found, cancel);
        if (json)
        {
            terminal.Line(JsonSerializer.Serialize(EncounterLine.Of(found, readouts), ExportJson.Line));
            return ExitCode.Done;
        }

        Write(terminal, found);
        foreach (Readout readout in readouts)
        {
            terminal.Line($"{readout.Side}{(readout.TakesPart ? "" : " (takes no part)")}:");
            foreach (AppearanceRow said in readout.Statements)
                terminal.Line($"  {said.StatementId}  {said.Speaker?.Name ?? "speaker not told"}: {said.Content.ReplaceLineEndings(" ")} ({said.Article.Outlet ?? said.Article.Location})");
        }

        terminal.Line("Reports:");
        foreach (EncounterReport report in found.Reports)
            terminal.Line($"  {report.Article.Published?.Date.ToString("yyyy-MM-dd") ?? "no date",-10}  {EncounterLine.StatusName(report.Mention.Status)}: {report.Sentence.ReplaceLineEndings(" ")} ({report.Article.Outlet ?? report.Article.Location})");
        return ExitCode.Done;
    }

    private static void Write(Terminal terminal, Encounter encounter)
    {
        string ordinal = encounter.Ordinal is { } number ? $" (number {number})" : "";
        string place = encounter.Place is { } where ? $" in {where}" : "";
        terminal.Line($"{encounter.Date ?? "no day",-10}  {EncounterLine.StatusName(encounter.Status)} {EncounterLine.TypeName(encounter.Type)}{ordinal}: {string.Join(", ", encounter.Participants)}{place}");
        // Days on which nothing new was said of it are passed over.
        EncounterStage[] turns = [.. encounter.History.Where((stage, i) => i == 0 || encounter.History[i - 1].Status != stage.Status)];
        if (turns.Length > 1)
        {
            terminal.Line("            " + string.Join(" → ", turns.Select(stage => $"{EncounterLine.StatusName(stage.Status)} ({stage.Published?.ToString("yyyy-MM-dd") ?? "no date"})")));
        }

        int articles = encounter.Reports.Select(report => report.Article.Id).Distinct().Count();
        terminal.Line($"            {encounter.Reports[0].Sentence.ReplaceLineEndings(" ")}");
        terminal.Line($"            {articles} {(articles == 1 ? "article" : "articles")}; first {encounter.Reports[0].Article.Outlet ?? encounter.Reports[0].Article.Location}; {encounter.Id}");
    }
}
