using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>Learns which stance a statement takes, over what the rules read, and shows how well it does on documents left out.</summary>
internal sealed class StanceTraining : ITraining
{
    /// <summary>How strongly weights are drawn to zero: chosen on the tuning half, its documents left out five ways.</summary>
    public const double Decay = 0.01;

    /// <summary>Between counting examples alike (0) and stances alike (1); chosen likewise.</summary>
    public const double Balance = 1;

    private const int Folds = 5;

    /// <inheritdoc/>
    public string Name => "stances";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        IReadOnlyList<StanceReference> all = StanceReference.Read(File.ReadLines(Path.Combine(context.Corpora, "..", "..", "eval", "stance-references.tsv")), context.Shared, context.Corpus("polnear"));
        List<StanceReference> learnt = [.. all.Where(reference => !reference.Figure)];
        if (context.Share < 1) learnt = [.. learnt.Take(Math.Max(20, (int)(learnt.Count * context.Share)))];
        Dictionary<StanceReference, StanceExample> examples = learnt.ToDictionary(reference => reference, Example);
        foreach (double decay in new[] { 0.001, 0.003, 0.01, 0.03, 0.1 })
        {
            foreach (double balance in new[] { 0, 0.5, 1 })
            {
                List<(string, string)> pairs = LeftOut(learnt, examples, decay, balance);
                context.Log.WriteLine(FormattableString.Invariant($"stances: decay {decay} balance {balance}: macro F1 {100 * StanceScore.MacroF1(pairs):F1}, right {100 * StanceScore.Right(pairs):F1} % on documents left out"));
            }
        }

        List<(string, string)> rules = [.. learnt.Select(reference => (reference.Stance, StanceReference.MainOf(reference.ByRules())))];
        context.Log.WriteLine(FormattableString.Invariant($"stances: rules alone: macro F1 {100 * StanceScore.MacroF1(rules):F1}, right {100 * StanceScore.Right(rules):F1} %"));
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        byte[] model = StanceLearner.Learn([.. learnt.Select(reference => examples[reference])], Decay, Balance).Write();
        File.WriteAllBytes(Path.Combine(folder, "stances.bin"), model);
        File.WriteAllText(Path.Combine(folder, "README.md"), Card(learnt.Count, model.Length, context.Seed));
        context.Log.WriteLine($"stances: {model.Length / 1024} KB from {learnt.Count} statements written to {folder}");
    }

    /// <summary>What is learnt from one statement.</summary>
    public static StanceExample Example(StanceReference reference) => new(reference.Stance, StanceFeatures.Of(reference.Tree, 0, reference.ByRules()));

    private static string Card(int statements, int bytes, int seed) => FormattableString.Invariant($"""
        # Model card: stances

        - File: `stances.bin`, {bytes / 1024} KB, embedded in Rapporteur.Text. Format: see `StanceModel` there.
        - What it decides: which stance a statement takes, or none, over what the rules read (`StanceDecision`); conditions and threats are left to the rules.
        - How: multinomial logistic regression, weights drawn to zero ({Decay}), stances weighted by rarity ({Balance}); features in `StanceFeatures`: the rules' reading, act, cue, main word, modality,
          word classes of `stances.tsv`, averages of word vectors.
        - Learnt from: {statements} statements of PolNeAR's training part and of the dossier's development events, marked by reading (`eval/stance-references.tsv`, the half for tuning; `docs/stance-marks.md`).
          References only; the annotations are our own. Word vectors: GloVe, PDDL.
        - Made by: `train/train stances --seed {seed}` (there is no chance in it).
        - Scores: `stance/…` of `eval/`, in `docs/positions.md`.

        """).Replace("\r", "", StringComparison.Ordinal);

    private static List<(string Gold, string Found)> LeftOut(List<StanceReference> learnt, Dictionary<StanceReference, StanceExample> examples, double decay, double balance)
    {
        string[] documents = [.. learnt.Select(reference => reference.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<(string, string)> pairs = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            HashSet<string> apart = [.. documents.Where((_, i) => i % Folds == fold)];
            StanceModel model = StanceLearner.Learn([.. learnt.Where(reference => !apart.Contains(reference.Document)).Select(reference => examples[reference])], decay, balance);
            pairs.AddRange(learnt.Where(reference => apart.Contains(reference.Document)).Select(reference => (reference.Stance, StanceReference.MainOf(StanceDecision.Decided(model, reference.Tree, 0, reference.ByRules())))));
        }

        return pairs;
    }
}
