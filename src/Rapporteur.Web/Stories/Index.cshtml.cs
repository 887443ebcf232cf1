using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Stories;

/// <summary>Stories that several articles tell, latest first.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    public Filters Filters { get; private set; } = null!;

    public ListPage<StorySummary> Found { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, "since", "until");
        Found = await Filters.AskAsync(() => record.StoriesAsync(Filters.Stories() with { AtLeast = 2 }, cancel));
    }
}
