using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Outlets;

/// <summary>All who publish.</summary>
internal sealed class IndexModel(IRecordQueries record, WholeRecord whole) : PageModel
{
    // A line takes about 400 bytes.
    private const int Shown = 200;

    public IReadOnlyList<OutletSummary> Outlets { get; private set; } = [];

    /// <summary>What each of them adds, by name.</summary>
    public IReadOnlyDictionary<string, OutletShare> Shares { get; private set; } = new Dictionary<string, OutletShare>();

    public int Total { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        IReadOnlyList<OutletSummary> all = await record.OutletsAsync(cancel);
        Total = all.Count;
        Shares = (await whole.OutletSharesAsync(cancel)).DistinctBy(share => share.Name, StringComparer.Ordinal).ToDictionary(share => share.Name, StringComparer.Ordinal);
        // When there are too many, those that matter most in this record; the order by name stays.
        Outlets = all.Count <= Shown ? all
            : [.. all.OrderByDescending(outlet => outlet.Articles + outlet.CreditedBy).Take(Shown).OrderBy(outlet => outlet.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
