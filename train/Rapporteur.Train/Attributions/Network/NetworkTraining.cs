using Rapporteur.Text;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Attributions.Network;

/// <summary>
/// Makes <c>models/attributions/network.bin</c>, <c>fast.bin</c> and <c>pieces.bin</c>. Teachers learn from PolNeAR's training part alone; together with the
/// fields they mark news that nobody has marked; from both the two networks learn that ship (Xie et al. 2020; Hinton, Vinyals and Dean 2015).
/// </summary>
public sealed class NetworkTraining : ITraining
{
    // Steps found on PolNeAR dev: see the model's card. A teacher's and a pupil's.
    private static readonly LearningPlan Teacher = new(7, 1.5e-3f, 1.5e-4f), Pupil = new(4, 1.5e-3f, 1.5e-4f), Quick = new(6, 3e-3f, 0);
    private const int Teachers = 2;

    // Cues that the teachers think at least this likely are shown with their source and content.
    private static readonly Threshold Shown = new(0.2, 0);

    /// <inheritdoc/>
    public string Name => "network";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        string models = Path.Combine(context.Models, "attributions"), folder = context.Corpus("use-lite-en");
        Directory.CreateDirectory(models);
        List<(string Piece, float Score)> pieces = PretrainedEncoder.Vocabulary(folder);
        File.WriteAllBytes(Path.Combine(models, "pieces.bin"), PretrainedEncoder.Write(pieces));
        WordKnowledge words = new(new PieceVocabulary(pieces), WordVectors.Trained);
        int every = (int)Math.Round(1 / context.Share);
        List<LearningText> train = Marked(context, "train", every), dev = Marked(context, "dev", every);
        context.Log.WriteLine($"network: {train.Count} texts, {train.Sum(t => t.Text.Tokens.Count)} words, {train.Sum(t => t.Cues.Count)} cues");

        List<NetworkReader> teachers = [];
        for (int t = 0; t < Teachers; t++)
        {
            // A teacher that an earlier run has made is not made again.
            string file = Path.Combine(models, $"teacher-{context.Seed + t}.bin");
            if (!File.Exists(file)) Learn(context, NetworkShape.Accurate, words, folder, context.Seed + t, Teacher, _ => train, dev, file);
            teachers.Add(NetworkReader.Of(NetworkShape.Accurate, File.ReadAllBytes(file), words, 0.8f / Teachers));
        }

        List<LearningText> news = Taught(context, teachers, every);
        context.Log.WriteLine($"network: {news.Count} texts taught, {news.Sum(t => t.Text.Tokens.Count)} words, {news.Sum(t => t.Cues.Count)} cues");
        // Half of the news a round, and all that people have marked.
        List<LearningText>[] halves = [[.. train, .. news.Where((_, i) => i % 2 == 0)], [.. train, .. news.Where((_, i) => i % 2 == 1)]];
        Learn(context, NetworkShape.Fast, words, folder, context.Seed, Quick, r => halves[r % 2], dev, Path.Combine(models, "fast.bin"));
        Learn(context, NetworkShape.Accurate, words, folder, context.Seed + Teachers, Pupil, r => halves[r % 2], dev, Path.Combine(models, "network.bin"));
    }

    private static void Learn(TrainingContext context, NetworkShape shape, WordKnowledge words, string pretrained, int seed, LearningPlan plan, Func<int, IReadOnlyList<LearningText>> texts, List<LearningText> dev, string file)
    {
        AttributionNetwork network = new(shape);
        if (shape.ReadsPieces) PretrainedEncoder.Fill(network, pretrained);
        NetworkLearning.Initialise(network, seed);
        new NetworkLearning(network, words, seed, context.Log).Run(plan, texts, dev, file + ".part");
        File.Move(file + ".part", file, overwrite: true);
    }

    private static List<LearningText> Marked(TrainingContext context, string part, int every) =>
        [.. PolnearCorpus.Read(context.Corpus("polnear", part)).Where((_, i) => i % every == 0).Select(d => LearningText.Of(TextAnalyser.ReadForLearning(d.Text), d.Marked))];

    private static List<LearningText> Taught(TrainingContext context, List<NetworkReader> teachers, int every)
    {
        (ChainModel cues, ChainModel arguments) = LearnedFinder.Fields;
        LearnedFinder teacher = new(cues, arguments, new FieldShares(0.35f, 0.35f), teachers);
        string[] texts = [.. UnmarkedNews.Read(context).Where((_, i) => i % every == 0)];
        LearningText[] taught = new LearningText[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = 2 }, i =>
        {
            Opinions opinions = new(TextAnalyser.ReadForLearning(texts[i]));
            teacher.Find(opinions.Text, Shown, opinions);
            taught[i] = opinions.ToLearn();
        });
        return [.. taught.Where(t => t.Text.Tokens.Count > 0)];
    }
}
