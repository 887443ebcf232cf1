using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Exporting;
using Rapporteur.Matching.Encounters;
using Rapporteur.Text;

namespace Rapporteur.Web.Api;

/// <summary>Encounters for programs.</summary>
internal static class EncounterRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/encounters", List).WithTags("Encounters").WithSummary("Calls, meetings, talks and the like, the latest day first, as in the export but for the readouts")
            .AcceptsFilters("with", "type", "status", "since", "until", "limit", "after");
        api.MapGet("/encounters/{id}", One).WithTags("Encounters").WithSummary("One encounter with how its status changed and what each side said about it")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<EncounterLine>>, ValidationProblem>> List(HttpRequest request, WholeRecord whole, CancellationToken cancel)
    {
        Filters filters = Filtered(request.Query);
        return ApiRoutes.Answer(
            filters,
            async () => ListedInMemory.Page(Asked(await whole.EncountersAsync(cancel), filters), filters, encounter => encounter.Id),
            encounter => EncounterLine.Of(encounter));
    }

    private static async Task<Results<Ok<EncounterLine>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel)
    {
        Encounter? found = await record.EncounterAsync(id, cancel);
        return found is null ? ApiRoutes.Missing("encounter", id) : TypedResults.Ok(EncounterLine.Of(found, await ReadoutReader.ReadAsync(record, found, cancel)));
    }

    /// <summary>What is asked for of encounters, with what is none of the types and statuses objected to.</summary>
    public static Filters Filtered(IQueryCollection query)
    {
        Filters filters = Filters.Of(query, "with", "type", "status", "since", "until");
        filters.MustBeAmong("type", [.. Enum.GetValues<EncounterType>().Select(EncounterLine.TypeName)]);
        filters.MustBeAmong("status", [.. Enum.GetValues<EncounterStatus>().Select(EncounterLine.StatusName)]);
        return filters;
    }

    /// <summary>The encounters asked for, in the order given.</summary>
    public static Encounter[] Asked(IEnumerable<Encounter> encounters, Filters filters) =>
    [
        .. EncounterSearch.With(encounters, filters["with"]).Where(encounter =>
            (filters["type"] is not { } type || EncounterLine.TypeName(encounter.Type) == type)
            && (filters["status"] is not { } status || EncounterLine.StatusName(encounter.Status) == status)
            && Meets(encounter.Date, filters.Since, filters.Until)),
    ];

    // A month or a year meets an interval that any of its days is in; an unknown day meets none.
    private static bool Meets(string? date, DateOnly? since, DateOnly? until)
    {
        if (since is null && until is null) return true;
        if (date is null) return false;
        string first = (date + "-01-01")[..10], last = (date + "-12-31"[^(10 - Math.Min(10, date.Length))..])[..10];
        return (since is null || string.CompareOrdinal(last, $"{since:yyyy-MM-dd}") >= 0) && (until is null || string.CompareOrdinal(first, $"{until:yyyy-MM-dd}") <= 0);
    }
}
