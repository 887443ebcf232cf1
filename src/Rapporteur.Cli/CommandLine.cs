using System.CommandLine;
using Rapporteur.Cli.Commands;
using Rapporteur.Recording;
using Rapporteur.Storage;

namespace Rapporteur.Cli;

/// <summary>The program as its user sees it: commands in, exit code out.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command.</summary>
    /// <param name="args">As typed.</param>
    /// <param name="terminal">Where to talk.</param>
    /// <param name="clock">The time by which reading is dated.</param>
    /// <param name="cancel">Stops the command cleanly, as Ctrl-C does.</param>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, TimeProvider clock, CancellationToken cancel = default)
    {
        ParseResult parsed = Root(terminal, clock).Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors) terminal.Say(error.Message);
            terminal.Say($"Try: rapporteur {string.Join(' ', CommandPath(parsed))}--help");
            return ExitCode.Usage;
        }

        InvocationConfiguration run = new()
        {
            Output = terminal.Out.Profile.Out.Writer,
            Error = terminal.Error.Profile.Out.Writer,
            EnableDefaultExceptionHandler = false,
            // An article being recorded is finished before we go; that takes well under a second.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(10),
        };
        try
        {
            return await parsed.InvokeAsync(run, cancel);
        }
        catch (OperationCanceledException)
        {
            terminal.Say("Stopped. What was reported as read is recorded; run the same command again to go on.");
            return ExitCode.NotAllDone;
        }
        catch (Exception problem) when (problem is RecordStoreException or UsersProblem)
        {
            terminal.Say(problem.Message);
            return ExitCode.NotAllDone;
        }
        catch (IOException problem)
        {
            terminal.Say($"{problem.Message} Check the path, the disk's free space and the rights to it, then run the same command again.");
            return ExitCode.NotAllDone;
        }
        catch (UnauthorizedAccessException problem)
        {
            terminal.Say($"{problem.Message} Check the rights to it, then run the same command again.");
            return ExitCode.NotAllDone;
        }
    }

    private static RootCommand Root(Terminal terminal, TimeProvider clock) => new(
        """
        Rapporteur reads news articles and keeps a record of who said what, to whom, when, on whose behalf,
        in which words and according to whom. It works offline, on one file that you own.

        A first walk:
          rapporteur demo                                   read the samples and look at the pages
          rapporteur read articles/ --db talks.db           read a folder of .txt and .html files
          rapporteur statements --about ceasefire --db talks.db
          rapporteur serve --db talks.db                    the same, as pages
        """)
    {
        ReadCommand.Create(terminal, clock),
        StatementsCommand.Create(terminal, clock),
        EncountersCommand.Create(terminal, clock),
        StoriesCommand.Create(terminal, clock),
        IssuesCommand.Create(terminal, clock),
        PositionCommand.Create(terminal, clock),
        ChangesCommand.Create(terminal, clock),
        CompareCommand.Create(terminal, clock),
        BriefCommand.Create(terminal, clock),
        ShowCommand.Create(terminal, clock),
        JudgeCommand.Create(terminal, clock),
        ReanalyseCommand.Create(terminal, clock),
        ExplainCommand.Create(terminal, clock),
        ExportCommand.Create(terminal, clock),
        DossierCommands.Import(terminal, clock),
        AnnotateCommand.Create(terminal),
        ExtractCommand.Create(terminal, clock),
        ServeCommand.Create(terminal, clock),
        AccessCommand.Create(terminal),
        DemoCommand.Create(terminal, clock),
        McpCommand.Create(clock),
    };

    private static IEnumerable<string> CommandPath(ParseResult parsed) =>
        parsed.CommandResult.Command is RootCommand ? [] : [parsed.CommandResult.Command.Name + " "];
}

/// <summary>Something the user asked for cannot be done; the message says what, to what, and what to do.</summary>
internal sealed class UsersProblem(string message) : Exception(message);
