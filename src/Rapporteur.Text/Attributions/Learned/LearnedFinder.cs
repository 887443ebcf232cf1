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
    private const double Continues = 0.5;

    // So many cues are looked at together: enough for large products, and little memory for a text that is nothing but cues.
    private const int CuesAtOnce = 64;

    // How much fields and networks count beside one another, found on PolNeAR dev. docs/attribution.md has the figures.
    private static readonly FieldShares AccurateFields = new(0.3f, 0.3f), FastFields = new(0, 0);
    private const float AccurateNetwork = 0.5f, FastBesideIt = 0.5f;

    private static readonly Lazy<ChainModel> Cues = new(() => new ChainModel(EmbeddedData.Model("attributions/cues.bin")));
    private static readonly Lazy<ChainModel> Arguments = new(() => new ChainModel(EmbeddedData.Model("attributions/arguments.bin")));
    private static readonly Lazy<LearnedFinder> FastFinder = new(() => new LearnedFinder(Cues.Value, Arguments.Value, FastFields, [NetworkReader.Trained(NetworkShape.Fast, 1)], Calibration.Fast));
    private static readonly Lazy<LearnedFinder> AccurateFinder = new(() => new LearnedFinder(Cues.Value, Arguments.Value, AccurateFields, [NetworkReader.Trained(NetworkShape.Accurate, AccurateNetwork), NetworkReader.Trained(NetworkShape.Fast, FastBesideIt)], Calibration.Together));

    private readonly ChainModel _cues, _arguments;
    private readonly FieldShares _fields;
    private readonly NetworkReader[] _networks;
    private readonly float[,] _cueTransition, _argumentTransition;

    /// <summary>A finder over given models.</summary>
    /// <param name="cues">The features' scores of cues.</param>
    /// <param name="arguments">The features' scores of sources and contents.</param>
    /// <param name="fields">How much these scores count.</param>
    /// <param name="networks">The networks, each with its share; none to go by features alone.</param>
    /// <param name="calibration">How often it is right for how sure it is.</param>
    public LearnedFinder(ChainModel cues, ChainModel arguments, FieldShares fields, IEnumerable<NetworkReader> networks, Calibration calibration)
    {
        Calibration = calibration;
        (_cues, _arguments, _fields, _networks) = (cues, arguments, fields, [.. networks]);
        _cueTransition = Blend(cues, fields.Cues, n => n.CueTransition);
        _argumentTransition = Blend(arguments, fields.Arguments, n => n.LinkTransition);
    }

    /// <summary>The trained fields, which finders of other networks share.</summary>
    public static (ChainModel Cues, ChainModel Arguments) Fields => (Cues.Value, Arguments.Value);

    /// <summary>The finder with the models built in: quickly, or as well as it can.</summary>
    public static LearnedFinder Of(bool fast) => fast ? FastFinder.Value : AccurateFinder.Value;

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
            ReadBlock[] blocks = isRead ? [.. _networks.Select(n => n.Read(text, first, end))] : [];
            List<(int First, int End, double Sureness)> cues = [];
            for (int s = first; s < end; s++) FindCues(text, sentences[s], blocks, cueDecoder, least.Cue, cues, opinions);
            foreach ((int First, int End, double Sureness)[] some in cues.Chunk(CuesAtOnce))
            {
                ArgumentFeatures[] features = [.. some.Select(c => new ArgumentFeatures(text, c.First, c.End))];
                LinkedCues[] linked = blocks.Length == 0 || IsNoProse(cues.Count, blocks[0].Words) ? [] : [.. _networks.Select((n, i) => n.Network.Link(blocks[i], features))];
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

    /// <summary>What speaks for a token beginning a cue rather than being none, and against it: log-odds before the words around it are decided, the weightiest first.</summary>
    public List<(string What, double Weight)> Weigh(ReadText text, int token)
    {
        Span<ulong> features = stackalloc ulong[FeatureList.Most];
        Span<int> templates = stackalloc int[FeatureList.Most];
        Span<float> scores = stackalloc float[ChainModel.Labels];
        int count = CueFeatures.Fill(text, token, features, templates);
        Dictionary<string, double> weights = new(StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            _cues.Score(features.Slice(i, 1), scores);
            string what = CueFeatures.NameOf(templates[i]);
            weights[what] = weights.GetValueOrDefault(what) + (_fields.Cues * (scores[1] - scores[0]));
        }

        (int First, int End, bool IsRead) block = NetworkReader.Blocks(text.Prose.Source.Sentences).First(b => text.Prose.Source.Sentences[b.End - 1].EndToken > token);
        foreach (NetworkReader network in block.IsRead ? _networks : [])
        {
            ReadBlock read = network.Read(text, block.First, block.End);
            int row = (token - read.FirstToken) * ChainModel.Labels;
            weights["the network"] = weights.GetValueOrDefault("the network") + (network.Share * (read.CueScores[row + 1] - read.CueScores[row]));
        }

        return [.. weights.Select(w => (w.Key, w.Value)).OrderByDescending(w => Math.Abs(w.Value)).ThenBy(w => w.Key, StringComparer.Ordinal)];
    }

    // Prose has a cue in some forty words. A text of nothing but cues would have the network look at each word hundreds of times.
    private static bool IsNoProse(int cues, int words) => words > 200 && cues * 6 > words;

    private void FindCues(ReadText text, Sentence sentence, ReadBlock[] blocks, ChainDecoder decoder, double least, List<(int First, int End, double Sureness)> found, ILearnedOpinions? opinions)
    {
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        int words = sentence.EndToken - sentence.FirstToken;
        if (words == 0) return;
        Span<float> scores = decoder.Begin(words);
        scores.Clear();
        // Features that do not count are not looked up; where no network has its say, they do.
        for (int i = 0; i < words && (_fields.Cues > 0 || blocks.Length == 0); i++)
        {
            int count = CueFeatures.Fill(text, sentence.FirstToken + i, buffer);
            _cues.Score(buffer[..count], scores.Slice(i * ChainModel.Labels, ChainModel.Labels));
        }

        if (blocks.Length > 0) Multiply(scores, _fields.Cues);
        for (int n = 0; n < blocks.Length; n++) Elementary.AddTo(scores, blocks[n].CueScores.AsSpan((sentence.FirstToken - blocks[n].FirstToken) * ChainModel.Labels, scores.Length), _networks[n].Share);
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
        Span<ulong> buffer = stackalloc ulong[FeatureList.Most];
        Span<float> scores = decoder.Begin(end - first);
        scores.Clear();
        // As for cues.
        for (int i = first; i < end && (_fields.Arguments > 0 || linked.Length == 0); i++)
        {
            int count = features.Fill(i, buffer);
            _arguments.Score(buffer[..count], scores.Slice((i - first) * ChainModel.Labels, ChainModel.Labels));
        }

        if (linked.Length > 0) Multiply(scores, _fields.Arguments);
        for (int n = 0; n < linked.Length; n++)
        {
            // A network has read the words of the block only; those beyond are left to the features.
            (int seen, int seenEnd) = linked[n].Ranges[cue];
            Elementary.AddTo(scores.Slice((seen - first) * ChainModel.Labels, (seenEnd - seen) * ChainModel.Labels),
                linked[n].Scores.AsSpan(linked[n].Runs[cue].First * ChainModel.Labels, (seenEnd - seen) * ChainModel.Labels), _networks[n].Share);
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

    private static void Multiply(Span<float> scores, float share)
    {
        for (int i = 0; i < scores.Length; i++) scores[i] *= share;
    }

    private float[,] Blend(ChainModel field, float share, Func<AttributionNetwork, Weights> of)
    {
        float[,] transition = new float[ChainModel.Labels, ChainModel.Labels];
        for (int a = 0; a < ChainModel.Labels; a++)
        {
            for (int b = 0; b < ChainModel.Labels; b++)
            {
                transition[a, b] = share * field.Transition[a, b];
                foreach (NetworkReader one in _networks) transition[a, b] += one.Share * of(one.Network).Values[(a * ChainModel.Labels) + b];
            }
        }

        return transition;
    }
}

/// <summary>How much the scores of the fields count beside those of networks; 0 not at all.</summary>
/// <param name="Cues">For cues.</param>
/// <param name="Arguments">For sources and contents.</param>
internal readonly record struct FieldShares(float Cues, float Arguments);

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
