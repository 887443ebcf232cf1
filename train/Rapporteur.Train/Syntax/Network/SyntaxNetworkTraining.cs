using System.Diagnostics;
using System.Text;
using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Syntax;
using Rapporteur.Train.Attributions.Network;
using Rapporteur.Train.Names;
using Rapporteur.Train.Learning;

namespace Rapporteur.Train.Syntax.Network;

/// <summary>Learns parts of speech, trees, and what speaks for names, all in one network.</summary>
internal sealed class SyntaxNetworkTraining : ITraining
{
    private const int Epochs = 12, BatchWords = 220, LeastBatches = 20;
    private const float Rate = 2.5e-3f, Average = 0.998f;

    public string Name => "syntax";

    public void Run(TrainingContext context)
    {
        WordClasses classes = new(ModelFile.Read(Path.Combine(context.Models, "words"), "words.bin"));
        WordVectors vectors = new(ModelFile.Read(Path.Combine(context.Models, "vectors"), "vectors.bin"));
        List<TreebankDocument> documents = SyntaxCorpora.Train(context);
        string[] tags = Frequent(documents.SelectMany(d => d.Words).Select(w => w.Xpos + " " + w.Upos)), relations = Frequent(documents.SelectMany(d => d.Words).Where(w => w.Head >= 0).Select(w => w.Relation!));
        SyntaxNetwork network = new(tags, relations);
        Initialise(network, context.Seed);
        Dictionary<string, byte[]> names = SyntaxExample.NamesBySentence(NamedDocuments(context));
        List<SyntaxExample> examples = [.. documents.SelectMany(d => SyntaxExample.Of(d, classes, t => Array.IndexOf(tags, t), r => Array.IndexOf(relations, r), names))];
        examples.AddRange(News(context).SelectMany(d => SyntaxExample.Named(d, classes)));
        context.Log.WriteLine($"syntax: {examples.Count} sentences, {examples.Sum(e => e.Forms.Length)} words, {examples.Count(e => e.Names is not null)} sentences with names, {tags.Length} tags, {relations.Length} relations");
        List<(string Name, List<TreebankDocument> Documents)> dev = SyntaxCorpora.Dev(context);
        Learn(network, vectors, examples, context, () => string.Join("; ", dev.Select(d => d.Name + " " + Score(network, vectors, d.Documents, classes))));
        byte[] file = network.Write();
        network = SyntaxNetwork.Read(file);
        List<string> scores = [.. dev.Select(d => $"{d.Name}, words and sentences given: {Score(network, vectors, d.Documents, classes)}")];
        ModelFolder.Write(context, Name, file, "Parts of speech, trees, and evidence for names", "EWT and GUM train, with the names of UNER EWT train and GUM train; looks at the words' vectors in `../vectors` and their classes in `../words`", scores, "SyntaxNetwork", "; UNER English EWT, CC BY-SA 4.0; wikigold, CC BY 4.0");
    }

    private static void Learn(SyntaxNetwork network, WordVectors vectors, List<SyntaxExample> examples, TrainingContext context, Func<string> score)
    {
        Dictionary<uint, int> counts = examples.SelectMany(e => e.Forms).GroupBy(f => f.Lower).ToDictionary(g => g.Key, g => g.Count());
        Gradients gradients = new(network.All, new HashSet<Weights> { network.Table });
        Adam adam = new(network.All.Select(w => (w, false)));
        SyntaxLearner learner = new(network, vectors);
        Random random = new(context.Seed);
        SyntaxNoise noise = new(random, counts);
        Stopwatch clock = Stopwatch.StartNew();
        int batchWords = Math.Min(BatchWords, examples.Sum(e => e.Forms.Length) / LeastBatches);
        int total = Batches(examples, batchWords, new Random(0)).Count * Epochs, warm = Math.Min(200, total / 10), step = 0;
        for (int epoch = 1; epoch <= Epochs; epoch++)
        {
            double loss = 0;
            long words = 0;
            foreach (List<SyntaxExample> batch in Batches(examples, batchWords, random))
            {
                gradients.Clear();
                loss += learner.Learn(batch, noise, gradients);
                words += batch.Sum(e => e.Forms.Length);
                float rate = Rate * Math.Min(1, (step + 1f) / warm) * Math.Max(0.02f, 1 - ((float)step / total));
                adam.Step(gradients, rate, rate, Math.Min(Average, (step + 1f) / (step + 10f)));
                foreach (Weights one in network.All)
                {
                    if (one != network.Table) one.Changed();
                }

                step++;
            }

            Exchange(adam, network);
            context.Log.WriteLine($"syntax: epoch {epoch}, {clock.Elapsed.TotalSeconds:F0} s, loss {loss / words:F4}: {score()}");
            if (epoch < Epochs) Exchange(adam, network);
            context.Log.Flush();
        }
    }

