using Microsoft.AspNetCore.Http;
using Rapporteur.Reading;
using Rapporteur.Reading.Web;

namespace Rapporteur.Tests.Reading;

public sealed class WebFeedTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private const string Feed = """
        <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Courier</title>
        <item><link>/full</link><content:encoded>&lt;p&gt;All of it.&lt;/p&gt;</content:encoded></item>
        <item><link>/linked</link><description>Summary.</description><pubDate>30 Mar 2025 18:05 +0200</pubDate></item>
        <item><link>/gone</link><description>Summary.</description></item>
        <item><description>No link.</description></item>
        </channel></rss>
        """;

    [Theory]
    [InlineData("application/rss+xml")]
    [InlineData("text/xml")]
    [InlineData("text/html")]
    [InlineData("text/plain")]
    public async Task A_feed_gives_what_it_holds_and_fetches_what_it_links_to(string type)
    {
        await using TestServer server = await StartAsync(type, gone: false);

        List<ReadResult> results = await server.ReadAsync("/feed");

        Assert.Equal([server.Root + "/feed#1", server.Root + "/linked", server.Root + "/gone", server.Root + "/feed#4"], results.Select(r => r.Location));
        Assert.Equal([PageKind.HtmlFragment, PageKind.Html, PageKind.Html, PageKind.HtmlFragment], results.Select(r => r.Page!.Kind));
        Assert.Equal(server.Root + "/full", results[0].Page!.Hints.Url);
        Assert.Equal(new PageHints(Published: PressTime.Parse("2025-03-30T18:05:00+02:00")), results[1].Page!.Hints);
    }

    [Fact]
    public async Task The_tag_of_a_feed_comes_with_its_last_entry()
    {
        await using TestServer server = await StartAsync("application/rss+xml", gone: false);

        List<ReadResult> results = await server.ReadAsync("/feed");

        Assert.Equal([null, null, null, "\"feed-1\""], results.Select(r => r.Fetched?.ETag));
    }

    [Fact]
    public async Task A_feed_of_which_an_article_failed_is_asked_for_again()
    {
        await using TestServer server = await StartAsync("application/rss+xml", gone: true);

        List<ReadResult> results = await server.ReadAsync("/feed");

        Assert.Equal([false, false, true, false], results.Select(r => r.Failed));
        Assert.All(results, result => Assert.Null(result.Fetched));
    }

    [Fact]
    public async Task A_JSON_Feed_is_read_from_the_web()
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Send(context, "application/feed+json",
            """{"version":"https://jsonfeed.org/version/1","items":[{"id":"1","url":"/ferry","content_text":"The ferry sails again."}]}"""));

        Assert.Equal(server.Root + "/ferry", Assert.Single(await server.ReadAsync("/feed")).Page!.Hints.Url);
    }

    [Fact]
    public async Task A_feed_from_the_web_with_a_document_type_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Send(context, "text/xml", "<!DOCTYPE rss [<!ENTITY a \"b\">]><rss/>"));

        Assert.Contains("document type", Assert.Single(await server.ReadAsync("/feed")).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_cannot_lead_a_reader_into_its_own_network()
    {
        await using TestServer inside = await TestServer.StartAsync(context => TestServer.Html(context, "<p>secret</p>"));
        string path = folder.File("a.xml", $"<rss><channel><item><link>{inside.Root}/admin</link></item></channel></rss>");
        ReaderOptions options = new() { FollowLinksOfSavedFeeds = true };
        using HttpClient http = GuardedHttp.Create(options);

        ReadResult result = Assert.Single(await new Reader(options, http, null, TimeProvider.System).ReadAsync(path, CancellationToken.None).ToListAsync());

        Assert.Contains("private network", result.Reason, StringComparison.Ordinal);
        Assert.Empty(inside.Asked);
    }

    [Fact]
    public async Task A_saved_feed_fetches_nothing_unless_asked()
    {
        await using TestServer server = await StartAsync("text/xml", gone: false);
        string path = folder.File("a.xml", $"<rss><channel><item><link>{server.Root}/linked</link><description>Summary.</description></item></channel></rss>");

        Assert.Equal("Summary.", (await ReadFile(path, TestServer.Options)).Content);
        Assert.Empty(server.Asked);
        Assert.Contains("All of it", (await ReadFile(path, TestServer.Options with { FollowLinksOfSavedFeeds = true })).Content, StringComparison.Ordinal);
    }

    private static async Task<Page> ReadFile(string path, ReaderOptions options)
    {
        using HttpClient http = GuardedHttp.Create(options);
        return Assert.Single(await new Reader(options, http, null, TimeProvider.System).ReadAsync(path, CancellationToken.None).ToListAsync()).Page!;
    }

    private static Task<TestServer> StartAsync(string type, bool gone) => TestServer.StartAsync(context =>
    {
        if (context.Request.Path == "/gone" && gone) return TestServer.Status(context, 500);
        if (context.Request.Path != "/feed") return TestServer.Html(context, "<p>All of it, on a page.</p>");
        context.Response.Headers.ETag = "\"feed-1\"";
        return TestServer.Send(context, type, Feed);
    });
}
