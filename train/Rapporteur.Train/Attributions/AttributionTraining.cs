using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Train.Attributions.Network;

namespace Rapporteur.Train.Attributions;

/// <summary>Makes <c>models/attributions/cues.bin</c> and <c>arguments.bin</c> from the training part of PolNeAR.</summary>
public sealed class AttributionTraining : ITraining
{
    // 2^20 rows of three bytes: 3 MB a model, well within the 40 MB for all.
    private const int Bits = 20;
    private const int Rounds = 8;
    private const int Seeds = 3;

    /// <inheritdoc/>
    public string Name => "attributions";

    /// <inheritdoc/>
    public void Run(TrainingContext context)
    {
        List<ChainExample> cues = [], arguments = [];
        int every = (int)Math.Round(1 / context.Share), number = 0;
        foreach ((string text, List<MarkedAttribution> marked) in PolnearCorpus.Read(context.Corpus("polnear", "train")))
        {
            if (number++ % every != 0) continue;
            LearningText learning = LearningText.Of(TextAnalyser.ReadForLearning(text), marked);
            AddCues(learning, cues);
            foreach ((ArgumentFeatures cue, Labels labels) in learning.Cues) AddArguments(cue, labels.Best, arguments);
        }

        context.Log.WriteLine($"attributions: {cues.Count} sentences, {arguments.Count} cues");
        Directory.CreateDirectory(Path.Combine(context.Models, Name));
        Learn(context, "cues", cues);
        Learn(context, "arguments", arguments);
    }

    private void Learn(TrainingContext context, string model, List<ChainExample> examples)
    {
        List<ChainTraining> trainings = [];
        for (int k = 0; k < Seeds; k++)
        {
            ChainTraining training = new(Bits, context.Seed + k);
            trainings.Add(training);
            for (int round = 1; round <= Rounds; round++)
            {
                double loss = training.Round(examples, rate: 1f - ((round - 1f) / Rounds));
                context.Log.WriteLine($"attributions: {model}, seed {k + 1} of {Seeds}, round {round} of {Rounds}, loss {loss:F4} a word");
            }
        }

        File.WriteAllBytes(Path.Combine(context.Models, Name, model + ".bin"), ChainTraining.Write(Bits, trainings));
    }

    private static void AddCues(LearningText learning, List<ChainExample> examples)
    {
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        foreach (Sentence sentence in learning.Text.Prose.Source.Sentences)
        {
            int[][] words = new int[sentence.EndToken - sentence.FirstToken][];
            for (int i = 0; i < words.Length; i++) words[i] = Rows(buffer[..CueFeatures.Fill(learning.Text, sentence.FirstToken + i, buffer)]);
            if (words.Length > 0) examples.Add(new ChainExample(words, learning.CueLabels.Best[sentence.FirstToken..sentence.EndToken]));
        }
    }

    private static void AddArguments(ArgumentFeatures features, byte[] labels, List<ChainExample> examples)
    {
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        int[][] words = new int[labels.Length][];
        for (int i = 0; i < words.Length; i++) words[i] = Rows(buffer[..features.Fill(features.Range.First + i, buffer)]);
        examples.Add(new ChainExample(words, labels));
    }

    private static int[] Rows(ReadOnlySpan<ulong> features)
    {
        int[] rows = new int[features.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = (int)(features[i] >> (64 - Bits));
        return rows;
    }
}
