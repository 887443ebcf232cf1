using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Rapporteur.Positions;
using Rapporteur.Recording;
using Rapporteur.Web;

namespace Rapporteur.Cli.Commands;

/// <summary><c>serve</c>: the record as pages and API.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> database = CommonOptions.Database();
        Option<string> urls = Urls();
        Command command = new("serve",
            """
            Serves the record as pages, with the same as JSON under /api, until Ctrl-C.
            It listens on this machine only.

            Example: rapporteur serve --db talks.db --urls http://127.0.0.1:5080
            """) { database, urls };
        command.SetAction(async (parse, cancel) =>
        {
            await using IRecordStore store = await Services.OpenDeskAsync(parse.GetValue(database)!, clock, cancel);
            return await RunAsync(terminal, store, Path.GetFileNameWithoutExtension(parse.GetValue(database)!), parse.GetValue(urls)!, () => IssueFile.Read(null, parse.GetValue(database)!).Issues, cancel);
        });
        return command;
    }

    /// <summary>Where to listen.</summary>
    public static Option<string> Urls() => new("--urls") { Description = "Address to listen on; port 0 takes a free one", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };

    /// <summary>Serves until cancelled.</summary>
    /// <param name="terminal">Where the address is printed.</param>
    /// <param name="store">What is shown.</param>
    /// <param name="title">What the pages call the dossier.</param>
    /// <param name="urls">Where to listen.</param>
    /// <param name="issues">The issues that people keep.</param>
    /// <param name="cancel">Ends it.</param>
    /// <exception cref="UsersProblem">The address cannot be listened on.</exception>
    public static async Task<int> RunAsync(Terminal terminal, IRecordStore store, string title, string urls, Func<IReadOnlyList<Issue>> issues, CancellationToken cancel)
    {
        await using WebApplication pages = Create(store, title, urls, issues);
        try
        {
            await pages.StartAsync(cancel);
        }
        catch (IOException problem)
        {
            throw new UsersProblem($"Cannot listen on {urls}: {problem.Message} Choose another with --urls http://127.0.0.1:PORT.");
        }

        terminal.Line($"Rapporteur is at {string.Join(", ", pages.Urls)}  (Ctrl-C stops it)");
        try
        {
            await Task.Delay(Timeout.Infinite, cancel);
        }
        catch (OperationCanceledException)
        {
            // Ctrl-C is the ordinary end of serving.
        }

        await pages.StopAsync(CancellationToken.None);
        return ExitCode.Done;
    }

    private static WebApplication Create(IRecordStore store, string title, string urls, Func<IReadOnlyList<Issue>> issues)
    {
        try
        {
            return RapporteurWeb.Create(store, new WebOptions { Title = title, Urls = [urls], Issues = issues });
        }
        catch (ArgumentException problem)
        {
            throw new UsersProblem(problem.Message);
        }
    }
}
