using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Api;

/// <summary>Actors for programs.</summary>
internal static class ActorRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/actors", List).WithTags("Actors").WithSummary("Actors by number of statements, most first").AcceptsFilters("name", "limit", "after");
        api.MapGet("/actors/{id}", One).WithTags("Actors").WithSummary("One actor").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<ApiActor>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "name");
        return ApiRoutes.Answer(filters, () => record.ActorsAsync(filters.Actors(), cancel), ApiActor.Of);
    }

    private static async Task<Results<Ok<ApiActorDetail>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.ActorAsync(id, cancel) is { } found
            ? TypedResults.Ok(ApiActorDetail.Of(found))
            : ApiRoutes.Missing("actor", id);
}
