using System.Net;
using System.Text.Json;
using AngleSharp.Html.Dom;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

public sealed class StoryPagesTests : IAsyncLifetime
{
    private const string Struck = "The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were taken to the hospital.";
    private Served _served = null!;

    public async Task InitializeAsync() => _served = await Served.WithAsync(
    [
        Draft.Of("North Wire", "https://wire.example/1", "2026-03-01", "Ferry 🚢 Aldona strikes Quellmark pier",
            (BlockKind.Paragraph, Struck), (BlockKind.Paragraph, "Divers of the Quellmark harbour office will examine the hull of the Aldona before the tide turns <tonight>.")).Record(),
        Draft.Of("Daily Buoy", "https://buoy.example/1", "2026-03-02", "Aldona hits Quellmark pier 🚢",
            (BlockKind.Paragraph, Struck.Replace("taken", "brought", StringComparison.Ordinal)),
            (BlockKind.Paragraph, "Divers of the Quellmark harbour office will examine the hull of the Aldona before the tide turns <tonight>.")).Record(),
    ]);

    public async Task DisposeAsync() => await _served.DisposeAsync();

    [Fact]
    public async Task The_list_leads_to_the_story_and_the_story_to_its_articles()
    {
        IHtmlDocument list = await _served.Client.PageAsync("/stories");
        Assert.Equal("Ferry 🚢 Aldona strikes Quellmark pier", list.QuerySelector("tbody th").Words());
        Assert.Equal(["2", "2", "1"], list.QuerySelectorAll("tbody td.number").Select(cell => cell.Words()));
        IHtmlDocument story = await _served.Client.PageAsync(list.QuerySelector("tbody a")!.GetAttribute("href")!);
        Assert.Equal("Days 1 March 2026 – 2 March 2026 Told by 2 articles in 2 outlets Independent origins 1", story.QuerySelector(".facts").Words());
        Assert.Equal(2, story.QuerySelectorAll(".articles li").Length);
        Assert.Equal(HttpStatusCode.NotFound, (await _served.Client.GetAsync("/stories/none")).StatusCode);
    }

    [Fact]
    public async Task An_articles_page_shows_which_sentences_stand_elsewhere_and_where()
    {
        IHtmlDocument page = await _served.Client.PageAsync($"/articles/{await CopyAsync()}");
        string shown = page.QuerySelector("section[aria-labelledby=reuse]").Words();
        Assert.Contains("North Wire, 1 March 2026", shown);
        Assert.Contains("that one is earlier", shown);
        Assert.Contains("there: The ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were taken to the hospital", shown);
        Assert.Contains("word for word", shown);
        Assert.Contains("2 articles about the same happening", page.QuerySelector(".facts").Words());
    }

    [Fact]
    public async Task Programs_get_the_same_with_code_points()
    {
        string copy = await CopyAsync();
        JsonElement reuse = JsonDocument.Parse(await _served.Client.GetStringAsync($"/api/v1/articles/{copy}/reuse")).RootElement[0];
        Assert.Equal("from_other", reuse.GetProperty("direction").GetString());
        Assert.Equal("time", reuse.GetProperty("evidence").GetString());
        JsonElement sentence = reuse.GetProperty("sentences").EnumerateArray().Single(line => line.GetProperty("wording").GetString()!.StartsWith("The ferry", StringComparison.Ordinal));
        // The ship in the headline is one code point and two UTF-16 units.
        Assert.Equal("Aldona hits Quellmark pier ".Length + 1 + 2, sentence.GetProperty("span")[0].GetInt32());
        Assert.Equal(HttpStatusCode.NotFound, (await _served.Client.GetAsync("/api/v1/articles/none/reuse")).StatusCode);

        JsonElement story = JsonDocument.Parse(await _served.Client.GetStringAsync("/api/v1/stories")).RootElement.GetProperty("items")[0];
        Assert.Equal(1, story.GetProperty("origins").GetInt32());
        JsonElement detail = JsonDocument.Parse(await _served.Client.GetStringAsync($"/api/v1/stories/{story.GetProperty("id").GetString()}")).RootElement;
        Assert.Equal(2, detail.GetProperty("articles").GetArrayLength());
        Assert.Equal(HttpStatusCode.BadRequest, (await _served.Client.GetAsync("/api/v1/stories?after=x")).StatusCode);
    }

    private async Task<string> CopyAsync() =>
        (await _served.Record.ArticlesAsync(new ArticleQuery { Outlet = "Daily Buoy" }, default)).Items.Single().Article.Id;
}
