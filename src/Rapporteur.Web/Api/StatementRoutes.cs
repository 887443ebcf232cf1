using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Exporting.LinkedData;

namespace Rapporteur.Web.Api;

/// <summary>Statements for programs.</summary>
internal static class StatementRoutes
{
    private const string LinkedData = "application/ld+json";

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/statements", List).WithTags("Statements").WithSummary("Statements that meet all filters, newest first").AcceptsFilters(
            [.. Filters.OfStatements, "limit", "after"]);
        api.MapGet("/statements/{id}", One).WithTags("Statements").WithSummary("One statement with all its appearances, earliest first")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/statements/{id}/json-ld", Claim).WithTags("Statements").WithSummary("One statement in the words of schema.org: Claim, Quotation, NewsArticle")
            .Produces<ClaimGraph>(StatusCodes.Status200OK, LinkedData).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> Claim(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.StatementAsync(id, cancel) is { } found ? TypedResults.Json(ClaimGraph.Of(found), contentType: LinkedData) : ApiRoutes.Missing("statement", id);

    private static async Task<Results<Ok<ApiList<ApiStatement>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, Filters.OfStatements);
        StatementQuery query = await filters.StatementsAsync(whole, cancel);
        return await ApiRoutes.Answer(filters, () => record.StatementsAsync(query with { After = filters["after"] }, cancel), ApiStatement.Of);
    }

    private static async Task<Results<Ok<ApiStatementDetail>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.StatementAsync(id, cancel) is { } found
            ? TypedResults.Ok(new ApiStatementDetail(ApiStatement.Of(found.Summary), [.. found.Appearances.Select(ApiAppearance.Of)], found.Links,
                ApiChanges.Of(await StatementHistory.OfAsync(found, record, copies: true, cancel))))
            : ApiRoutes.Missing("statement", id);
}
