using Rapporteur.Text.Stances;
using Rapporteur.Train.Stances;

namespace Rapporteur.Eval.Positions;

/// <summary>How often the main stance of a statement is read as a person marked it (<c>eval/stance-references.tsv</c>), given the statement's marked spans.</summary>
/// <remarks>
/// Readings: the rules alone; the program's decision, on the half kept for the figure; and a decision learnt anew without an event of the dossier, on that event.
/// Keys without <c>all-marks</c> are measured on the 510 statements marked first, as before. Of several stances in one statement the strongest counts, then the first.
/// </remarks>
internal sealed class StanceEvaluation : IEvaluation
{
    private const string All = "all-marks/";
    private const string Program = "program";
    private const string First = "earlier";

    /// <inheritdoc/>
    public string Name => "stance";

    /// <inheritdoc/>
    public IEnumerable<Score> Run(EvaluationContext context)
    {
        using Stream data = typeof(StanceEvaluation).Assembly.GetManifestResourceStream("stance-references.tsv")
            ?? throw new InvalidOperationException("The assembly was built without stance-references.tsv.");
        using StreamReader reader = new(data);
        IReadOnlyList<StanceReference> all = StanceReference.Read(reader.ReadToEnd().Split('\n'), context.Shared, Path.Combine(context.Corpora, "polnear"));
        List<(StanceReference Reference, string Found)> rules = [.. all.Select(reference => (reference, StanceReference.MainOf(reference.ByRules())))];
        List<(StanceReference Reference, string Found)> program = [.. all.Select(reference => (reference, StanceReference.MainOf(StanceReader.Read(reference.Tree.Text))))];
        foreach (((StanceReference reference, string byRules), (_, string found)) in rules.Zip(program))
        {
            // The words of the figure half are for nobody to mend by: only its counts are told.
            if (!reference.Figure && found != reference.Stance) context.Trace?.WriteLine($"stance\ttuning\t{reference.Document}\t{reference.Place}\t{reference.Stance}\trules {byRules}\tprogram {found}");
        }

        Confusion(context.Trace, [.. program.Where(pair => pair.Reference.Figure).Select(pair => (pair.Reference.Stance, pair.Found))]);
        foreach (Score score in Of(All + "rules", rules.Where(pair => pair.Reference.Figure), null)) yield return score;
        foreach (Score score in Of(All + Program, program.Where(pair => pair.Reference.Figure), 75)) yield return score;
        foreach (Score score in Of(All + Program + "-random", program.Where(pair => pair.Reference.Figure && pair.Reference.Net == "random"), null)) yield return score;
        foreach (Score score in Of("rules", rules.Where(pair => pair.Reference.Figure && pair.Reference.Net == First), null)) yield return score;
        foreach (Score score in Of(Program, program.Where(pair => pair.Reference.Figure && pair.Reference.Net == First), 75)) yield return score;
        foreach (Score score in Of(Program + "-polnear", program.Where(pair => pair.Reference.Figure && pair.Reference.Net == First && pair.Reference.Corpus == "polnear"), null)) yield return score;
        foreach (Score score in Of("event-left-out", LeftOut(all), null)) yield return score;
    }

    private static IEnumerable<Score> Of(string reading, IEnumerable<(StanceReference Reference, string Found)> read, double? target)
    {
        (string, string)[] pairs = [.. read.Select(pair => (pair.Reference.Stance, pair.Found))];
        yield return new Score($"stance/{reading}/macro-f1", 100 * StanceScore.MacroF1(pairs), target);
        yield return new Score($"stance/{reading}/right", 100 * StanceScore.Right(pairs));
        if (reading != All + Program) yield break;
        foreach (string stance in pairs.Select(pair => pair.Item1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new Score($"stance/{reading}/{stance}-f1", 100 * StanceScore.F1(pairs, stance));
        }
    }

    // Precision, recall and number of each stance, and what it was taken for.
    private static void Confusion(TextWriter? trace, (string Gold, string Found)[] pairs)
    {
        if (trace is null) return;
        string[] stances = [.. pairs.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        trace.WriteLine("stance\tfigure\tmarked\tnumber\tprecision\trecall\t" + string.Join('\t', stances));
        foreach (string stance in stances)
        {
            int marked = pairs.Count(pair => pair.Gold == stance), found = pairs.Count(pair => pair.Found == stance), both = pairs.Count(pair => pair.Gold == stance && pair.Found == stance);
            string row = string.Join('\t', stances.Select(other => pairs.Count(pair => pair.Gold == stance && pair.Found == other)));
            trace.WriteLine(FormattableString.Invariant($"stance\tfigure\t{stance}\t{marked}\t{100.0 * both / Math.Max(found, 1):F1}\t{100.0 * both / Math.Max(marked, 1):F1}\t{row}"));
        }
    }

    private static IEnumerable<(StanceReference Reference, string Found)> LeftOut(IReadOnlyList<StanceReference> all)
    {
        List<StanceReference> learnt = [.. all.Where(reference => !reference.Figure)];
        List<StanceExample> examples = [.. learnt.Select(StanceExample.Of)], invented = [.. StanceReference.Invented(StanceReference.Folder).Select(StanceExample.Of)];
        foreach (var of in all.Where(reference => reference.Corpus == "dossier").GroupBy(reference => reference.Event, StringComparer.Ordinal))
        {
            StanceModel model = StanceLearner.Learn([.. examples.Where((_, i) => learnt[i].Event != of.Key), .. invented]);
            foreach (StanceReference reference in of)
            {
                AttributedStances rules = reference.Rules();
                yield return (reference, StanceReference.MainOf(StanceDecision.Decided(new StanceJudges(model, [], null), rules, rules.Read())));
            }
        }
    }
}
