using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Stances.Network;

namespace Rapporteur.Train.Stances;

/// <summary>Learns which stance a statement takes, over what the rules read, and shows how well it does on documents left out.</summary>
internal sealed class StanceTraining : ITraining
{
    // Times that a network is shown all statements.
    private const int Rounds = 5;
    private const int Folds = 5;
    private const int ForTrial = 10;

    /// <inheritdoc/>
    public string Name => "stances";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        string marks = Path.Combine(context.Corpora, "..", "..", "eval", "stance-references.tsv");
        // Where the dossier is not at hand (a trial in a test), what is marked in the corpus is enough.
        IEnumerable<string> lines = File.ReadLines(marks).Where(line => !line.StartsWith("dossier", StringComparison.Ordinal) || Directory.Exists(Path.Combine(context.Shared, "dossier")));
        if (context.Share < 1) lines = lines.Take(Math.Max(40, (int)(2000 * context.Share)));
        Statement[] learnt = Read(StanceReference.Read(lines.Where(line => line.Contains("\ttuning", StringComparison.Ordinal)), context.Shared, context.Corpus("polnear")));
        // Marked once and only to learn from.
        IEnumerable<string> more = File.ReadLines(Path.Combine(context.Corpora, "..", "..", StanceReference.More)).Where(line => line[0] != '#').Where((_, i) => context.Share == 1 || i % ForTrial == 0);
        Statement[] once = Read(StanceReference.Read(more, context.Shared, context.Corpus("polnear"), [.. UnmarkedNews.Groningen(context)]));
        // A trial takes as many as it needs to have every stance.
        Statement[] written = Read([.. StanceReference.Invented(Path.Combine(context.Corpora, "..", "..", StanceReference.Folder)).Where((_, i) => context.Share == 1 || i % ForTrial == 0)]);
        context.Log.WriteLine($"stances: rules alone: {Shown(learnt.Select(one => (one.Reference.Stance, StanceReference.MainOf(one.Marks))))}");
        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        byte[] regression = Regression([.. learnt, .. written]).Write(), networks = StanceNetworkLearning.Write(Networks([.. learnt, .. written], context.Seed));
        File.WriteAllBytes(Path.Combine(folder, "stances.bin"), regression);
        File.WriteAllBytes(Path.Combine(folder, "networks.bin"), networks);
        File.WriteAllText(Path.Combine(folder, "README.md"), StanceCard.Of(learnt.Length, written.Length, regression.Length, networks.Length, context.Seed));
        context.Log.WriteLine($"stances: {(regression.Length + networks.Length) / 1024} KB from {learnt.Length} statements and {written.Length} written ones in {folder}");
        LeftOut(context, learnt, written);
    }

    // A statement with all that is made of it once.
    private sealed record Statement(StanceReference Reference, IReadOnlyList<StanceMark> Marks, StanceExample Example, StatementWords Words);

    private static Statement[] Read(IReadOnlyList<StanceReference> references) => [.. references.AsParallel().AsOrdered().Select(reference =>
    {
        IReadOnlyList<StanceMark> marks = reference.ByRules();
        StanceParts parts = new(reference.Tree, 0);
        return new Statement(reference, marks, StanceExample.Of(reference, StanceFeatures.Of(parts, marks)), StatementWords.Of(parts));
    })];

    private static StanceModel Regression(IEnumerable<Statement> statements) => StanceLearner.Learn([.. statements.Select(one => one.Example)]);

    private static StanceNetwork[] Networks(IReadOnlyList<Statement> statements, int seed)
    {
        TaughtStatement[] taught = StanceNetworkLearning.Taught([.. statements.Select(one => (one.Words, one.Example.Evidence, one.Reference.Stance, one.Example.Weight, one.Example.Written))], StanceLearner.Balance);
        return [.. Enumerable.Range(1, StanceJudges.Networks).Select(i => StanceNetworkLearning.Learn(StanceJudges.NameOf(i), taught, Rounds, seed + i - 1))];
    }

    private static void LeftOut(TrainingContext context, Statement[] learnt, Statement[] written)
    {
        string[] documents = [.. learnt.Select(one => one.Reference.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        List<(string, string)> alone = [], together = [];
        for (int fold = 0; fold < Folds; fold++)
        {
            HashSet<string> apart = [.. documents.Where((_, i) => i % Folds == fold)];
            Statement[] rest = [.. learnt.Where(one => !apart.Contains(one.Reference.Document)), .. written], tried = [.. learnt.Where(one => apart.Contains(one.Reference.Document))];
            StanceModel regression = Regression(rest);
            StanceJudges fast = new(regression, [], 0), all = new(regression, Networks(rest, context.Seed), StanceJudges.Share);
            alone.AddRange(tried.Select(one => (one.Reference.Stance, Decided(fast, one))));
            together.AddRange(tried.Select(one => (one.Reference.Stance, Decided(all, one))));
        }

        context.Log.WriteLine($"stances: the regression, on documents left out: {Shown(alone)}");
        context.Log.WriteLine($"stances: with the networks: {Shown(together)}");
    }

    private static string Decided(StanceJudges judges, Statement one)
    {
        AttributedStances rules = one.Reference.Rules();
        double[] chances = StanceDecision.Chances(judges, rules, rules.Read());
        return judges.Labels[Array.IndexOf(chances, chances.Max())];
    }

    private static string Shown(IEnumerable<(string Gold, string Found)> all)
    {
        (string Gold, string Found)[] pairs = [.. all];
        StringBuilder text = new(FormattableString.Invariant($"macro F1 {100 * StanceScore.MacroF1(pairs):F1}, right {100 * StanceScore.Right(pairs):F1} %"));
        foreach (string stance in pairs.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)) text.Append(FormattableString.Invariant($", {stance} {100 * StanceScore.F1(pairs, stance):F1}"));
        return text.ToString();
    }
}
