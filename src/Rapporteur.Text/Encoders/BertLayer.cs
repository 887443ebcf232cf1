using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encoders;

/// <summary>One layer of BERT (Devlin et al. 2019): every piece looks at every other piece of its stretch, then a network of one hidden layer; each block is normalised behind its sum with what went in.</summary>
/// <param name="name">Prefix of the names of its weights.</param>
/// <param name="width">Width of what comes in and goes out.</param>
/// <param name="hiddenWidth">Width of the hidden layer.</param>
/// <param name="heads">How many ways to look at the others there are side by side.</param>
internal sealed unsafe class BertLayer(string name, int width, int hiddenWidth, int heads)
{
    public int Width { get; } = width;

    public int HiddenWidth { get; } = hiddenWidth;

    public int Heads { get; } = heads;

    /// <summary>Queries, keys and values.</summary>
    public Weights Look { get; } = new(name + ".look", width, 3 * width);

    public Weights LookBias { get; } = new(name + ".look-bias", 1, 3 * width);

    public Weights Seen { get; } = new(name + ".seen", width, width);

    public Weights SeenBias { get; } = new(name + ".seen-bias", 1, width);

    public Weights Gain1 { get; } = new(name + ".gain1", 1, width);

    public Weights Shift1 { get; } = new(name + ".shift1", 1, width);

    public Weights First { get; } = new(name + ".first", width, hiddenWidth);

    public Weights FirstBias { get; } = new(name + ".first-bias", 1, hiddenWidth);

    public Weights Second { get; } = new(name + ".second", hiddenWidth, width);

    public Weights SecondBias { get; } = new(name + ".second-bias", 1, width);

    public Weights Gain2 { get; } = new(name + ".gain2", 1, width);

    public Weights Shift2 { get; } = new(name + ".shift2", 1, width);

    /// <summary>All of it, to be read, written and learnt.</summary>
    public IEnumerable<Weights> All => [Look, LookBias, Seen, SeenBias, Gain1, Shift1, First, FirstBias, Second, SecondBias, Gain2, Shift2];

    /// <summary>Rounds its large matrices to bytes, for speed.</summary>
    public void Quantise()
    {
        foreach (Weights one in new[] { Look, Seen, First, Second }) one.Quantise();
    }

    /// <summary>What was computed, as learning needs it.</summary>
    internal sealed class Pass
    {
        public float[] Input = [], Looks = [], Shares = [], Mixed = [], Middle = [], Inverse1 = [], Normal1 = [], Before = [], Hidden = [], Last = [], Inverse2 = [], Output = [];

        public float[]? SeenMask, SecondMask;
    }

    /// <summary>Reads stretches of pieces; each piece sees those of its own stretch.</summary>
    /// <param name="input">One row a piece.</param>
    /// <param name="stretches">First piece and end of each stretch.</param>
    /// <param name="noise">Leaves out states at random, for learning; null leaves out none.</param>
    /// <param name="kept">The share of states that noise keeps.</param>
    public Pass Read(float[] input, IReadOnlyList<(int First, int End)> stretches, Noise? noise, float kept)
    {
        Pass pass = Room(input.Length / Width, stretches);
        pass.SeenMask = noise?.Mask(input.Length, kept);
        pass.SecondMask = noise?.Mask(input.Length, kept);
        Read(input, stretches, pass);
        return pass;
    }

    /// <summary>Room for what is computed of some pieces; layers of one shape may take turns in it.</summary>
    /// <param name="n">How many pieces.</param>
    /// <param name="stretches">Their stretches.</param>
    public Pass Room(int n, IReadOnlyList<(int First, int End)> stretches) => new()
    {
        Looks = new float[n * 3 * Width],
        Shares = new float[Attention.SharesLength(Heads, stretches)],
        Mixed = new float[n * Width],
        Middle = new float[n * Width],
        Inverse1 = new float[n],
        Normal1 = new float[n * Width],
        Before = new float[n * HiddenWidth],
        Hidden = new float[n * HiddenWidth],
        Last = new float[n * Width],
        Inverse2 = new float[n],
        Output = new float[n * Width],
    };

    /// <summary>Reads into the given room. The input may be the room's own output: it is not asked for any more when that is written.</summary>
    public void Read(float[] input, IReadOnlyList<(int First, int End)> stretches, Pass pass)
    {
        pass.Input = input;
        int n = input.Length / Width;
        fixed (float* x = input, looks = pass.Looks, shares = pass.Shares, mixed = pass.Mixed, middle = pass.Middle, inverse1 = pass.Inverse1, normal1 = pass.Normal1)
        fixed (float* before = pass.Before, hidden = pass.Hidden, last = pass.Last, inverse2 = pass.Inverse2, output = pass.Output)
        fixed (float* gain1 = Gain1.Values, shift1 = Shift1.Values, gain2 = Gain2.Values, shift2 = Shift2.Values)
        {
            Look.Apply(x, n, LookBias.Values, looks);
            Attention.Mix(looks, Width, Heads, stretches, shares, mixed);
            Seen.Apply(mixed, n, SeenBias.Values, middle);
            Noise.Apply(pass.Middle, pass.SeenMask);
            Elementary.AddTo(pass.Middle, input);
            Elementary.Normalise(middle, n, Width, gain1, shift1, normal1, inverse1);
            First.Apply(normal1, n, FirstBias.Values, before);
            Gaussian.Apply(pass.Before, pass.Hidden);
            Second.Apply(hidden, n, SecondBias.Values, last);
            Noise.Apply(pass.Last, pass.SecondMask);
            Elementary.AddTo(pass.Last, pass.Normal1);
            Elementary.Normalise(last, n, Width, gain2, shift2, output, inverse2);
        }
    }
}
