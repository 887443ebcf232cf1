using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Web.Api;

/// <summary>Issues, positions and changes for programs.</summary>
internal static class PositionRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues", Issues).WithTags("Positions").WithSummary("Issues: those that people named first").AcceptsFilters("name", "limit", "after");
        api.MapGet("/issues/{id}", OneIssue).WithTags("Positions").WithSummary("One issue").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/positions", Positions).WithTags("Positions").WithSummary("Positions by actor, issue and first day, as in the export")
            .AcceptsFilters("actor", "issue", "stance", "since", "until", "limit", "after");
        api.MapGet("/positions/{id}", OnePosition).WithTags("Positions").WithSummary("One position").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/changes", Changes).WithTags("Positions").WithSummary("Changes of position by day, with the statements on both sides")
            .AcceptsFilters("actor", "issue", "kind", "since", "until", "limit", "after");
        api.MapGet("/contradictions", Contradictions).WithTags("Positions").WithSummary("Statements that disagree, with both of them; with an encounter: what is told differently of it").AcceptsFilters("actor", "issue", "encounter", "limit", "after");
    }

    /// <summary>The issues asked for.</summary>
    public static IEnumerable<Issue> Asked(IEnumerable<Issue> issues, Filters filters) =>
        issues.Where(issue => Holds(issue.Name, filters["name"]) || issue.Aliases.Any(alias => Holds(alias, filters["name"])));

    /// <summary>The positions asked for.</summary>
    public static IEnumerable<Position> Asked(IEnumerable<Position> positions, Filters filters) => positions.Where(position =>
        Holds(position.Actor, filters["actor"]) && Is(position.Issue, filters) && (filters["stance"] is not { } stance || PositionLine.StanceName(position.Stance) == stance)
        && (filters.Since is null || position.To >= filters.Since) && (filters.Until is null || position.From <= filters.Until));

    /// <summary>The changes asked for.</summary>
    public static IEnumerable<PositionChange> Asked(IEnumerable<PositionChange> changes, Filters filters) => changes.Where(change =>
        Holds(change.Actor, filters["actor"]) && Is(change.Issue, filters) && (filters["kind"] is not { } kind || ChangeLine.KindName(change.Kind) == kind)
        && (filters.Since is null || change.Day >= filters.Since) && (filters.Until is null || change.Day <= filters.Until));

    /// <summary>The contradictions asked for.</summary>
    public static IEnumerable<Contradiction> Asked(IEnumerable<Contradiction> contradictions, Filters filters) =>
        contradictions.Where(found => Holds(found.Actor, filters["actor"]) && Is(found.Issue, filters));

    /// <summary>Filters of positions, with what is none of the stances objected to.</summary>
    public static Filters OfPositions(IQueryCollection query)
    {
        Filters filters = Filters.Of(query, "actor", "issue", "stance", "since", "until");
        filters.MustBeAmong("stance", [.. Enum.GetValues<Stance>().Select(PositionLine.StanceName)]);
        return filters;
    }

    /// <summary>Filters of changes, with what is no kind of them objected to.</summary>
    public static Filters OfChanges(IQueryCollection query)
    {
        Filters filters = Filters.Of(query, "actor", "issue", "kind", "since", "until");
        filters.MustBeAmong("kind", [.. Enum.GetValues<ChangeKind>().Select(ChangeLine.KindName)]);
        return filters;
    }

    private static Task<Results<Ok<ApiList<ApiIssue>>, ValidationProblem>> Issues(HttpRequest request, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "name");
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page([.. Asked((await whole.PositionsAsync(cancel)).Issues, filters)], filters, issue => issue.Id), ApiIssue.Of);
    }

    private static async Task<Results<Ok<ApiIssue>, ProblemHttpResult>> OneIssue(string id, WholeRecord whole, CancellationToken cancel) =>
        (await whole.PositionsAsync(cancel)).Issues.FirstOrDefault(issue => issue.Id == id) is { } found ? TypedResults.Ok(ApiIssue.Of(found)) : ApiRoutes.Missing("issue", id);

    private static Task<Results<Ok<ApiList<PositionLine>>, ValidationProblem>> Positions(HttpRequest request, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = OfPositions(request.Query);
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page([.. Asked((await whole.PositionsAsync(cancel)).Positions, filters)], filters, position => position.Id), PositionLine.Of);
    }

    private static async Task<Results<Ok<PositionLine>, ProblemHttpResult>> OnePosition(string id, WholeRecord whole, CancellationToken cancel) =>
        (await whole.PositionsAsync(cancel)).Positions.FirstOrDefault(position => position.Id == id) is { } found
            ? TypedResults.Ok(PositionLine.Of(found))
            : ApiRoutes.Missing("position", id);

    private static Task<Results<Ok<ApiList<ChangeLine>>, ValidationProblem>> Changes(HttpRequest request, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = OfChanges(request.Query);
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(
            [.. Asked((await whole.PositionsAsync(cancel)).Changes, filters)],
            filters, change => Identity.Of(change.Actor, change.Issue.Id, change.Kind.ToString(), change.Before.Appearance.Id, change.After?.Appearance.Id)), ChangeLine.Of);
    }

    private static Task<Results<Ok<ApiList<ContradictionLine>>, ValidationProblem>> Contradictions(HttpRequest request, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "actor", "issue", "encounter");
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(
            [.. Asked(await AskedAsync(whole, filters["encounter"], cancel), filters)],
            filters, found => Identity.Of(found.Actor, found.Issue.Id, found.Kind.ToString(), found.One.Appearance.Id, found.Other.Appearance.Id)), ContradictionLine.Of);
    }

    private static async Task<IReadOnlyList<Contradiction>> AskedAsync(WholeRecord whole, string? encounter, CancellationToken cancel)
    {
        PositionBook book = await whole.PositionsAsync(cancel);
        if (encounter is null) return book.Contradictions;
        return (await whole.EncountersAsync(cancel)).FirstOrDefault(one => one.Id == encounter) is { } found ? SideBySide.Accounts(book, found) : [];
    }

    private static bool Holds(string words, string? part) => part is null || Folding.Key(words).Contains(Folding.Key(part), StringComparison.Ordinal);

    private static bool Is(Issue issue, Filters filters) => filters["issue"] is not { } id || issue.Id == id;
}

/// <summary>An issue for programs.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Aliases">Other names for it.</param>
/// <param name="Parts">Names of issues that are parts of it.</param>
/// <param name="For">What it means to be for it, or null.</param>
/// <param name="Against">What it means to be against it, or null.</param>
/// <param name="Suggested">True when the program suggested it and no person has taken it over.</param>
internal sealed record ApiIssue(string Id, string Name, IReadOnlyList<string> Aliases, IReadOnlyList<string> Parts, string? For, string? Against, bool Suggested)
{
    public static ApiIssue Of(Issue issue) => new(issue.Id, issue.Name, issue.Aliases, issue.Parts, issue.For, issue.Against, issue.Suggested);
}
