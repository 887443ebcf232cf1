using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Querying;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Encounters;

/// <summary>All encounters, latest day first.</summary>
internal sealed class IndexModel(WholeRecord whole) : PageModel
{
    // A line takes about 500 bytes.
    private const int Shown = 200;

    public IReadOnlyList<Encounter> Encounters { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IReadOnlyList<Encounter> all = await whole.EncountersAsync(cancel);
        Total = all.Count;
        Encounters = [.. all.Reverse().Take(Shown)];
    }
}
