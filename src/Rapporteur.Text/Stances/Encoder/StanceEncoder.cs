using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;
using Rapporteur.Text.Meanings;
using Rapporteur.Text.Stances.Network;

namespace Rapporteur.Text.Stances.Encoder;

/// <summary>Tells how likely a statement takes each stance: a small BERT over its pieces, the states of opening, source, cue and content brought together by one hidden layer.</summary>
/// <remarks>The vectors of pieces are those of <see cref="SentenceEncoder"/>: pretrained, learnt no further, and kept once for both.</remarks>
/// <param name="vocabulary">How words are cut into pieces.</param>
/// <param name="encoder">The BERT.</param>
internal sealed unsafe class StanceEncoder(WordPieceVocabulary vocabulary, BertEncoder encoder)
{
    /// <summary>Layers of the encoder that is built in: all that the pretrained one has.</summary>
    public const int Layers = 6;

    /// <summary>Numbers of the hidden layer and of what it is given.</summary>
    public const int HiddenWidth = BertEncoder.Width, Gathered = Stretches * BertEncoder.Width;

    // The opening stands for the whole; source, cue and content are means.
    private const int Stretches = 4;
    private const float GatheredKept = 0.8f;

    public WordPieceVocabulary Vocabulary => vocabulary;

    public BertEncoder Encoder => encoder;

    public Weights Hidden { get; } = new("hidden", Gathered, HiddenWidth);

    public Weights HiddenBias { get; } = new("hidden-bias", 1, HiddenWidth);

    public Weights Out { get; } = new("out", HiddenWidth, StanceNetwork.Labels.Count);

    public Weights OutBias { get; } = new("out-bias", 1, StanceNetwork.Labels.Count);

    /// <summary>What is learnt from chance.</summary>
    public IEnumerable<Weights> Fresh => [Hidden, HiddenBias, Out, OutBias];

    /// <summary>All of it, to be read, written and learnt; without the vectors of pieces.</summary>
    public IEnumerable<Weights> All => [.. encoder.Tuned, .. Fresh];

    /// <summary>One of as many layers as are built in, with the vectors of pieces that are built in and nothing learnt.</summary>
    public static StanceEncoder Empty() => new(SentenceEncoder.Shared.Vocabulary, new BertEncoder("stances", SentenceEncoder.Shared.Vocabulary.Count, Layers, SentenceEncoder.Shared.Encoder));

    /// <summary>One from its file.</summary>
    public static StanceEncoder Read(byte[] file)
    {
        StanceEncoder read = Empty();
        TensorFile.Read(file, read.All);
        read.Encoder.Quantise();
        read.Hidden.Quantise();
        return read;
    }

    /// <summary>As a file.</summary>
    public byte[] Write() => TensorFile.Write([.. All.Select(weights => (weights, weights.Rows <= 1 || weights == Out ? TensorFile.Kind.Float : TensorFile.Kind.ByteColumns))]);

    /// <summary>How likely each label is.</summary>
    public double[] Probabilities(StatementPieces statement)
    {
        (int, int)[] whole = [(0, statement.Numbers.Length)];
        float[] gathered = new float[Gathered], hidden = new float[HiddenWidth], scores = new float[StanceNetwork.Labels.Count];
        Gather(encoder.States(statement.Numbers, whole), statement, 0, gathered);
        Score(gathered, 1, hidden, scores);
        double[] chances = Array.ConvertAll(scores, score => (double)score);
        StanceModel.Normalised(chances);
        return chances;
    }

    /// <summary>What was computed for some statements, as learning needs it.</summary>
    internal sealed class Pass
    {
        /// <summary>First piece and end of each statement.</summary>
        public List<(int First, int End)> Runs { get; } = [];

        public BertEncoder.Pass Read = new();
        public float[] Gathered = [], Hidden = [], Scores = [];
        public float[]? GatheredMask;
    }

    /// <summary>Reads statements with all that learning needs.</summary>
    /// <param name="statements">The statements.</param>
    /// <param name="noise">Leaves out states at random; null leaves out none.</param>
    /// <param name="kept">The share of states within the BERT that noise keeps.</param>
    public Pass Read(IReadOnlyList<StatementPieces> statements, Noise? noise = null, float kept = 1)
    {
        Pass pass = new() { Gathered = new float[statements.Count * Gathered], Hidden = new float[statements.Count * HiddenWidth], Scores = new float[statements.Count * StanceNetwork.Labels.Count] };
        int end = 0;
        foreach (StatementPieces statement in statements) pass.Runs.Add((end, end += statement.Numbers.Length));
        pass.Read = encoder.Read([.. statements.SelectMany(statement => statement.Numbers)], pass.Runs, noise, kept);
        for (int s = 0; s < statements.Count; s++) Gather(pass.Read.Output, statements[s], pass.Runs[s].First, pass.Gathered.AsSpan(s * Gathered, Gathered));
        pass.GatheredMask = noise?.Mask(pass.Gathered.Length, GatheredKept);
        Noise.Apply(pass.Gathered, pass.GatheredMask);
        Score(pass.Gathered, statements.Count, pass.Hidden, pass.Scores);
        return pass;
    }

    /// <summary>The share of a piece's state in each of the stretches that are brought together: 0 for none; the same way forth and back.</summary>
    public static IEnumerable<(int Stretch, int Piece, float Share)> Shares(StatementPieces statement)
    {
        yield return (0, 0, 1);
        int[] sizes = new int[Stretches];
        foreach (StatementPieces.StatementPart part in statement.Parts) sizes[(int)part]++;
        for (int i = 0; i < statement.Parts.Length; i++)
        {
            int stretch = (int)statement.Parts[i];
            if (stretch > 0) yield return (stretch, i, 1f / sizes[stretch]);
        }
    }

    private static void Gather(ReadOnlySpan<float> states, StatementPieces statement, int first, Span<float> gathered)
    {
        foreach ((int stretch, int piece, float share) in Shares(statement))
        {
            Elementary.AddTo(gathered.Slice(stretch * BertEncoder.Width, BertEncoder.Width), states.Slice((first + piece) * BertEncoder.Width, BertEncoder.Width), share);
        }
    }

    private void Score(float[] gathered, int statements, float[] hidden, float[] scores)
    {
        fixed (float* from = gathered, middle = hidden, to = scores)
        {
            Hidden.Apply(from, statements, HiddenBias.Values, middle);
            Elementary.Rectify(hidden);
            Out.Apply(middle, statements, OutBias.Values, to);
        }
    }
}
