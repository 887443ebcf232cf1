using System.Text;
using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Syntax;

/// <summary>The network that gives words their parts of speech, heads and relations, and says what speaks for names.</summary>
/// <remarks>
/// Each word comes in as its vector and as learnt rows for its form, affixes and class. Two memories, one over the other, read the
/// sentence in both directions. The states of the first decide on the part of speech; those of the second score every pair of words as
/// head and dependent (Dozat and Manning 2017), name the relation, and score the word as a part of a name.
/// </remarks>
internal sealed unsafe class SyntaxNetwork
{
    internal const int FeatureWidth = 48, Inputs = WordVectors.Width + FeatureWidth, TableRows = 1 << 16, Cells = 64, States = 2 * Cells;
    internal const int ArcWidth = 64, RelationWidth = 64, Distances = 24;

    public SyntaxNetwork(IReadOnlyList<string> tags, IReadOnlyList<string> relations)
    {
        Tags = [.. tags];
        Relations = [.. relations];
        TagOut = new("tag.out", States, Tags.Length);
        TagBias = new("tag.bias", 1, Tags.Length);
        RelationOut = new("relation.out", RelationWidth, Relations.Length);
        RelationOutBias = new("relation.out-bias", 1, Relations.Length);
    }

    /// <summary>Penn and universal tag, with a blank between.</summary>
    public string[] Tags { get; }

    /// <summary>Relations but for <c>root</c>.</summary>
    public string[] Relations { get; }

    public Weights Table { get; } = new("word.features", TableRows, FeatureWidth);

    public BidirectionalLstm Lower { get; } = new("lower", Inputs, Cells);

    public BidirectionalLstm Upper { get; } = new("upper", States, Cells);

    public Weights TagOut { get; }

    public Weights TagBias { get; }

    public Weights NameOut { get; } = new("name.out", States, NameLabels.Count);

    public Weights NameBias { get; } = new("name.bias", 1, NameLabels.Count);

    /// <summary>Names as the corpora of news mark them: taught beside the others and not asked in use.</summary>
    public Weights NewsOut { get; } = new("news.out", States, NameLabels.Count);

    public Weights NewsBias { get; } = new("news.bias", 1, NameLabels.Count);

    public Weights ArcHead { get; } = new("arc.head", States, ArcWidth);

    public Weights ArcHeadBias { get; } = new("arc.head-bias", 1, ArcWidth);

    public Weights ArcDependent { get; } = new("arc.dependent", States, ArcWidth);

    public Weights ArcDependentBias { get; } = new("arc.dependent-bias", 1, ArcWidth);

    public Weights ArcProduct { get; } = new("arc.product", ArcWidth, ArcWidth);

    public Weights ArcPrior { get; } = new("arc.prior", 1, ArcWidth);

    public Weights ArcRoot { get; } = new("arc.root", 1, ArcWidth);

    public Weights ArcDistance { get; } = new("arc.distance", 1, Distances);

    public Weights RelationHead { get; } = new("relation.head", States, RelationWidth);

    public Weights RelationDependent { get; } = new("relation.dependent", States, RelationWidth);

    public Weights RelationBias { get; } = new("relation.bias", 1, RelationWidth);

    public Weights RelationOut { get; }

    public Weights RelationOutBias { get; }

    /// <summary>All of it, to be learnt.</summary>
    public IEnumerable<Weights> All => [.. InUse, NewsOut, NewsBias];

    /// <summary>What is written and read again: all that is asked in use.</summary>
    public IEnumerable<Weights> InUse =>
    [
        Table, .. Lower.All, .. Upper.All, TagOut, TagBias, NameOut, NameBias, ArcHead, ArcHeadBias, ArcDependent, ArcDependentBias, ArcProduct, ArcPrior, ArcRoot,
        ArcDistance, RelationHead, RelationDependent, RelationBias, RelationOut, RelationOutBias,
    ];

