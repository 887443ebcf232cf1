using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Stories;

/// <summary>One story with its articles, earliest first.</summary>
internal sealed class DetailModel(IRecordQueries record) : PageModel
{
    // A line takes about 500 bytes.
    private const int MostShown = 150;

    public StorySummary Story { get; private set; } = null!;

    public IReadOnlyList<ArticleSummary> Articles { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await record.StoryAsync(id, cancel) is not { } found) return NotFound();
        (Story, Articles) = (found.Summary, [.. found.Articles.Take(MostShown)]);
        return Page();
    }
}
