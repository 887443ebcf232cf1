using Rapporteur.Text;
using Rapporteur.Text.Attributions;
using Rapporteur.Text.Attributions.Learned;

namespace Rapporteur.Train.Attributions;

/// <summary>Makes <c>models/attributions/cues.bin</c> and <c>arguments.bin</c> from the training part of PolNeAR.</summary>
public sealed class AttributionTraining : ITraining
{
    // 2^20 rows of three bytes: with a quarter of them cue F1 falls by about a point, with four times as many nothing is won.
    private const int Bits = 20;
    private const int Rounds = 8;

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
            ReadText read = TextAnalyser.ReadForLearning(text);
            AddCues(read, marked, cues);
            foreach (MarkedAttribution one in marked.Where(m => m.Cue.Count > 0 && m.Content.Count > 0)) AddArguments(read, one, arguments);
        }

        context.Log.WriteLine($"attributions: {cues.Count} sentences, {arguments.Count} cues");
        Directory.CreateDirectory(Path.Combine(context.Models, Name));
        Learn(context, "cues", cues);
        Learn(context, "arguments", arguments);
    }

    private void Learn(TrainingContext context, string model, List<ChainExample> examples)
    {
        ChainTraining training = new(Bits, context.Seed);
        for (int round = 1; round <= Rounds; round++)
        {
            double loss = training.Round(examples, rate: 1f - ((round - 1f) / Rounds));
            context.Log.WriteLine($"attributions: {model}, round {round} of {Rounds}, loss {loss:F4} a word");
            File.WriteAllBytes(Path.Combine(context.Models, Name, model + ".bin"), training.Write());
        }
    }

    private static void AddCues(ReadText text, List<MarkedAttribution> marked, List<ChainExample> examples)
    {
        byte[] labels = new byte[text.Tokens.Count];
        foreach (MarkedAttribution one in marked)
        {
            bool begun = false;
            int last = -1;
            foreach (int token in one.Cue.Order().SelectMany(span => Covered(text, span)))
            {
                // A cue in two pieces ("made it clear") is learnt as one cue and a continuation only when they touch.
                labels[token] = (byte)(!begun ? 1 : token == last + 1 ? 2 : labels[token]);
                begun = true;
                last = token == last + 1 || last < 0 ? token : last;
            }
        }

        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        foreach (Sentence sentence in text.Prose.Source.Sentences)
        {
            int[][] words = new int[sentence.EndToken - sentence.FirstToken][];
            for (int i = 0; i < words.Length; i++) words[i] = Rows(buffer[..CueFeatures.Fill(text, sentence.FirstToken + i, buffer)]);
            if (words.Length > 0) examples.Add(new ChainExample(words, labels[sentence.FirstToken..sentence.EndToken]));
        }
    }

    private static void AddArguments(ReadText text, MarkedAttribution one, List<ChainExample> examples)
    {
        List<int> cue = [.. Covered(text, one.Cue.Min())];
        if (cue.Count == 0) return;
        ArgumentFeatures features = new(text, cue[0], cue[^1] + 1);
        (int first, int end) = features.Range;
        byte[] labels = new byte[end - first];
        Mark(one.Content, 2);
        Mark(one.Source, 1);
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        int[][] words = new int[labels.Length][];
        for (int i = 0; i < words.Length; i++) words[i] = Rows(buffer[..features.Fill(first + i, buffer)]);
        examples.Add(new ChainExample(words, labels));

        void Mark(List<TextSpan> spans, byte label)
        {
            foreach (int token in spans.SelectMany(span => Covered(text, span)))
            {
                if (token >= first && token < end) labels[token - first] = label;
            }
        }
    }

    private static IEnumerable<int> Covered(ReadText text, TextSpan span)
    {
        for (int t = text.TokenAt(span.Start); t < text.Tokens.Count && text.Tokens[t].Span.Start < span.End; t++) yield return t;
    }

    private static int[] Rows(ReadOnlySpan<ulong> features)
    {
        int[] rows = new int[features.Length];
        for (int i = 0; i < rows.Length; i++) rows[i] = (int)(features[i] >> (64 - Bits));
        return rows;
    }
}
