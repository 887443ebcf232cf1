using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

[Collection(nameof(InventedRecord))]
public sealed class ArticlePagesTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Fact]
    public async Task Articles_are_listed_by_day_and_searched_by_headline_and_text()
    {
        IHtmlDocument page = await Client.PageAsync("/articles?about=ferry&since=2026-03-03&until=2026-03-03");
        Assert.Equal(["Ferry to run on", "Orlin will keep the ferry running 🚢, mayor says"], page.QuerySelectorAll(".headline").Select(headline => headline.Words()));
        Assert.Contains("credits Harbour News Agency", page.QuerySelector(".articles .where").Words());
    }

    [Fact]
    public async Task Blocks_are_shown_as_what_they_are_and_nothing_of_the_text_is_lost()
    {
        ArticleDetail article = await ArticleAsync("engine");
        IElement text = (await Client.PageAsync($"/articles/{article.Summary.Article.Id}")).QuerySelector(".text")!;
        text.QuerySelector(".legend")!.Remove();
        Assert.Equal(
            ["h1", "p", "h2", "p", "li", "li", "p"],
            text.QuerySelectorAll("h1, h2, p, li").Select(block => block.LocalName));
        Assert.NotNull(text.QuerySelector("blockquote > p"));
        Assert.Equal(2, text.QuerySelector("ul")!.ChildElementCount);
        Assert.Equal(string.Join(' ', article.Versions[^1].Article.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), text.Words());
    }

    [Fact]
    public async Task Sources_cues_and_contents_are_marked_also_one_inside_the_other()
    {
        IHtmlDocument page = await Client.PageAsync($"/articles/{(await ArticleAsync("engine")).Summary.Article.Id}");
        Assert.Equal("the engine is older than both towns", page.QuerySelector("mark.content.deep").Words());
        Assert.Contains("Captain Juno Brask", page.QuerySelectorAll("mark.source.content").Select(mark => mark.TextContent));
        Assert.Equal(["1", "2", "3", "4"], page.QuerySelectorAll(".text a.ref").Select(reference => reference.GetAttribute("data-n")!).Order());
    }

    [Fact]
    public async Task The_list_beside_the_text_leads_to_each_place()
    {
        IHtmlDocument page = await Client.PageAsync($"/articles/{(await ArticleAsync("engine")).Summary.Article.Id}");
        List<IElement> listed = [.. page.QuerySelectorAll(".listed > li")];
        Assert.Equal(["Edda Torvik", "Liv Amsel", "Juno Brask", "Vessby council"], listed.Select(line => line.QuerySelector(".who").Words()));
        Assert.All(listed, line => Assert.NotNull(page.GetElementById(line.QuerySelector(".where a")!.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task Facts_are_told_and_the_original_is_linked()
    {
        IHtmlDocument page = await Client.PageAsync($"/articles/{(await ArticleAsync("engine")).Summary.Article.Id}");
        string facts = page.QuerySelector("#facts ~ .facts").Words();
        Assert.Contains("By Sten Okker", facts);
        Assert.Contains("Published 3 March 2026, 08:30 (UTC+01:00)", facts);
        Assert.Equal("https://harbour.example/ferry", page.QuerySelector("a.external")!.GetAttribute("href"));
    }

    [Fact]
    public async Task Two_versions_are_shown_with_what_was_taken_out_and_put_in()
    {
        string id = (await ArticleAsync("timetable")).Summary.Article.Id;
        IHtmlDocument page = await Client.PageAsync($"/articles/{id}");
        IElement changes = page.QuerySelector(".versions .changes")!;
        Assert.Equal("“The timetable is nearly finished and nobody will touch it again,” today,” Rika Solen said.", changes.QuerySelectorAll("p")[1].Words());
        Assert.Equal(["again,” ", "planned."], changes.QuerySelectorAll("p + p del").Select(change => change.TextContent));
        Assert.Equal(["nearly ", "today,” ", "planned. The harbour was closed at noon."], changes.QuerySelectorAll("p + p ins").Select(change => change.TextContent));

        IHtmlDocument first = await Client.PageAsync($"/articles/{id}?version=1");
        Assert.Contains("since replaced", first.QuerySelector(".notice").Words());
        Assert.Contains("nobody will touch it again", first.QuerySelector(".text").Words());
        await Client.PageAsync($"/articles/{id}?version=3", 404);
        await Client.PageAsync($"/articles/{id}?part=2", 404);
    }

    [Fact]
    public async Task A_very_long_article_is_shown_in_parts_that_hold_all_of_it()
    {
        Draft draft = Draft.Of("Daily Buoy", "https://buoy.example/long", "2026-03-01", "Long",
            [.. Enumerable.Range(0, 30).Select(n => (BlockKind.Paragraph, $"{n} {string.Concat(Enumerable.Repeat("word ", 1000))}")), (BlockKind.Paragraph, "Ann said it ended.")]);
        ArticleRecord record = draft.Says("Ann", "said", "it ended", AttributionForm.Indirect, "Ann Last").Record();
        await using Served served = await Served.WithAsync([record]);
        ArticleVersion version = (await served.Record.ArticleAsync((await served.Record.ArticlesAsync(new(), default)).Items[0].Article.Id, default))!.Versions[0];

        IHtmlDocument page = await served.Client.PageAsync((await LinkToPlaceAsync(served)));
        Assert.Equal("it ended", page.QuerySelector("mark.here.content").Words());
        Assert.Contains("Part 8 of 8", page.QuerySelector(".pager").Words());

        System.Text.StringBuilder all = new();
        for (int part = 1; part <= 8; part++)
        {
            IHtmlDocument one = await served.Client.PageAsync($"/articles/{version.Appearances[0].Article.Id}?part={part}");
            all.Append(string.Concat(one.QuerySelectorAll(".text > p:not(.legend), .text > h1:not(:has(bdi))").Select(block => block.TextContent)));
        }

        Assert.Equal(version.Article.Text.Replace("\n", ""), all.ToString());
    }

    private static async Task<string> LinkToPlaceAsync(Served served)
    {
        string statement = (await served.Record.StatementsAsync(new(), default)).Items[0].Id;
        return (await served.Client.PageAsync($"/statements/{statement}")).QuerySelector("ol.reports .where a")!.GetAttribute("href")!;
    }

    private async Task<ArticleDetail> ArticleAsync(string about) =>
        (await invented.Served.Record.ArticleAsync((await invented.Served.Record.ArticlesAsync(new() { About = about }, default)).Items[0].Article.Id, default))!;
}
