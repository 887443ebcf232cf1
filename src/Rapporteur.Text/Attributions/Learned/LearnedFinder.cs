using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>An attribution as two trained fields see it: first the cue, then its source and content.</summary>
/// <param name="CueFirst">Index of the cue's first token.</param>
/// <param name="CueEnd">Index after its last.</param>
/// <param name="Labels">For each token from <paramref name="First"/> on: 0 neither, 1 source, 2 content.</param>
/// <param name="First">Index of the first token labelled.</param>
/// <param name="Sureness">How likely the cue and the role of its surest content word are, from 0 to 1.</param>
internal readonly record struct LearnedAttribution(int CueFirst, int CueEnd, byte[] Labels, int First, double Sureness);

/// <summary>Finds cues, and for each its source and content, with linear-chain conditional random fields.</summary>
/// <remarks>Cue first beats one sequence over all three by eight to eleven points: given the right cues the rest is nearly solved.</remarks>
internal static class LearnedFinder
{
    private static readonly Lazy<ChainModel> Cues = new(() => new ChainModel(EmbeddedData.Model("attributions/cues.bin")));
    private static readonly Lazy<ChainModel> Arguments = new(() => new ChainModel(EmbeddedData.Model("attributions/arguments.bin")));

    /// <summary>Everything found, in text order, with the models built in.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">How likely a cue must be at least: more precision above, more recall below.</param>
    public static List<LearnedAttribution> Find(ReadText text, double least) => Find(text, Cues.Value, Arguments.Value, least);

    /// <summary>Everything found, in text order, with given models.</summary>
    public static List<LearnedAttribution> Find(ReadText text, ChainModel cues, ChainModel arguments, double least)
    {
        List<LearnedAttribution> found = [];
        ChainDecoder cueDecoder = new(cues), argumentDecoder = new(arguments);
        foreach (Sentence sentence in text.Prose.Source.Sentences) FindCues(text, sentence, cues, cueDecoder, least, (first, end, sure) =>
        {
            ArgumentFeatures features = new(text, first, end);
            byte[] labels = Label(features, arguments, argumentDecoder, out double content);
            if (Array.IndexOf(labels, (byte)2) >= 0) found.Add(new LearnedAttribution(first, end, labels, features.Range.First, sure * content));
        });
        return found;
    }

    private static void FindCues(ReadText text, Sentence sentence, ChainModel model, ChainDecoder decoder, double least, Action<int, int, double> found)
    {
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        int words = sentence.EndToken - sentence.FirstToken;
        if (words == 0) return;
        Span<int> scores = decoder.Begin(words);
        for (int i = 0; i < words; i++)
        {
            int count = CueFeatures.Fill(text, sentence.FirstToken + i, buffer);
            model.Score(buffer[..count], scores.Slice(i * ChainModel.Labels, ChainModel.Labels));
        }

        decoder.Sum(words);
        // A cue begins where its first word is likely enough, and goes on while going on is likelier than stopping.
        for (int i = 0; i < words; i++)
        {
            double begin = decoder.Probability(i, 1);
            if (begin < least) continue;
            int end = i + 1;
            while (end < words && decoder.Probability(end, 2) > Continues) end++;
            found(sentence.FirstToken + i, sentence.FirstToken + end, begin);
            i = end - 1;
        }
    }

    private const double Continues = 0.5;

    private static byte[] Label(ArgumentFeatures features, ChainModel model, ChainDecoder decoder, out double sureness)
    {
        (int first, int end) = features.Range;
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        Span<int> scores = decoder.Begin(end - first);
        for (int i = first; i < end; i++)
        {
            int count = features.Fill(i, buffer);
            model.Score(buffer[..count], scores.Slice((i - first) * ChainModel.Labels, ChainModel.Labels));
        }

        byte[] labels = new byte[end - first];
        decoder.Decode(labels);
        decoder.Sum(labels.Length);
        (double sum, int content) = (0, 0);
        for (int i = 0; i < labels.Length; i++)
        {
            if (labels[i] == 2) (sum, content) = (sum + decoder.Probability(i, 2), content + 1);
        }

        sureness = content == 0 ? 0 : sum / content;
        return labels;
    }
}
