using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Rapporteur.Cli.Output;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Text.Explaining;
using Spectre.Console;

namespace Rapporteur.Cli.Commands;

/// <summary><c>explain</c>: why the words at one place of an article were attributed as they were.</summary>
internal static class ExplainCommand
{
    // So many places are named when there is nothing where the user looked.
    private const int Suggested = 3;

    public static Command Create(Terminal terminal, TimeProvider clock)
    {
        Argument<string> article = new("ARTICLE") { Description = "A .txt file, taken as it is, the identity of an article of the dossier, or without OFFSET that of a statement" };
        Argument<int?> offset = new("OFFSET") { Arity = ArgumentArity.ZeroOrOne, Description = "A place in the article's text, counted in Unicode code points from 0, as exports count" };
        Option<string> database = CommonOptions.Database();
        Option<DateOnly?> published = CommonOptions.Day("--published", "The day a file was published; else its sidecar NAME.json may say");
        Option<string> precision = CommonOptions.Precision();
        Option<bool> fast = CommonOptions.Fast();
        Option<bool> json = CommonOptions.Json("Print one JSON object for each attribution there");
        Command command = new("explain",
            """
            Tells why the words at one place were attributed as they were: the cue, what decided, how the source leads
            to the speaker, whom it was said to and for, the day, the speech act, and how sure all of it is.
            The article is analysed again; what a person corrected in the dossier does not show here.
            With the identity of a statement and no place: what joined its wordings, as show --why tells it.

            Examples: rapporteur explain notes.txt 412
                      rapporteur explain 5f0c3d2a9b1e
            """) { article, offset, database, published, precision, fast, json };
        command.SetAction(async (parse, cancel) =>
        {
            if (parse.GetValue(offset) is not { } wanted)
            {
                await ExplainStatementAsync(terminal, parse.GetValue(article)!, parse.GetValue(database)!, parse.GetValue(json), clock, cancel);
                return ExitCode.Done;
            }

            (string text, DateOnly? day) = await ReadAsync(parse.GetValue(article)!, parse.GetValue(database)!, clock, cancel);
            AnnotatedText annotated = new TextAnalyser(CommonOptions.BalanceOf(parse.GetValue(precision)), parse.GetValue(fast)).Annotate(text, parse.GetValue(published) ?? day);
            CodePointOffsets offsets = new(text);
            if (wanted < 0 || wanted >= offsets.Of(text.Length)) throw new UsersProblem($"Offset {wanted} lies outside the text, which has {offsets.Of(text.Length)} code points, counted from 0.");
            IReadOnlyList<Attribution> there = AttributionExplainer.At(annotated, offsets.ToUtf16(wanted));
            if (there.Count == 0) throw new UsersProblem(NothingThere(annotated, offsets, wanted));
            foreach (Attribution attribution in there)
            {
                Explanation why = AttributionExplainer.Explain(annotated, attribution);
                if (parse.GetValue(json)) terminal.Line(JsonSerializer.Serialize(ExplanationLine.Of(why, text, offsets), ExportJson.Line));
                else Write(terminal, why, text, offsets);
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static async Task ExplainStatementAsync(Terminal terminal, string statement, string database, bool json, TimeProvider clock, CancellationToken cancel)
    {
        if (File.Exists(statement)) throw new UsersProblem($"{statement} is a file: tell which place in it is to be explained, for example: rapporteur explain {statement} 412");
        await using IRecordStore record = await Services.OpenToReadAsync(database, clock, cancel);
        IReadOnlyList<WordingReason> reasons = await record.WhyAsync(statement, cancel);
        if (reasons.Count == 0)
            throw new UsersProblem($"{database} has no statement {statement}. rapporteur statements --db {database} lists them; for a place in an article give ARTICLE and OFFSET.");
        if (!json) WhyPrinter.Write(terminal, reasons);
        else foreach (WordingReason reason in reasons) terminal.Line(JsonSerializer.Serialize(reason, ExportJson.Line));
    }

    private static async Task<(string Text, DateOnly? Published)> ReadAsync(string article, string database, TimeProvider clock, CancellationToken cancel)
    {
        if (File.Exists(article))
        {
            try
            {
                return (TextFiles.Decode(await File.ReadAllBytesAsync(article, cancel)), TextFiles.PublishedBySidecar(article));
            }
            catch (InvalidDataException problem)
            {
                throw new UsersProblem($"{article}: {problem.Message}");
            }
        }

        if (!File.Exists(database)) throw new UsersProblem($"{article} is no file, and there is no dossier {database} to look for an article of that identity. Give a .txt file, or name the dossier with --db.");
        await using IRecordStore record = await Services.OpenToReadAsync(database, clock, cancel);
        ArticleDetail found = await record.ArticleAsync(article, cancel)
            ?? throw new UsersProblem($"{article} is neither a file nor an article in {database}. rapporteur export articles --db {database} lists the identities.");
        Article current = found.Versions[^1].Article;
        return (current.Text, current.Published?.Date);
    }

    private static string NothingThere(AnnotatedText text, CodePointOffsets offsets, int wanted)
    {
        string[] nearest =
        [
            .. AttributionExplainer.Nearest(text, offsets.ToUtf16(wanted)).Take(Suggested)
                .Select(a => $"  {offsets.Of(a.Content[0]).Start}  {Shortened(a.Content[0].In(text.Text))}"),
        ];
        return nearest.Length == 0
            ? "Nothing in this text is attributed to anybody. --precision recall finds more, and is wrong more often."
            : $"Nothing at {wanted} is attributed to anybody. The nearest that is:\n{string.Join('\n', nearest)}";
    }

    private static void Write(Terminal terminal, Explanation why, string text, CodePointOffsets offsets)
    {
        Attribution a = why.Attribution;
        ExplanationLine line = ExplanationLine.Of(why, text, offsets);
        terminal.Out.MarkupLine("");
        RecordPrinter.Indented(terminal, line.Content, 0, "bold");
        Fact("characters", string.Join(", ", line.Spans.Content.Select(s => $"{s.Start}–{s.End}")));
        Fact("form", a.Form.ToString().ToLowerInvariant());
        Fact("found by", why.Decided);
        if (why.Evidence.Count > 0) Fact("weighed", string.Join(", ", why.Evidence.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.What} {e.Weight:+0.0;−0.0}"))) + " (by so much the log-odds of a cue beginning here fall without it)");
        if (why.Repaired is { } repaired) Fact("repaired", repaired);
        foreach ((int i, string step) in why.Speaker.Index()) Fact(i == 0 ? "speaker" : "", step);
        foreach ((int i, string step) in why.Relay.Index()) Fact(i == 0 ? "relay" : "", step);
        Fact("day", why.Day ?? "the text does not tell");
        Fact("act", $"{line.Act.Replace('_', ' ')}: {why.Act}");
        Fact("confidence", $"{line.Confidence:0.00}: of attributions this sure, so many in a hundred have content, cue and source right");

        void Fact(string name, string value) => RecordPrinter.Indented(terminal, $"{(name.Length == 0 ? "·" : name + ":")} {value}", name.Length == 0 ? 4 : 2);
    }

    private static string Shortened(string words) => words.Length <= 60 ? words.ReplaceLineEndings(" ") : words[..57].ReplaceLineEndings(" ") + "…";
}
