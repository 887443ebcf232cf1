using System.Diagnostics;
using System.Text;
using Rapporteur.Text.Entities;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Names;

/// <summary>Makes <c>models/names/names.bin</c>: word groups from GloVe and a conditional random field over four corpora of names.</summary>
public sealed class NameTraining : ITraining
{
    // UNER dev moves by less than 1 after the third round.
    private const int Rounds = 5;

    /// <inheritdoc/>
    public string Name => "names";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        LearnNames(context);
        // Reads texts with the names of the model that is built in, not with the one just learnt: run twice after a change of names.
        PronounTraining.Run(context);
    }

    private static void LearnNames(TrainingContext context)
    {
        byte[] clusters = Clusters(context);
        WordClusters groups = new(new BinaryReader(new MemoryStream(clusters)));
        List<LabelledDocument> documents = Documents(context);
        context.Log.WriteLine($"names: {documents.Count} documents, {documents.Sum(d => d.Tokens.Count)} words");
        FeatureTable table = new();
        foreach (LabelledDocument document in documents) table.Count(Facts(document, groups));
        List<Example> examples = [.. documents.SelectMany(d => Examples(d, table.Number(Facts(d, groups))))];
        context.Log.WriteLine($"names: {examples.Count} sentences, {table.Hashes.Count} features");

        Random random = new(context.Seed);
        ConditionalRandomField field = new(table.Hashes.Count, random);
        for (int round = 1; round <= Rounds; round++)
        {
            Example[] order = [.. examples];
            random.Shuffle(order);
            foreach (Example example in order) field.Learn(example.Words, example.Labels, example.IsTarget);
            byte[] file = NameModelWriter.Write(table, field, clusters);
            context.Log.WriteLine($"names: round {round}, {file.Length / 1024} KB, UNER dev {Score(context, new NameModel(new MemoryStream(file)))}");
            if (round == Rounds) Save(context, file);
        }
    }

    private sealed record Example(int[][] Words, byte[] Labels, bool IsTarget);

    private static byte[] Clusters(TrainingContext context)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        WordClustering.Write(context, writer);
        writer.Flush();
        return stream.ToArray();
    }

    private static void Save(TrainingContext context, byte[] file)
    {
        ModelFile.Write(Path.Combine(context.Models, "names"), "names.bin", file);
    }

    private static List<LabelledDocument> Documents(TrainingContext context)
    {
        using StreamReader uner = File.OpenText(context.Corpus("uner-ewt", "en_ewt-ud-train.iob2"));
        using StreamReader groningen = new(context.Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        using StreamReader wikigold = File.OpenText(context.Corpus("ner-extras", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"));
        // Every tenth document of the Groningen bank and of wikigold is kept for measuring.
        List<LabelledDocument> all = [.. NameCorpora.Uner(uner), .. NameCorpora.Groningen(groningen).Where((_, i) => i % 10 != 0), .. NameCorpora.Wikigold(wikigold).Where((_, i) => i % 10 != 0)];
        foreach (string file in GumTraining(context))
        {
            using StreamReader gum = File.OpenText(file);
            all.Add(GumNames.Read(gum));
        }

        int every = (int)Math.Round(1 / context.Share);
        return [.. all.Where((_, i) => i % every == 0)];
    }

    // The documents that GUM's own division gives to training; the out-of-domain ones stay out.
    internal static IEnumerable<string> GumTraining(TrainingContext context)
    {
        string splits = File.ReadAllText(context.Corpus("gum", "splits.md"));
        string train = splits[splits.IndexOf("## train", StringComparison.Ordinal)..];
        return Directory.GetFiles(context.Corpus("gum", "dep"), "GUM_*.conllu").Order(StringComparer.Ordinal)
            .Where(f => train.Contains("* " + Path.GetFileNameWithoutExtension(f) + "\n", StringComparison.Ordinal));
    }

    private static WordFacts Facts(LabelledDocument d, WordClusters groups) => new(d.Text, d.Tokens, d.Sentences, groups);

    private static IEnumerable<Example> Examples(LabelledDocument d, int[][] words) =>
        d.Sentences.Select(s => new Example(words[s.FirstToken..s.EndToken], d.Labels[s.FirstToken..s.EndToken], d.IsTarget));

    private static string Score(TrainingContext context, NameModel model)
    {
        using StreamReader dev = File.OpenText(context.Corpus("uner-ewt", "en_ewt-ud-dev.iob2"));
        NameScores scores = new();
        int words = 0;
        List<LabelledDocument> documents = [.. NameCorpora.Uner(dev)];
        Stopwatch watch = Stopwatch.StartNew();
        foreach (LabelledDocument d in documents)
        {
            scores.Add(d.Labels, NameDecoder.Decode(Facts(d, model.Clusters), d.Sentences, model));
            words += d.Tokens.Count;
        }

        return $"P {scores.Precision:F1} R {scores.Recall:F1} F1 {scores.F1:F2}, {words / watch.Elapsed.TotalSeconds:F0} words/s";
    }
}
