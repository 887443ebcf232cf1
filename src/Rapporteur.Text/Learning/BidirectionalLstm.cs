using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Text.Learning;

/// <summary>A long short-term memory that reads a sequence in both directions (Hochreiter and Schmidhuber 1997; Graves and Schmidhuber 2005).</summary>
/// <param name="name">Prefix of the names of its weights.</param>
/// <param name="inputs">Width of what it reads.</param>
/// <param name="cells">Cells of each direction, a multiple of 16; the output of a word is twice as wide.</param>
internal sealed unsafe class BidirectionalLstm(string name, int inputs, int cells)
{
    /// <summary>Cells of each direction.</summary>
    public int Cells { get; } = cells;

    /// <summary>From the input to the gates of both directions: input, forget, output gate and candidate of the one, then of the other.</summary>
    public Weights Input { get; } = new(name + ".input", inputs, 8 * cells);

    /// <summary>What the gates add.</summary>
    public Weights Bias { get; } = new(name + ".bias", 1, 8 * cells);

    /// <summary>From the output of the word before to the gates, for each direction.</summary>
    public Weights[] Recurrent { get; } = [new(name + ".forward", cells, 4 * cells), new(name + ".backward", cells, 4 * cells)];

    /// <summary>All of it, to be read, written and learnt.</summary>
    public IEnumerable<Weights> All => [Input, Bias, .. Recurrent];

    /// <summary>What was computed for the rows of one or several sequences, as learning needs it.</summary>
    internal sealed class Pass
    {
        /// <summary>Eight times the cells a row: the gates after their activation.</summary>
        public float[] Gates = [];

        /// <summary>Twice the cells a row: the states of the cells, and their tangents.</summary>
        public float[] States = [], Tangents = [];

        /// <summary>Twice the cells a row: the output.</summary>
        public float[] Output = [];
    }

    [ThreadStatic]
    private static Pass? _room;

    /// <summary>The output alone, for those who do not learn.</summary>
    /// <param name="input">One row of inputs a word.</param>
    /// <param name="rows">Words of all sequences.</param>
    /// <param name="runs">First word and end of each sequence.</param>
    public float[] States(float* input, int rows, IReadOnlyList<(int First, int End)> runs)
    {
        _room = Read(input, rows, runs, _room);
        return _room.Output[..(rows * 2 * Cells)];
    }

    /// <summary>Reads sequences whose words lie one after the other in <paramref name="input"/>.</summary>
    /// <param name="input">One row of inputs a word.</param>
    /// <param name="rows">Words of all sequences.</param>
    /// <param name="runs">First word and end of each sequence.</param>
    /// <param name="reuse">A pass whose arrays may be used again, which then can be longer than needed; null for new ones.</param>
    public Pass Read(float* input, int rows, IReadOnlyList<(int First, int End)> runs, Pass? reuse = null)
    {
        int wide = 8 * Cells, h = Cells;
        Pass pass = reuse is not null && reuse.Output.Length >= rows * 2 * h
            ? reuse
            : new() { Gates = new float[rows * wide], States = new float[rows * 2 * h], Tangents = new float[rows * 2 * h], Output = new float[rows * 2 * h] };
        fixed (float* gates = pass.Gates, states = pass.States, tangents = pass.Tangents, output = pass.Output)
        fixed (float* forward = Recurrent[0].Panels, backward = Recurrent[1].Panels)
        {
            Input.Apply(input, rows, Bias.Values, gates);
            foreach ((int first, int end) in runs)
            {
                for (int t = first; t < end; t++) Step(gates + (t * wide), states + (t * 2 * h), tangents + (t * 2 * h), output + (t * 2 * h), t > first ? -2 * h : 0, forward);
                for (int t = end - 1; t >= first; t--) Step(gates + (t * wide) + (4 * h), states + (t * 2 * h) + h, tangents + (t * 2 * h) + h, output + (t * 2 * h) + h, t < end - 1 ? 2 * h : 0, backward);
            }
        }

        return pass;
    }

    // "before": how far from here the row of the word before lies in states and output; 0 for none.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Step(float* gates, float* state, float* tangent, float* output, int before, float* recurrent)
    {
        int h = Cells;
        if (before != 0) MatrixProduct.AddRow(output + before, h, recurrent, 4 * h, gates);
        for (int i = 0; i < h; i += 16)
        {
            Vector512<float> enter = Elementary.Sigmoid(Vector512.Load(gates + i)), keep = Elementary.Sigmoid(Vector512.Load(gates + h + i));
            Vector512<float> leave = Elementary.Sigmoid(Vector512.Load(gates + (2 * h) + i)), candidate = Elementary.Tanh(Vector512.Load(gates + (3 * h) + i));
            Vector512<float> c = enter * candidate;
            if (before != 0) c = Vector512.FusedMultiplyAdd(keep, Vector512.Load(state + before + i), c);
            Vector512<float> tanh = Elementary.Tanh(c);
            Vector512.Store(enter, gates + i);
            Vector512.Store(keep, gates + h + i);
            Vector512.Store(leave, gates + (2 * h) + i);
            Vector512.Store(candidate, gates + (3 * h) + i);
            Vector512.Store(c, state + i);
            Vector512.Store(tanh, tangent + i);
            Vector512.Store(leave * tanh, output + i);
        }
    }
}
