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

/// <summary>The marks in <c>eval/position-references.tsv</c>.</summary>
internal sealed class PositionReferences
{
    // Short in the file, so that its lines can be read; in full in samples/gold and eval/sample-issues.yaml.
    private static readonly Dictionary<string, string> Issues = new(StringComparer.Ordinal)
    {
        ["presence"] = "Kestrian presence on the Hask Islands",
        ["levy"] = "Safety levy in the Sable Narrows",
        ["exchange"] = "Exchange of detained fishermen and coast guards",
        ["mediation"] = "Zepharan mediation",
        ["observers"] = "Foreign observers in the Sable Narrows",
        ["talks"] = "Start of direct talks",
        ["meeting"] = "Meeting of the two presidents",
        ["ports"] = "Access of Kestrian freighters to Estmerian ports",
        ["mines"] = "Mines in the Sable Narrows",
    };

    public PositionReferences(IEnumerable<string> lines)
    {
        foreach (string[] cells in lines.Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')))
        {
            switch (cells[0])
            {
                case "position": Positions.Add(new MarkedPosition(cells[1], cells[2], Issues[cells[3]], cells[4].Split('/'), cells[5])); break;
                case "change": Changes.Add(new MarkedChange(cells[1], Issues[cells[2]], cells[3], Day(cells[4]), Day(cells[4]))); break;
                case "rewording": Rewordings.Add(new MarkedChange(cells[1], Issues[cells[2]], null, Day(cells[3]), Day(cells[4]))); break;
                default: throw new InvalidDataException($"eval/position-references.tsv has a line that begins with \"{cells[0]}\"; it knows position, change and rewording.");
            }
        }
    }

    public List<MarkedPosition> Positions { get; } = [];

    public List<MarkedChange> Changes { get; } = [];

    public List<MarkedChange> Rewordings { get; } = [];

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
