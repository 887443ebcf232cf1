using System.ServiceModel.Syndication;
using System.Xml;
using Rapporteur.Exporting;
using Rapporteur.Positions;
using Rapporteur.Web.Api;
using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Downloads;

/// <summary>Lists that grow at their top, as RSS 2.0 and Atom feeds: whoever subscribes to a search is told what is new in it.</summary>
internal static class ListFeeds
{
    // An article without a day is as old as can be, so that it never looks new.
    private static readonly DateTimeOffset Undated = new(1970, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        foreach (bool atom in new[] { false, true })
        {
            string ending = atom ? "atom" : "rss";
            routes.MapGet($"/statements.{ending}", (HttpContext http, IRecordQueries record, WholeRecord whole, WebOptions options, CancellationToken cancel) =>
                StatementsAsync(http, record, whole, options, atom, cancel)).ExcludeFromDescription();
            routes.MapGet($"/articles.{ending}", (HttpContext http, IRecordQueries record, WebOptions options, CancellationToken cancel) =>
                ArticlesAsync(http, record, options, atom, cancel)).ExcludeFromDescription();
            routes.MapGet($"/stories.{ending}", (HttpContext http, IRecordQueries record, WebOptions options, CancellationToken cancel) =>
                StoriesAsync(http, record, options, atom, cancel)).ExcludeFromDescription();
            routes.MapGet($"/changes.{ending}", (HttpContext http, WholeRecord whole, WebOptions options, CancellationToken cancel) => ChangesAsync(http, whole, options, atom, cancel)).ExcludeFromDescription();
            routes.MapGet($"/encounters.{ending}", (HttpContext http, WholeRecord whole, WebOptions options, CancellationToken cancel) => EncountersAsync(http, whole, options, atom, cancel)).ExcludeFromDescription();
        }
    }

    private static async Task StatementsAsync(HttpContext http, IRecordQueries record, WholeRecord whole, WebOptions options, bool atom, CancellationToken cancel)
    {
        Filters filters = Filters.Of(http.Request.Query, Filters.OfStatements);
        StatementQuery query = await filters.StatementsAsync(whole, cancel);
        if (await ListDownloads.RefusedAsync(http, filters)) return;
        ListPage<StatementSummary> found = await record.StatementsAsync(query with { After = null }, cancel);
        string title = filters.Asked.Length == 0 ? "Statements" : $"Statements: {Uri.UnescapeDataString(filters.Asked).Replace('&', ',')}";
        await WriteAsync(http, options, title, Links.With("/", filters.Parameters), atom, found.Items.Select(statement => Item(
            http, Links.Statement(statement.Id), $"{statement.Speaker?.Name ?? "Speaker not identified"}: {Display.Beginning(statement.Content, 120)}",
            $"{statement.Content} — {Display.Name(statement.Form)}, {statement.FirstReport.Outlet ?? Display.TitleOf(statement.FirstReport)}", statement.FirstReport.Published)));
    }

    private static async Task ArticlesAsync(HttpContext http, IRecordQueries record, WebOptions options, bool atom, CancellationToken cancel)
    {
        Filters filters = Filters.Of(http.Request.Query, "about", "outlet", "since", "until");
        if (await ListDownloads.RefusedAsync(http, filters)) return;
        ListPage<ArticleSummary> found = await record.ArticlesAsync(filters.Articles() with { After = null }, cancel);
        await WriteAsync(http, options, "Articles", Links.With("/articles", filters.Parameters), atom, found.Items.Select(article => Item(
            http, Links.Article(article.Article.Id), Display.TitleOf(article.Article), $"{article.Article.Outlet ?? "Outlet not known"}, {Display.Count(article.Appearances, "statement")}", article.Article.Published)));
    }

    private static async Task StoriesAsync(HttpContext http, IRecordQueries record, WebOptions options, bool atom, CancellationToken cancel)
    {
        Filters filters = Filters.Of(http.Request.Query, "since", "until");
        if (await ListDownloads.RefusedAsync(http, filters)) return;
        ListPage<StorySummary> found = await record.StoriesAsync(filters.Stories() with { AtLeast = 2, After = null }, cancel);
        await WriteAsync(http, options, "Stories", Links.With("/stories", filters.Parameters), atom, found.Items.Select(story => Item(
            http, Links.Story(story.Id), Display.TitleOf(story.First), $"{Display.Count(story.Articles, "article")} in {Display.Count(story.Outlets, "outlet")}, {Display.Days(story)}", story.First.Published)));
    }

