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

    /// <summary>Number of words.</summary>
    public required int Words { get; init; }

    /// <summary>The pieces of its words; null for a network that reads words by their vectors.</summary>
    public PiecedText? Pieced { get; set; }

    /// <summary>First word and end of each paragraph, counted from the block's first.</summary>
    public required List<(int First, int End)> Runs { get; init; }

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
