using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Web.Statements;

/// <summary>The desk: all statements, newest first, with a search.</summary>
internal sealed class IndexModel(IRecordQueries record, WholeRecord whole) : PageModel
{
    // The list of names beside the outlet field is a convenience, and must not outgrow the page.
    private const int OutletsOffered = 200;
    private const int IssuesOffered = 60;

    public Filters Filters { get; private set; } = null!;

    public ListPage<StatementSummary> Found { get; private set; } = null!;

    public IReadOnlyList<string> Outlets { get; private set; } = [];

    /// <summary>What the statements found have in common.</summary>
    public StatementFacets Facets { get; private set; } = null!;

    /// <summary>The issues offered, those that people named first.</summary>
    public IReadOnlyList<Issue> Issues { get; private set; } = [];

    public RecordCounts Counts { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, Filters.OfStatements);
        StatementQuery query = await Filters.StatementsAsync(whole, cancel);
        Found = await Filters.AskAsync(() => record.StatementsAsync(query with { After = Filters["after"] }, cancel));
        Facets = await whole.FacetsAsync(query, cancel);
        Counts = await whole.CountsAsync(cancel);
        Outlets = [.. (await record.OutletsAsync(cancel)).Take(OutletsOffered).Select(outlet => outlet.Name)];
        IReadOnlyList<Issue> issues = await whole.IssuesToOfferAsync(cancel);
        Issues = [.. issues.Take(IssuesOffered).Concat(issues.Skip(IssuesOffered).Where(issue => issue.Id == Filters["issue"]))];
    }

    /// <summary>What restricts the list, as it is named on the page.</summary>
    public IEnumerable<(string Name, string Label, string Value)> Chips()
    {
        if (Filters["about"] is { } about) yield return ("about", "About", about);
        if (Filters["speaker"] is { } speaker) yield return ("speaker", "Speaker", speaker);
        if (Filters["addressee"] is { } addressee) yield return ("addressee", "Said to", addressee);
        if (Filters["on_behalf_of"] is { } principal) yield return ("on_behalf_of", "On behalf of", principal);
        if (Filters["outlet"] is { } outlet) yield return ("outlet", "Outlet", outlet);
        if (Filters.Since is { } since) yield return ("since", "Since", Display.Day(since));
        if (Filters.Until is { } until) yield return ("until", "Until", Display.Day(until));
        if (Filters.Form is { } form) yield return ("form", "Form", Display.Name(form));
        if (Filters.Act is { } act) yield return ("act", "Speech act", Display.Name(act));
        if (Filters["issue"] is { } issue && !Filters.Objections.ContainsKey("issue"))
            yield return ("issue", "Issue", Issues.FirstOrDefault(known => known.Id == issue)?.Name ?? issue);
    }
}
