using System.Globalization;
using Rapporteur.Matching;
using Rapporteur.Querying;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Prints what joined the wordings of a statement.</summary>
internal static class WhyPrinter
{
    // The features that move the decision most; the others together move it less.
    private const int Shown = 6;

    /// <summary>Each wording, the one it is most like, and what made them alike.</summary>
    public static void Write(Terminal terminal, IReadOnlyList<WordingReason> reasons)
    {
        if (reasons.Count == 0) terminal.Out.WriteLine("Nobody is named who said it, so it was compared with nothing.");
        foreach (WordingReason reason in reasons)
        {
            RecordPrinter.Indented(terminal, reason.Content, 2, "bold");
            RecordPrinter.Indented(terminal, $"wording {reason.Wording}; appearances {string.Join(", ", reason.Appearances)}{(reason.Judged ? "; a person judged it" : "")}", 4, "dim");
            if (reason.Explanation is { } why) Write(terminal, reason.Partner!, why);
            else RecordPrinter.Indented(terminal, "the only wording of its statement", 4);
            terminal.Out.WriteLine();
        }
    }

    private static void Write(Terminal terminal, string partner, MatchExplanation why)
    {
        RecordPrinter.Indented(terminal, $"most like: {partner}", 4);
        RecordPrinter.Indented(terminal, string.Create(CultureInfo.InvariantCulture, $"log-odds {why.Score:+0.00;-0.00}; words in both: {(why.SharedWords.Count > 0 ? string.Join(", ", why.SharedWords) : "none")}"), 4);
        foreach (MatchReason feature in why.Reasons.Take(Shown))
        {
            RecordPrinter.Indented(terminal, string.Create(CultureInfo.InvariantCulture, $"{feature.Adds:+0.00;-0.00}  {feature.Feature} = {feature.Value:0.##}"), 6, "dim");
        }
    }
}
