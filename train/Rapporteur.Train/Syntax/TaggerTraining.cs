using Rapporteur.Text;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Tagging;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns universal and Penn parts of speech. Uses the word classes made before it.</summary>
internal sealed class TaggerTraining : ITraining
{
    private const int Epochs = 8;

    // A feature seen once in training decides nothing: leaving them out halves the model for 0.1 points or less.
    private const int LeastCount = 2;

    public string Name => "tagger";

    public void Run(TrainingContext context)
    {
        WordClasses classes = new(File.ReadAllBytes(Path.Combine(context.Models, "words", "words.bin")));
        List<TaggedSentence> sentences = [.. SyntaxCorpora.Train(context).SelectMany(d => TaggedSentence.Of(d, classes))];
        byte[] file = Learn(sentences, context.Seed, Epochs);
        Tagger tagger = new(new SparseLinearModel(file));
        List<string> scores = [];
        foreach ((string name, List<TreebankDocument> dev) in SyntaxCorpora.Dev(context))
        {
            (double upos, double xpos) = Accuracy(tagger, dev, classes);
            scores.Add($"{name}, words given: UPOS {upos:F2}, XPOS {xpos:F2}");
        }

        ModelFolder.Write(context, Name, file, "Parts of speech", "EWT and GUM train; looks at the word classes in `../words`", scores);
    }

    /// <summary>Trains on the sentences given and returns the model file.</summary>
    public static byte[] Learn(List<TaggedSentence> sentences, int seed, int epochs)
    {
        string[] labels = [.. sentences.SelectMany(s => s.Labels).GroupBy(l => l).Where(g => g.Count() > 2 || sentences.Count < 1000).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(255)];
        Dictionary<string, int> numbers = labels.Select((l, i) => (l, i)).ToDictionary(p => p.l, p => p.i);
        AveragedPerceptron perceptron = new(labels);
        Random random = new(seed);
        ulong[] buffer = new ulong[TaggerFeatures.Most];
        foreach (TaggedSentence s in sentences)
        {
            uint before = 0, before2 = 0;
            for (int i = 0; i < s.Forms.Length; i++)
            {
                perceptron.Count(buffer.AsSpan(0, TaggerFeatures.Of(s.Forms, i, before, before2, buffer)));
                (before2, before) = (before, (uint)numbers.GetValueOrDefault(s.Labels[i], 0) + 1);
            }
        }

        perceptron.KeepFeaturesCounted(LeastCount);
        float[] scores = new float[labels.Length];
        TaggedSentence[] order = [.. sentences];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (TaggedSentence s in order)
            {
                uint tag1 = 0, tag2 = 0;
                for (int i = 0; i < s.Forms.Length; i++)
                {
                    Span<ulong> features = buffer.AsSpan(0, TaggerFeatures.Of(s.Forms, i, tag1, tag2, buffer));
                    perceptron.Score(features, scores);
                    int best = 0;
                    for (int t = 1; t < scores.Length; t++)
                    {
                        if (scores[t] > scores[best]) best = t;
                    }

                    if (numbers.TryGetValue(s.Labels[i], out int right) && best != right)
                    {
                        perceptron.Update(features, right, 1);
                        perceptron.Update(features, best, -1);
                    }

                    perceptron.Tick();
                    (tag2, tag1) = (tag1, (uint)best + 1);
                }
            }
        }

        return perceptron.ToModel();
    }

    private static (double Upos, double Xpos) Accuracy(Tagger tagger, List<TreebankDocument> documents, WordClasses classes)
    {
        int all = 0, upos = 0, xpos = 0;
        foreach (TaggedSentence s in documents.SelectMany(d => TaggedSentence.Of(d, classes)))
        {
            Token[] tokens = new Token[s.Forms.Length];
            tagger.Tag(s.Forms, tokens);
            for (int i = 0; i < tokens.Length; i++)
            {
                all++;
                string[] right = s.Labels[i].Split(' ');
                if (tokens[i].Xpos == right[0]) xpos++;
                if (tokens[i].Upos == right[1]) upos++;
            }
        }

        return (100.0 * upos / all, 100.0 * xpos / all);
    }
}

/// <summary>A gold sentence as the tagger sees it.</summary>
/// <param name="Forms">Its words.</param>
/// <param name="Labels">Penn and universal tag of each: <c>VBZ AUX</c>.</param>
internal sealed record TaggedSentence(WordForm[] Forms, string[] Labels)
{
    public static IEnumerable<TaggedSentence> Of(TreebankDocument document, WordClasses classes) =>
        document.Sentences.Select(s =>
        {
            Token[] words = [.. document.Words.Skip(s.FirstToken).Take(s.EndToken - s.FirstToken)];
            return new TaggedSentence([.. words.Select(w => WordForm.Of(document.Text, w.Span, classes))], [.. words.Select(w => w.Xpos + " " + w.Upos)]);
        });
}
