using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.About;

/// <summary>What this is, how to read it, and where it fails.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    public RecordCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel) => Counts = await record.CountsAsync(cancel);
}
