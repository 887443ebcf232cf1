using Rapporteur.Text.Attributions.Neural;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>An attribution as what was learnt sees it: first the cue, then its source and content.</summary>
/// <param name="CueFirst">Index of the cue's first token.</param>
/// <param name="CueEnd">Index after its last.</param>
/// <param name="Labels">For each token from <paramref name="First"/> on: 0 neither, 1 source, 2 content.</param>
/// <param name="First">Index of the first token labelled.</param>
/// <param name="Sureness">How likely the cue and the roles of its content are, from 0 to 1.</param>
internal readonly record struct LearnedAttribution(int CueFirst, int CueEnd, byte[] Labels, int First, double Sureness);

/// <summary>How likely what is found must be at least, from 0 to 1.</summary>
/// <param name="Cue">Its cue.</param>
/// <param name="Whole">Cue and content together.</param>
internal readonly record struct Threshold(double Cue, double Whole);

/// <summary>Finds cues, and for each its source and content, with linear-chain conditional random fields over features, over a network's states, or over both.</summary>
/// <remarks>
/// Cue first beats one sequence over all three by eight to eleven points: given the right cues the rest is nearly solved. Where features and network both
/// score, their scores are added: the network knows what words mean, the features where quotations and clauses end.
/// </remarks>
internal sealed class LearnedFinder
{
    // How much the features count beside the network. docs/attribution.md has the figures.
    private const float FieldShare = 0.35f, NetworkShare = 0.8f;
    private const double Continues = 0.5;

    // So many cues are looked at together: enough for large products, and little memory for a text that is nothing but cues.
    private const int CuesAtOnce = 64;

    private static readonly Lazy<ChainModel> Cues = new(() => new ChainModel(EmbeddedData.Model("attributions/cues.bin")));
    private static readonly Lazy<ChainModel> Arguments = new(() => new ChainModel(EmbeddedData.Model("attributions/arguments.bin")));
    private static readonly Lazy<LearnedFinder> FastFinder = new(() => new LearnedFinder(Cues.Value, Arguments.Value, null));
    private static readonly Lazy<LearnedFinder> AccurateFinder = new(() => new LearnedFinder(Cues.Value, Arguments.Value, NetworkReader.Trained));

    private readonly ChainModel _cues, _arguments;
    private readonly NetworkReader? _network;
    private readonly float _fieldShare;
    private readonly float[,] _cueTransition, _argumentTransition;

    /// <summary>A finder over given models.</summary>
    /// <param name="cues">The features' scores of cues.</param>
    /// <param name="arguments">The features' scores of sources and contents.</param>
    /// <param name="network">The network; null to go by features alone.</param>
    public LearnedFinder(ChainModel cues, ChainModel arguments, NetworkReader? network)
    {
        (_cues, _arguments, _network) = (cues, arguments, network);
        _fieldShare = network is null ? 1 : FieldShare;
        _cueTransition = Blend(cues, network?.Network.CueTransition);
        _argumentTransition = Blend(arguments, network?.Network.LinkTransition);
    }

    /// <summary>The finder with the models built in: by features alone, or by features and network.</summary>
    public static LearnedFinder Of(bool fast) => fast ? FastFinder.Value : AccurateFinder.Value;

    /// <summary>Whether a network has its say.</summary>
    public bool HasNetwork => _network is not null;

