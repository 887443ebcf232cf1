using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Actors;

/// <summary>One actor and what is attributed to him, her or it.</summary>
internal sealed class DetailModel(IRecordQueries record, WebOptions options) : PageModel
{
    /// <summary>How many positions are shown.</summary>
    public const int PositionsShown = 12;

    /// <summary>How many ways of naming the actor are shown.</summary>
    public const int MentionsShown = 30;

    public Filters Filters { get; private set; } = null!;

    public ActorDetail Actor { get; private set; } = null!;

    /// <summary>Where the actor stands, latest first.</summary>
    public IReadOnlyList<Position> Positions { get; private set; } = [];

    public ListPage<StatementSummary> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await record.ActorAsync(id, cancel) is not { } found) return NotFound();
        Actor = found;
        Filters = Filters.Of(Request.Query, "about");
        Found = await Filters.AskAsync(() => record.StatementsAsync(Filters.Statements() with { Speaker = Actor.Summary.Actor.Id }, cancel));
        string name = Folding.Key(Actor.Summary.Actor.Name);
        Positions = [.. (await PositionBook.OfAsync(record, options.Issues(), cancel)).Positions
            .Where(position => Folding.Key(position.Actor) == name)
            .OrderByDescending(position => position.To ?? DateOnly.MinValue).ThenByDescending(position => position.Evidence.Count).ThenBy(position => position.Id, StringComparer.Ordinal)];
        return Page();
    }
}
