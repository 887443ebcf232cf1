using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>What the trainings of tokens, sentences, tags and trees share.</summary>
internal static class SyntaxCorpora
{
    /// <summary>The treebanks' training documents, or the share of them that is asked for.</summary>
    public static List<TreebankDocument> Train(TrainingContext context) =>
        [.. Share(Treebank.Ewt(context.Corpus, "train"), context.Share), .. Share(Treebank.Gum(context.Corpus, "train"), context.Share)];

    /// <summary>The development parts, each with its name. All training prints its scores on them.</summary>
    public static List<(string Name, List<TreebankDocument> Documents)> Dev(TrainingContext context) =>
    [
        ("EWT dev", Share(Treebank.Ewt(context.Corpus, "dev"), Math.Max(context.Share, 0.05))),
        ("GUM dev", Share(Treebank.Gum(context.Corpus, "dev"), Math.Max(context.Share, 0.05))),
    ];

    /// <summary>Every n-th element, so that a small share still sees every genre.</summary>
    public static List<T> Share<T>(List<T> all, double share) =>
        share >= 1 ? all : all.Where((_, i) => (int)((i + 1) * share) > (int)(i * share)).DefaultIfEmpty(all[0]).ToList();

    /// <summary>Trains a model of two labels, 0 and 1, on independent examples.</summary>
    public static byte[] LearnBinary(List<(ulong[] Features, int Label)> examples, int seed, int epochs, out byte[] file)
    {
        AveragedPerceptron perceptron = new(["0", "1"]);
        Random random = new(seed);
        Span<float> scores = stackalloc float[2];
        int[] order = [.. Enumerable.Range(0, examples.Count)];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(order);
            foreach (int i in order)
            {
                (ulong[] features, int label) = examples[i];
                perceptron.Score(features, scores);
                int guess = scores[1] > scores[0] ? 1 : 0;
                if (guess != label)
                {
                    perceptron.Update(features, label, 1);
                    perceptron.Update(features, guess, -1);
                }

                perceptron.Tick();
            }
        }

        return file = perceptron.ToModel();
    }
}
