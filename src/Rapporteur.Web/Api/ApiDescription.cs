using Rapporteur.Text.SpeechActs;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Rapporteur.Web.Api;

/// <summary>What the OpenAPI document says beyond what the routes tell by themselves.</summary>
internal static class ApiDescription
{
    /// <summary>Every filter and its meaning: one list for all nouns.</summary>
    private static readonly IReadOnlyDictionary<string, (string Meaning, Func<OpenApiSchema> Schema)> Known =
        new Dictionary<string, (string, Func<OpenApiSchema>)>(StringComparer.Ordinal)
        {
            ["about"] = ("Words that must all occur; a part in \"quotation marks\" must occur as it stands. Accents and case do not count.", Text),
            ["speaker"] = ("A name or part of a name of the speaker, or an actor's identity.", Text),
            ["addressee"] = ("A name or part of a name of the one it was said to, as a report has it.", Text),
            ["on_behalf_of"] = ("A name or part of a name of the one it was said for, as a report has it.", Text),
            ["issue"] = ("Identity or name of an issue that its words take a stance on.", Text),
            ["outlet"] = ("Name of an outlet that reports it.", Text),
            ["name"] = ("Part of a name.", Text),
            ["since"] = ("Said, first reported or published on this day or later.", () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
            ["until"] = ("Said, first reported or published on this day or earlier.", () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date" }),
            ["form"] = ("How at least one appearance reports it.", () => new OpenApiSchema
            {
                Type = JsonSchemaType.String, Enum = [JsonValue.Create("direct"), JsonValue.Create("indirect"), JsonValue.Create("mixed")],
            }),
            ["act"] = ("What the speaker does in at least one appearance.", () => new OpenApiSchema
            {
                Type = JsonSchemaType.String, Enum = [.. Enum.GetValues<SpeechAct>().Select(act => JsonValue.Create(SpeechActNames.Of(act)))],
            }),
            ["limit"] = ("At most so many, 50 when not given.", () => new OpenApiSchema
            {
                Type = JsonSchemaType.Integer, Minimum = "1", Maximum = $"{Shared.Filters.MostLines}", Default = JsonValue.Create(50),
            }),
            ["after"] = ("The \"next\" of the page before.", Text),
        };

    /// <summary>Names the document.</summary>
    public static void Configure(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Rapporteur",
                Version = "v1",
                Description = "Who said what, as reported. Positions count Unicode code points, start inclusive, end exclusive. Errors are problem+json (RFC 9457).",
            };
            // Where it was asked for is not part of what it is.
            document.Servers = [];
            return Task.CompletedTask;
        });
    }

    /// <summary>Describes the filters that a list takes.</summary>
    public static RouteHandlerBuilder AcceptsFilters(this RouteHandlerBuilder route, params string[] names) =>
        route.AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters ??= [];
            foreach (string name in names)
            {
                (string meaning, Func<OpenApiSchema> schema) = Known[name];
                operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = meaning, Schema = schema() });
            }

            return Task.CompletedTask;
        });

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
