using System.CommandLine;
using Rapporteur.Cli.Output;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Web;

namespace Rapporteur.Cli.Commands;

/// <summary><c>demo</c>: reads the sample dossier and serves it.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Option<string> urls = ServeCommand.Urls();
        Option<string?> database = new("--db") { Description = "Keep the record in this file; else it is gone when the demo ends", HelpName = "FILE" };
        Command command = new("demo",
            """
            Reads the sample dossier that comes with the program (invented states, people and outlets)
            and serves its record as pages, until Ctrl-C.
            """) { urls, database };
        command.SetAction(async (parse, cancel) =>
        {
            using TemporaryFolder folder = new();
            string file = parse.GetValue(database) ?? Path.Combine(folder.Path, "demo.db");
            await using IRecordStore store = await Services.OpenToWriteAsync(file, clock, cancel);
            ReadingSummary summary = await ReadSamplesAsync(terminal, store, clock, cancel);
            summary.Write(terminal, parse.GetValue(database) ?? "a record for this demo");
            if (summary.Stopped) return ExitCode.NotAllDone;
            int served = await ServeCommand.RunAsync(terminal, store, new WebOptions { Title = "The Narrows", Urls = [parse.GetValue(urls)!] }, cancel);
            return summary.Failed.Count == 0 ? served : ExitCode.NotAllDone;
        });
        return command;
    }

    private static async Task<ReadingSummary> ReadSamplesAsync(Terminal terminal, IRecordStore store, TimeProvider clock, CancellationToken cancel)
    {
        string samples = Path.Combine(AppContext.BaseDirectory, "samples");
        if (!Directory.Exists(samples)) throw new UsersProblem($"{samples}: the sample dossier is missing. Build the program again, or read articles of your own: rapporteur read --help");
        // The gold and the read-me beside the articles are for measuring and for people, not for reading in.
        string[] parts = [.. Directory.EnumerateDirectories(samples).Where(d => Path.GetFileName(d) != "gold").Order(StringComparer.Ordinal)];
        return await ReadCommand.RunAsync(terminal, Services.PipelineInto(store, new ReaderOptions(), clock), parts, Environment.ProcessorCount, cancel);
    }

    /// <summary>A folder that is gone when the demo ends.</summary>
    private sealed class TemporaryFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("rapporteur-demo-").FullName;

        public void Dispose()
        {
            try
            {
                Directory.Delete(Path, recursive: true);
            }
            catch (IOException)
            {
                // Somebody looks at the file. The system clears its temporary folder in time.
            }
        }
    }
}
