using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Cli.Commands;

/// <summary><c>read</c>: articles from files, feeds and the web → the record.</summary>
internal static class ReadCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string[]> inputs = new("PATH|URL|FEED") { Description = "Files (.txt, .html, .html.gz, saved RSS, Atom or JSON feeds), folders of them, or http(s) addresses", Arity = ArgumentArity.OneOrMore };
        Option<string> database = CommonOptions.Database();
        Option<int> jobs = Jobs();
        Option<string> precision = CommonOptions.Precision();
        Option<bool> fast = CommonOptions.Fast();
        Option<bool> privateAddresses = new("--allow-private-addresses") { Description = "Also fetch from this machine and its local network" };
        Option<bool> json = CommonOptions.Json("Print the summary as one JSON object");
        Command command = new("read",
            """
            Reads articles into the record. Beside NAME.txt or NAME.html a file NAME.json may give
            url, outlet, published, title and language. Reading the same thing twice changes nothing;
            an article that was edited since becomes a new version.

            Examples:
              rapporteur read articles/ --db talks.db
              rapporteur read https://www.example.org/feed.xml --db talks.db
            """) { inputs, database, precision, fast, jobs, privateAddresses, json };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore store = await Services.OpenToWriteAsync(parse.GetValue(database)!, clock, cancel);
            ReaderOptions options = new() { AllowPrivateAddresses = parse.GetValue(privateAddresses), Database = parse.GetValue(database) };
            Pipeline pipeline = Services.PipelineInto(store, options, clock, new TextAnalyser(CommonOptions.BalanceOf(parse.GetValue(precision)), parse.GetValue(fast)));
            ReadingSummary summary = await RunAsync(terminal, pipeline, parse.GetValue(inputs)!, parse.GetValue(jobs), cancel);
            if (parse.GetValue(json)) summary.WriteJson(terminal);
            else summary.Write(terminal, parse.GetValue(database)!);
            return summary.Failed.Count == 0 && !summary.Stopped ? ExitCode.Done : ExitCode.NotAllDone;
        });
        return command;
    }

    /// <summary>Reads everything with progress; what fails is named on stderr when it happens, and the rest is read.</summary>
    public static async Task<ReadingSummary> RunAsync(Terminal terminal, Pipeline pipeline, string[] inputs, int jobs, CancellationToken cancel)
    {
        ReadingSummary summary = new();
        using Progress progress = new(terminal, "articles read", total: null);
        try
        {
            await foreach (Outcome outcome in pipeline.RunAsync(inputs, jobs, cancel))
            {
                summary.Add(outcome);
                if (outcome.Failed)
                {
                    progress.Clear();
                    terminal.Say($"{outcome.Location}: {outcome.Reason}");
                }

                progress.Step();
            }
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            summary.Stopped = true;
        }

        return summary;
    }

    /// <summary>How many articles are worked on at once.</summary>
    public static Option<int> Jobs()
    {
        Option<int> jobs = new("--jobs", "-j") { Description = "How many articles to work on at once; the result does not depend on it", HelpName = "N", DefaultValueFactory = _ => Environment.ProcessorCount };
        jobs.Validators.Add(result =>
        {
            if (result.Tokens is [var word] && int.TryParse(word.Value, out int n) && n is < 1 or > 256) result.AddError("--jobs takes a number from 1 to 256.");
        });
        return jobs;
    }
}
