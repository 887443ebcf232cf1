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

/// <summary>Finds cues, and for each its source and content, with linear-chain conditional random fields over a network's states.</summary>
/// <remarks>
/// Cue first beats one sequence over all three by eight to eleven points: given the right cues the rest is nearly solved. Several networks, as they teach
/// another, have their scores added. What no network reads, since it is no prose, is left to the rules.
/// </remarks>
internal sealed class LearnedFinder
{
    private const double Continues = 0.5;

    // So many cues are looked at together: enough for large products, and little memory for a text that is nothing but cues.
    private const int CuesAtOnce = 64;

    private static readonly Lazy<LearnedFinder> BuiltIn = new(() => new LearnedFinder([NetworkReader.Trained()], Calibration.Trained));

    private readonly NetworkReader[] _networks;
    private readonly float[,] _cueTransition, _argumentTransition;

    /// <summary>A finder over given networks.</summary>
    /// <param name="networks">One or more, each with its share.</param>
    /// <param name="calibration">How often it is right for how sure it is.</param>
    public LearnedFinder(IEnumerable<NetworkReader> networks, Calibration calibration)
    {
        Calibration = calibration;
        _networks = [.. networks];
        _cueTransition = Blend(n => n.CueTransition);
        _argumentTransition = Blend(n => n.LinkTransition);
    }

    /// <summary>The finder with the network built in.</summary>
    public static LearnedFinder Trained => BuiltIn.Value;

    /// <summary>How often it is right for how sure it is.</summary>
    public Calibration Calibration { get; }

    /// <summary>Everything found, in text order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="least">How likely it must be at least: more precision above, more recall below.</param>
    /// <param name="opinions">Is told what is thought of every word on the way, for another to learn from; null in use.</param>
    public List<LearnedAttribution> Find(ReadText text, Threshold least, ILearnedOpinions? opinions = null)
    {
        List<LearnedAttribution> found = [];
        ChainDecoder cueDecoder = new(_cueTransition), argumentDecoder = new(_argumentTransition);
        IReadOnlyList<Sentence> sentences = text.Prose.Source.Sentences;
        foreach ((int first, int end, bool isRead) in NetworkReader.Blocks(sentences))
        {
            if (!isRead) continue;
            ReadBlock[] blocks = [.. _networks.Select(n => n.Read(text, first, end))];
            List<(int First, int End, double Sureness)> cues = [];
            for (int s = first; s < end; s++) FindCues(sentences[s], blocks, cueDecoder, least.Cue, cues, opinions);
            if (IsNoProse(cues.Count, blocks[0].Words)) continue;
            foreach ((int First, int End, double Sureness)[] some in cues.Chunk(CuesAtOnce))
            {
                ArgumentFeatures[] features = [.. some.Select(c => new ArgumentFeatures(text, c.First, c.End))];
                LinkedCues[] linked = [.. _networks.Select((n, i) => n.Network.Link(blocks[i], features))];
                for (int c = 0; c < some.Length; c++)
                {
                    byte[] labels = Label(features[c], linked, c, argumentDecoder, out double content);
                    opinions?.OfCue(features[c], labels, argumentDecoder);
                    double sureness = some[c].Sureness * content;
                    if (Array.IndexOf(labels, (byte)2) >= 0 && sureness >= least.Whole) found.Add(new LearnedAttribution(some[c].First, some[c].End, labels, features[c].Range.First, sureness));
                }
            }
        }

        return found;
    }

    /// <summary>What speaks for a token beginning a cue rather than being none, and against it: by how much log-odds, before the words around it are decided, fall without it; the weightiest first.</summary>
    public List<(string What, double Weight)> Weigh(ReadText text, int token)
    {
        (int First, int End, bool IsRead) block = NetworkReader.Blocks(text.Prose.Source.Sentences).First(b => text.Prose.Source.Sentences[b.End - 1].EndToken > token);
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        foreach (NetworkReader network in block.IsRead ? _networks : [])
        {
            foreach ((string what, double weight) in CueEvidence.Of(network.Network, network.Read(text, block.First, block.End), token)) weights[what] = weights.GetValueOrDefault(what) + (network.Share * weight);
        }

        return [.. weights.Select(w => (w.Key, w.Value)).OrderByDescending(w => Math.Abs(w.Value)).ThenBy(w => w.Key, StringComparer.Ordinal)];
    }

    // Prose has a cue in some forty words. A text of nothing but cues would have the network look at each word hundreds of times.
    private static bool IsNoProse(int cues, int words) => words > 200 && cues * 6 > words;

    private void FindCues(Sentence sentence, ReadBlock[] blocks, ChainDecoder decoder, double least, List<(int First, int End, double Sureness)> found, ILearnedOpinions? opinions)
    {
        int words = sentence.EndToken - sentence.FirstToken;
        if (words == 0) return;
        Span<float> scores = decoder.Begin(words);
        scores.Clear();
        for (int n = 0; n < blocks.Length; n++) Elementary.AddTo(scores, blocks[n].CueScores.AsSpan((sentence.FirstToken - blocks[n].FirstToken) * ChainDecoder.Labels, scores.Length), _networks[n].Share);
        decoder.Sum(words);
        opinions?.OfSentence(sentence, decoder);
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

    private byte[] Label(ArgumentFeatures features, LinkedCues[] linked, int cue, ChainDecoder decoder, out double sureness)
    {
        (int first, int end) = features.Range;
        Span<float> scores = decoder.Begin(end - first);
        scores.Clear();
        for (int n = 0; n < linked.Length; n++)
        {
            // A network has read the words of the block only; of those beyond only the chain knows.
            (int seen, int seenEnd) = linked[n].Ranges[cue];
            Elementary.AddTo(scores.Slice((seen - first) * ChainDecoder.Labels, (seenEnd - seen) * ChainDecoder.Labels),
                linked[n].Scores.AsSpan(linked[n].Runs[cue].First * ChainDecoder.Labels, (seenEnd - seen) * ChainDecoder.Labels), _networks[n].Share);
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

    private float[,] Blend(Func<AttributionNetwork, Weights> of)
    {
        float[,] transition = new float[ChainDecoder.Labels, ChainDecoder.Labels];
        for (int a = 0; a < ChainDecoder.Labels; a++)
        {
            for (int b = 0; b < ChainDecoder.Labels; b++)
            {
                foreach (NetworkReader one in _networks) transition[a, b] += one.Share * of(one.Network).Values[(a * ChainDecoder.Labels) + b];
            }
        }

        return transition;
    }
}

/// <summary>Listens to what a finder thinks of every word.</summary>
internal interface ILearnedOpinions
{
    /// <summary>A sentence's words have been scored as cues.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="decoder">How likely each label is at each of its words, counted from its first.</param>
    void OfSentence(Sentence sentence, ChainDecoder decoder);

    /// <summary>The words around a cue have been scored as source and content.</summary>
    /// <param name="cue">The cue, and which words were looked at.</param>
    /// <param name="labels">The likeliest labels of these words together.</param>
    /// <param name="decoder">How likely each label is at each of them, counted from the first.</param>
    void OfCue(ArgumentFeatures cue, byte[] labels, ChainDecoder decoder);
}
