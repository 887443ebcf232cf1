using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Querying;

namespace Rapporteur.Web.Api;

/// <summary>Says whether the record can be read. A record that cannot ends in problem+json with status 500.</summary>
internal static class Health
{
    /// <summary>Asks the record for its counts.</summary>
    public static async Task<Ok<HealthReport>> Check(IRecordQueries record, CancellationToken cancel) =>
        TypedResults.Ok(new HealthReport("ok", await record.CountsAsync(cancel)));
}

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
/// <param name="Record">How much is in the record.</param>
internal sealed record HealthReport(string Status, RecordCounts Record);
