using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encoders;

/// <summary>One layer of a transformer: every piece looks at every other piece of its stretch, then a network of one hidden layer (Vaswani et al. 2017).</summary>
/// <remarks>As in the Universal Sentence Encoder Lite: the normalisation stands in front of each block, and what goes past the first block is projected to the width that goes out.</remarks>
/// <param name="name">Prefix of the names of its weights.</param>
/// <param name="inputs">Width of what comes in; queries, keys and values are as wide.</param>
/// <param name="outputs">Width of what goes out.</param>
internal sealed unsafe class TransformerLayer(string name, int inputs, int outputs)
{
    /// <summary>How many ways to look at the others there are side by side.</summary>
    public const int Heads = 4;

    public int Inputs { get; } = inputs;

    public int Outputs { get; } = outputs;

    public int Hidden { get; } = 1536;

    public Weights Gain1 { get; } = new(name + ".gain1", 1, inputs);

    public Weights Shift1 { get; } = new(name + ".shift1", 1, inputs);

    public Weights Gain2 { get; } = new(name + ".gain2", 1, outputs);

    public Weights Shift2 { get; } = new(name + ".shift2", 1, outputs);

    public Weights Look { get; } = new(name + ".look", inputs, 3 * inputs);

    public Weights LookBias { get; } = new(name + ".look-bias", 1, 3 * inputs);

    public Weights Seen { get; } = new(name + ".seen", inputs, outputs);

    public Weights SeenBias { get; } = new(name + ".seen-bias", 1, outputs);

    public Weights Past { get; } = new(name + ".past", inputs, outputs);

    public Weights PastBias { get; } = new(name + ".past-bias", 1, outputs);

    public Weights First { get; } = new(name + ".first", outputs, 1536);

    public Weights FirstBias { get; } = new(name + ".first-bias", 1, 1536);

    public Weights Second { get; } = new(name + ".second", 1536, outputs);

    public Weights SecondBias { get; } = new(name + ".second-bias", 1, outputs);

    /// <summary>All of it, to be read, written and learnt.</summary>
    public IEnumerable<Weights> All => [Gain1, Shift1, Look, LookBias, Seen, SeenBias, Past, PastBias, Gain2, Shift2, First, FirstBias, Second, SecondBias];

    /// <summary>Rounds its large matrices to bytes, for speed.</summary>
    public void Quantise()
    {
        foreach (Weights one in new[] { Look, Seen, Past, First, Second }) one.Quantise();
    }

    /// <summary>What was computed, as learning needs it.</summary>
    internal sealed class Pass
    {
        public float[] Input = [], Inverse1 = [], Normal1 = [], Looks = [], Shares = [], Mixed = [], Middle = [], Inverse2 = [], Normal2 = [], Hidden = [], Output = [];

        public float[]? MixedMask, HiddenMask;
    }

    /// <summary>Reads stretches of pieces; each piece sees those of its own stretch.</summary>
    /// <param name="input">One row a piece.</param>
    /// <param name="stretches">First piece and end of each stretch.</param>
    /// <param name="noise">Leaves out states at random, for learning; null in use.</param>
    public Pass Read(float[] input, IReadOnlyList<(int First, int End)> stretches, Noise? noise = null)
    {
        int n = input.Length / Inputs;
        Pass pass = new()
        {
            Input = input,
            Inverse1 = new float[n],
            Normal1 = new float[n * Inputs],
            Looks = new float[n * 3 * Inputs],
            Shares = new float[Attention.SharesLength(Heads, stretches)],
            Mixed = new float[n * Inputs],
            Middle = new float[n * Outputs],
            Inverse2 = new float[n],
            Normal2 = new float[n * Outputs],
            Hidden = new float[n * Hidden],
            Output = new float[n * Outputs],
            MixedMask = noise?.Mask(n * Inputs, Noise.Layer),
            HiddenMask = noise?.Mask(n * Hidden, Noise.Layer),
        };
        fixed (float* x = input, normal1 = pass.Normal1, inverse1 = pass.Inverse1, looks = pass.Looks, share = pass.Shares, mixed = pass.Mixed, middle = pass.Middle)
        fixed (float* normal2 = pass.Normal2, inverse2 = pass.Inverse2, hidden = pass.Hidden, output = pass.Output)
        fixed (float* gain1 = Gain1.Values, shift1 = Shift1.Values, gain2 = Gain2.Values, shift2 = Shift2.Values)
        {
            Elementary.Normalise(x, n, Inputs, gain1, shift1, normal1, inverse1);
            Look.Apply(normal1, n, LookBias.Values, looks);
            Attention.Mix(looks, Inputs, Heads, stretches, share, mixed);
            Noise.Apply(pass.Mixed, pass.MixedMask);
            Past.Apply(x, n, PastBias.Values, middle);
            Seen.Apply(mixed, n, SeenBias.Values, middle, add: true);
            Elementary.Normalise(middle, n, Outputs, gain2, shift2, normal2, inverse2);
            First.Apply(normal2, n, FirstBias.Values, hidden);
            Elementary.Rectify(pass.Hidden);
            Noise.Apply(pass.Hidden, pass.HiddenMask);
            pass.Middle.CopyTo(pass.Output, 0);
            Second.Apply(hidden, n, SecondBias.Values, output, add: true);
        }

        return pass;
    }
}
