using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;

namespace Rapporteur.Web.Issues;

/// <summary>Two pages on one issue, to print: who stands where, what changed last, what does not go together.</summary>
internal sealed class BriefModel(WholeRecord whole) : PageModel
{
    // As many as fit on two printed pages with a quotation each.
    private const int ActorsShown = 20, PairsShown = 5;

    public Issue Issue { get; private set; } = null!;

    /// <summary>Of every actor his present positions, those with most reports first.</summary>
    public IReadOnlyList<Position> Standing { get; private set; } = [];

    /// <summary>The latest changes, newest first.</summary>
    public IReadOnlyList<PositionChange> Changes { get; private set; } = [];

    public IReadOnlyList<Contradiction> Contradictions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        PositionBook book = await whole.PositionsAsync(cancel);
        if (book.Issues.FirstOrDefault(issue => issue.Id == id) is not { } found) return NotFound();
        Issue = found;
        Standing = [.. Brief.Standing(book, found).Take(ActorsShown).SelectMany(actor => actor)];
        Changes = Rapporteur.Positions.Brief.LastChanges(book, id);
        Contradictions = [.. book.Contradictions.Where(contradiction => contradiction.Issue.Id == id).Reverse().Take(PairsShown)];
        return Page();
    }
}
