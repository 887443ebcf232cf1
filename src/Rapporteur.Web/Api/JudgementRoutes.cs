using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Api;

/// <summary>What people decided about the record, for programs.</summary>
internal static class JudgementRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/judgements", List).WithTags("Judgements").WithSummary("Judgements in the order they were made, those taken back among them").AcceptsFilters("limit", "after");
        api.MapGet("/judgements/{number}", One).WithTags("Judgements").WithSummary("One judgement").ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<Judgement>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query);
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(await record.JudgementsAsync(cancel), filters, Number), judgement => judgement);
    }

    private static async Task<Results<Ok<Judgement>, ProblemHttpResult>> One(string number, IRecordQueries record, CancellationToken cancel) =>
        (await record.JudgementsAsync(cancel)).FirstOrDefault(judgement => Number(judgement) == number) is { } found ? TypedResults.Ok(found) : ApiRoutes.Missing("judgement", number);

    private static string Number(Judgement judgement) => judgement.Number.ToString(CultureInfo.InvariantCulture);
}
