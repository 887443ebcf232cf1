using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;

namespace Rapporteur.Web.Api;

/// <summary>Encounters for programs.</summary>
internal static class EncounterRoutes
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/encounters", List).WithTags("Encounters").WithSummary("All calls, meetings, talks and the like, by day, as in the export");

    private static async Task<IReadOnlyList<EncounterLine>> List(IRecordQueries record, CancellationToken cancel) =>
        [.. EncounterMerger.Merge(await record.EncounterReportsAsync(cancel)).Select(EncounterLine.Of)];
}
