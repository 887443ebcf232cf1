using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

public sealed class DeskPagesTests
{
    private static Task<Served> ServeAsync() => Served.WithAsync([Invented.Agency(), Invented.Copy(), Invented.EditedFirst()]);

    [Fact]
    public async Task Facets_count_what_the_list_holds_and_each_narrows_it_to_its_count()
    {
        await using Served served = await ServeAsync();
        IHtmlDocument page = await served.Client.PageAsync("/");
        List<IElement> values = [.. page.QuerySelectorAll(".facets .facet li")];
        Assert.Contains("Edda Torvik", values.Select(value => value.QuerySelector("a").Words()));
        foreach (IElement value in values)
        {
            IHtmlDocument narrowed = await served.Client.PageAsync(value.QuerySelector("a")!.GetAttribute("href")!);
            Assert.Equal(value.QuerySelector(".count").Words(), narrowed.QuerySelectorAll(".statements > li").Length.ToString());
        }
    }

    [Fact]
    public async Task A_search_is_kept_listed_with_its_feed_and_forgotten()
    {
        await using Served served = await ServeAsync();
        string keep = (await served.Client.PageAsync("/?speaker=torvik")).QuerySelectorAll(".takeaway a").Single(link => link.Words() == "Keep this search").GetAttribute("href")!;
        using HttpResponseMessage kept = await served.SendAsync(keep, "form[method=post]", ("name", "The mayor & her ferry"));
        Assert.Equal("/saved", kept.Headers.Location!.ToString());

        IElement line = Assert.Single((await served.Client.PageAsync("/saved")).QuerySelectorAll(".kept > li"));
        Assert.Equal("The mayor & her ferry", line.QuerySelector(".who").Words());
        Assert.Equal("/?speaker=torvik", line.QuerySelector(".who a")!.GetAttribute("href"));
        Assert.Equal("/statements.atom?speaker=torvik", line.QuerySelector(".takeaway a")!.GetAttribute("href"));

        using HttpResponseMessage nameless = await served.SendAsync(keep, "form[method=post]", ("name", "…"));
        Assert.Contains("neither letter nor digit", await nameless.Content.ReadAsStringAsync());
        await served.SendAsync("/saved", ".kept form");
        Assert.Empty(await served.Record.SavedSearchesAsync(default));
    }

