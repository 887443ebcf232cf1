using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;
using Rapporteur.Querying;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Actors;

/// <summary>One actor and what is attributed to him, her or it.</summary>
internal sealed class DetailModel(IRecordQueries record, WholeRecord whole, Changes changes) : PageModel
{
    /// <summary>How many positions are shown.</summary>
    public const int PositionsShown = 12;

    /// <summary>How many ways of naming the actor are shown.</summary>
    public const int MentionsShown = 30;

    public Filters Filters { get; private set; } = null!;

    public ActorDetail Actor { get; private set; } = null!;

    /// <summary>True when something can be corrected here.</summary>
    public bool CanChange => changes.Desk is not null;

    /// <summary>Where the actor stands, latest first.</summary>
    public IReadOnlyList<Position> Positions { get; private set; } = [];

    /// <summary>What the actor's statements have in common: to whom, by which act, for whom, when.</summary>
    public StatementFacets Facets { get; private set; } = null!;

    /// <summary>Who speaks for the actor, with the number of statements.</summary>
    public IReadOnlyList<FacetCount> Spokesmen { get; private set; } = [];

    public ListPage<StatementSummary> Found { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string id, CancellationToken cancel)
    {
        if (await record.ActorAsync(id, cancel) is not { } found) return NotFound();
        Actor = found;
        Filters = Filters.Of(Request.Query, "about");
        Found = await Filters.AskAsync(() => record.StatementsAsync(Filters.Statements() with { Speaker = Actor.Summary.Actor.Id }, cancel));
        Facets = await whole.FacetsAsync(new StatementQuery { Speaker = Actor.Summary.Actor.Id }, cancel);
        Spokesmen = (await whole.FacetsAsync(new StatementQuery { OnBehalfOf = Actor.FoundAs ?? Actor.Summary.Actor.Name }, cancel)).Speakers;
        string name = Folding.Key(Actor.Summary.Actor.Name);
        Positions = [.. (await whole.PositionsAsync(cancel)).Positions
            .Where(position => Folding.Key(position.Actor) == name)
            .OrderByDescending(position => position.To ?? DateOnly.MinValue).ThenByDescending(position => position.Evidence.Count).ThenBy(position => position.Id, StringComparer.Ordinal)];
        return Page();
    }
}
