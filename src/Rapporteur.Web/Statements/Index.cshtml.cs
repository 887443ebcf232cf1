using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Querying;
using Rapporteur.Text.SpeechActs;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Statements;

/// <summary>The desk: all statements, newest first, with a search.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    // The list of names beside the outlet field is a convenience, and must not outgrow the page.
    private const int OutletsOffered = 200;

    public Filters Filters { get; private set; } = null!;

    public ListPage<StatementSummary> Found { get; private set; } = null!;

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    public RecordCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, "about", "speaker", "outlet", "since", "until", "form", "act");
        Found = await Filters.AskAsync(() => record.StatementsAsync(Filters.Statements(), cancel));
        Counts = await record.CountsAsync(cancel);
        Outlets = [.. (await record.OutletsAsync(cancel)).Take(OutletsOffered).Select(outlet => outlet.Name)];
    }

    /// <summary>What restricts the list, as it is named on the page.</summary>
    public IEnumerable<(string Name, string Label, string Value)> Chips()
    {
        if (Filters["about"] is { } about) yield return ("about", "About", about);
        if (Filters["speaker"] is { } speaker) yield return ("speaker", "Speaker", speaker);
        if (Filters["outlet"] is { } outlet) yield return ("outlet", "Outlet", outlet);
        if (Filters.Since is { } since) yield return ("since", "Since", Display.Day(since));
        if (Filters.Until is { } until) yield return ("until", "Until", Display.Day(until));
        if (Filters.Form is { } form) yield return ("form", "Form", Display.Name(form));
        if (Filters.Act is { } act) yield return ("act", "Speech act", Display.Name(act));
    }
}
