using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;

namespace Rapporteur.Web.Api;

/// <summary>The record for programs: the same nouns, the same filters, as JSON.</summary>
internal static class ApiRoutes
{
    private static readonly string[] Answered = ["/api", "/openapi", "/health", "/metrics"];

    /// <summary>True for requests whose answers, errors included, are JSON.</summary>
    public static bool Claims(HttpContext http) =>
        Answered.Any(root => http.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase));

    /// <summary>What the routes need.</summary>
    public static IServiceCollection AddRapporteurApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Encoder = Encoder();
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        });
        services.AddProblemDetails();
        return services.AddOpenApi("v1", ApiDescription.Configure);
    }

    // Letters as they are; what a browser might take for a page, and what hides or turns words around in a terminal, by its number.
    private static JavaScriptEncoder Encoder()
    {
        TextEncoderSettings allowed = new(UnicodeRanges.All);
        allowed.ForbidCharacters([.. Enumerable.Range(0, char.MaxValue + 1).Select(unit => (char)unit).Where(unit => char.GetUnicodeCategory(unit) == UnicodeCategory.Format)]);
        return JavaScriptEncoder.Create(allowed);
    }

    /// <summary>Adds the routes.</summary>
    public static void MapRapporteurApi(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapGet("/health", Health.Check).ExcludeFromDescription().AllowAnonymous();
        RouteGroupBuilder api = app.MapGroup("/api/v1");
        StatementRoutes.Map(api);
        ArticleRoutes.Map(api);
        AppearanceRoutes.Map(api);
        ActorRoutes.Map(api);
        OutletRoutes.Map(api);
        EncounterRoutes.Map(api);
        PositionRoutes.Map(api);
        StoryRoutes.Map(api);
        TermRoutes.Map(api);
        JudgementRoutes.Map(api);
        UnreadRoutes.Map(api);
    }

    /// <summary>The answer to a question with filters: the list, or what was not understood of the question.</summary>
    public static async Task<Results<Ok<ApiList<TLine>>, ValidationProblem>> Answer<TRow, TLine>(
        Filters filters, Func<Task<ListPage<TRow>>> ask, Func<TRow, TLine> line)
    {
        ListPage<TRow>? page = filters.Objections.Count == 0 ? await filters.AskAsync(ask) : null;
        if (page is null || filters.Objections.Count > 0)
            return TypedResults.ValidationProblem(filters.Objections.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }, StringComparer.Ordinal));
        return TypedResults.Ok(new ApiList<TLine>([.. page.Items.Select(line)], page.Total, page.Next));
    }

    /// <summary>The answer when nothing has that identity.</summary>
    public static ProblemHttpResult Missing(string noun, string id) => TypedResults.Problem(
        statusCode: StatusCodes.Status404NotFound, title: "Not Found", detail: $"There is no {noun} with the identity {Legible(id)}.");

    private static string Legible(string id) => $"\"{Display.Beginning(id, 40)}\"";
}
