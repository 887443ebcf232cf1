using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Text;
using Rapporteur.Text.SpeechActs;
using System.Text.Json.Nodes;
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
            ["via"] = ("Name of an agency or witness through whom the words came, as the report or the article's credits have it.", Text),
            ["statement"] = ("Identity of the statement.", Text),
            ["article"] = ("Identity of the article.", Text),
            ["actor"] = ("Part of the actor's name.", Text),
            ["user"] = ("Part of the name of who uses the term.", Text),
            ["issue"] = ("Identity of the issue.", Text),
            ["with"] = ("Part of a participant's name.", Text),
            ["type"] = ("What kind of encounter it is.", () => Words(Enum.GetValues<EncounterType>().Select(EncounterLine.TypeName))),
            ["status"] = ("How far it has come, as the latest reports have it.", () => Words(Enum.GetValues<EncounterStatus>().Select(EncounterLine.StatusName))),
            ["stance"] = ("The stance taken.", () => Words(Enum.GetValues<Stance>().Select(PositionLine.StanceName))),
            ["encounter"] = ("Identity of an encounter.", Text),
            ["kind"] = ("What happened to the position.", () => Words(Enum.GetValues<ChangeKind>().Select(ChangeLine.KindName))),
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
        options.AddOperationTransformer((operation, context, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["401"] = new OpenApiResponse { Description = "A password or token is set for this dossier, and the request carries neither session nor token." };
            if (context.Description.HttpMethod != HttpMethods.Get) return Task.CompletedTask;
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter
            {
                Name = "If-None-Match", In = ParameterLocation.Header, Schema = Text(), Description = "The ETag of an answer at hand: when it is still the same, 304 comes without it.",
            });
            operation.Responses["304"] = new OpenApiResponse { Description = "The answer at hand is still the same." };
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Rapporteur",
                Version = "v1",
                Description = "Who said what, as reported. Positions count Unicode code points, start inclusive, end exclusive. Errors are problem+json (RFC 9457).",
            };
            document.Components ??= new OpenApiComponents();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>(StringComparer.Ordinal)
            {
                ["token"] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "Made by rapporteur access token; needed when the dossier has a password or token." },
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

    private static OpenApiSchema Words(IEnumerable<string> words) => new() { Type = JsonSchemaType.String, Enum = [.. words.Select(word => JsonValue.Create(word))] };

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