    [Fact]
    public async Task A_form_without_its_token_changes_nothing()
    {
        await using Served served = await ServeAsync();
        using FormUrlEncodedContent form = new([new("name", "x")]);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.PostAsync("/saved?about=ferry", form)).StatusCode);
        AppearanceRow some = (await served.Record.UnjudgedAsync(new(), default)).Items[0];
        using FormUrlEncodedContent decision = new([new("decision", "reject"), new("appearance", some.Id)]);
        Assert.Equal(HttpStatusCode.BadRequest, (await served.Client.PostAsync("/correct", decision)).StatusCode);
        Assert.Empty(await served.Record.SavedSearchesAsync(default));
        Assert.Empty(await served.Record.JudgementsAsync(default));
    }

    [Fact]
    public async Task What_is_judged_leaves_the_list_stands_in_the_log_with_name_and_time_and_comes_back_when_undone()
    {
        await using Served served = await ServeAsync();
        int before = (await served.Client.PageAsync("/correct")).QuerySelectorAll("ol.judge > li").Length;
        using HttpResponseMessage made = await served.SendAsync("/correct?about=engine&by=Ada+Brandt", "form.decide", ("decision", "reject"));
        Assert.Equal("/correct?about=engine&by=Ada%20Brandt", made.Headers.Location!.ToString());
        Assert.Equal(before - 1, (await served.Client.PageAsync("/correct")).QuerySelectorAll("ol.judge > li").Length);

        IElement line = Assert.Single((await served.Client.PageAsync("/correct/log")).QuerySelectorAll(".kept > li"));
        Assert.Contains("No quotation", line.Words());
        Assert.Contains("6 March 2026, 12:00 (UTC) by Ada Brandt", line.Words());

        await served.SendAsync("/correct/log", "form.undo");
        Assert.Equal(before, (await served.Client.PageAsync("/correct")).QuerySelectorAll("ol.judge > li").Length);
        Assert.Contains("taken back", Assert.Single((await served.Client.PageAsync("/correct/log")).QuerySelectorAll(".kept > li")).Words());
    }

    [Fact]
    public async Task A_speaker_and_a_day_are_set_by_forms_alone()
    {
        await using Served served = await ServeAsync();
        await served.SendAsync("/correct?about=timetable&speaker=solen", "form.decide", ("decision", "speaker"), ("speaker", "Edda Torvik"));
        StatementSummary statement = Assert.Single((await served.Record.StatementsAsync(new() { About = "timetable", Speaker = "torvik" }, default)).Items);
        AppearanceRow appearance = Assert.Single((await served.Record.StatementAsync(statement.Id, default))!.Appearances);
        Judgement made = Assert.Single(await served.Record.JudgementsAsync(default));
        Assert.Equal((JudgementKind.Speaker, appearance.Id), (made.Kind, made.About[0]));

        await served.SendAsync("/correct?about=passenger", "form.decide", ("decision", "day"), ("day", "2026-03-01"));
        Assert.Contains(new DateOnly(2026, 3, 1), (await served.Record.StatementsAsync(new() { About = "passenger" }, default)).Items.Select(s => s.SaidOn!.Value));
    }

    [Fact]
    public async Task What_cannot_be_judged_says_why_and_leaves_the_page_as_it_was()
    {
        await using Served served = await ServeAsync();
        using HttpResponseMessage answer = await served.SendAsync("/correct", "form.decide", ("decision", "join"), ("with", "http://127.0.0.1:5080/statements/0123456789ab"));
        Assert.Contains("0123456789ab", await answer.Content.ReadAsStringAsync());
        Assert.Empty(await served.Record.JudgementsAsync(default));
        using HttpResponseMessage unknown = await served.SendAsync("/correct", "form.decide", ("decision", "explode"));
        Assert.Equal(HttpStatusCode.BadRequest, unknown.StatusCode);
    }

    [Fact]
    public async Task The_script_of_the_page_is_our_own_file_and_no_other_page_may_run_one()
    {
        await using Served served = await ServeAsync();
        using HttpResponseMessage correct = await served.Client.GetAsync("/correct");
        Assert.EndsWith("; script-src 'self'", correct.Headers.GetValues("Content-Security-Policy").Single());
        IElement script = Assert.Single((await served.Client.PageAsync("/correct")).QuerySelectorAll("script"));
        Assert.Equal("", script.TextContent);
        Assert.Contains("keydown", await served.Client.GetStringAsync(script.GetAttribute("src")));
        foreach (string page in new[] { "/", "/today", "/saved", "/outlets" })
        {
            using HttpResponseMessage other = await served.Client.GetAsync(page);
            Assert.DoesNotContain("script-src", other.Headers.GetValues("Content-Security-Policy").Single());
        }
    }

    [Fact]
    public async Task Today_is_the_newest_day_of_the_record_with_its_statements_and_what_was_read_in_vain()
    {
        ArticleRecord silent = Draft.Of("Daily Buoy", "https://buoy.example/silent", "2026-03-07", "Nothing happened").Record();
        await using Served served = await Served.WithAsync([Invented.Agency(), Invented.Copy(), Invented.EditedFirst(), silent]);
        IHtmlDocument page = await served.Client.PageAsync("/today");
        Assert.Equal("2026-03-07", page.QuerySelector("h1 time")!.GetAttribute("datetime"));
        Assert.Equal("Rika Solen", page.QuerySelector(".board .who").Words());
        Assert.Contains("Nothing happened nobody is quoted", page.QuerySelector("section[aria-labelledby=read]").Words());
        // Two on 2 March, two first reported on 3 March, one on 5 March.
        Assert.Equal(3, page.QuerySelectorAll("svg.volume rect").Length);
        Assert.Equal("Statements by time: from 2 March 2026 to 5 March 2026, most (2) on 2 March 2026", page.QuerySelector("svg.volume")!.GetAttribute("aria-label")!.Replace('\u00A0', ' '));
    }

    [Fact]
    public async Task An_actor_shows_to_whom_for_whom_and_who_speaks_for_them()
    {
        await using Served served = await ServeAsync();
        StatementSummary statement = (await served.Record.StatementsAsync(new() { About = "passenger" }, default)).Items[0];
        IHtmlDocument page = await served.Client.PageAsync($"/actors/{statement.Speaker!.Id}");
        string sides = page.QuerySelector(".sides").Words();
        Assert.Contains("Who speaks for them Liv Amsel 1", sides);
        Assert.Equal("Called what, when 3 March 2026 Edda Torvik 3 March 2026 Mayor Edda Torvik", page.QuerySelector("section[aria-labelledby=roles]").Words());
        StatementSummary other = (await served.Record.StatementsAsync(new() { Speaker = "amsel" }, default)).Items[0];
        sides = (await served.Client.PageAsync($"/actors/{other.Speaker!.Id}")).QuerySelector(".sides").Words();
        Assert.Contains("To whom reporters 1", sides);
        Assert.Contains("For whom Edda Torvik 1", sides);
    }

    [Fact]
    public async Task A_statement_reported_on_several_days_shows_when_with_the_numbers_in_words()
    {
        ArticleRecord late = Draft.Of("Daily Buoy", "https://buoy.example/late", "2026-03-04", "Ferry", (BlockKind.Paragraph, "“The ferry will run until the last passenger is home”, Edda Torvik said."))
            .Says("Edda Torvik", "said", "The ferry will run until the last passenger is home", Rapporteur.Text.AttributionForm.Direct, "Edda Torvik", a => a with { SaidOn = new DateOnly(2026, 3, 2) }).Record();
        await using Served served = await Served.WithAsync([Invented.Agency(), Invented.Copy(), late]);
        StatementSummary statement = (await served.Record.StatementsAsync(new() { About = "passenger" }, default)).Items[0];
        IElement when = (await served.Client.PageAsync($"/statements/{statement.Id}")).QuerySelector("section[aria-labelledby=when]")!;
        Assert.Equal(2, when.QuerySelectorAll("rect").Length);
        Assert.Equal(["3 March 2026 2", "4 March 2026 1"], when.QuerySelectorAll(".facet li").Select(day => day.Words()));
    }
}
