using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Api;

/// <summary>Appearances for programs: every report of a statement, with its place in the article.</summary>
internal static class AppearanceRoutes
{
    private static readonly string[] Names = ["about", "statement", "article", "speaker", "outlet", "via", "since", "until", "form", "act"];

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/appearances", List).WithTags("Appearances").WithSummary("Appearances in current versions that meet all filters, those in the newest articles first")
            .AcceptsFilters([.. Names, "limit", "after"]);
        api.MapGet("/appearances/{id}", One).WithTags("Appearances").WithSummary("One appearance, in whatever version of its article").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<ApiAppearance>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, Names);
        AppearanceQuery Query() => new()
        {
            About = filters["about"], Statement = filters["statement"], Article = filters["article"], Speaker = filters["speaker"], Outlet = filters["outlet"], Via = filters["via"],
            Since = filters.Since, Until = filters.Until, Form = filters.Form, Act = filters.Act, Limit = filters.Limit, After = filters["after"],
        };
        return ApiRoutes.Answer(filters, () => record.AppearancesAsync(Query(), cancel), ApiAppearance.Of);
    }

    private static async Task<Results<Ok<ApiAppearance>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.AppearanceAsync(id, cancel) is { } found ? TypedResults.Ok(ApiAppearance.Of(found)) : ApiRoutes.Missing("appearance", id);
}
