using System.Net;
using System.Net.Http.Json;
using System.ServiceModel.Syndication;
using System.Text.Json;
using System.Xml;
using AngleSharp.Html.Dom;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

[Collection(nameof(InventedRecord))]
public sealed class ListDownloadTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Theory]
    [InlineData("")]
    [InlineData("?about=engine")]
    [InlineData("?about=%22last+passenger%22&form=direct")]
    [InlineData("?speaker=renn&since=2026-02-10&until=2026-02-20")]
    [InlineData("?addressee=torvik")]
    [InlineData("?on_behalf_of=edda")]
    [InlineData("?outlet=Daily+Buoy&act=assert")]
    public async Task A_page_its_list_in_the_API_and_its_files_hold_the_same(string query)
    {
        IHtmlDocument page = await Client.PageAsync("/" + query);
        JsonElement api = await Client.GetFromJsonAsync<JsonElement>("/api/v1/statements" + query);
        string[] lines = (await Client.GetStringAsync("/statements.jsonl" + query)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int total = api.GetProperty("total").GetInt32();
        Assert.NotEqual(0, total);
        Assert.StartsWith($"{total} statement", page.QuerySelector(".tally").Words());
        Assert.Equal(total, lines.Length);
        Assert.Equal(
            api.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()),
            lines.Take(50).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Equal("/statements.csv" + query, Uri.UnescapeDataString(page.QuerySelector(".takeaway a")!.GetAttribute("href")!).Replace(' ', '+').Replace("\"", "%22"));
    }

    [Fact]
    public async Task A_table_is_RFC_4180_and_no_cell_of_it_is_a_formula()
    {
        await using Served served = await Served.WithAsync(
        [
            Draft.Of("Post", "https://post.example/1", "2026-03-03", "A \"title\", two", (BlockKind.Paragraph, "=HYPERLINK(\"https://evil.example\") now,\" Mal Icer said."))
                .Says("Mal Icer", "said", "=HYPERLINK(\"https://evil.example\") now", AttributionForm.Direct, "@Mal Icer").Record(),
        ]);
        using HttpResponseMessage answer = await served.Client.GetAsync("/statements.csv");
        string csv = await answer.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("statements.csv", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        string[] lines = csv.Split("\r\n");
        Assert.Equal(["", ], lines[2..]);
        Assert.StartsWith("id,speaker,said_on,form,content,", lines[0]);
        Assert.Contains(",\"'=HYPERLINK(\"\"https://evil.example\"\") now\",", lines[1]);
        Assert.Contains(",\"'@Mal Icer\",", lines[1]);
        Assert.Contains(",\"A \"\"title\"\", two\",", lines[1]);
    }

    [Theory]
    [InlineData("/", "text/csv", "text/csv")]
    [InlineData("/api/v1/statements?about=engine", "application/jsonl", "application/jsonl")]
    [InlineData("/articles", "application/atom+xml", "application/atom+xml")]
    [InlineData("/stories", "application/rss+xml", "application/rss+xml")]
    [InlineData("/actors", "application/x-ndjson", "application/jsonl")]
    [InlineData("/outlets", "text/csv;q=1", "text/csv")]
    [InlineData("/encounters", "text/csv", "text/csv")]
    [InlineData("/", "text/html,application/rss+xml;q=0.5", "text/html")]
    public async Task Who_accepts_a_table_or_a_feed_is_given_it(string address, string accept, string type)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("Accept", accept);
        using HttpResponseMessage answer = await Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_long_table_arrives_whole()
    {
        int total = (await Client.GetFromJsonAsync<JsonElement>("/api/v1/statements?limit=1")).GetProperty("total").GetInt32();
        string csv = await Client.GetStringAsync("/statements.csv");
        Assert.True(csv.Length > 10_000, $"{csv.Length}");
        Assert.Equal(total + 1, csv.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
    }

    [Theory]
    [InlineData("issues", 1)]
    [InlineData("positions?actor=tolland", 2)]
    [InlineData("changes?kind=reversed", 1)]
    [InlineData("contradictions", 0)]
    [InlineData("terms?user=norland", 1)]
    [InlineData("judgements", 1)]
    [InlineData("unread", 2)]
    [InlineData("encounters?status=planned", 1)]
    [InlineData("encounters?status=held", 0)]
    [InlineData("outlets", 2)]
    public async Task Every_list_of_the_API_is_a_table_and_lines_too_with_its_filters(string list, int lines)
    {
        await using Served served = await Narrows.ServedAsync();
        string[] asked = list.Split('?');
        string query = asked.Length > 1 ? "?" + asked[1] : "";
        Assert.Equal(lines, (await served.Client.GetFromJsonAsync<JsonElement>($"/api/v1/{list}")).GetProperty("total").GetInt32());
        Assert.Equal(lines, (await served.Client.GetStringAsync($"/{asked[0]}.jsonl{query}")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Equal(lines + 1, (await served.Client.GetStringAsync($"/{asked[0]}.csv{query}")).Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        using HttpRequestMessage request = new(HttpMethod.Get, $"/api/v1/{list}");
        request.Headers.TryAddWithoutValidation("Accept", "text/csv");
        Assert.Equal("text/csv", (await served.Client.SendAsync(request)).Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/changes.atom", "Mira Tolland reversed on observers in the Narrows")]
    [InlineData("/changes.rss?actor=tolland", "Mira Tolland reversed on observers in the Narrows")]
    [InlineData("/encounters.atom?with=vane", "Mira Tolland, Osric Vane: meeting planned")]
    public async Task Who_follows_positions_and_encounters_is_told_what_moved(string address, string title)
    {
        await using Served served = await Narrows.ServedAsync();
        using XmlReader xml = XmlReader.Create(new StringReader(await served.Client.GetStringAsync(address)));
        SyndicationItem item = Assert.Single(SyndicationFeed.Load(xml).Items);
        Assert.Equal(title, item.Title.Text);
        Assert.Equal(HttpStatusCode.OK, (await served.Client.GetAsync(item.Links[0].Uri.PathAndQuery)).StatusCode);
    }

    [Theory]
    [InlineData("/statements.rss?about=%22last+passenger%22")]
    [InlineData("/statements.atom?about=%22last+passenger%22")]
    public async Task A_feed_tells_what_is_new_in_a_search_and_leads_to_it(string address)
    {
        using XmlReader xml = XmlReader.Create(new StringReader(await Client.GetStringAsync(address)));
        SyndicationFeed feed = SyndicationFeed.Load(xml);
        SyndicationItem item = Assert.Single(feed.Items);
        Assert.Equal("Edda Torvik: The ferry will run until the last passenger is home", item.Title.Text);
        Assert.Contains("Harbour News Agency", item.Summary.Text);
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 7, 30, 0, TimeSpan.Zero), item.PublishDate.ToUniversalTime());
        Assert.Equal("Statement by Edda Torvik", (await Client.PageAsync(item.Links[0].Uri.AbsolutePath)).QuerySelector("h1").Words());
    }

    [Fact]
    public async Task Every_list_says_where_its_feed_is_and_a_hostile_article_breaks_none()
    {
        foreach (string page in new[] { "/", "/articles", "/stories" })
        {
            string feed = (await Client.PageAsync(page)).QuerySelector("link[rel=alternate]")!.GetAttribute("href")!;
            using XmlReader xml = XmlReader.Create(new StringReader(await Client.GetStringAsync(feed)));
            Assert.NotNull(SyndicationFeed.Load(xml));
        }
    }

    [Theory]
    [InlineData("/statements.csv?since=yesterday")]
    [InlineData("/statements.atom?form=7")]
    [InlineData("/statements.jsonl?issue=unheard-of")]
    public async Task What_cannot_be_understood_gives_no_file_that_holds_more_than_was_asked_for(string address)
    {
        using HttpResponseMessage answer = await Client.GetAsync(address);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }
}
