using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Cli.Commands;

/// <summary><c>reanalyse</c>: everything is found anew in the texts that the record holds.</summary>
internal static class ReanalyseCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> database = CommonOptions.Database();
        Option<string> precision = CommonOptions.Precision();
        Option<bool> fast = CommonOptions.Fast();
        Option<int> jobs = new("--jobs", "-j") { Description = "How many articles are analysed at the same time", DefaultValueFactory = _ => Environment.ProcessorCount };
        Command command = new("reanalyse",
            """
            Finds everything anew in the texts that the record holds, as after an update of the program. Nothing is
            fetched. Judgements stay: what people confirmed, rejected, joined, split or gave another speaker or day
            holds for the words it was said of, wherever the new analysis finds them.

            Example: rapporteur reanalyse --db talks.db
            """) { database, precision, fast, jobs };
        jobs.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1) given.AddError("--jobs must be 1 or more.");
        });
        command.SetAction(async (parse, cancel) =>
        {
            string path = parse.GetValue(database)!;
            if (!File.Exists(path)) throw new UsersProblem($"{path}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {path}");
            await using IRecordStore store = await Services.OpenToWriteAsync(path, clock, cancel);
            TextAnalyser analyser = new(CommonOptions.BalanceOf(parse.GetValue(precision)), parse.GetValue(fast));
            return await RunAsync(terminal, new Reanalysis(new ArticleAnalysis(analyser, new StatementMatcher()), store), parse.GetValue(jobs), cancel);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, Reanalysis reanalysis, int jobs, CancellationToken cancel)
    {
        int versions = 0, before = 0, after = 0, failed = 0;
        await foreach (Renewed renewed in reanalysis.RunAsync(jobs, cancel))
        {
            versions++;
            before += renewed.Before;
            after += renewed.Record?.Appearances.Count ?? renewed.Before;
            if (renewed.Problem is not { } problem) continue;
            failed++;
            terminal.Say($"{renewed.Article.Location}: left as it was ({problem})");
        }

        terminal.Line($"Analysed {RecordPrinter.Count(versions, "text")} again: {RecordPrinter.Count(before, "appearance")} before, {after} now.");
        return failed == 0 ? ExitCode.Done : ExitCode.NotAllDone;
    }
}
