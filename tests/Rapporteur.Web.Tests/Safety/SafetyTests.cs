using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Safety;

[Collection(nameof(InventedRecord))]
public sealed class SafetyTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Fact]
    public async Task A_hostile_article_stays_text_on_every_page()
    {
        foreach (string address in await AddressesAsync())
        {
            IHtmlDocument page = await Client.PageAsync(address);
            Assert.True(page.QuerySelector("script, iframe, svg:not(.volume):not([role=img]), .volume :not(rect, path, title), img, style, math, object, embed, base, b, video, form[action^='http']") is null, address);
            foreach (IElement element in page.All)
            {
                Assert.DoesNotContain(element.Attributes, attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name == "style");
                Assert.True(element.GetAttribute("href") is not { } href || href.StartsWith('/') || href.StartsWith('#') || href.StartsWith("https://"), $"{address}: {element.OuterHtml}");
            }
        }
    }

    [Fact]
    public async Task What_cannot_be_seen_is_shut_in_wherever_it_stands()
    {
        foreach (string address in await AddressesAsync())
        {
            IHtmlDocument page = await Client.PageAsync(address);
            Assert.DoesNotContain(page.Title!, "\u202E\u202C\u200B");
            foreach (INode text in page.Body!.Descendants<IText>().Where(text => text.TextContent.AsSpan().IndexOfAny("\u202E\u202C\u200B") >= 0))
                Assert.Equal("unseen", text.ParentElement!.ClassName);
        }
    }

    [Fact]
    public async Task A_hostile_article_stays_a_string_in_every_answer_to_a_program()
    {
        string article = (await invented.Served.Record.ArticlesAsync(new() { Outlet = "<img src=x onerror=alert(1)> Post" }, default)).Items.Single().Article.Id;
        var statement = (await invented.Served.Record.StatementsAsync(new() { Outlet = "<img src=x onerror=alert(1)> Post" }, default)).Items.Single();
        string[] addresses =
        [
            "/api/v1/statements", $"/api/v1/statements/{statement.Id}", $"/api/v1/articles?outlet=%3Cimg%20src=x%20onerror=alert(1)%3E%20Post", $"/api/v1/articles/{article}",
            "/api/v1/actors?limit=200", $"/api/v1/actors/{statement.Speaker!.Id}", "/api/v1/outlets", "/api/v1/stories?limit=200",
            "/api/v1/statements/%3Cscript%3Ealert(1)%3C%2Fscript%3E", "/api/v1/statements?since=%3Cscript%3E",
        ];
        foreach (string address in addresses)
        {
            using HttpResponseMessage response = await Client.GetAsync(address);
            string body = await response.Content.ReadAsStringAsync();
            Assert.EndsWith("json", response.Content.Headers.ContentType!.MediaType);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
            // What a browser might take for a page, and what would turn the line around, is written with its number.
            Assert.True(body.AsSpan().IndexOfAny("<>\u202E\u202C\u200B") < 0, $"{address}: {body}");
            Assert.True(body.Contains("alert(", StringComparison.Ordinal) || body.Contains("\\u003Cscript", StringComparison.Ordinal) || address.EndsWith("statements", StringComparison.Ordinal), address);
        }
    }

    [Fact]
    public async Task An_address_that_is_no_web_address_does_not_become_a_link()
    {
        string id = (await invented.Served.Record.ArticlesAsync(new() { About = "yrref OR Ferries", Outlet = "<img src=x onerror=alert(1)> Post" }, default)).Items
            .Concat((await invented.Served.Record.ArticlesAsync(new() { Outlet = "<img src=x onerror=alert(1)> Post" }, default)).Items).First().Article.Id;
        IHtmlDocument page = await Client.PageAsync($"/articles/{id}");
        Assert.Contains("javascript:alert(document.domain)", page.QuerySelector("#facts ~ .facts").Words());
        Assert.Null(page.QuerySelector("a.external"));
    }

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/nowhere", 404)]
    [InlineData("/api/v1/statements", 200)]
    [InlineData("/style.css", 200)]
    public async Task Every_answer_carries_the_safety_headers(string address, int status)
    {
        using HttpResponseMessage response = await Client.GetAsync(address);
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(
            "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
            response.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("same-origin", response.Headers.GetValues("Referrer-Policy").Single());
        Assert.False(response.Headers.Contains("Server"));
        Assert.False(response.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_failure_carries_them_too()
    {
        await using Served broken = await Served.WithAsync([], _ => BrokenRecord.Create());
        foreach (string address in new[] { "/", "/api/v1/statements" })
            Assert.True((await broken.Client.GetAsync(address)).Headers.Contains("Content-Security-Policy"));
    }

    [Theory]
    [InlineData("evil.example", HttpStatusCode.BadRequest)]
    [InlineData("evil.example:5080", HttpStatusCode.BadRequest)]
    [InlineData("127.0.0.1.evil.example", HttpStatusCode.BadRequest)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("127.0.0.1:5080", HttpStatusCode.OK)]
    [InlineData("[::1]:5080", HttpStatusCode.OK)]
    public async Task A_name_that_is_not_this_machine_is_refused(string host, HttpStatusCode expected)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/statements");
        request.Headers.Host = host;
        Assert.Equal(expected, (await Client.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task A_page_that_takes_nothing_refuses_what_is_sent_to_it(string method)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), "/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task The_style_sheet_is_kept_until_it_changes()
    {
        string address = (await Client.PageAsync("/")).QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!;
        using HttpResponseMessage first = await Client.GetAsync(address);
        Assert.Contains("immutable", first.Headers.CacheControl!.ToString());
        using HttpRequestMessage again = new(HttpMethod.Get, "/style.css");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        Assert.Equal(HttpStatusCode.NotModified, (await Client.SendAsync(again)).StatusCode);
    }

    private async Task<List<string>> AddressesAsync()
    {
        const string Outlet = "<img src=x onerror=alert(1)> Post";
        List<string> addresses = ["/?until=2026-03-04&since=2026-03-04", "/articles?since=2026-03-04", "/actors", "/outlets", "/stories", "/encounters", "/issues", "/about", "/?about=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=%22x", "/?since=%22%3E%3Cscript%3E"];
        foreach (var article in (await invented.Served.Record.ArticlesAsync(new() { Outlet = Outlet }, default)).Items) addresses.AddRange($"/articles/{article.Article.Id}", $"/stories/{(await invented.Served.Record.StoryOfArticleAsync(article.Article.Id, default))!.Id}");
        foreach (var statement in (await invented.Served.Record.StatementsAsync(new() { Outlet = Outlet }, default)).Items)
            addresses.AddRange($"/statements/{statement.Id}", $"/actors/{statement.Speaker!.Id}");
        Assert.Equal(14, addresses.Count);
        return addresses;
    }
}
