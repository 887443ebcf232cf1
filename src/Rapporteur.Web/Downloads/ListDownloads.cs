using System.Runtime.CompilerServices;
using System.Text.Json;
using CsvHelper;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Web.Shared;

namespace Rapporteur.Web.Downloads;

/// <summary>Every list of the pages as a file (CSV, JSON Lines) and, where news come, as a feed (RSS, Atom), with the filters of the page.</summary>
/// <remarks>By ending (<c>/statements.csv?about=levy</c>), or by what a program says it accepts when it asks for the page or the API's list.</remarks>
internal static class ListDownloads
{
    private const int Portion = 2_000;

    private static readonly (string Type, string Ending)[] Types =
    [
        ("text/csv", ".csv"), ("application/jsonl", ".jsonl"), ("application/x-ndjson", ".jsonl"), ("application/rss+xml", ".rss"), ("application/atom+xml", ".atom"),
    ];

    private delegate IAsyncEnumerable<object> Lines(HttpContext http, Filters filters, CancellationToken cancel);

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Table(routes, "statements", Filters.OfStatements, Statements);
        Table(routes, "articles", ["about", "outlet", "since", "until"], Articles);
        Table(routes, "actors", ["name"], Actors);
        Table(routes, "stories", ["since", "until"], Stories);
        Table(routes, "outlets", [], Outlets);
        Table(routes, "encounters", [], Encounters);
        ListFeeds.Map(routes);
    }

    /// <summary>Leads a program that accepts a table or a feed, and asks for a page or a list of the API, to the file.</summary>
    public static Task ByContentType(HttpContext http, RequestDelegate next)
    {
        string accept = http.Request.Headers.Accept.ToString();
        string? ending = Types.FirstOrDefault(type => accept.StartsWith(type.Type, StringComparison.OrdinalIgnoreCase)).Ending;
        if (ending is null) return next(http);
        string path = http.Request.Path.Value ?? "/";
        string noun = path.StartsWith("/api/v1/", StringComparison.Ordinal) ? path["/api/v1/".Length..] : path.TrimStart('/');
        if (noun.Length == 0) noun = "statements";
        if (noun is "statements" or "articles" or "actors" or "stories" or "outlets" or "encounters") http.Request.Path = $"/{noun}{ending}";
        return next(http);
    }

    private static void Table(IEndpointRouteBuilder routes, string noun, string[] filters, Lines lines)
    {
        routes.MapGet($"/{noun}.csv", (HttpContext http, CancellationToken cancel) => AnswerAsync(http, noun + ".csv", filters, "text/csv; charset=utf-8; header=present", lines, WriteCsvAsync, cancel)).ExcludeFromDescription();
        routes.MapGet($"/{noun}.jsonl", (HttpContext http, CancellationToken cancel) => AnswerAsync(http, noun + ".jsonl", filters, "application/jsonl; charset=utf-8", lines, WriteJsonAsync, cancel)).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(
        HttpContext http, string name, string[] names, string type, Lines lines, Func<HttpResponse, IAsyncEnumerable<object>, CancellationToken, Task> write, CancellationToken cancel)
    {
        Filters filters = Filters.Of(http.Request.Query, names);
        if (http.Request.Query.ContainsKey("issue")) await filters.StatementsAsync(Whole(http), cancel);
        if (await RefusedAsync(http, filters)) return;
        http.Response.ContentType = type;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await write(http.Response, lines(http, filters, cancel), cancel);
    }

    /// <summary>Says what was not understood; a file must not silently hold more than was asked for.</summary>
    public static async Task<bool> RefusedAsync(HttpContext http, Filters filters)
    {
        if (filters.Objections.Count == 0) return false;
        await Results.ValidationProblem(filters.Objections.ToDictionary(pair => pair.Key, pair => new[] { pair.Value }, StringComparer.Ordinal)).ExecuteAsync(http);
        return true;
    }

    private static async Task WriteJsonAsync(HttpResponse response, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        await foreach (object line in lines.WithCancellation(cancel)) await response.WriteAsync(JsonSerializer.Serialize(line, line.GetType(), ExportJson.Line) + "\n", cancel);
    }

    private static async Task WriteCsvAsync(HttpResponse response, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        await using StreamWriter text = new(response.Body, leaveOpen: true);
        // A cell that begins with = + - @ is a formula to a spreadsheet; an apostrophe before it makes it words again.
        CsvWriterOptions rules = new() { Injection = CsvInjection.Escape };
        using StringWriter portion = new();
        await using CsvWriter csv = CsvWriter.Create(portion, rules, leaveOpen: true);
        bool first = true;
        await foreach (object line in lines.WithCancellation(cancel))
        {
            IReadOnlyList<(string Name, string Value)> cells = FlatLine.Of(line);
            if (first) csv.WriteHeader([.. cells.Select(cell => cell.Name)]);
            first = false;
            await csv.WriteRecordAsync([.. cells.Select(cell => cell.Value)], cancel);
            await csv.FlushAsync(cancel);
            await text.WriteAsync(portion.GetStringBuilder(), cancel);
            portion.GetStringBuilder().Clear();
        }

        await text.FlushAsync(cancel);
    }

    private static async IAsyncEnumerable<object> Statements(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        StatementQuery query = await filters.StatementsAsync(Whole(http), cancel);
        await foreach (StatementSummary row in AllAsync(after => Record(http).StatementsAsync(query with { Limit = Portion, After = after }, cancel))) yield return StatementLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Articles(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (ArticleSummary row in AllAsync(after => Record(http).ArticlesAsync(filters.Articles() with { Limit = Portion, After = after }, cancel))) yield return ArticleLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Actors(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (ActorSummary row in AllAsync(after => Record(http).ActorsAsync(filters.Actors() with { Limit = Portion, After = after }, cancel)))
            yield return new ActorInList(row.Actor.Id, row.Actor.Name, row.Statements, row.Articles);
    }

    private static async IAsyncEnumerable<object> Stories(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (StorySummary row in AllAsync(after => Record(http).StoriesAsync(filters.Stories() with { AtLeast = 2, Limit = Portion, After = after }, cancel))) yield return StoryLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Outlets(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (OutletSummary row in await Record(http).OutletsAsync(cancel)) yield return row;
    }

    private static async IAsyncEnumerable<object> Encounters(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (Encounter row in await Whole(http).EncountersAsync(cancel)) yield return EncounterLine.Of(row);
    }

    private static async IAsyncEnumerable<T> AllAsync<T>(Func<string?, Task<ListPage<T>>> ask)
    {
        string? after = null;
        do
        {
            ListPage<T> page = await ask(after);
            foreach (T item in page.Items) yield return item;
            after = page.Next;
        }
        while (after is not null);
    }

    private static IRecordQueries Record(HttpContext http) => (IRecordQueries)http.RequestServices.GetService(typeof(IRecordQueries))!;

    private static WholeRecord Whole(HttpContext http) => (WholeRecord)http.RequestServices.GetService(typeof(WholeRecord))!;

    /// <summary>One line of the list of actors.</summary>
    private sealed record ActorInList(string Id, string Name, int Statements, int Articles);
}
