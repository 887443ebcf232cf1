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
        int n = input.Length / Width;
        Pass pass = Room(n, stretches);
        pass.SeenMask = noise?.Mask(input.Length, kept);
        pass.SecondMask = noise?.Mask(input.Length, kept);
        Read(input, n, stretches, pass);
        return pass;
    }

    /// <summary>Room for what is computed of some pieces; layers of one shape may take turns in it.</summary>
    /// <param name="n">How many pieces.</param>
    /// <param name="stretches">Their stretches.</param>
    /// <param name="reuse">Room that nobody looks at any more; what is too small in it grows, and what is longer than needed stays so. Null for new room.</param>
    public Pass Room(int n, IReadOnlyList<(int First, int End)> stretches, Pass? reuse = null)
    {
        Pass pass = reuse ?? new();
        Weights.Room(ref pass.Looks, n * 3 * Width);
        Weights.Room(ref pass.Shares, Attention.SharesLength(Heads, stretches));
        Weights.Room(ref pass.Mixed, n * Width);
        Weights.Room(ref pass.Middle, n * Width);
        Weights.Room(ref pass.Inverse1, n);
        Weights.Room(ref pass.Normal1, n * Width);
        Weights.Room(ref pass.Before, n * HiddenWidth);
        Weights.Room(ref pass.Hidden, n * HiddenWidth);
        Weights.Room(ref pass.Last, n * Width);
        Weights.Room(ref pass.Inverse2, n);
        Weights.Room(ref pass.Output, n * Width);
        return pass;
    }

    /// <summary>Reads so many pieces into the given room. The input may be the room's own output: it is not asked for any more when that is written.</summary>
    public void Read(float[] input, int n, IReadOnlyList<(int First, int End)> stretches, Pass pass)
    {
        pass.Input = input;
        fixed (float* x = input, looks = pass.Looks, shares = pass.Shares, mixed = pass.Mixed, middle = pass.Middle, inverse1 = pass.Inverse1, normal1 = pass.Normal1)
        fixed (float* before = pass.Before, hidden = pass.Hidden, last = pass.Last, inverse2 = pass.Inverse2, output = pass.Output)
        fixed (float* gain1 = Gain1.Values, shift1 = Shift1.Values, gain2 = Gain2.Values, shift2 = Shift2.Values)
        {
            Look.Apply(x, n, LookBias.Values, looks);
            Attention.Mix(looks, Width, Heads, stretches, shares, mixed);
            Seen.Apply(mixed, n, SeenBias.Values, middle);
            Noise.Apply(pass.Middle, pass.SeenMask);
            Elementary.AddTo(pass.Middle.AsSpan(0, n * Width), input);
            Elementary.Normalise(middle, n, Width, gain1, shift1, normal1, inverse1);
            First.Apply(normal1, n, FirstBias.Values, before);
            Gaussian.Apply(pass.Before.AsSpan(0, n * HiddenWidth), pass.Hidden);
            Second.Apply(hidden, n, SecondBias.Values, last);
            Noise.Apply(pass.Last, pass.SecondMask);
            Elementary.AddTo(pass.Last.AsSpan(0, n * Width), pass.Normal1);
            Elementary.Normalise(last, n, Width, gain2, shift2, output, inverse2);
        }
    }
}
