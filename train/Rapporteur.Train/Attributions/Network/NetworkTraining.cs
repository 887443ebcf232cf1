using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>
/// Makes <c>models/attributions/network.bin</c>. Two large networks learn from PolNeAR's training part alone. Together they mark news that nobody has marked,
/// and from both a small network learns (Xie et al. 2020; Hinton, Vinyals and Dean 2015); it alone ships.
/// </summary>
public sealed class NetworkTraining : ITraining
{
    // Steps found on PolNeAR dev: see the model's card. A teacher's and a pupil's.
    private static readonly LearningPlan Teacher = new(7, 1.5e-3f, 1.5e-4f), Pupil = new(6, 3e-3f, 0);
    private const int Teachers = 2;

    // Cues that the teachers think at least this likely are shown with their source and content.
    private static readonly Threshold Shown = new(0.2, 0);

    /// <inheritdoc/>
    public string Name => "attributions";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        string models = Path.Combine(context.Models, Name), folder = context.Corpus("use-lite-en");
        Directory.CreateDirectory(models);
        List<(string Piece, float Score)> pieces = PretrainedEncoder.Vocabulary(folder);
        WordKnowledge words = new(new PieceVocabulary(pieces), WordVectors.Trained);
        int every = (int)Math.Round(1 / context.Share);
        List<LearningText> train = Marked(context, "train", every), dev = Marked(context, "dev", every);
        context.Log.WriteLine($"attributions: {train.Count} texts, {train.Sum(t => t.Text.Tokens.Count)} words, {train.Sum(t => t.Cues.Count)} cues");

        // What a run has made by the time it is broken off the next one finds here; a run that comes to its end clears it away.
        // The teachers are no models of the program and stand beside the corpora.
        string parts = Path.Combine(context.Corpora, FormattableString.Invariant($"attribution-teachers-{context.Seed}-{every}"));
        Directory.CreateDirectory(parts);
        string[] large = [.. Enumerable.Range(1, Teachers).Select(t => Path.Combine(parts, $"teacher-{t}.bin"))];
        NetworkReader[] teachers = [.. large.Select((file, t) => Learnt(context, NetworkShape.Large, words, context.Seed + t, Teacher, () => _ => train, dev, file, 1f / Teachers))];
        string small = Path.Combine(parts, "network.bin");
        Learnt(context, NetworkShape.Small, words, context.Seed, Pupil, () => Halves(train, Taught(context, teachers, every)), dev, small, 1);
        File.Move(small, Path.Combine(models, "network.bin"), overwrite: true);
        Directory.Delete(parts, recursive: true);
    }

    // Half of what was taught a round, and all that people have marked.
    private static Func<int, IReadOnlyList<LearningText>> Halves(List<LearningText> marked, List<LearningText> taught)
    {
        List<LearningText>[] halves = [[.. marked, .. taught.Where((_, i) => i % 2 == 0)], [.. marked, .. taught.Where((_, i) => i % 2 == 1)]];
        return round => halves[round % 2];
    }

    private static NetworkReader Learnt(
        TrainingContext context, NetworkShape shape, WordKnowledge words, int seed, LearningPlan plan, Func<Func<int, IReadOnlyList<LearningText>>> texts, List<LearningText> dev, string file, float share)
    {
        if (!File.Exists(file))
        {
            AttributionNetwork network = new(shape);
            if (shape.ReadsPieces) PretrainedEncoder.Fill(network, context.Corpus("use-lite-en"));
            NetworkLearning.Initialise(network, seed);
            new NetworkLearning(network, words, seed, context.Log).Run(plan, texts(), dev, file + ".part");
            File.Move(file + ".part", file, overwrite: true);
        }

        return NetworkReader.Of(shape, File.ReadAllBytes(file), words, share);
    }

    private static List<LearningText> Marked(TrainingContext context, string part, int every) =>
        [.. PolnearCorpus.Read(context.Corpus("polnear", part)).Where((_, i) => i % every == 0).Select(d => LearningText.Of(TextAnalyser.ReadForLearning(d.Text), d.Marked))];

    private static List<LearningText> Taught(TrainingContext context, NetworkReader[] teachers, int every)
    {
        LearnedFinder teacher = new(teachers, Calibration.Trained);
        string[] texts = [.. UnmarkedNews.Read(context).Where((_, i) => i % every == 0)];
        LearningText[] taught = new LearningText[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            Opinions opinions = new(TextAnalyser.ReadForLearning(texts[i]));
            teacher.Find(opinions.Text, Shown, opinions);
            taught[i] = opinions.ToLearn();
        });
        context.Log.WriteLine($"attributions: {taught.Length} texts taught, {taught.Sum(t => t.Text.Tokens.Count)} words, {taught.Sum(t => t.Cues.Count)} cues");
        return [.. taught.Where(t => t.Text.Tokens.Count > 0)];
    }
}
