using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Querying;

namespace Rapporteur.Web.Api;

/// <summary>An issue for programs.</summary>
internal sealed record ApiIssue(string Id, string Name, IReadOnlyList<string> Aliases, bool Suggested);

/// <summary>Issues, positions and changes for programs.</summary>
internal static class PositionRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/issues", Issues).WithTags("Positions").WithSummary("All issues: those that people named first");
        api.MapGet("/positions", Positions).WithTags("Positions").WithSummary("Positions, as in the export; by part of an actor's name and by an issue's identity");
        api.MapGet("/changes", Changes).WithTags("Positions").WithSummary("Changes of position by day, with the statements on both sides");
    }

    private static async Task<IReadOnlyList<ApiIssue>> Issues(IRecordQueries record, WebOptions options, CancellationToken cancel) =>
        [.. (await PositionBook.OfAsync(record, options.Issues(), cancel)).Issues.Select(issue => new ApiIssue(issue.Id, issue.Name, issue.Aliases, issue.Suggested))];

    private static async Task<IReadOnlyList<PositionLine>> Positions(IRecordQueries record, WebOptions options, string? actor, string? issue, CancellationToken cancel)
    {
        string name = Folding.Key(actor ?? "");
        return [.. (await PositionBook.OfAsync(record, options.Issues(), cancel)).Positions
            .Where(position => Folding.Key(position.Actor).Contains(name, StringComparison.Ordinal) && (issue is null || position.Issue.Id == issue))
            .Select(PositionLine.Of)];
    }

    private static async Task<Results<Ok<IReadOnlyList<ChangeLine>>, ValidationProblem>> Changes(IRecordQueries record, WebOptions options, string? since, CancellationToken cancel)
    {
        DateOnly first = DateOnly.MinValue;
        if (since is not null && !DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
        {
            return TypedResults.ValidationProblem(new Dictionary<string, string[]> { ["since"] = ["A day is written yyyy-MM-dd."] });
        }

        IReadOnlyList<ChangeLine> lines = [.. (await PositionBook.OfAsync(record, options.Issues(), cancel)).Changes.Where(change => (change.Day ?? DateOnly.MinValue) >= first).Select(ChangeLine.Of)];
        return TypedResults.Ok(lines);
    }
}
