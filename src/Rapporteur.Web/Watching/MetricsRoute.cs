using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Watching;

/// <summary><c>/metrics</c>: what the server has done and how much is in the record. Asked for like everything else, with a token where one is set.</summary>
internal static class MetricsRoute
{
    /// <summary>Adds the route.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/metrics", TellAsync).ExcludeFromDescription();

    private static async Task<ContentHttpResult> TellAsync(IRecordQueries record, Metrics metrics, CancellationToken cancel)
    {
        RecordCounts counts = await record.CountsAsync(cancel);
        return TypedResults.Text(
            metrics.Told(
            [
                ("rapporteur_articles", "Articles in the record.", counts.Articles),
                ("rapporteur_article_versions", "Versions of articles in the record.", counts.Versions),
                ("rapporteur_statements", "Statements in the record.", counts.Statements),
                ("rapporteur_appearances", "Appearances in current versions.", counts.Appearances),
                ("rapporteur_actors", "Actors who said something.", counts.Actors),
                ("rapporteur_outlets", "Outlets that publish or are credited.", counts.Outlets),
            ]),
            "text/plain; version=0.0.4; charset=utf-8");
    }
}
