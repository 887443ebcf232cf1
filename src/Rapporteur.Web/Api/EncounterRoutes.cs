using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;

namespace Rapporteur.Web.Api;

/// <summary>Encounters for programs.</summary>
internal static class EncounterRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/encounters", List).WithTags("Encounters").WithSummary("All calls, meetings, talks and the like, by day, as in the export but for the readouts");
        api.MapGet("/encounters/{id}", One).WithTags("Encounters").WithSummary("One encounter with how its status changed and what each side said about it")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static async Task<Results<Ok<EncounterLine>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel)
    {
        Encounter? found = await record.EncounterAsync(id, cancel);
        return found is null ? ApiRoutes.Missing("encounter", id) : TypedResults.Ok(EncounterLine.Of(found, await ReadoutReader.ReadAsync(record, found, cancel)));
    }

    private static async Task<IReadOnlyList<EncounterLine>> List(IRecordQueries record, CancellationToken cancel) =>
        [.. (await record.EncountersAsync(cancel)).Select(encounter => EncounterLine.Of(encounter))];
}
