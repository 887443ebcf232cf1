using System.Text;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>Learns which stance a statement takes, over what the rules read, and shows how well it does on documents left out.</summary>
internal sealed class StanceTraining : ITraining
{
    /// <summary>How strongly weights are drawn to zero: chosen on the tuning half, its documents left out five ways.</summary>
    public const double Decay = 20;

    /// <summary>Between counting examples alike (0) and stances alike (1); chosen likewise.</summary>
    public const double Balance = 0.7;

    private const float DossierWeight = 3;
    private const float InventedWeight = 2;
    private const int Folds = 5;

    /// <inheritdoc/>
    public string Name => "stances";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        string marks = Path.Combine(context.Corpora, "..", "..", "eval", "stance-references.tsv");
        // Where the dossier is not at hand (a trial in a test), what is marked in the corpus is enough.
        IEnumerable<string> lines = File.ReadLines(marks).Where(line => !line.StartsWith("dossier", StringComparison.Ordinal) || Directory.Exists(Path.Combine(context.Shared, "dossier")));
        if (context.Share < 1) lines = lines.Take(Math.Max(40, (int)(2000 * context.Share)));
        IReadOnlyList<StanceReference> learnt = StanceReference.Read(lines.Where(line => line.Contains("\ttuning", StringComparison.Ordinal)), context.Shared, context.Corpus("polnear"));
        List<StanceExample> examples = [.. learnt.Select(Example)], invented = [.. StanceReference.Invented().Select(Example)];
        context.Log.WriteLine($"stances: rules alone: {Shown([.. learnt.Select(reference => (reference.Stance, StanceReference.MainOf(reference.ByRules())))])}");
        (string[] labels, List<(string Gold, double[] Chances)> apart) = LeftOut(learnt, examples, invented);
        double[] shifts = StanceShifts.Of(labels, apart);
        context.Log.WriteLine($"stances: with the decision, on documents left out: {Shown(StanceShifts.Pairs(labels, apart, new double[labels.Length]))}");
        context.Log.WriteLine($"stances: likewise, its labels shifted for the mean F1 of these: {Shown(StanceShifts.Pairs(labels, apart, shifts))}");
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        StanceModel whole = StanceLearner.Learn([.. examples, .. invented], Decay, Balance);
        for (int k = 0; k < labels.Length; k++) whole.Bias[whole.Labels.ToList().IndexOf(labels[k])] += (float)shifts[k];
        byte[] model = whole.Write();
        File.WriteAllBytes(Path.Combine(folder, "stances.bin"), model);
        File.WriteAllText(Path.Combine(folder, "README.md"), Card(learnt.Count, invented.Count, model.Length, context.Seed));
        context.Log.WriteLine($"stances: {model.Length / 1024} KB from {learnt.Count} statements and {invented.Count} invented ones written to {folder}");
    }

    /// <summary>What is learnt from one statement. Talks between states are what the program is for and are few among the marks: they count more; how much was set by hand.</summary>
    public static StanceExample Example(StanceReference reference) =>
        new(reference.Stance, StanceFeatures.Of(reference.Tree, 0, reference.ByRules()), reference.Corpus switch { "dossier" => DossierWeight, "invented" => InventedWeight, _ => 1 });

    private static (string[] Labels, List<(string Gold, double[] Chances)> Apart) LeftOut(IReadOnlyList<StanceReference> learnt, List<StanceExample> examples, List<StanceExample> invented)
    {
        string[] documents = [.. learnt.Select(reference => reference.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        string[] labels = [];
        List<(string, double[])> found = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            HashSet<string> apart = [.. documents.Where((_, i) => i % Folds == fold)];
            StanceModel model = StanceLearner.Learn([.. examples.Where((_, i) => !apart.Contains(learnt[i].Document)), .. invented], Decay, Balance);
            // Every stance is among the invented statements: the labels are the same each time.
            labels = [.. model.Labels];
            found.AddRange(learnt.Where(reference => apart.Contains(reference.Document)).Select(reference => (reference.Stance, StanceDecision.Chances(model, reference.Tree, 0, reference.ByRules()))));
        }

        return (labels, found);
    }

    private static string Shown(List<(string Gold, string Found)> pairs)
    {
        StringBuilder text = new(FormattableString.Invariant($"macro F1 {100 * StanceScore.MacroF1(pairs):F1}, right {100 * StanceScore.Right(pairs):F1} %"));
        foreach (string stance in pairs.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append(FormattableString.Invariant($", {stance} {100 * StanceScore.F1(pairs, stance):F1}"));
        return text.ToString();
    }

    private static string Card(int statements, int invented, int bytes, int seed) => FormattableString.Invariant($"""
        # Model card: stances

        - File: `stances.bin`, {bytes / 1024} KB, embedded in Rapporteur.Text. Format: see `StanceModel` there.
        - What it decides: which stance a statement takes, or none, over what the rules read (`StanceDecision`). Where a word of denial or of ending stands, it only chooses among stances that agree with the rules' side (`StancePolarity`).
        - How: multinomial logistic regression, weights drawn to zero ({Decay}), stances weighted by rarity to the power {Balance}; features in `StanceFeatures` and `StanceClassFeatures`, in groups of equal
          length: the rules' reading and act, cue, source, opening, main word and the word below it, every word and pair, groups of words used alike, classes of `stance-words.tsv`, averages of word vectors.
        - Learnt from: {statements} statements of PolNeAR's training part and of the dossier's development events, marked by reading (`eval/stance-references.tsv`, the half for tuning; `docs/stance-marks.md`),
          and {invented} written for it about invented states (`train/Rapporteur.Train/Stances/invented-statements.tsv`). References only; the annotations are our own. PolNeAR states no licence; the weights
          learnt from it may ship, named here. Word vectors: GloVe, PDDL.
        - Made by: `train/train stances --seed {seed}` (there is no chance in it).
        - Scores: `stance/…` of `eval/`, in `docs/positions.md`.

        """).Replace("\r", "", StringComparison.Ordinal);
}
