using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

/// <summary>Names, issues, one statement's reports, and what was not read.</summary>
public sealed class CorrectionPagesTests
{
    private static Task<Served> ServeAsync() => Served.WithAsync(Narrows.Articles());

    [Fact]
    public async Task A_statement_is_put_on_an_issue_and_off_all_by_forms_alone()
    {
        await using Served served = await ServeAsync();
        IHtmlDocument page = await served.Client.PageAsync("/correct?about=boats");
        Assert.Equal("observers in the Narrows", page.QuerySelector("#issues option")!.GetAttribute("value"));
        await served.SendAsync("/correct?about=boats", "form.decide", ("decision", "issue"), ("issue", "Return of the boats"));
        Assert.Equal("Return of the boats", (await served.Client.PageAsync("/correct?about=boats")).QuerySelector("input[name=issue]")!.GetAttribute("value"));
        Assert.Equal("the boats would be back by May", Assert.Single((await served.Client.PageAsync("/?issue=return-of-the-boats")).QuerySelectorAll(".statements .wording")).Words());

        await served.SendAsync("/correct?about=no+observers", "form.decide", ("decision", "issue"), ("issue", ""));
        Assert.Single((await served.Client.PageAsync("/?issue=observers-in-the-narrows")).QuerySelectorAll(".statements > li"));
        string[] log = [.. (await served.Client.PageAsync("/correct/log")).QuerySelectorAll(".kept > li").Select(line => line.QuerySelector("p").Words())];
        Assert.StartsWith("On no issue: ", log[0]);
        Assert.Equal("On the issue Return of the boats: the boats would be back by May", log[1]);
    }

