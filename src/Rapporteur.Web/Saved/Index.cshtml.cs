using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Rapporteur.Recording;

namespace Rapporteur.Web.Saved;

/// <summary>The searches that people keep, each with its feed; and the form that keeps one.</summary>
internal sealed class IndexModel(IRecordQueries record, Changes changes) : PageModel
{
    private const int LongestName = 80;

    /// <summary>The search to be kept, as asked in this page's address.</summary>
    public Filters Filters { get; private set; } = null!;

    public IReadOnlyList<SavedSearch> Searches { get; private set; } = [];

    /// <summary>True when something can be kept here.</summary>
    public bool CanChange => changes.Desk is not null;

    /// <summary>Why the search was not kept; null when nothing went wrong.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, Filters.OfStatements);
        Searches = await record.SavedSearchesAsync(cancel);
    }

    public async Task<IActionResult> OnPostAsync(string? name, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        Filters = Filters.Of(Request.Query, Filters.OfStatements);
        try
        {
            if (!Filters.Any) throw new JudgementException("Nothing restricts this search. Search for something first.");
            await desk.SaveSearchAsync(Display.Beginning(name ?? "", LongestName), Filters.Asked, cancel);
            return Redirect("/saved");
        }
        catch (JudgementException problem)
        {
            Problem = problem.Message;
            Searches = await record.SavedSearchesAsync(cancel);
            return Page();
        }
    }

    public async Task<IActionResult> OnPostForgetAsync(string? id, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        await desk.ForgetSearchAsync(id ?? "", cancel);
        return Redirect("/saved");
    }

    /// <summary>The list of a search, or its feed.</summary>
    public static string Address(SavedSearch search, string path) =>
        Links.With(path, QueryHelpers.ParseQuery(search.Asked).Select(pair => (pair.Key, (string?)pair.Value.ToString())));

    /// <summary>What restricts a search, in words.</summary>
    public static string InWords(string asked) => string.Join(", ", QueryHelpers.ParseQuery(asked).Select(pair => $"{pair.Key.Replace('_', ' ')}: {pair.Value}"));
}
