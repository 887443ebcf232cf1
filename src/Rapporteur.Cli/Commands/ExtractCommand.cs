using System.CommandLine;
using System.Text;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Cli.Commands;

/// <summary><c>extract</c>: pages → the article in each, without recording anything.</summary>
internal static class ExtractCommand
{
    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string[]> inputs = new("INPUT") { Description = ".html and .html.gz files, folders of them, or addresses", Arity = ArgumentArity.OneOrMore };
        Option<string> output = CommonOptions.OutputFolder();
        Option<bool> privateAddresses = new("--allow-private-addresses") { Description = "Also fetch from this machine and its local network" };
        Command command = new("extract",
            """
            Finds the article in each page (title, byline, dates, language, credits, text) and writes it as
            DIR/NAME.json. Nothing is recorded.

            Example: rapporteur extract saved-pages/ --output articles
            """) { inputs, output, privateAddresses };
        command.SetAction((parse, cancel) => RunAsync(
            terminal, Services.Reader(new ReaderOptions { AllowPrivateAddresses = parse.GetValue(privateAddresses) }, memory: null, clock), parse.GetValue(inputs)!, parse.GetValue(output)!, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, IReader reader, string[] inputs, string output, CancellationToken cancel)
    {
        ArticleExtractor extractor = new();
        Directory.CreateDirectory(output);
        using Progress progress = new(terminal, "extracted", total: null);
        Dictionary<string, string> written = new(StringComparer.Ordinal);
        int failed = 0;
        foreach (string input in inputs)
        {
            await foreach (ReadResult read in reader.ReadAsync(input, cancel))
            {
                if (Refusal(read) is { } reason)
                {
                    progress.Clear();
                    terminal.Say($"{read.Location}: {reason}");
                    if (read.Failed || read.Page is not null) failed++;
                    continue;
                }

                Article article = extractor.Extract(read.Page!);
                await File.WriteAllTextAsync(Path.Combine(output, NameOf(read.Location) + ".json"), JsonSerializer.Serialize(ArticleDocument.Of(article), ExportJson.Document) + "\n", new UTF8Encoding(false), cancel);
                progress.Step();
            }
        }

        progress.Clear();
        terminal.Say($"{written.Count} written to {output}{(failed > 0 ? $", {failed} could not be (named above)" : "")}.");
        return failed == 0 ? ExitCode.Done : ExitCode.NotAllDone;

        string? Refusal(ReadResult read)
        {
            if (read.Page is null) return read.Reason;
            string name = NameOf(read.Location);
            return written.TryAdd(name, read.Location) ? null : $"its result would be written over that of {written[name]}. Extract them into two folders.";
        }
    }

    // pages/0042.html.gz → 0042; https://www.example.org/news/a-title/ → a-title; feed.xml#2 → feed.xml-2
    private static string NameOf(string location)
    {
        string name = location.TrimEnd('/')[(location.TrimEnd('/').LastIndexOf('/') + 1)..];
        foreach (string ending in (string[])[".gz", ".html", ".htm", ".xhtml", ".txt"])
        {
            if (name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) name = name[..^ending.Length];
        }

        name = string.Concat(name.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' ? c : '-')).Trim('.');
        return name.Length == 0 ? "page" : name;
    }
}
