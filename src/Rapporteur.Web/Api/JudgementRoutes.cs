using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Rapporteur.Recording;

namespace Rapporteur.Web.Api;

/// <summary>What people decided about the record, for programs; and what they decide through one.</summary>
/// <remarks>
/// A page of another site cannot post JSON without being asked first, and is never told yes; one that names another origin is refused by
/// <see cref="Safety.ChangeGuard"/>. So the session of a browser needs no token of its own here.
/// </remarks>
internal static class JudgementRoutes
{
    private const int LongestAuthor = 80;

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/judgements", List).WithTags("Judgements").WithSummary("Judgements in the order they were made, those taken back among them").AcceptsFilters("limit", "after");
        api.MapGet("/judgements/{number}", One).WithTags("Judgements").WithSummary("One judgement").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapPost("/judgements", Make).WithTags("Judgements").WithSummary("Makes a judgement and brings the record to it").Accepts<ApiJudgementRequest>("application/json")
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapDelete("/judgements/{number}", Undo).WithTags("Judgements").WithSummary("Takes a judgement back; it stays in the list with the time")
            .ProducesProblem(StatusCodes.Status403Forbidden).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static Task<Results<Ok<ApiList<Judgement>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query);
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(await record.JudgementsAsync(cancel), filters, Number), judgement => judgement);
    }

    private static async Task<Results<Ok<Judgement>, ProblemHttpResult>> One(string number, IRecordQueries record, CancellationToken cancel) =>
        await OfNumberAsync(record, number, cancel) is { } found ? TypedResults.Ok(found) : ApiRoutes.Missing("judgement", number);

    private static async Task<Results<Created<Judgement>, ProblemHttpResult>> Make(HttpRequest request, Changes changes, IOptions<JsonOptions> json, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return OnlyRead();
        ApiJudgementRequest? asked;
        try
        {
            asked = await JsonSerializer.DeserializeAsync<ApiJudgementRequest>(request.Body, json.Value.SerializerOptions, cancel);
        }
        catch (JsonException problem)
        {
            return Refused(StatusCodes.Status400BadRequest, $"The body is no judgement: {problem.Message} It has the members kind, about, and where the kind needs it value; author may be given.");
        }

        if (asked?.About is not { Length: > 0 } about) return Refused(StatusCodes.Status400BadRequest, "\"about\" is missing: the identity of an appearance, statement or actor.");
        string? author = asked.Author ?? (request.HttpContext.User.Identity is { IsAuthenticated: true, AuthenticationType: "Bearer", Name: { } token } ? token : null);
        try
        {
            Judgement made = await desk.JudgeAsync(new JudgementRequest(asked.Kind, about, asked.Value, author is null ? null : Display.Beginning(author, LongestAuthor)), cancel);
            return TypedResults.Created($"/api/v1/judgements/{Number(made)}", made);
        }
        catch (JudgementException problem)
        {
            return Refused(StatusCodes.Status422UnprocessableEntity, problem.Message);
        }
    }

    private static async Task<Results<Ok<Judgement>, ProblemHttpResult>> Undo(string number, IRecordQueries record, Changes changes, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return OnlyRead();
        if (await OfNumberAsync(record, number, cancel) is not { } known) return ApiRoutes.Missing("judgement", number);
        return await desk.UndoJudgementAsync(known.Number, cancel) is { } undone
            ? TypedResults.Ok(undone)
            : Refused(StatusCodes.Status409Conflict, $"Judgement {number} was taken back before.");
    }

    private static async Task<Judgement?> OfNumberAsync(IRecordQueries record, string number, CancellationToken cancel) =>
        (await record.JudgementsAsync(cancel)).FirstOrDefault(judgement => Number(judgement) == number);

    private static ProblemHttpResult OnlyRead() => Refused(StatusCodes.Status403Forbidden, "This record is only looked at; nothing can be changed here.");

    private static ProblemHttpResult Refused(int status, string why) => TypedResults.Problem(statusCode: status, detail: why);

    private static string Number(Judgement judgement) => judgement.Number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A judgement to be made.</summary>
/// <param name="Kind">What is decided.</param>
/// <param name="About">Identity of an appearance or statement; for <c>same_actor</c> and <c>rename</c> name or identity of an actor.</param>
/// <param name="Value">
/// What it is to be: the other statement or actor (<c>join</c>, <c>same_actor</c>), the speaker's name ("" for nobody named), the day as yyyy-MM-dd (<c>said_on</c>, "" for unknown), the name to show
/// (<c>rename</c>), the name of the issue ("" for none). Not needed for <c>confirmed</c>, <c>not_a_quotation</c> and <c>split</c>.
/// </param>
/// <param name="Author">Who decides; when not given, the name of the token.</param>
internal sealed record ApiJudgementRequest(JudgementKind Kind, string About, string? Value = null, string? Author = null);
