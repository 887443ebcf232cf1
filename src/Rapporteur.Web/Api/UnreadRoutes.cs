using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Api;

/// <summary>What was asked for and is not in the record, for programs.</summary>
internal static class UnreadRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/unread", List).WithTags("Unread").WithSummary("What could not be read or was passed over, with the reason, the latest try first").AcceptsFilters("limit", "after");

    private static Task<Results<Ok<ApiList<Unread>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query);
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(await record.UnreadAsync(cancel), filters, unread => unread.Location), unread => unread);
    }
}
