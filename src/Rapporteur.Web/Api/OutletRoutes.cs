using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Recording;

namespace Rapporteur.Web.Api;

/// <summary>Outlets for programs.</summary>
internal static class OutletRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/outlets", List).WithTags("Outlets").WithSummary("Outlets by name, agencies that others credit among them").AcceptsFilters("name", "limit", "after");
        api.MapGet("/outlets/{id}", One).WithTags("Outlets").WithSummary("One outlet").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<ApiOutlet>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "name");
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(await Named(record, filters["name"], cancel), filters, outlet => outlet.Id), outlet => outlet);
    }

    private static async Task<Results<Ok<ApiOutlet>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        (await Named(record, null, cancel)).FirstOrDefault(outlet => outlet.Id == id) is { } found ? TypedResults.Ok(found) : ApiRoutes.Missing("outlet", id);

    private static async Task<IReadOnlyList<ApiOutlet>> Named(IRecordQueries record, string? name, CancellationToken cancel)
    {
        string key = Folding.Key(name ?? "");
        return [.. (await record.OutletsAsync(cancel)).Where(outlet => Folding.Key(outlet.Name).Contains(key, StringComparison.Ordinal)).Select(ApiOutlet.Of)];
    }
}

/// <summary>One outlet.</summary>
/// <param name="Id">Identity.</param>
/// <param name="Name">As it calls itself.</param>
/// <param name="Articles">How many of its articles are in the record.</param>
/// <param name="Appearances">How many statements they report.</param>
/// <param name="Earliest">Day of its earliest article, or null.</param>
/// <param name="Latest">Day of its latest, or null.</param>
/// <param name="CreditedBy">How many articles of other outlets credit it.</param>
internal sealed record ApiOutlet(string Id, string Name, int Articles, int Appearances, DateOnly? Earliest, DateOnly? Latest, int CreditedBy)
{
    public static ApiOutlet Of(OutletSummary outlet) =>
        new(Identity.Of("outlet", Folding.Key(outlet.Name)), outlet.Name, outlet.Articles, outlet.Appearances, outlet.Earliest, outlet.Latest, outlet.CreditedBy);
}
