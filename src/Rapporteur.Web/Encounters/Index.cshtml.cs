using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Web.Api;

namespace Rapporteur.Web.Encounters;

/// <summary>All encounters, latest day first.</summary>
internal sealed class IndexModel(WholeRecord whole) : PageModel
{
    public Filters Filters { get; private set; } = null!;

    public ListPage<Encounter> Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = EncounterRoutes.Filtered(Request.Query);
        IReadOnlyList<Encounter> all = await whole.EncountersAsync(cancel);
        Found = await Filters.AskAsync(() => Task.FromResult(ListedInMemory.Page(EncounterRoutes.Asked(all, Filters), Filters, encounter => encounter.Id)));
    }
}
