using Rapporteur.Text.Stances;
using Rapporteur.Train.Stances;

namespace Rapporteur.Eval.Positions;

/// <summary>How often the main stance of a statement is read as a person marked it (<c>eval/stance-references.tsv</c>), given the statement's marked spans.</summary>
/// <remarks>
/// Three readings: the rules alone; the program's decision, on the half kept for the figure; and a decision learnt anew without an event of the dossier, on
/// that event. Of several stances in one statement the strongest counts, then the first.
/// </remarks>
internal sealed class StanceEvaluation : IEvaluation
{
    private const string Program = "program";

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
            if (found != reference.Stance || byRules != reference.Stance) context.Trace?.WriteLine($"stance\t{(reference.Figure ? "figure" : "tuning")}\t{reference.Document}\t{reference.Place}\t{reference.Stance}\trules {byRules}\tprogram {found}");
        }

        foreach (Score score in Of("rules", rules.Where(pair => pair.Reference.Figure), null)) yield return score;
        foreach (Score score in Of(Program, program.Where(pair => pair.Reference.Figure), 75)) yield return score;
        foreach (Score score in Of(Program + "-polnear", program.Where(pair => pair.Reference.Figure && pair.Reference.Corpus == "polnear"), null)) yield return score;
        foreach (Score score in Of("event-left-out", LeftOut(all), null)) yield return score;
    }

    private static IEnumerable<Score> Of(string reading, IEnumerable<(StanceReference Reference, string Found)> read, double? target)
    {
        (string, string)[] pairs = [.. read.Select(pair => (pair.Reference.Stance, pair.Found))];
        yield return new Score($"stance/{reading}/macro-f1", 100 * StanceScore.MacroF1(pairs), target);
        yield return new Score($"stance/{reading}/right", 100 * StanceScore.Right(pairs));
        if (reading != Program) yield break;
        foreach (string stance in pairs.Select(pair => pair.Item1).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            yield return new Score($"stance/{reading}/{stance}-f1", 100 * StanceScore.F1(pairs, stance));
        }
    }

    private static IEnumerable<(StanceReference Reference, string Found)> LeftOut(IReadOnlyList<StanceReference> all)
    {
        foreach (var of in all.Where(reference => reference.Corpus == "dossier").GroupBy(reference => reference.Event, StringComparer.Ordinal))
        {
            StanceModel model = StanceLearner.Learn([.. all.Where(reference => reference.Event != of.Key && !reference.Figure).Select(StanceTraining.Example)], StanceTraining.Decay, StanceTraining.Balance);
            foreach (StanceReference reference in of) yield return (reference, StanceReference.MainOf(StanceDecision.Decided(model, reference.Tree, 0, reference.ByRules())));
        }
    }
}
