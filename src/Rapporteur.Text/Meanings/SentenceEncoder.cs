using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Meanings;

/// <summary>Gives words a vector such that words that say the same have vectors of like direction: the mean of a small BERT's states, projected to few numbers.</summary>
/// <param name="vocabulary">How words are cut into pieces.</param>
/// <param name="layers">Layers of the BERT.</param>
internal sealed unsafe class SentenceEncoder(WordPieceVocabulary vocabulary, int layers)
{
    /// <summary>Layers of the encoder that is built in.</summary>
    public const int Layers = 3;

    /// <summary>Numbers of a vector.</summary>
    public const int Width = 96;

    /// <summary>Pieces that are read: more than nearly all statements have.</summary>
    public const int MostPieces = 64;

    // Pieces of several texts that are read at once: weights are fetched from far for all of them together. What comes out does not depend on it.
    private const int AtOnce = 160;

    private static readonly Lazy<SentenceEncoder> Embedded = new(Read);

    /// <summary>The encoder that is built in.</summary>
    public static SentenceEncoder Shared => Embedded.Value;

    public WordPieceVocabulary Vocabulary => vocabulary;

    public BertEncoder Encoder { get; } = new("bert", vocabulary.Count, layers);

    /// <summary>The directions in which means differ most: what is left out tells little.</summary>
    public Weights Projection { get; } = new("projection", BertEncoder.Width, Width);

    /// <summary>All of it.</summary>
    public IEnumerable<Weights> All => [.. Encoder.All, Projection];

    /// <summary>What was computed for some texts, as learning needs it.</summary>
    internal sealed class Pass
    {
        /// <summary>First piece and end of each text.</summary>
        public List<(int First, int End)> Stretches = [];
        public BertEncoder.Pass Read = new();

        /// <summary>Means of states, brought to length 1, a row a text.</summary>
        public float[] Means = [];

        /// <summary>The length each mean had before.</summary>
        public float[] Lengths = [];
    }

    /// <summary>The vectors of texts; their lengths tell nothing.</summary>
    public float[][] Encode(IReadOnlyList<string> texts)
    {
        float[][] vectors = new float[texts.Count][];
        List<int> pieces = [];
        List<(int First, int End)> stretches = [];
        for (int i = 0; i < texts.Count;)
        {
            int first = i;
            pieces.Clear();
            stretches.Clear();
            for (; i < texts.Count; i++)
            {
                int[] read = vocabulary.Read(texts[i], MostPieces);
                if (i > first && pieces.Count + read.Length > AtOnce) break;
                stretches.Add((pieces.Count, pieces.Count + read.Length));
                pieces.AddRange(read);
            }

            ReadOnlySpan<float> states = Encoder.States(CollectionsMarshal.AsSpan(pieces), stretches);
            for (int k = 0; k < stretches.Count; k++) vectors[first + k] = Projected(states, stretches[k]);
        }

        return vectors;
    }

    private float[] Projected(ReadOnlySpan<float> states, (int First, int End) stretch)
    {
        float[] vector = new float[Width], mean = new float[BertEncoder.Width];
        Mean(states, stretch, mean);
        fixed (float* from = mean, to = vector) Projection.Apply(from, 1, null, to);
        return vector;
    }

    /// <summary>Reads texts given as pieces, with all that learning needs.</summary>
    /// <param name="texts">Numbers of the pieces of each, at least one.</param>
    /// <param name="noise">Leaves out states at random; null leaves out none.</param>
    /// <param name="kept">The share of states that noise keeps.</param>
    public Pass Read(IReadOnlyList<int[]> texts, Noise? noise = null, float kept = 1)
    {
        Pass pass = new() { Means = new float[texts.Count * BertEncoder.Width], Lengths = new float[texts.Count] };
        int end = 0;
        foreach (int[] text in texts) pass.Stretches.Add((end, end += text.Length));
        pass.Read = Encoder.Read([.. texts.SelectMany(text => text)], pass.Stretches, noise, kept);
        for (int i = 0; i < texts.Count; i++) pass.Lengths[i] = Mean(pass.Read.Output, pass.Stretches[i], pass.Means.AsSpan(i * BertEncoder.Width, BertEncoder.Width));
        return pass;
    }

    // The mean of some states, brought to length 1; gives back the length that their sum had.
    private static float Mean(ReadOnlySpan<float> states, (int First, int End) stretch, Span<float> mean)
    {
        for (int piece = stretch.First; piece < stretch.End; piece++) Elementary.AddTo(mean, states.Slice(piece * BertEncoder.Width, BertEncoder.Width));
        float length = Length(mean);
        foreach (ref float value in mean) value /= length;
        return length;
    }

    private static float Length(ReadOnlySpan<float> vector)
    {
        float sum = 0;
        foreach (float value in vector) sum += value * value;
        return MathF.Sqrt(MathF.Max(sum, 1e-12f));
    }

    private static SentenceEncoder Read()
    {
        SentenceEncoder encoder = new(new WordPieceVocabulary(Encoding.UTF8.GetString(EmbeddedData.Model("meanings/pieces.bin")).Split('\n')), Layers);
        TensorFile.Read(EmbeddedData.Model("meanings/meanings.bin"), encoder.All);
        encoder.Encoder.Quantise();
        return encoder;
    }
}
