namespace Rapporteur.Text.Parsing;

/// <summary>How far the parsing of one sentence has come: an arc-hybrid configuration (Kuhlmann, Gómez-Rodríguez and Satta 2011).</summary>
/// <remarks>
/// A stack of words whose heads are not yet known, and the words from <see cref="Front"/> on that are still to come, closed
/// by an artificial root. SHIFT moves the front onto the stack; LEFT gives the top of the stack the front as its
/// head, RIGHT gives it the word below it, and either takes it off. So every word gets one head, and exactly one the root.
/// </remarks>
internal sealed class ParserState
{
    private int[] _stack = new int[64];
    private Node[] _nodes = new Node[65];

    /// <summary>Number of words; also the number of the artificial root.</summary>
    public int Length { get; private set; }

    /// <summary>The first word to come.</summary>
    public int Front { get; private set; }

    /// <summary>Number of words on the stack.</summary>
    public int Depth { get; private set; }

    public bool IsDone => Depth == 0 && Front == Length;

    /// <summary>The word <paramref name="down"/> places below the top, or -1.</summary>
    public int Stack(int down) => down < Depth ? _stack[Depth - 1 - down] : -1;

    /// <summary>The word <paramref name="ahead"/> places behind the front, or -1.</summary>
    public int Buffer(int ahead) => Front + ahead <= Length ? Front + ahead : -1;

    public ref readonly Node this[int word] => ref _nodes[word];

    public bool CanShift => Front < Length;

    /// <summary>Whether the top may get the front as its head; the root takes only the last word left.</summary>
    public bool CanLeft => Depth > 0 && (Front < Length || Depth == 1);

    public bool CanRight => Depth > 1;

    public void Start(int length)
    {
        Length = length;
        Front = Depth = 0;
        if (_stack.Length < length) _stack = new int[length * 2];
        if (_nodes.Length < length + 1) _nodes = new Node[(length + 1) * 2];
        Array.Fill(_nodes, Node.Unattached, 0, length + 1);
    }

    public void Shift() => _stack[Depth++] = Front++;

    public void Left(int label)
    {
        int child = _stack[--Depth];
        _nodes[child].Head = Front;
        _nodes[child].Label = label;
        ref Node head = ref _nodes[Front];
        (head.Left2, head.Left) = (head.Left, child);
        head.LeftCount++;
        head.LeftLabels |= 1UL << label;
    }

    public void Right(int label)
    {
        int child = _stack[--Depth], at = _stack[Depth - 1];
        _nodes[child].Head = at;
        _nodes[child].Label = label;
        ref Node head = ref _nodes[at];
        (head.Right2, head.Right) = (head.Right, child);
        head.RightCount++;
        head.RightLabels |= 1UL << label;
    }

    /// <summary>Becomes a copy of another state.</summary>
    public void CopyFrom(ParserState other)
    {
        if (_stack.Length < other._stack.Length) _stack = new int[other._stack.Length];
        if (_nodes.Length < other._nodes.Length) _nodes = new Node[other._nodes.Length];
        (Length, Front, Depth) = (other.Length, other.Front, other.Depth);
        Array.Copy(other._stack, _stack, Depth);
        Array.Copy(other._nodes, _nodes, Length + 1);
    }

    /// <summary>What has been decided about one word. Words are numbers in the sentence, -1 is none; labels are numbers of relations.</summary>
    internal struct Node
    {
        public static readonly Node Unattached = new() { Head = -1, Label = -1, Left = -1, Left2 = -1, Right = -1, Right2 = -1 };

        public int Head, Label;

        /// <summary>The outermost children on either side, and the ones attached before them.</summary>
        public int Left, Left2, Right, Right2;

        public int LeftCount, RightCount;

        /// <summary>The relations of the children on either side, one bit each.</summary>
        public ulong LeftLabels, RightLabels;
    }
}
