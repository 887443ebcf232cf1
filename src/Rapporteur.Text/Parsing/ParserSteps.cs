namespace Rapporteur.Text.Parsing;

/// <summary>The steps a parser may take, as its model names them.</summary>
internal sealed class ParserSteps
{
    public const string Shift = "SHIFT", Left = "LEFT ", Right = "RIGHT ", Root = "root";

    private readonly (char Kind, int Relation)[] _steps;
    private readonly int _root;

    public ParserSteps(IReadOnlyList<string> labels)
    {
        Relations = [.. labels.Where(l => l != Shift).Select(RelationOf).Distinct(StringComparer.Ordinal).Select(string.Intern)];
        _root = Array.IndexOf(Relations, Root);
        _steps = [.. labels.Select(l => (l[0], l == Shift ? -1 : Array.IndexOf(Relations, RelationOf(l))))];
    }

    /// <summary>The relations by their numbers in <see cref="ParserState"/>.</summary>
    public string[] Relations { get; }

    /// <summary>'S', 'L' or 'R', and the relation.</summary>
    public (char Kind, int Relation) this[int step] => _steps[step];

    /// <summary>Whether the step is possible in this state. One step always is; the relation root and the artificial root go together.</summary>
    public bool IsLegal(int step, ParserState state)
    {
        (char kind, int relation) = _steps[step];
        return kind switch
        {
            'S' => state.CanShift,
            'L' => state.CanLeft && (relation == _root) == (state.Front == state.Length),
            _ => state.CanRight && relation != _root,
        };
    }

    public void Take(int step, ParserState state)
    {
        (char kind, int relation) = _steps[step];
        if (kind == 'S') state.Shift();
        else if (kind == 'L') state.Left(relation);
        else state.Right(relation);
    }

    private static string RelationOf(string label) => label[(label.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