    /// <summary>Reads a network as <see cref="Write"/> wrote it.</summary>
    public static SyntaxNetwork Read(byte[] file)
    {
        int length = BitConverter.ToInt32(file);
        string[][] labels = [.. Encoding.UTF8.GetString(file, 4, length).Split("\n\n").Select(l => l.Split('\n'))];
        SyntaxNetwork network = new(labels[0], labels[1]);
        TensorFile.Read(file[(4 + length)..], network.InUse);
        return network;
    }

    /// <summary>The network as a file. Large matrices are kept as bytes.</summary>
    public byte[] Write()
    {
        byte[] labels = Encoding.UTF8.GetBytes(string.Join('\n', Tags) + "\n\n" + string.Join('\n', Relations));
        byte[] matrices = TensorFile.Write([.. InUse.Select(w => (w, w == Table ? TensorFile.Kind.ByteRows : w.Rows == 1 ? TensorFile.Kind.Float : TensorFile.Kind.ByteColumns))]);
        return [.. BitConverter.GetBytes(labels.Length), .. labels, .. matrices];
    }

    /// <summary>Reads sentences that lie one after the other.</summary>
    /// <param name="forms">The words of all of them.</param>
    /// <param name="runs">First word and end of each sentence.</param>
    /// <param name="vectors">The words' vectors.</param>
    /// <param name="noise">Leaves out numbers at random, for learning; null in use.</param>
    /// <param name="reuse">In use, a pass that may be written over: its arrays may be longer than needed. Null for learning.</param>
    public SyntaxPass Apply(ReadOnlySpan<WordForm> forms, IReadOnlyList<(int First, int End)> runs, WordVectors vectors, ISyntaxNoise? noise = null, SyntaxPass? reuse = null)
    {
        int words = forms.Length;
        SyntaxPass pass = reuse ?? new();
        (pass.Words, pass.Runs) = (words, runs);
        pass.Input = Room(pass.Input, words * Inputs);
        if (pass.Features.Length < words * SyntaxFeatures.Count) pass.Features = new int[words * SyntaxFeatures.Count];
        foreach ((int first, int end) in runs)
        {
            for (int w = first; w < end; w++)
            {
                Span<int> rows = pass.Features.AsSpan(w * SyntaxFeatures.Count, SyntaxFeatures.Count);
                SyntaxFeatures.Fill(forms[w], w == first, rows);
                Span<float> input = pass.Input.AsSpan(w * Inputs, Inputs);
                input.Clear();
                if (noise is null || !noise.Forgets(forms[w].Lower, rows)) vectors.Fill(forms[w].Lower, input[..WordVectors.Width]);
                AddRows(rows, input[WordVectors.Width..]);
            }
        }

        pass.InputMask = noise?.MaskInput(pass.Input.Length);
        Multiply(pass.Input, pass.InputMask);
        fixed (float* input = pass.Input) pass.Lower = Lower.Read(input, words, runs, reuse?.Lower);
        pass.LowerStates = Masked(pass.Lower.Output, pass.LowerMask = noise?.MaskStates(words * States));
        fixed (float* input = pass.LowerStates) pass.Upper = Upper.Read(input, words, runs, reuse?.Upper);
        pass.States = Masked(pass.Upper.Output, pass.UpperMask = noise?.MaskStates(words * States));
        pass.TagScores = Linear(TagOut, pass.LowerStates, words, TagBias, pass.TagScores);
        pass.NameScores = Linear(NameOut, pass.States, words, NameBias, pass.NameScores);
        if (reuse is null) pass.NewsScores = Linear(NewsOut, pass.States, words, NewsBias, pass.NewsScores);
        pass.Heads = Linear(ArcHead, pass.States, words, ArcHeadBias, pass.Heads);
        Elementary.Rectify(pass.Heads.AsSpan(0, words * ArcWidth));
        pass.Dependents = Linear(ArcDependent, pass.States, words, ArcDependentBias, pass.Dependents);
        Elementary.Rectify(pass.Dependents.AsSpan(0, words * ArcWidth));
        pass.Products = Linear(ArcProduct, pass.Dependents, words, ArcPrior, pass.Products);
        pass.RelationHeads = Linear(RelationHead, pass.States, words, null, pass.RelationHeads);
        pass.RelationDependents = Linear(RelationDependent, pass.States, words, RelationBias, pass.RelationDependents);
        return pass;
    }

