using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encoders;

/// <summary>A BERT: vectors of pieces and of places, and layers above them.</summary>
/// <param name="name">Prefix of the names of its weights.</param>
/// <param name="pieces">Number of pieces in its vocabulary.</param>
/// <param name="layers">Number of layers.</param>
/// <param name="vectorsOf">Another with the same pieces whose vectors of pieces and places are taken; null for its own.</param>
internal sealed unsafe class BertEncoder(string name, int pieces, int layers, BertEncoder? vectorsOf = null)
{
    /// <summary>Width of states, of hidden layers, and ways to look: those of MiniLM (Wang et al. 2020).</summary>
    public const int Width = 384, HiddenWidth = 1536, Heads = 12;

    /// <summary>Most pieces read at once.</summary>
    public const int MostPieces = 128;

    [ThreadStatic]
    private static Pass? _vectors;

    [ThreadStatic]
    private static BertLayer.Pass? _room;

    public Weights Embedding { get; } = vectorsOf?.Embedding ?? new(name + ".pieces", pieces, Width);

    /// <summary>What stands for places; what stands for the first kind of segment is in it.</summary>
    public Weights Places { get; } = vectorsOf?.Places ?? new(name + ".places", MostPieces, Width);

    public Weights Gain { get; } = new(name + ".gain", 1, Width);

    public Weights Shift { get; } = new(name + ".shift", 1, Width);

    public IReadOnlyList<BertLayer> Layers { get; } = [.. Enumerable.Range(0, layers).Select(i => new BertLayer($"{name}.{i}", Width, HiddenWidth, Heads))];

    /// <summary>What is tuned: everything above the vectors.</summary>
    public IEnumerable<Weights> Tuned => [Gain, Shift, .. Layers.SelectMany(layer => layer.All)];

    /// <summary>All of it.</summary>
    public IEnumerable<Weights> All => [Embedding, Places, .. Tuned];

    /// <summary>Rounds its large matrices to bytes, for speed.</summary>
    public void Quantise()
    {
        foreach (BertLayer layer in Layers) layer.Quantise();
    }

    /// <summary>What was computed, as learning needs it.</summary>
    internal sealed class Pass
    {
        public float[] Input = [], Inverse = [], Normal = [];
        public float[]? Mask;
        public List<BertLayer.Pass> Layers = [];

        /// <summary>States of the last layer, a row a piece.</summary>
        public float[] Output => Layers[^1].Output;
    }

    /// <summary>States of the last layer, a row a piece; they stand until this thread asks again.</summary>
    /// <param name="numbers">Number of each piece.</param>
    /// <param name="stretches">First piece and end of each stretch, at most <see cref="MostPieces"/> long.</param>
    public ReadOnlySpan<float> States(ReadOnlySpan<int> numbers, IReadOnlyList<(int First, int End)> stretches)
    {
        int n = numbers.Length;
        // Nobody asks for what is in between: all layers and all texts of a thread have one room.
        Pass vectors = Vectors(numbers, stretches, _vectors ??= new());
        BertLayer.Pass room = _room = Layers[0].Room(n, stretches, _room);
        float[] states = vectors.Normal;
        foreach (BertLayer layer in Layers)
        {
            layer.Read(states, n, stretches, room);
            states = room.Output;
        }

        return states.AsSpan(0, n * Width);
    }

    /// <summary>The same, with all that learning needs.</summary>
    /// <param name="numbers">Number of each piece.</param>
    /// <param name="stretches">First piece and end of each stretch, at most <see cref="MostPieces"/> long.</param>
    /// <param name="noise">Leaves out states at random; null leaves out none.</param>
    /// <param name="kept">The share of states that noise keeps.</param>
    public Pass Read(ReadOnlySpan<int> numbers, IReadOnlyList<(int First, int End)> stretches, Noise? noise, float kept)
    {
        Pass pass = Vectors(numbers, stretches, new());
        pass.Mask = noise?.Mask(pass.Normal.Length, kept);
        Noise.Apply(pass.Normal, pass.Mask);
        float[] states = pass.Normal;
        foreach (BertLayer layer in Layers)
        {
            pass.Layers.Add(layer.Read(states, stretches, noise, kept));
            states = pass.Output;
        }

        return pass;
    }

    // What stands for the pieces and their places, before any layer.
    private Pass Vectors(ReadOnlySpan<int> numbers, IReadOnlyList<(int First, int End)> stretches, Pass pass)
    {
        int n = numbers.Length;
        Weights.Room(ref pass.Input, n * Width);
        Weights.Room(ref pass.Inverse, n);
        Weights.Room(ref pass.Normal, n * Width);
        foreach ((int first, int end) in stretches)
        {
            for (int i = first; i < end; i++)
            {
                Span<float> row = pass.Input.AsSpan(i * Width, Width);
                Embedding.Values.AsSpan(numbers[i] * Width, Width).CopyTo(row);
                Elementary.AddTo(row, Places.Values.AsSpan((i - first) * Width, Width));
            }
        }

        fixed (float* input = pass.Input, inverse = pass.Inverse, normal = pass.Normal, gain = Gain.Values, shift = Shift.Values)
        {
            Elementary.Normalise(input, n, Width, gain, shift, normal, inverse);
        }

        return pass;
    }
}
