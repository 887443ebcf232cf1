using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Web.Api;

namespace Rapporteur.Web.NotRead;

/// <summary>What was asked for and is not in the record, with the reason of the latest try.</summary>
internal sealed class IndexModel(IRecordQueries record, Changes changes) : PageModel
{
    public Filters Filters { get; private set; } = null!;

    public ListPage<Unread> Found { get; private set; } = null!;

    /// <summary>True when a line can be taken out here.</summary>
    public bool CanChange => changes.Desk is not null;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query);
        IReadOnlyList<Unread> all = await record.UnreadAsync(cancel);
        Found = await Filters.AskAsync(() => Task.FromResult(ListedInMemory.Page(all, Filters, unread => unread.Location)));
    }

    public async Task<IActionResult> OnPostForgetAsync(string? location, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        await desk.ForgetUnreadAsync(location ?? "", cancel);
        return Redirect("/unread");
    }
}
