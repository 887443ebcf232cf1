using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

[Collection(nameof(InventedRecord))]
public sealed class StatementPagesTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Fact]
    public async Task The_first_page_lists_statements_by_day_newest_first()
    {
        IHtmlDocument page = await Client.PageAsync("/");
        List<string> days = [.. page.QuerySelectorAll(".day > h2 time").Select(time => time.GetAttribute("datetime")!)];
        Assert.Equal("2026-03-05", days[0]);
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.StartsWith("66 statements", page.QuerySelector(".tally").Words());
    }

    [Fact]
    public async Task A_search_finds_words_highlights_them_and_shows_what_restricts_it()
    {
        IHtmlDocument page = await Client.PageAsync("/?about=LAST+passenger&speaker=torvik");
        IElement line = Assert.Single(page.QuerySelectorAll(".statements > li"));
        Assert.Equal("Edda Torvik", line.QuerySelector(".who").Words());
        Assert.Equal(["last", "passenger"], line.QuerySelectorAll("mark.hit").Select(hit => hit.TextContent));
        Assert.Contains("2 reports in 2 outlets", line.QuerySelector(".where").Words());
        Assert.Equal(["/?speaker=torvik", "/?about=LAST%20passenger", "/"], page.QuerySelectorAll(".chips a").Select(chip => chip.GetAttribute("href")));
        Assert.Equal("LAST passenger", ((IHtmlInputElement)page.QuerySelector("#about")!).Value);
    }

    [Theory]
    [InlineData("/?outlet=the+strait+gazette", 2)]
    [InlineData("/?form=mixed", 1)]
    [InlineData("/?since=2026-03-02&until=2026-03-02", 2)]
    [InlineData("/?outlet=Daily+Buoy&form=direct", 0)]
    public async Task Each_filter_restricts(string address, int expected) =>
        Assert.Equal(expected, (await Client.PageAsync(address)).QuerySelectorAll(".statements > li").Length);

    [Fact]
    public async Task A_long_list_goes_on_on_the_next_page_without_losing_the_filter()
    {
        IHtmlDocument first = await Client.PageAsync("/?speaker=renn");
        IHtmlDocument second = await Client.PageAsync(first.QuerySelector(".pager a.next")!.GetAttribute("href")!);
        Assert.Equal(50, first.QuerySelectorAll(".statements > li").Length);
        Assert.Equal(10, second.QuerySelectorAll(".statements > li").Length);
        Assert.Null(second.QuerySelector(".pager a.next"));
        Assert.Equal("/?speaker=renn", second.QuerySelector(".pager a")!.GetAttribute("href"));
    }

    [Theory]
    [InlineData("/?since=yesterday", "“yesterday” is not a day")]
    [InlineData("/?form=7", "“7” is not a form")]
    [InlineData("/?since=2026-03-05&until=2026-03-01", "before the first")]
    [InlineData("/?limit=100000", "from 1 to 200")]
    [InlineData("/?after=nonsense", "does not belong to this list")]
    [InlineData("/actors?after=nonsense", "does not belong to this list")]
    public async Task What_cannot_be_understood_is_told_and_the_rest_is_shown(string address, string objection)
    {
        IHtmlDocument page = await Client.PageAsync(address);
        Assert.Contains(objection, page.QuerySelector("[role=alert]").Words());
        Assert.NotEmpty(page.QuerySelectorAll("main li a"));
    }

    [Fact]
    public async Task A_search_without_result_says_what_to_try() =>
        Assert.Contains("Try fewer words", (await Client.PageAsync("/?about=zeppelin")).QuerySelector(".empty").Words());

    [Fact]
    public async Task A_statement_shows_every_wording_in_its_sentence_and_leads_to_its_place()
    {
        IHtmlDocument page = await Client.PageAsync(await AddressOfAsync("last passenger"));
        Assert.Equal("Statement by Edda Torvik", page.QuerySelector("h1").Words());
        Assert.Equal(
            "Said on: Monday, 2 March 2026. Named as: Mayor Edda Torvik; Edda Torvik. Via: Harbour News Agency. Form: quoted. Speech act: asserts. Reported: 2 times in 2 outlets, from 1 independent origin",
            string.Join(". ", page.QuerySelectorAll(".facts > div").Select(fact => $"{fact.QuerySelector("dt").Words()}: {fact.QuerySelector("dd").Words()}")));

        List<IElement> reports = [.. page.QuerySelectorAll("ol.reports > li")];
        Assert.Equal("Harbour News Agency, 3 March 2026, 08:30 (UTC+01:00)", reports[0].QuerySelector("h3").Words());
        Assert.Equal("“The ferry will run until the last passenger is home,” Mayor Edda Torvik said on Monday.", reports[0].QuerySelector("blockquote").Words());
        Assert.Equal(["The ferry will run until the last passenger is home"], reports[0].QuerySelectorAll("mark.content").Select(mark => mark.TextContent));
        Assert.Equal(["Mayor Edda Torvik"], reports[0].QuerySelectorAll("mark.source").Select(mark => mark.TextContent));
        Assert.Equal(["said"], reports[0].QuerySelectorAll("mark.cue").Select(mark => mark.TextContent));

        string place = reports[1].QuerySelector(".where a")!.GetAttribute("href")!;
        IHtmlDocument article = await Client.PageAsync(place);
        IElement anchor = article.GetElementById(place[(place.IndexOf('#') + 1)..])!;
        Assert.Equal("Edda Torvik", anchor.NextElementSibling!.TextContent);
        Assert.Equal("The ferry will run until the last passenger is home", Assert.Single(article.QuerySelectorAll("mark.content.here")).TextContent);
    }

    [Fact]
    public async Task A_statement_of_several_reports_shows_what_changed_who_was_first_and_who_passed_it_on()
    {
        IHtmlDocument page = await Client.PageAsync(await AddressOfAsync("last passenger"));
        IElement changes = page.QuerySelector("section[aria-labelledby=changes]")!;
        Assert.Contains("1 wording, held against that of Harbour News Agency. First reported on 3 March 2026 by Harbour News Agency.", changes.Words());
        Assert.Equal(["Verbatim", "Who passed it on"], changes.QuerySelectorAll("h3").Select(kind => kind.Words()).Take(2));
        Assert.Equal(
            ["speaker Edda Torvik → Harbour News Agency", "speaker Edda Torvik → via Harbour News Agency → The Strait Gazette"],
            changes.QuerySelector("ul.ways")!.QuerySelectorAll("li").Select(way => way.Words()).Order(StringComparer.Ordinal));
        Assert.Equal(5, changes.QuerySelectorAll("svg rect").Length);
    }

    [Fact]
    public async Task A_spokeswoman_is_shown_with_whom_she_speaks_for_and_to()
    {
        string facts = (await Client.PageAsync(await AddressOfAsync("engine", "amsel"))).QuerySelector(".facts").Words();
        Assert.Contains("To reporters", facts);
        Assert.Contains("On behalf of Edda Torvik", facts);
    }

    [Fact]
    public async Task A_wording_that_an_edit_removed_is_shown_with_its_version()
    {
        string id = (await invented.Served.Record.ArticlesAsync(new() { About = "Timetable" }, default)).Items[0].Article.Id;
        string statement = (await invented.Served.Record.ArticleAsync(id, default))!.Versions[0].Appearances[0].StatementId;

        IElement report = (await Client.PageAsync($"/statements/{statement}")).QuerySelector("ol.reports > li")!;

        Assert.Contains("in version 1, since replaced", report.Words());
        Assert.StartsWith($"/articles/{id}?version=1&at=", report.QuerySelector(".where a")!.GetAttribute("href"));
        Assert.Contains("“The timetable is finished", report.QuerySelector("blockquote").Words());
    }

    [Theory]
    [InlineData("/statements/000000000000")]
    [InlineData("/actors/000000000000")]
    [InlineData("/articles/000000000000")]
    [InlineData("/nowhere")]
    public async Task What_is_not_there_is_answered_with_a_page_that_leads_on(string address)
    {
        IHtmlDocument page = await Client.PageAsync(address, 404);
        Assert.Equal("Nothing is kept here", page.QuerySelector("h1").Words());
        Assert.NotNull(page.QuerySelector("main a[href='/']"));
    }

    private async Task<string> AddressOfAsync(string about, string? speaker = null) =>
        $"/statements/{(await invented.Served.Record.StatementsAsync(new() { About = about, Speaker = speaker }, default)).Items.First().Id}";
}
