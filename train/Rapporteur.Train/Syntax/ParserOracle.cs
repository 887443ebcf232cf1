using Rapporteur.Text.Parsing;

namespace Rapporteur.Train.Syntax;

/// <summary>Knows the gold tree and says how many gold arcs a step makes impossible: a dynamic oracle (Goldberg and Nivre 2013).</summary>
/// <param name="heads">Head of each word; the number of words is the artificial root.</param>
/// <param name="relations">Number of each word's relation to its head.</param>
internal sealed class ParserOracle(int[] heads, int[] relations)
{
    private readonly int[] _costs = new int[3];

    /// <summary>The gold heads.</summary>
    public int[] Heads => heads;

    /// <summary>Prepares the costs of one state. Call before <see cref="IsBest"/>.</summary>
    public void Look(ParserState state)
    {
        int front = state.Front, top = state.Stack(0), below = state.Stack(1), length = state.Length;
        const int Impossible = 1000;
        _costs[0] = _costs[1] = _costs[2] = Impossible;
        if (state.CanShift)
        {
            int cost = 0;
            for (int down = 0; down < state.Depth; down++)
            {
                int word = state.Stack(down);
                if (heads[word] == front) cost++;
                if (down > 0 && heads[front] == word) cost++;
            }

            _costs[0] = cost;
        }

        if (top < 0) return;
        int children = 0;
        for (int word = front; word < length; word++)
        {
            if (heads[word] == top) children++;
        }

        if (state.CanLeft) _costs[1] = children + (heads[top] > front || (heads[top] == below && below >= 0) ? 1 : 0);
        if (state.CanRight) _costs[2] = children + (heads[top] >= front ? 1 : 0);
    }

    /// <summary>Whether a step is among those that lose least. An arc that is gold needs its gold relation.</summary>
    public bool IsBest(char kind, int relation, ParserState state)
    {
        int least = Math.Min(_costs[0], Math.Min(_costs[1], _costs[2]));
        int index = kind == 'S' ? 0 : kind == 'L' ? 1 : 2;
        if (_costs[index] != least) return false;
        if (index == 0) return true;
        int top = state.Stack(0), head = index == 1 ? state.Front : state.Stack(1);
        return heads[top] != head || relations[top] == relation;
    }
}
