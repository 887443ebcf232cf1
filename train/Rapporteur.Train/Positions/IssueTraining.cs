using Rapporteur.Matching;
using Rapporteur.Positions.Deciding;
using Rapporteur.Train.Learning;
using Rapporteur.Train.Matching;
using Rapporteur.Train.Stances;

namespace Rapporteur.Train.Positions;

/// <summary>Learns which of the issues that people keep a statement is on, from dossiers written for it, and shows how well it does on a dossier left out.</summary>
internal sealed class IssueTraining : ITraining
{
    private const int Hidden = 8, Voters = 4, Epochs = 12;
    private const double Decay = 0.01;

    // What a statement is on beside its main matter is often the condition it names.
    private const double OfSecond = 0.5;

    // On dossiers left out F1 is best from 0.3 to 0.4; positions that are told wrong weigh more than others that are missed.
    private const double Least = 0.45;

    /// <inheritdoc/>
    public string Name => "issues";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        IReadOnlyList<TaughtIssues> all = TaughtIssues.Of(Path.Combine(context.Corpora, "..", "..", StanceReference.Dossiers));
        context.Log.WriteLine($"issues: {all.Count} statements of {all.Select(one => one.Dossier).Distinct().Count()} dossiers, {all.Count(one => one.Takes && one.On.Any(on => on))} take a stance on an issue");
        TaughtIssues[] asked = [.. all.Where(one => one.Takes)];
        context.Log.WriteLine($"issues: by rules: {Shown(asked.Select(one => (one.On, one.Read)))}");
        List<(bool[] On, double[] Chances)> leftOut = [];
        // What a statement is taken to be on by itself, by what was learnt without its dossier: so it will be where the program meets one.
        string[] dossiers = [.. all.Select(one => one.Dossier).Distinct(StringComparer.Ordinal)];
        Dictionary<TaughtIssues, double[]> alone = [];
        foreach (string dossier in dossiers)
        {
            PairNetwork network = Learn(all.Where(one => one.Dossier != dossier).Select(one => (one, one.Evidence)), context.Seed);
            foreach (TaughtIssues one in all.Where(one => one.Dossier == dossier)) alone[one] = IssueDecision.Chances(network, one.Evidence);
        }

        (TaughtIssues One, double[][] Features)[] among =
        [
            .. all.GroupBy(one => one.Document).SelectMany(document => document.Select((one, place) => (one, IssueSurroundings.Of(one.Evidence, alone[one], [.. document.Select(other => alone[other])], place)))),
        ];
        foreach (string dossier in dossiers)
        {
            PairNetwork network = Learn(among.Where(one => one.One.Dossier != dossier), context.Seed);
            (bool[] On, double[] Chances)[] told = [.. among.Where(one => one.One.Dossier == dossier && one.One.Takes).Select(one => (one.One.On, IssueDecision.Chances(network, one.Features)))];
            leftOut.AddRange(told);
            context.Log.WriteLine($"issues: {dossier} left out: by rules {Shown(asked.Where(one => one.Dossier == dossier).Select(one => (one.On, one.Read)))}; by itself {Shown(asked.Where(one => one.Dossier == dossier).Select(one => (one.On, From(alone[one], Least))))}; decided {Shown(told.Select(one => (one.On, From(one.Chances, Least))))}");
        }

        List<string> scores = [$"by rules {Shown(asked.Select(one => (one.On, one.Read)))}", $"by itself {Shown(asked.Select(one => (one.On, From(alone[one], Least))))}"];
        foreach (double least in new[] { 0.2, 0.3, 0.4, 0.5, 0.6 }) scores.Add(FormattableString.Invariant($"with those around it, from {least}: {Shown(leftOut.Select(one => (one.On, From(one.Chances, least))))}"));
        scores.Add(FormattableString.Invariant($"the likeliest, of statements on one: {100.0 * leftOut.Where(one => one.On.Any(on => on)).Average(one => one.On[Array.IndexOf(one.Chances, one.Chances.Max())] ? 1 : 0):F1} % right"));
        foreach (string score in scores) context.Log.WriteLine($"issues: left out, {score}");
        using MemoryStream file = new();
        new IssueDecision(Learn(all.Select(one => (one, one.Evidence)), context.Seed), Learn(among, context.Seed), Least).Write(file);
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "issues.bin"), file.ToArray());
        File.WriteAllText(Path.Combine(folder, "README.md"), Card(all, scores, context.Seed));
    }

    private static string Card(IReadOnlyList<TaughtIssues> all, IEnumerable<string> scores, int seed) => FormattableString.Invariant($"""
        # Model card: issues

        - File: `issues.bin`, embedded in Rapporteur.Text. Format: see `IssueDecision`.
        - What it decides: which of the issues that people keep a statement is on. Two small networks ({Voters} voters of {Hidden} hidden units each) over how far each issue fits it: words of its target, of all that is said,
          of what was spoken of before and of the heading, meanings (`../meanings`), and what the rules read (`IssueEvidence`); the second sees what the first thinks of the statement and of those around it (`IssueSurroundings`).
          On an issue is what has a chance of {Least}.
        - Learnt from: {all.Count} statements found in {all.Select(one => one.Dossier).Distinct().Count()} invented dossiers of 24 reports, each marked once (`train/Material/dossiers`); text and marks are our own. An issue that is not the first counts half.
        - Made by: `train/train issues --seed {seed}` (seconds), over the stances and meanings that are built in.

        Scores over the {all.Count(one => one.Takes)} statements that take a stance, each dossier left out of learning; of statement and issue:

        {string.Join('\n', scores.Select(score => "- " + score))}

        """).Replace("\r", "", StringComparison.Ordinal);

    private static PairNetwork Learn(IEnumerable<(TaughtIssues One, double[][] Features)> statements, int seed) =>
        PairLearner.Learn([.. statements.SelectMany(one => one.Features.Select((features, i) => new LabelledPair(features, i == one.One.Main ? 1 : one.One.On[i] ? OfSecond : 0)))], Hidden, Voters, Epochs, Decay, seed);

    private static bool[] From(double[] chances, double least) => Array.ConvertAll(chances, chance => chance >= least);

    private static string Shown(IEnumerable<(bool[] On, bool[] Told)> all)
    {
        int right = 0, told = 0, there = 0;
        foreach ((bool[] on, bool[] said) in all)
        {
            right += on.Zip(said).Count(pair => pair is { First: true, Second: true });
            told += said.Count(one => one);
            there += on.Count(one => one);
        }

        double precision = (double)right / Math.Max(1, told), recall = (double)right / Math.Max(1, there);
        return FormattableString.Invariant($"F1 {200 * precision * recall / Math.Max(1e-9, precision + recall):F1} (P {100 * precision:F1}, R {100 * recall:F1})");
    }
}
