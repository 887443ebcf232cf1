using Rapporteur.Matching.Changes;
using Rapporteur.Querying;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Prints what became of a statement's wording: dropped words in [- -], added ones in {+ +}, as word diffs do; moved ones with ~.</summary>
internal static class ChangesPrinter
{
    /// <summary>Nothing when it was reported once.</summary>
    public static void Write(Terminal terminal, StatementHistory? history)
    {
        if (history is null || history.Groups.Sum(group => group.Variants.Sum(variant => variant.Reports.Count)) < 2) return;
        terminal.Out.MarkupLine("  [bold]What changed[/]");
        string first = history.First is { } report ? $"; first reported on {report.Article.Published!.Value.Date:yyyy-MM-dd}{(history.EarliestOutlet is { } outlet ? $" by {outlet}" : "")}" : "";
        RecordPrinter.Indented(terminal, $"held against the wording of {RecordPrinter.Cite(history.Lead.Article)}{first}", 4, "dim");
        foreach (WordingGroup group in history.Groups)
        {
            foreach (WordingVariant variant in group.Variants)
            {
                string[] reasons = [.. variant.Change.Meanings.Select(WordingChange.NameOf), .. variant.Change.Strengths.Select(WordingChange.NameOf)];
                string why = reasons.Length == 0 ? "" : $" ({string.Join(", ", reasons)})";
                RecordPrinter.Indented(terminal, $"{WordingChange.NameOf(group.Kind)}{why}: {string.Join("; ", variant.Reports.Select(row => RecordPrinter.Cite(row.Article)))}", 4);
                if (group.Kind != WordingKind.Verbatim) RecordPrinter.Indented(terminal, string.Join(' ', variant.Change.Runs.Select(Marked)), 6, "dim");
            }
        }

        foreach (CopyLink copy in history.Copies)
            RecordPrinter.Indented(terminal, $"{RecordPrinter.Cite(copy.To)} took {copy.Share * 100:F0} % of its text from {RecordPrinter.Cite(copy.From)}", 4);
        foreach (RelayWay way in history.Ways)
            RecordPrinter.Indented(terminal, $"{string.Join(" > ", way.Stops.Select(stop => stop.Name))} > {string.Join(", ", way.Outlets)}", 4);
        terminal.Out.WriteLine();
    }

    private static string Marked(WordRun run) => run.Kind switch
    {
        RunKind.Kept => run.After,
        RunKind.Dropped => $"[-{run.Before}-]",
        RunKind.Added => $"{{+{run.After}+}}",
        RunKind.MovedAway => $"[~{run.Before}~]",
        RunKind.MovedHere => $"{{~{run.After}~}}",
        _ => $"[-{run.Before}-] {{+{run.After}+}}",
    };
}
