using System.Globalization;

namespace Rapporteur.Eval.Positions;

/// <summary>A reported position as a person reads it.</summary>
/// <param name="Document">Name of the file without its endings.</param>
/// <param name="Actor">Whose.</param>
/// <param name="Issue">Name of the issue.</param>
/// <param name="Stances">The mark first, then what another reader could have chosen.</param>
/// <param name="Words">Of the report.</param>
internal sealed record MarkedPosition(string Document, string Actor, string Issue, IReadOnlyList<string> Stances, string Words);

/// <summary>A change that is there, or (<paramref name="Kind"/> null) two days between which nothing moved.</summary>
internal sealed record MarkedChange(string Actor, string Issue, string? Kind, DateOnly From, DateOnly To);

/// <summary>Marks of positions and changes in one set of articles, as <c>eval/position-references.tsv</c> has them.</summary>
internal sealed class PositionReferences
{
    // Short in the lines of marks, so that they can be read.
    private readonly Dictionary<string, string> _issues = new(StringComparer.Ordinal);

    public PositionReferences(IEnumerable<string> lines)
    {
        foreach (string[] cells in lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')))
        {
            switch (cells[0])
            {
                case "issue": _issues.Add(cells[1], cells[2]); break;
                case "side": Sides.Add(cells[1], cells[2]); break;
                case "position": Positions.Add(new MarkedPosition(cells[1], cells[2], _issues[cells[3]], cells[4].Split('/'), cells[5])); break;
                case "also": Also.Add(new MarkedPosition(cells[1], cells[2], _issues[cells[3]], cells[4].Split('/'), cells[5])); break;
                case "change": Changes.Add(new MarkedChange(cells[1], _issues[cells[2]], cells[3], Day(cells[4]), Day(cells[4]))); break;
                case "change-also": ChangesAlso.Add(new MarkedChange(cells[1], _issues[cells[2]], cells[3], Day(cells[4]), Day(cells[4]))); break;
                case "rewording": Rewordings.Add(new MarkedChange(cells[1], _issues[cells[2]], null, Day(cells[3]), Day(cells[4]))); break;
                default: throw new InvalidDataException($"The marks of positions have a line that begins with \"{cells[0]}\"; known are issue, side, position, also, change, change-also and rewording.");
            }
        }
    }

    /// <summary>The positions that shall be found.</summary>
    public List<MarkedPosition> Positions { get; } = [];

    /// <summary>What only the second reader has marked: right where it is found, not missed where it is not.</summary>
    public List<MarkedPosition> Also { get; } = [];

    /// <summary>The state that each person speaks for.</summary>
    public Dictionary<string, string> Sides { get; } = new(StringComparer.Ordinal);

    public List<MarkedChange> Changes { get; } = [];

    /// <summary>Changes that only one of two readers has marked: right where they are found, not missed where they are not.</summary>
    public List<MarkedChange> ChangesAlso { get; } = [];

    public List<MarkedChange> Rewordings { get; } = [];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
