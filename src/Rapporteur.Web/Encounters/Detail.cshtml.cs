using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Matching.Encounters;
using Rapporteur.Positions;

namespace Rapporteur.Web.Encounters;

/// <summary>One encounter: how its status changed, and every report of it.</summary>
internal sealed class DetailModel(IRecordQueries record, WholeRecord whole) : PageModel
{
    // A line takes about 500 bytes.
    private const int Shown = 40;
    private const int AccountsShown = 10;

    public Encounter Encounter { get; private set; } = null!;

    /// <summary>What each side said, the first of each.</summary>
    public IReadOnlyList<Readout> Readouts { get; private set; } = [];

    /// <summary>What is told differently of it.</summary>
    public IReadOnlyList<Contradiction> Accounts { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await record.EncounterAsync(id, cancel) is not { } found) return NotFound();
        Encounter = found;
        Readouts = [.. (await ReadoutReader.ReadAsync(record, found, cancel)).Select(readout => readout with { Statements = [.. readout.Statements.Take(Shown)] })];
        Accounts = [.. SideBySide.Accounts(await whole.PositionsAsync(cancel), found).Take(AccountsShown)];
        return Page();
    }
}
