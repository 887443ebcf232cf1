using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Reading;

public sealed class WebReadingTests
{
    private const string Article = "<html><body><p>The ferry sails again, the mayor said.</p></body></html>";

    [Fact]
    public async Task An_article_is_fetched()
    {
        string? agent = null;
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            agent = context.Request.Headers.UserAgent;
            return TestServer.Html(context, Article);
        });

        Page page = await ReadPage(server, "/ferry?page=2#comments");

        Assert.Equal(PageKind.Html, page.Kind);
        Assert.Equal(Article, page.Content);
        Assert.Equal(server.Root + "/ferry?page=2", page.Location);
        Assert.StartsWith("Rapporteur/", agent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plain_text_is_read_as_plain_text()
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Send(context, "text/plain", "The ferry sails again."));

        Assert.Equal(PageKind.PlainText, (await ReadPage(server, "/ferry")).Kind);
    }

    [Theory]
    [InlineData("text/html; charset=iso-8859-1", "utf-8")]
    [InlineData("text/html; charset=utf-8", "windows-1251")]
    [InlineData("text/html; charset=\"windows-1251\"", "windows-1251")]
    [InlineData("text/html; charset=nonsense", "windows-1251")]
    [InlineData("text/html", "windows-1251")]
    public async Task A_wrong_charset_in_the_header_does_not_garble_the_page(string type, string charset)
    {
        const string Russian = "<p>Паром снова ходит через пролив, сказал мэр.</p>";
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = type;
            await context.Response.Body.WriteAsync((CodePagesEncodingProvider.Instance.GetEncoding(charset) ?? Encoding.UTF8).GetBytes(Russian));
        });

        Assert.Equal(Russian, (await ReadPage(server, "/ferry")).Content);
    }

    [Fact]
    public async Task A_server_that_answers_too_slowly_is_left()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            for (int i = 0; i < 100 && !context.RequestAborted.IsCancellationRequested; i++)
            {
                await context.Response.WriteAsync("<p>");
                await context.Response.Body.FlushAsync();
                await Task.Delay(100, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            }
        });

        await Fails(server, "/slow", "did not answer completely within 0.5 s", TestServer.Options with { RequestTime = TimeSpan.FromSeconds(0.5) });
    }

    [Fact]
    public async Task A_page_without_end_is_left_at_the_size_limit()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            byte[] words = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("and so on ", 1000)));
            while (!context.RequestAborted.IsCancellationRequested) await context.Response.Body.WriteAsync(words);
        });

        await Fails(server, "/endless", "longer than 0.2 MB");
    }

    [Fact]
    public async Task A_page_that_announces_too_much_is_not_read_at_all()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 3_000_000_000;
            await context.Response.WriteAsync("<p>");
            await context.Response.Body.FlushAsync();
            await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });

        await Fails(server, "/huge", "longer than 0.2 MB");
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_compressed_bomb_is_left_at_the_size_limit(string encoding)
    {
        using MemoryStream packed = new();
        await using (Stream bomb = encoding == "br" ? new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true) : new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] spaces = Encoding.ASCII.GetBytes(new string(' ', 1_000_000));
            for (int i = 0; i < 30; i++) await bomb.WriteAsync(spaces);
        }

        Assert.InRange(packed.Length, 1, 100_000);
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            context.Response.Headers.ContentEncoding = encoding;
            await context.Response.Body.WriteAsync(packed.ToArray());
        });

        await Fails(server, "/bomb", "longer than 0.2 MB");
    }

    [Fact]
    public async Task A_page_that_breaks_off_before_its_announced_length_is_not_taken_for_the_whole()
    {
        await using TestServer server = await TestServer.StartAsync(async context =>
        {
            context.Response.ContentLength = 5000;
            await context.Response.WriteAsync(Article);
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        await Fails(server, "/cut", "broke off before the page was complete");
    }

    [Fact]
    public async Task A_page_that_is_not_compressed_as_it_says_is_refused()
    {
        await using TestServer server = await TestServer.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return TestServer.Html(context, Article);
        });

        await Fails(server, "/lie", "cannot be decompressed");
    }

    [Theory]
    [InlineData(500, "is in trouble (status 500)")]
    [InlineData(503, "is in trouble (status 503)")]
    [InlineData(404, "has no such page")]
    [InlineData(410, "has no such page")]
    [InlineData(403, "does not let programs read this page")]
    [InlineData(451, "does not let programs read this page")]
    [InlineData(429, "asks for fewer requests")]
    [InlineData(418, "holds no page (status 418)")]
    [InlineData(302, "holds no page (status 302)")]
    public async Task A_status_other_than_success_is_explained(int status, string reason)
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Status(context, status));

        await Fails(server, "/a", reason);
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("text/html", "", "sent an empty page")]
    [InlineData("text/html", "%PDF-1.7", "a PDF document")]
    public async Task What_is_no_article_is_refused_with_its_kind(string type, string content, string reason)
    {
        await using TestServer server = await TestServer.StartAsync(context => TestServer.Send(context, type, content));

        await Fails(server, "/a", reason);
    }

    [Fact]
    public async Task A_host_that_takes_no_connection_is_explained()
    {
        string root;
        await using (TestServer server = await TestServer.StartAsync(context => TestServer.Html(context, Article))) root = server.Root;

        Assert.Contains("takes no connection", (await ReadOne(root + "/a", TestServer.Options)).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://courier.example/a", "only http and https")]
    [InlineData("http://", "no complete web address")]
    [InlineData("https://reader:secret@courier.example/a", "holds a name or password")]
    public async Task An_address_that_must_not_be_fetched_is_refused_unsent(string url, string reason)
    {
        ReadResult result = await ReadOne(url, TestServer.Options);

        Assert.True(result.Failed);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_way_to_the_web_an_address_is_refused() =>
        Assert.Contains("no way to the web", Assert.Single(await new Reader(new ReaderOptions(), null, null, TimeProvider.System)
            .ReadAsync("https://courier.example/a", CancellationToken.None).ToListAsync()).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task Cancelling_stops_a_request_at_once()
    {
        await using TestServer server = await TestServer.StartAsync(context => Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        using CancellationTokenSource cancel = new(TimeSpan.FromSeconds(0.2));
        ReaderOptions patient = TestServer.Options with { RequestTime = TimeSpan.FromSeconds(60) };
        using HttpClient http = Rapporteur.Reading.Web.GuardedHttp.Create(patient);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            await new Reader(patient, http, null, TimeProvider.System).ReadAsync(server.Root + "/a", cancel.Token).ToListAsync(CancellationToken.None));
    }

    private static async Task Fails(TestServer server, string path, string reason, ReaderOptions? options = null)
    {
        ReadResult result = Assert.Single(await server.ReadAsync(path, options: options));
        Assert.Null(result.Page);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
        Assert.True(result.Failed);
    }

    private static async Task<Page> ReadPage(TestServer server, string path)
    {
        ReadResult result = Assert.Single(await server.ReadAsync(path));
        Assert.Null(result.Reason);
        return result.Page!;
    }

    private static async Task<ReadResult> ReadOne(string url, ReaderOptions options)
    {
        using HttpClient http = Rapporteur.Reading.Web.GuardedHttp.Create(options);
        return Assert.Single(await new Reader(options, http, null, TimeProvider.System).ReadAsync(url, CancellationToken.None).ToListAsync());
    }
}
