using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Api;

/// <summary>Says whether the record can be read. A record that cannot ends in problem+json with status 500.</summary>
internal static class Health
{
    /// <summary>Asks the record for its counts.</summary>
    public static async Task<Ok<HealthReport>> Check(HttpContext http, IRecordQueries record, WebOptions options, CancellationToken cancel)
    {
        RecordCounts counts = await record.CountsAsync(cancel);
        // Whoever watches over the server need not know what is in it.
        bool mayKnow = !options.Access().Asks || http.User.Identity?.IsAuthenticated == true;
        return TypedResults.Ok(new HealthReport("ok", mayKnow ? counts : null));
    }
}

/// <summary>The answer of <c>/health</c>.</summary>
/// <param name="Status">Always <c>ok</c>.</param>
/// <param name="Record">How much is in the record; null to who has not signed in and should.</param>
internal sealed record HealthReport(string Status, RecordCounts? Record);
