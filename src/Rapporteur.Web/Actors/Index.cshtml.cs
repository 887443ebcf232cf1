using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Actors;

/// <summary>All who said something, those with most statements first.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    public Filters Filters { get; private set; } = null!;

    public ListPage<ActorSummary> Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, "name");
        Found = await Filters.AskAsync(() => record.ActorsAsync(Filters.Actors(), cancel));
    }
}