    /// <summary>Scores of all arcs of one sentence of n words: n + 1 numbers for each dependent, the last one for the root.</summary>
    public float[] Arcs(SyntaxPass pass, int first, int end)
    {
        int n = end - first, wide = n + 1;
        float[] scores = new float[n * wide];
        fixed (float* products = pass.Products, heads = pass.Heads, to = scores)
        {
            MatrixProduct.Multiply(products + (first * ArcWidth), ArcWidth, 1, n, ArcWidth, heads + (first * ArcWidth), 1, ArcWidth, n, to, wide, add: false);
        }

        float[] distance = ArcDistance.Values, root = ArcRoot.Values;
        for (int d = 0; d < n; d++)
        {
            for (int h = 0; h < n; h++) scores[(d * wide) + h] += distance[DistanceBin(h - d)];
            float sum = 0;
            for (int i = 0; i < ArcWidth; i++) sum = MathF.FusedMultiplyAdd(pass.Products[((first + d) * ArcWidth) + i], root[i], sum);
            scores[(d * wide) + n] = sum;
        }

        return scores;
    }

    /// <summary>What the relation of each word to its head is decided on; rows of words that hang on the root (-1) stay zero.</summary>
    public float[] RelationStates(SyntaxPass pass, ReadOnlySpan<int> heads)
    {
        float[] states = new float[heads.Length * RelationWidth];
        for (int d = 0; d < heads.Length; d++)
        {
            if (heads[d] < 0) continue;
            int to = d * RelationWidth, head = heads[d] * RelationWidth;
            for (int i = 0; i < RelationWidth; i++) states[to + i] = MathF.Max(0, pass.RelationHeads[head + i] + pass.RelationDependents[to + i]);
        }

        return states;
    }

    /// <summary>Scores of all relations for each row of <see cref="RelationStates"/>.</summary>
    public float[] RelationScores(float[] states) => Linear(RelationOut, states, states.Length / RelationWidth, RelationOutBias);

    /// <summary>Distances from a dependent to its head in steps that grow: 1 to 4, 5–6, 7–9, 10–14, 15–24, 25–39 and more, to either side.</summary>
    internal static int DistanceBin(int distance)
    {
        int d = Math.Abs(distance);
        int bin = d < 5 ? d : d < 7 ? 5 : d < 10 ? 6 : d < 15 ? 7 : d < 25 ? 8 : d < 40 ? 9 : 10;
        return distance < 0 ? bin : 11 + bin;
    }

    private static float[] Room(float[] array, int length) => array.Length >= length ? array : new float[length];

    private static float[] Linear(Weights weights, float[] input, int words, Weights? bias, float[]? room = null)
    {
        float[] output = Room(room ?? [], words * weights.Columns);
        fixed (float* from = input, to = output) weights.Apply(from, words, bias?.Values, to);
        return output;
    }

    /// <summary>Multiplies numbers by a mask, if there is one.</summary>
    internal static void Multiply(float[] values, float[]? mask)
    {
        for (int i = 0; i < mask?.Length; i++) values[i] *= mask[i];
    }

    private static float[] Masked(float[] values, float[]? mask)
    {
        if (mask is null) return values;
        float[] masked = [.. values];
        Multiply(masked, mask);
        return masked;
    }

    private void AddRows(ReadOnlySpan<int> rows, Span<float> to)
    {
        foreach (int row in rows)
        {
            if (row < 0) continue;
            ReadOnlySpan<float> values = Table.Values.AsSpan(row * FeatureWidth, FeatureWidth);
            Elementary.AddTo(to, values);
        }
    }
}
