using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;

namespace Rapporteur.Web.Encounters;

/// <summary>One encounter: how its status changed, and every report of it.</summary>
internal sealed class DetailModel(IRecordQueries record) : PageModel
{
    public Encounter Encounter { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        Encounter? found = EncounterMerger.Merge(await record.EncounterReportsAsync(cancel)).FirstOrDefault(one => one.Id == id);
        if (found is null) return NotFound();
        Encounter = found;
        return Page();
    }
}
