using System.Runtime.CompilerServices;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Web.Api;

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

    private static readonly HashSet<string> Nouns = new(
        ["statements", "articles", "actors", "stories", "outlets", "encounters", "issues", "positions", "changes", "contradictions", "terms", "judgements", "unread"], StringComparer.Ordinal);

    private delegate IAsyncEnumerable<object> Lines(HttpContext http, Filters filters, CancellationToken cancel);

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        Table(routes, "statements", typeof(StatementLine), Filters.OfStatements, Statements);
        Table(routes, "articles", typeof(ArticleLine), ["about", "outlet", "since", "until"], Articles);
        Table(routes, "actors", typeof(ActorLine), ["name"], Actors);
        Table(routes, "stories", typeof(StoryLine), ["since", "until"], Stories);
        Table(routes, "outlets", typeof(OutletLine), [], Outlets);
        Table(routes, "encounters", typeof(EncounterLine), EncounterRoutes.Filtered, Encounters);
        Table(routes, "issues", typeof(IssueLine), ["name"], Issues);
        Table(routes, "positions", typeof(PositionLine), PositionRoutes.OfPositions, Positions);
        Table(routes, "changes", typeof(ChangeLine), PositionRoutes.OfChanges, Changes);
        Table(routes, "contradictions", typeof(ContradictionLine), ["actor", "issue"], Contradictions);
        Table(routes, "terms", typeof(TermLine), ["name", "user", "article"], Terms);
        Table(routes, "judgements", typeof(JudgementLine), [], Judgements);
        Table(routes, "unread", typeof(Unread), [], UnreadPages);
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
        if (Nouns.Contains(noun)) http.Request.Path = $"/{noun}{ending}";
        return next(http);
    }

    private static void Table(IEndpointRouteBuilder routes, string noun, Type line, string[] filters, Lines lines) => Table(routes, noun, line, query => Filters.Of(query, filters), lines);

    private static void Table(IEndpointRouteBuilder routes, string noun, Type line, Func<IQueryCollection, Filters> filters, Lines lines)
    {
        routes.MapGet($"/{noun}.csv", (HttpContext http, CancellationToken cancel) => AnswerAsync(http, noun + ".csv", filters, "text/csv; charset=utf-8; header=present", lines, (response, all, stop) => WriteCsvAsync(response, line, all, stop), cancel)).ExcludeFromDescription();
        routes.MapGet($"/{noun}.jsonl", (HttpContext http, CancellationToken cancel) => AnswerAsync(http, noun + ".jsonl", filters, "application/jsonl; charset=utf-8", lines, (response, all, stop) => WriteJsonAsync(response, line, all, stop), cancel)).ExcludeFromDescription();
    }

    private static async Task AnswerAsync(
        HttpContext http, string name, Func<IQueryCollection, Filters> asked, string type, Lines lines, Func<HttpResponse, IAsyncEnumerable<object>, CancellationToken, Task> write, CancellationToken cancel)
    {
        Filters filters = asked(http.Request.Query);
        if (name.StartsWith("statements", StringComparison.Ordinal) && filters["issue"] is not null) await filters.StatementsAsync(Whole(http), cancel);
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

    private static async Task WriteJsonAsync(HttpResponse response, Type line, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        await foreach (object one in lines.WithCancellation(cancel)) await response.WriteAsync(JsonSerializer.Serialize(one, line, ExportJson.Line) + "\n", cancel);
    }

    private static async Task WriteCsvAsync(HttpResponse response, Type line, IAsyncEnumerable<object> lines, CancellationToken cancel)
    {
        await using StreamWriter text = new(response.Body, leaveOpen: true);
        await CsvTable.WriteAsync(text, line, lines, cancel);
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
            yield return ActorLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Stories(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (StorySummary row in AllAsync(after => Record(http).StoriesAsync(filters.Stories() with { AtLeast = 2, Limit = Portion, After = after }, cancel))) yield return StoryLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Outlets(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (OutletSummary row in await Record(http).OutletsAsync(cancel)) yield return OutletLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Encounters(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (Encounter row in EncounterRoutes.Asked(await Whole(http).EncountersAsync(cancel), filters)) yield return EncounterLine.Of(row);
    }

    private static IAsyncEnumerable<object> Issues(HttpContext http, Filters filters, CancellationToken cancel) => Drawn(http, book => PositionRoutes.Asked(book.Issues, filters).Select(IssueLine.Of), cancel);

    private static IAsyncEnumerable<object> Positions(HttpContext http, Filters filters, CancellationToken cancel) => Drawn(http, book => PositionRoutes.Asked(book.Positions, filters).Select(PositionLine.Of), cancel);

    private static IAsyncEnumerable<object> Changes(HttpContext http, Filters filters, CancellationToken cancel) => Drawn(http, book => PositionRoutes.Asked(book.Changes, filters).Select(ChangeLine.Of), cancel);

    private static IAsyncEnumerable<object> Contradictions(HttpContext http, Filters filters, CancellationToken cancel) =>
        Drawn(http, book => PositionRoutes.Asked(book.Contradictions, filters).Select(ContradictionLine.Of), cancel);

    private static async IAsyncEnumerable<object> Terms(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (TermReport row in TermRoutes.Asked(await Record(http).ContestedTermsAsync(cancel), filters)) yield return TermLine.Of(row);
    }

    private static async IAsyncEnumerable<object> Judgements(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (Recording.Judgement row in await Record(http).JudgementsAsync(cancel)) yield return JudgementLine.Of(row);
    }

    private static async IAsyncEnumerable<object> UnreadPages(HttpContext http, Filters filters, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (Unread row in await Record(http).UnreadAsync(cancel)) yield return row;
    }

    private static async IAsyncEnumerable<object> Drawn(HttpContext http, Func<PositionBook, IEnumerable<object>> lines, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (object line in lines(await Whole(http).PositionsAsync(cancel))) yield return line;
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
}