    private static void Exchange(Adam adam, SyntaxNetwork network)
    {
        adam.Exchange();
        foreach (Weights one in network.All)
        {
            if (one != network.Table) one.Changed();
        }
    }

    // Sentences of like length go together, so that a batch is neither one long sentence nor a hundred short ones; the batches come in any order.
    private static List<List<SyntaxExample>> Batches(List<SyntaxExample> examples, int mostWords, Random random)
    {
        SyntaxExample[] order = [.. examples];
        random.Shuffle(order);
        List<List<SyntaxExample>> batches = [[]];
        int words = 0;
        foreach (SyntaxExample e in order)
        {
            if (words > 0 && words + e.Forms.Length > mostWords)
            {
                batches.Add([]);
                words = 0;
            }

            batches[^1].Add(e);
            words += e.Forms.Length;
        }

        return batches;
    }

    private static void Initialise(SyntaxNetwork network, int seed)
    {
        Random random = new(seed);
        foreach (Weights one in network.All)
        {
            if (one.Rows == 1) continue;
            float range = one == network.Table ? 0 : MathF.Sqrt(6f / (one.Rows + (one.Columns > 200 ? one.Columns / 4 : one.Columns)));
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = ((2 * random.NextSingle()) - 1) * range;
        }

        for (int i = 0; i < network.ArcRoot.Values.Length; i++) network.ArcRoot.Values[i] = ((2 * random.NextSingle()) - 1) * 0.2f;
        // A memory begins by keeping what it has.
        foreach (BidirectionalLstm lstm in new[] { network.Lower, network.Upper })
        {
            int h = lstm.Cells;
            for (int d = 0; d < 2; d++) Array.Fill(lstm.Bias.Values, 1, (d * 4 * h) + h, h);
        }
    }

    // News with names and no trees. A third of the Groningen bank is as much text as the treebanks; the documents kept for measuring stay out.
    private static List<LabelledDocument> News(TrainingContext context)
    {
        using StreamReader groningen = new(context.Corpus("gmb-ner", "ner_dataset.csv"), Encoding.Latin1);
        using StreamReader wikigold = File.OpenText(context.Corpus("ner-extras", "wikigold", "CONLL-format", "data", "wikigold.conll.txt"));
        return SyntaxCorpora.Share([.. NameCorpora.Groningen(groningen).Where((_, i) => i % 10 is 1 or 4 or 7), .. NameCorpora.Wikigold(wikigold).Where((_, i) => i % 10 != 0)], context.Share);
    }

    private static string[] Frequent(IEnumerable<string> labels) =>
        [.. labels.GroupBy(l => l).Where(g => g.Count() > 2 && g.Key != "root").OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key)];

    private static List<LabelledDocument> NamedDocuments(TrainingContext context)
    {
        using StreamReader uner = File.OpenText(context.Corpus("uner-ewt", "en_ewt-ud-train.iob2"));
        List<LabelledDocument> all = [.. NameCorpora.Uner(uner)];
        foreach (string file in NameTraining.GumTraining(context))
        {
            using StreamReader gum = File.OpenText(file);
            all.Add(GumNames.Read(gum));
        }

        return all;
    }

    private static string Score(SyntaxNetwork network, WordVectors vectors, List<TreebankDocument> documents, WordClasses classes)
    {
        SyntaxScore score = new();
        SyntaxReader reader = new(network, vectors);
        foreach (TreebankDocument d in documents)
        {
            Token[] tokens = [.. d.Words.Select(w => new Token(w.Span))];
            WordForm[] forms = [.. tokens.Select(t => WordForm.Of(d.Text, t.Span, classes))];
            reader.Read(forms, tokens, d.Sentences, null);
            score.Add(d, tokens, d.Sentences);
        }

        return FormattableString.Invariant($"UPOS {score.Upos:F2}, XPOS {score.Xpos:F2}, UAS {score.Uas:F2}, LAS {score.Las:F2}");
    }
}
