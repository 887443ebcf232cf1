using System.Globalization;

namespace Rapporteur.Web.Statements;

/// <summary>The ways of a statement's words as boxes and lines: a row for each way, a column for each part in it.</summary>
internal sealed class RelayDrawing
{
    private const int BoxWidth = 164, BoxHeight = 46, Gap = 34, RowHeight = 62, Edge = 2;

    // A name longer than this runs out of its box; the list beside the drawing has it in full.
    private const int LongestName = 19;
    private const int MostRows = 12;

    /// <summary>Width and height in units of the drawing.</summary>
    public (int Width, int Height) Size { get; }

    /// <summary>The boxes.</summary>
    public List<Box> Boxes { get; } = [];

    /// <summary>The lines between them, from left to right.</summary>
    public List<Line> Lines { get; } = [];

    /// <summary>Lays the first ways out.</summary>
    public RelayDrawing(IReadOnlyList<RelayWay> ways)
    {
        RelayWay[] shown = [.. ways.Take(MostRows)];
        RelayPart[] columns = [.. shown.SelectMany(way => way.Stops).Select(stop => stop.Part).Distinct().Order()];
        Size = ((columns.Length * (BoxWidth + Gap)) + BoxWidth + (2 * Edge), (shown.Length * RowHeight) - (RowHeight - BoxHeight) + (2 * Edge));
        foreach ((int row, RelayWay way) in shown.Index())
        {
            int last = -1;
            foreach (IGrouping<RelayPart, RelayStop> stops in way.Stops.GroupBy(stop => stop.Part).OrderBy(part => part.Key))
            {
                int column = Array.IndexOf(columns, stops.Key);
                Add(row, ref last, column, NameOf(stops.Key), Several([.. stops.Select(stop => stop.Name)]));
            }

            Add(row, ref last, columns.Length, way.Outlets.Count == 1 ? "outlet" : "outlets", Several(way.Outlets));
        }
    }

    /// <summary>What a part is called.</summary>
    public static string NameOf(RelayPart part) => part switch
    {
        RelayPart.OnBehalfOf => "on behalf of",
        RelayPart.Speaker => "speaker",
        RelayPart.Via => "via",
        _ => "agency",
    };

    /// <summary>A way in words.</summary>
    public static string InWords(RelayWay way) =>
        $"{string.Join(" → ", way.Stops.OrderBy(stop => stop.Part).Select(stop => $"{NameOf(stop.Part)} {stop.Name}"))} → {string.Join(", ", way.Outlets)}";

    private void Add(int row, ref int last, int column, string part, string name)
    {
        int x = Edge + (column * (BoxWidth + Gap)), y = Edge + (row * RowHeight);
        if (last >= 0) Lines.Add(new Line(Edge + (last * (BoxWidth + Gap)) + BoxWidth, x, y + (BoxHeight / 2)));
        Boxes.Add(new Box(x, y, BoxWidth, BoxHeight, part, Seen(name)));
        last = column;
    }

    private static string Several(IReadOnlyList<string> names) =>
        names.Count == 1 ? Display.Beginning(names[0], LongestName) : $"{Display.Beginning(names[0], LongestName - 5)} + {names.Count - 1}";

    // What cannot be seen cannot be marked inside a drawing as it is in text.
    private static string Seen(string name) =>
        string.Concat(name.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) is not (UnicodeCategory.Format or UnicodeCategory.PrivateUse)));

    /// <summary>A box with the part above the name.</summary>
    public sealed record Box(int X, int Y, int Width, int Height, string Part, string Name);

    /// <summary>A level line with its head at the end.</summary>
    public sealed record Line(int From, int To, int Y);
}
