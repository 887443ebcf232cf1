using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;

namespace Rapporteur.Web.Actors;

/// <summary>One actor and what is attributed to him, her or it.</summary>
internal sealed class DetailModel(IRecordQueries record, WholeRecord whole, Changes changes) : PageModel
{
    /// <summary>How many positions are shown.</summary>
    public const int PositionsShown = 12;

    /// <summary>How many encounters are shown.</summary>
    public const int EncountersShown = 10;

    private const int RolesShown = 12;

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

    /// <summary>How much is said on which issue, most first.</summary>
    public IReadOnlyList<(Issue Issue, int Statements)> Issues { get; private set; } = [];

    /// <summary>Calls, meetings and the like in which the actor takes part, the latest first.</summary>
    public IReadOnlyList<Encounter> Encounters { get; private set; } = [];

    /// <summary>What the articles call the actor, and when, the earliest first.</summary>
    public IReadOnlyList<ActorMention> Roles { get; private set; } = [];

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
        Issues = [.. Positions.GroupBy(position => position.Issue.Id, StringComparer.Ordinal)
            .Select(issue => (issue.First().Issue, issue.SelectMany(position => position.Evidence).Select(evidence => evidence.Appearance.StatementId).Distinct(StringComparer.Ordinal).Count()))
            .OrderByDescending(issue => issue.Item2).ThenBy(issue => issue.Issue.Id, StringComparer.Ordinal).Take(StatementFacets.Most)];
        HashSet<string> names = [name, Folding.Key(Actor.FoundAs ?? Actor.Summary.Actor.Name)];
        Encounters = [.. (await whole.EncountersAsync(cancel)).Where(encounter => encounter.Participants.Any(one => names.Contains(Folding.Key(one))))
            .OrderByDescending(encounter => encounter.Date, StringComparer.Ordinal).ThenBy(encounter => encounter.Id, StringComparer.Ordinal)];
        // Several words are a role with a name; one is a name, or "he".
        Roles = [.. Actor.Mentions.Where(mention => mention.First is not null && mention.Source.Contains(' ', StringComparison.Ordinal)).OrderBy(mention => mention.First).ThenBy(mention => mention.Source, StringComparer.Ordinal).Take(RolesShown)];
        return Page();
    }
}
