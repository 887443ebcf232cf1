using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Querying;

namespace Rapporteur.Web.Outlets;

/// <summary>All who publish.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    // A line takes about 400 bytes.
    private const int Shown = 200;

    public IReadOnlyList<OutletSummary> Outlets { get; private set; } = [];

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IReadOnlyList<OutletSummary> all = await record.OutletsAsync(cancel);
        Total = all.Count;
        // When there are too many, those that matter most in this record; the order by name stays.
        Outlets = all.Count <= Shown ? all
            : [.. all.OrderByDescending(outlet => outlet.Articles + outlet.CreditedBy).Take(Shown).OrderBy(outlet => outlet.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
