using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Syntax;

/// <summary>What a <see cref="SyntaxNetwork"/> computed for some sentences, as learning needs it too. All arrays hold one row a word.</summary>
internal sealed class SyntaxPass
{
    public int Words;
    public IReadOnlyList<(int First, int End)> Runs = [];
    public int[] Features = [];
    public float[] Input = [], LowerStates = [], States = [];
    public BidirectionalLstm.Pass Lower = new(), Upper = new();
    public float[] TagScores = [], NameScores = [], NewsScores = [], Heads = [], Dependents = [], Products = [], RelationHeads = [], RelationDependents = [];

    /// <summary>What noise left out; null in use.</summary>
    public float[]? InputMask, LowerMask, UpperMask;
}