    [Fact]
    public async Task An_actor_is_renamed_on_its_page_which_comes_back_under_the_new_name()
    {
        await using Served served = await ServeAsync();
        string actor = "/actors/" + (await served.Record.ActorsAsync(new("vane"), default)).Items.Single().Actor.Id;
        using HttpResponseMessage renamed = await served.SendAsync(actor, "details.rename form", ("decision", "rename"), ("shown", "Foreign Minister Vane"));
        Assert.Equal(actor, renamed.Headers.Location!.OriginalString);
        IHtmlDocument page = await served.Client.PageAsync(actor);
        Assert.EndsWith("Foreign Minister Vane", page.QuerySelector("h1").Words());
        Assert.Contains("In most articles Osric Vane", page.QuerySelector("dl.facts").Words());
        IElement line = Assert.Single((await served.Client.PageAsync("/correct/log")).QuerySelectorAll(".kept > li"));
        Assert.Equal(actor, line.QuerySelector("p a")!.GetAttribute("href"));
        await served.SendAsync("/correct/log", "form.undo");
        Assert.EndsWith("Osric Vane", (await served.Client.PageAsync(actor)).QuerySelector("h1").Words());
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    public async Task A_correction_never_leads_to_another_site(string lure)
    {
        await using Served served = await ServeAsync();
        string token = (await served.Client.PageAsync("/correct")).QuerySelector("form.decide input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        Assert.NotEmpty(token);
        using HttpResponseMessage answer = await served.SendAsync("/correct", "form.decide", ("decision", "confirm"));
        Assert.Equal("/correct", answer.Headers.Location!.OriginalString);
        using HttpResponseMessage lured = await served.SendAsync($"/correct?return={Uri.EscapeDataString(lure)}", "form.decide", ("decision", "confirm"));
        Assert.StartsWith("/correct", lured.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task The_reports_of_one_statement_are_corrected_from_its_page_judged_or_not_and_found_again_when_they_have_moved()
    {
        await using Served served = await ServeAsync();
        StatementSummary statement = (await served.Record.StatementsAsync(new() { About = "boats" }, default)).Items.Single();
        await served.Store.JudgeAsync(new JudgementRequest(JudgementKind.Confirmed, (await served.Record.StatementAsync(statement.Id, default))!.Appearances[0].Id, null, null), default);
        string correct = (await served.Client.PageAsync($"/statements/{statement.Id}")).QuerySelectorAll("main a").Single(link => link.Words() == "Correct this statement").GetAttribute("href")!;
        Assert.Single((await served.Client.PageAsync(correct)).QuerySelectorAll("ol.judge > li"));
        using HttpResponseMessage moved = await served.SendAsync(correct, "form.decide", ("decision", "speaker"), ("speaker", "Mira Tolland"));
        Assert.Equal("Mira Tolland", (await served.Client.PageAsync(moved.Headers.Location!.OriginalString)).QuerySelector("ol.judge h3 a").Words());
    }

    [Fact]
    public async Task What_was_not_read_stands_on_the_page_of_today_and_on_one_of_its_own_until_it_is_forgotten()
    {
        await using Served served = await Narrows.ServedAsync();
        Assert.Contains("articles/table.xlsx files of this type are not read", (await served.Client.PageAsync("/today")).QuerySelector("section[aria-labelledby=unread]").Words());
        IHtmlDocument page = await served.Client.PageAsync("/unread");
        Assert.Equal(2, page.QuerySelectorAll(".kept > li").Length);
        Assert.Contains("Passed over: files of this type are not read 6 March 2026, 12:00 (UTC)", page.QuerySelector(".kept > li").Words());
        await served.SendAsync("/unread", ".kept form");
        Assert.Equal("https://courier.example/gone", Assert.Single(await served.Record.UnreadAsync(default)).Location);
        Assert.Equal(3, (await served.Client.GetStringAsync("/unread.csv")).Split("\r\n").Length);
    }

    [Fact]
    public async Task Names_of_those_quoted_and_days_written_out_lead_to_what_the_record_has_of_them_and_divide_no_mark()
    {
        await using Served served = await ServeAsync();
        string id = (await served.Record.ArticlesAsync(new() { Outlet = "Bay Wire" }, default)).Items.Single().Article.Id;
        IHtmlDocument page = await served.Client.PageAsync($"/articles/{id}");
        Dictionary<string, string> links = page.QuerySelectorAll(".text a.named").DistinctBy(link => link.TextContent).ToDictionary(link => link.TextContent, link => link.GetAttribute("href")!);
        ActorRef tolland = (await served.Record.ActorsAsync(new("tolland"), default)).Items.Single().Actor;
        Assert.Equal($"/actors/{tolland.Id}", links["Mira Tolland"]);
        Assert.Equal($"/actors/{tolland.Id}", links["Tolland"]);
        Assert.Equal("/?since=2026-04-10&until=2026-04-10", links["10 April"]);
        Assert.Equal(["10 April", "Mira Tolland", "Osric Vane", "Tolland"], links.Keys.Order(StringComparer.Ordinal));
        Assert.Contains("President Mira Tolland", page.QuerySelectorAll("mark.source").Select(mark => mark.TextContent));
    }

    [Fact]
    public async Task A_statement_tells_what_was_said_before_and_again()
    {
        ArticleRecord[] twice = [.. new[] { "2026-03-02", "2026-05-12" }.Select(day => Matched($"“The ferry will run until the last passenger is home,” Edda Torvik said.", day))];
        await using Served served = await Served.WithAsync(twice);
        IReadOnlyList<StatementSummary> statements = (await served.Record.StatementsAsync(new(), default)).Items;
        Assert.Equal(2, statements.Count);
        Assert.StartsWith("Said before, 2 March 2026", (await served.Client.PageAsync($"/statements/{statements[0].Id}")).QuerySelector(".related").Words());
        IElement again = (await served.Client.PageAsync($"/statements/{statements[1].Id}")).QuerySelector(".related")!;
        Assert.StartsWith("Said again, 12 May 2026", again.Words());
        Assert.Equal($"/statements/{statements[0].Id}", again.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task An_issue_marks_where_a_position_changed_and_its_brief_has_the_words_of_each_side()
    {
        await using Served served = await ServeAsync();
        IHtmlDocument page = await served.Client.PageAsync("/issues/observers-in-the-narrows");
        Assert.Equal("accepts ▲ reversed", page.QuerySelectorAll(".stance summary").Single(summary => summary.QuerySelector(".moved") is not null && summary.Closest("tr")!.QuerySelector("th").Words() == "Mira Tolland").Words());
        string brief = (await served.Client.PageAsync(page.QuerySelectorAll(".takeaway a").First().GetAttribute("href")!)).QuerySelector("main").Words();
        Assert.Contains("Mira Tolland (Norland) accepts: “We accept observers in the Narrows from June” The Saltby Courier, 20 April 2026", brief);
        Assert.Contains("Mira Tolland reversed, 20 April 2026. Before: “We accept no observers in the Narrows”", brief);
    }

    private static ArticleRecord Matched(string text, string day)
    {
        ArticleRecord record = Draft.Of("Daily Buoy", $"https://buoy.example/{day}", day, "Ferry", (BlockKind.Paragraph, text))
            .Says("Edda Torvik", "said", "The ferry will run until the last passenger is home", AttributionForm.Direct, "Edda Torvik", a => a with { SaidOn = DateOnly.ParseExact(day, "yyyy-MM-dd") }).Record();
        AnnotatedText annotated = new() { Text = record.Article.Text, Attributions = [.. record.Appearances.Select(appearance => appearance.Attribution)] };
        return record with { Appearances = new Matching.StatementMatcher().Match(record.Article, annotated) };
    }

    [Fact]
    public async Task Encounters_are_narrowed_on_their_page_as_by_the_API()
    {
        await using Served served = await ServeAsync();
        Assert.Single((await served.Client.PageAsync("/encounters?with=vane&status=planned")).QuerySelectorAll("tbody tr"));
        Assert.Contains("No encounter meets all of this", (await served.Client.PageAsync("/encounters?status=held")).QuerySelector("main").Words());
        Assert.Contains("none of held", (await served.Client.PageAsync("/encounters?status=dreamt")).QuerySelector("[role=alert]").Words());
    }
}
