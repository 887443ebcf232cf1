using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Encoders;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>Some sentences as the network has read them, with all that learning needs of how it came to its scores.</summary>
internal sealed class ReadBlock
{
    public required ReadText Text { get; init; }

    /// <summary>Index of the first token in the text.</summary>
    public required int FirstToken { get; init; }

    public required PiecedText Pieced { get; init; }

    /// <summary>First word and end of each paragraph, counted from the block's first.</summary>
    public required List<(int First, int End)> Runs { get; init; }

    public int Words => Pieced.Words.Length;

    public TransformerLayer.Pass Encoded = new();
    public BidirectionalLstm.Pass Read = new();
    public float[] WordMeans = [], WordInverse = [], ReaderInput = [], States = [], CueHidden = [], PairWords = [];
    public float[]? WordMask, StateMask;
    public int[][] Features = [];

    /// <summary>For each word its score as no cue, a cue's beginning, its continuation.</summary>
    public float[] CueScores = [];
}

/// <summary>The words around some cues as the network has read them.</summary>
internal sealed class LinkedCues
{
    public required IReadOnlyList<ArgumentFeatures> Cues { get; init; }

    /// <summary>For each cue the tokens looked at, as indices in the text.</summary>
    public List<(int First, int End)> Ranges { get; } = [];

    /// <summary>For each cue its rows.</summary>
    public List<(int First, int End)> Runs { get; } = [];

    public BidirectionalLstm.Pass Read = new();
    public float[] CueStates = [], Input = [], States = [];
    public float[]? StateMask;
    public int[][] Features = [];

    /// <summary>For each row its score as neither, source, content.</summary>
    public float[] Scores = [];
}

/// <summary>Leaves out states and features at random while learning (Srivastava et al. 2014), so that none is relied upon alone.</summary>
internal sealed class Noise(int seed)
{
    /// <summary>The shares that are kept.</summary>
    public const float Words = 0.75f, States = 0.7f, Links = 0.8f, Features = 0.8f;

    private readonly Random _random = new(seed);

    public bool Keeps(float share) => _random.NextSingle() < share;

    /// <summary>0 for what is left out, one over the share for the rest, so that sums stay as large.</summary>
    public float[] Mask(int length, float share)
    {
        float[] mask = new float[length];
        float kept = 1 / share;
        for (int i = 0; i < length; i++) mask[i] = _random.NextSingle() < share ? kept : 0;
        return mask;
    }

    public static void Apply(float[] values, float[]? mask)
    {
        if (mask is null) return;
        for (int i = 0; i < values.Length; i++) values[i] *= mask[i];
    }
}
