using System.CommandLine;
using System.Text;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Text;

namespace Rapporteur.Cli.Commands;

/// <summary><c>annotate</c>: texts as they are → one annotation file each.</summary>
internal static class AnnotateCommand
{
    private static readonly Dictionary<string, (string Ending, Func<string, AnnotatedText, string> Write)> Formats = new(StringComparer.Ordinal)
    {
        ["json"] = (".json", (doc, text) => JsonSerializer.Serialize(AnnotationDocument.Of(doc, text), ExportJson.Document)),
        ["brat"] = (".ann", (_, text) => BratDocument.Of(text)),
        ["conllu"] = (".conllu", ConlluDocument.Of),
    };

    public static Command Create(Terminal terminal)
    {
        Argument<string[]> inputs = new("INPUT") { Description = ".txt files, or folders of them", Arity = ArgumentArity.OneOrMore };
        Option<string> output = CommonOptions.OutputFolder();
        Option<string> format = new("--format") { Description = "json: attributions, names and times; brat: attributions as standoff; conllu: tokens, tags and trees", DefaultValueFactory = _ => "json" };
        format.AcceptOnlyFromAmong([.. Formats.Keys]);
        Option<DateOnly?> published = CommonOptions.Day("--published", "The day the texts were published, to resolve \"last Tuesday\"; else each text's sidecar NAME.json may say");
        Option<int> jobs = ReadCommand.Jobs();
        Option<string> precision = CommonOptions.Precision();
        Option<bool> fast = CommonOptions.Fast();
        Command command = new("annotate",
            """
            Analyses texts exactly as they are (no cleaning) and writes one annotation file for each.
            Offsets in the output count Unicode code points of the file's text; the end is exclusive.
            A content includes the quotation marks around it.

            Example: rapporteur annotate notes.txt --output annotated --published 2025-05-18
            """) { inputs, output, format, published, precision, fast, jobs };
        command.SetAction((parse, cancel) => RunAsync(
            terminal, parse.GetValue(inputs)!, parse.GetValue(output)!, Formats[parse.GetValue(format)!], parse.GetValue(published),
            new TextAnalyser(CommonOptions.BalanceOf(parse.GetValue(precision)), parse.GetValue(fast)), parse.GetValue(jobs), cancel));
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal, string[] inputs, string output, (string Ending, Func<string, AnnotatedText, string> Write) format,
        DateOnly? published, TextAnalyser analyser, int jobs, CancellationToken cancel)
    {
        TextFiles files = TextFiles.Find(inputs);
        foreach (string problem in files.Problems) terminal.Say(problem);
        Directory.CreateDirectory(output);
        using Progress progress = new(terminal, "annotated", files.Found.Count);
        int failed = files.Problems.Count;
        await Parallel.ForEachAsync(files.Found, new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel }, async (file, stop) =>
        {
            try
            {
                string text = TextFiles.Decode(await File.ReadAllBytesAsync(file.Path, stop));
                AnnotatedText annotated = analyser.Annotate(text, published ?? TextFiles.PublishedBySidecar(file.Path));
                await File.WriteAllTextAsync(Path.Combine(output, file.Name + format.Ending), format.Write(file.Name, annotated) + "\n", new UTF8Encoding(false), stop);
                progress.Step();
            }
            catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                Interlocked.Increment(ref failed);
                terminal.Say($"{file.Path}: {problem.Message}");
            }
        });
        progress.Clear();
        terminal.Say($"{files.Found.Count - (failed - files.Problems.Count)} written to {output}{(failed > 0 ? $", {failed} could not be (named above)" : "")}.");
        return failed == 0 ? ExitCode.Done : ExitCode.NotAllDone;
    }
}