    /// <summary>Everything found, in text order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">How likely it must be at least: more precision above, more recall below.</param>
    public List<LearnedAttribution> Find(ReadText text, Threshold least)
    {
        List<LearnedAttribution> found = [];
        ChainDecoder cueDecoder = new(_cueTransition), argumentDecoder = new(_argumentTransition);
        IReadOnlyList<Sentence> sentences = text.Prose.Source.Sentences;
        foreach ((int first, int end, bool isRead) in NetworkReader.Blocks(sentences))
        {
            ReadBlock? block = isRead ? _network?.Read(text, first, end) : null;
            List<(int First, int End, double Sureness)> cues = [];
            for (int s = first; s < end; s++) FindCues(text, sentences[s], block, cueDecoder, least.Cue, cues);
            foreach ((int First, int End, double Sureness)[] some in cues.Chunk(CuesAtOnce))
            {
                ArgumentFeatures[] features = [.. some.Select(c => new ArgumentFeatures(text, c.First, c.End))];
                LinkedCues? linked = block is null || IsNoProse(cues.Count, block.Words) ? null : _network?.Network.Link(block, features);
                for (int c = 0; c < some.Length; c++)
                {
                    byte[] labels = Label(features[c], linked, c, argumentDecoder, out double content);
                    double sureness = some[c].Sureness * content;
                    if (Array.IndexOf(labels, (byte)2) >= 0 && sureness >= least.Whole) found.Add(new LearnedAttribution(some[c].First, some[c].End, labels, features[c].Range.First, sureness));
                }
            }
        }

        return found;
    }

    // Prose has a cue in some forty words. A text of nothing but cues would have the network look at each word hundreds of times.
    private static bool IsNoProse(int cues, int words) => words > 200 && cues * 6 > words;

    private void FindCues(ReadText text, Sentence sentence, ReadBlock? block, ChainDecoder decoder, double least, List<(int First, int End, double Sureness)> found)
    {
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        int words = sentence.EndToken - sentence.FirstToken;
        if (words == 0) return;
        Span<float> scores = decoder.Begin(words);
        for (int i = 0; i < words; i++)
        {
            int count = CueFeatures.Fill(text, sentence.FirstToken + i, buffer);
            _cues.Score(buffer[..count], scores.Slice(i * ChainModel.Labels, ChainModel.Labels));
        }

        if (block is not null) Add(scores, block.CueScores.AsSpan((sentence.FirstToken - block.FirstToken) * ChainModel.Labels, scores.Length));
        decoder.Sum(words);
        // A cue begins where its first word is likely enough, and goes on while going on is likelier than stopping.
        for (int i = 0; i < words; i++)
        {
            double begin = decoder.Probability(i, 1);
            if (begin < least) continue;
            int end = i + 1;
            while (end < words && decoder.Probability(end, 2) > Continues) end++;
            found.Add((sentence.FirstToken + i, sentence.FirstToken + end, begin));
            i = end - 1;
        }
    }

    private byte[] Label(ArgumentFeatures features, LinkedCues? linked, int cue, ChainDecoder decoder, out double sureness)
    {
        (int first, int end) = features.Range;
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        Span<float> scores = decoder.Begin(end - first);
        for (int i = first; i < end; i++)
        {
            int count = features.Fill(i, buffer);
            _arguments.Score(buffer[..count], scores.Slice((i - first) * ChainModel.Labels, ChainModel.Labels));
        }

        if (linked is not null)
        {
            // The network has read the words of the block only; those beyond are left to the features.
            (int seen, int seenEnd) = linked.Ranges[cue];
            Add(scores.Slice((seen - first) * ChainModel.Labels, (seenEnd - seen) * ChainModel.Labels),
                linked.Scores.AsSpan(linked.Runs[cue].First * ChainModel.Labels, (seenEnd - seen) * ChainModel.Labels));
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

    private void Add(Span<float> scores, ReadOnlySpan<float> network)
    {
        for (int i = 0; i < scores.Length; i++) scores[i] = (_fieldShare * scores[i]) + (NetworkShare * network[i]);
    }

    private float[,] Blend(ChainModel field, Weights? network)
    {
        float[,] transition = new float[ChainModel.Labels, ChainModel.Labels];
        for (int a = 0; a < ChainModel.Labels; a++)
        {
            for (int b = 0; b < ChainModel.Labels; b++)
            {
                transition[a, b] = (_fieldShare * field.Transition[a, b]) + (network is null ? 0 : NetworkShare * network.Values[(a * ChainModel.Labels) + b]);
            }
        }

        return transition;
    }
}
