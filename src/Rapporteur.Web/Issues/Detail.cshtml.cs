using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Exporting;
using Rapporteur.Positions;

namespace Rapporteur.Web.Issues;

/// <summary>One actor's row: for every column what he said then.</summary>
internal sealed record MatrixRow(string Actor, IReadOnlyList<IReadOnlyList<Evidence>> Cells);

/// <summary>One issue: who took which stance when, what changed, what does not go together.</summary>
internal sealed class DetailModel(WholeRecord whole) : PageModel
{
    // More columns than a screen holds: then months, then years.
    private const int MostColumns = 10;
    private const int RowsShown = 30;

    // A stance with its words takes about 700 bytes, a change 600: so many keep the page below 100 KB.
    private const int MostStances = 70;
    private const int ListShown = 20;

    /// <summary>How many stances of one cell are shown; the others are counted.</summary>
    public int InCell { get; private set; } = 3;

    /// <summary>How many actors the matrix leaves out.</summary>
    public int ActorsLeftOut { get; private set; }

    /// <summary>How many changes and contradictions there are, shown or not.</summary>
    public (int Changes, int Contradictions) Totals { get; private set; }

    private readonly Dictionary<(string Actor, string Appearance), string> _moves = [];

    public Issue Issue { get; private set; } = null!;

    public IReadOnlyList<string> Columns { get; private set; } = [];

    public IReadOnlyList<MatrixRow> Rows { get; private set; } = [];

    public IReadOnlyList<PositionChange> Changes { get; private set; } = [];

    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        PositionBook book = await whole.PositionsAsync(cancel);
        if (book.Issues.FirstOrDefault(issue => issue.Id == id) is not { } found) return NotFound();
        Issue = found;
        Position[] positions = [.. book.Positions.Where(position => position.Issue.Id == id)];
        Func<DateOnly?, string> column = ColumnOf([.. positions.SelectMany(position => position.Evidence).Select(evidence => evidence.Day).Distinct()]);
        DateOnly?[] days = [.. positions.SelectMany(position => position.Evidence).Select(evidence => evidence.Day).Distinct().OrderBy(day => day ?? DateOnly.MaxValue)];
        Columns = [.. days.Select(column).Distinct(StringComparer.Ordinal)];
        MatrixRow[] rows = [.. positions.GroupBy(position => position.Actor, StringComparer.Ordinal)
            .OrderByDescending(actor => actor.Sum(position => position.Evidence.Count)).ThenBy(actor => actor.Key, StringComparer.Ordinal).Take(RowsShown)
            .Select(actor => new MatrixRow(actor.Key, [.. Columns.Select(name => Cell(actor, name))]))];
        if (rows.Sum(row => row.Cells.Sum(cell => Math.Min(cell.Count, InCell))) > MostStances) InCell = 1;
        int stances = 0;
        Rows = [.. rows.TakeWhile(row => (stances += row.Cells.Sum(cell => Math.Min(cell.Count, InCell))) <= MostStances || row == rows[0])];
        ActorsLeftOut = positions.Select(position => position.Actor).Distinct(StringComparer.Ordinal).Count() - Rows.Count;
        PositionChange[] changes = [.. book.Changes.Where(change => change.Issue.Id == id && change.Kind != ChangeKind.Reaffirmed)];
        Contradiction[] contradictions = [.. book.Contradictions.Where(contradiction => contradiction.Issue.Id == id)];
        Totals = (changes.Length, contradictions.Length);
        foreach (PositionChange change in changes.Where(change => change.After is not null)) _moves[(change.Actor, change.After!.Appearance.Id)] = Display.Word(ChangeLine.KindName(change.Kind));
        // The latest are news; those before are in the API.
        Changes = [.. changes.TakeLast(ListShown)];
        Contradictions = [.. contradictions.Take(ListShown)];
        return Page();

        IReadOnlyList<Evidence> Cell(IEnumerable<Position> actor, string name) =>
            [.. actor.SelectMany(position => position.Evidence).Where(evidence => column(evidence.Day) == name)
                .DistinctBy(evidence => (evidence.Appearance.StatementId, evidence.Stated.Stance))
                .OrderBy(evidence => evidence.Day).ThenBy(evidence => evidence.Appearance.Id, StringComparer.Ordinal)];
    }

    /// <summary>What the actor's position did with this statement ("reversed"), or null.</summary>
    public string? Moved(string actor, Evidence evidence) => _moves.GetValueOrDefault((actor, evidence.Appearance.Id));

    /// <summary>For, against or neither: the colour beside the word.</summary>
    public string Side(Evidence evidence) => PositionDrawer.Direction(evidence.Stated.Stance) switch { > 0 => "for", < 0 => "against", _ => "open" };

    private static Func<DateOnly?, string> ColumnOf(DateOnly?[] days)
    {
        int months = days.Select(day => day?.ToString("yyyy-MM")).Distinct().Count();
        return day => day is not { } known ? "no day"
            : days.Length <= MostColumns ? Display.Day(known)
            : known.ToString(months <= MostColumns ? "yyyy-MM" : "yyyy", System.Globalization.CultureInfo.InvariantCulture);
    }
}