    private static async Task ChangesAsync(HttpContext http, WholeRecord whole, WebOptions options, bool atom, CancellationToken cancel)
    {
        Filters filters = PositionRoutes.OfChanges(http.Request.Query);
        if (await ListDownloads.RefusedAsync(http, filters)) return;
        IEnumerable<PositionChange> newest = PositionRoutes.Asked((await whole.PositionsAsync(cancel)).Changes, filters)
            .Where(change => change.After is not null && change.Kind != ChangeKind.Reaffirmed)
            .OrderByDescending(change => change.Day).ThenBy(change => change.Before.Appearance.Id, StringComparer.Ordinal).Take(filters.Limit);
        await WriteAsync(http, options, "Positions that changed", filters["issue"] is { } issue ? Links.Issue(issue) : "/issues", atom, newest.Select(change => Item(
            http, Links.Place(change.After!.Appearance), $"{change.Actor} {ChangeLine.KindName(change.Kind)} on {Display.Beginning(change.Issue.Name, 80)}",
            $"Before: {change.Before.Appearance.Content} — now: {change.After.Appearance.Content}", change.After.Appearance.Article.Published)));
    }

    private static async Task EncountersAsync(HttpContext http, WholeRecord whole, WebOptions options, bool atom, CancellationToken cancel)
    {
        Filters filters = EncounterRoutes.Filtered(http.Request.Query);
        if (await ListDownloads.RefusedAsync(http, filters)) return;
        // What was told of last is news, whenever it is to be.
        IEnumerable<Encounter> newest = EncounterRoutes.Asked(await whole.EncountersAsync(cancel), filters)
            .OrderByDescending(encounter => encounter.Reports[^1].Article.Published?.Instant).ThenBy(encounter => encounter.Id, StringComparer.Ordinal).Take(filters.Limit);
        await WriteAsync(http, options, "Encounters", Links.With("/encounters", filters.Parameters), atom, newest.Select(encounter => Item(
            http, $"/encounters/{encounter.Id}", $"{string.Join(", ", encounter.Participants)}: {EncounterLine.TypeName(encounter.Type)} {EncounterLine.StatusName(encounter.Status)}",
            $"{encounter.Date ?? "day not told"}{(encounter.Place is { } place ? ", " + place : "")} — {encounter.Reports[^1].Sentence}", encounter.Reports[^1].Article.Published)));
    }

    private static SyndicationItem Item(HttpContext http, string path, string title, string summary, PressTime? published)
    {
        DateTimeOffset instant = published?.Instant ?? Undated;
        return new SyndicationItem(Clean(title), (SyndicationContent?)null, new Uri(Root(http) + path), Root(http) + path, instant)
        {
            Summary = new TextSyndicationContent(Clean(summary)), PublishDate = instant,
        };
    }

    private static async Task WriteAsync(HttpContext http, WebOptions options, string title, string page, bool atom, IEnumerable<SyndicationItem> items)
    {
        SyndicationItem[] all = [.. items];
        SyndicationFeed feed = new(Clean($"{title} · {options.Title}"), "Who said what, as reported.", new Uri(Root(http) + page), all)
        {
            Id = Root(http) + page,
            // The newest in it, so that the same record gives the same feed.
            LastUpdatedTime = all.Select(item => item.LastUpdatedTime).DefaultIfEmpty(Undated).Max(),
        };
        feed.Authors.Add(new SyndicationPerson { Name = "Rapporteur" });
        using MemoryStream bytes = new();
        using (XmlWriter xml = XmlWriter.Create(bytes, new XmlWriterSettings { Encoding = new System.Text.UTF8Encoding(false), CheckCharacters = true }))
        {
            if (atom) feed.SaveAsAtom10(xml);
            else new Rss20FeedFormatter(feed, serializeExtensionsAsAtom: false).WriteTo(xml);
        }

        http.Response.ContentType = atom ? "application/atom+xml; charset=utf-8" : "application/rss+xml; charset=utf-8";
        await http.Response.Body.WriteAsync(bytes.ToArray());
    }

    private static string Root(HttpContext http) => $"{http.Request.Scheme}://{http.Request.Host}";

    // XML knows no control characters, and a feed reader shows no overrides of direction as we do.
    private static string Clean(string text) => string.Concat(Legible.Plain(text).Where(c => char.IsSurrogate(c) || XmlConvert.IsXmlChar(c)));
}
