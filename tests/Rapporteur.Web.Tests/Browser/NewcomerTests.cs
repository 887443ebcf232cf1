using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Rapporteur.Web.Tests.Browser;

public sealed class NewcomerTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task A_newcomer_searches_narrows_opens_a_statement_finds_its_place_and_comes_back_to_the_speaker()
    {
        await using Window window = await browsing.OpenAsync();
        IPage page = window.Page;
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Who said what");

        await page.GetByLabel("About").FillAsync("the");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator("mark.hit").First).ToBeVisibleAsync();

        await page.GetByLabel("Outlet").FillAsync("The Strait Gazette");
        await page.GetByLabel("Form").SelectOptionAsync("direct");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator(".chips")).ToContainTextAsync("The Strait Gazette");
        await Expect(page.Locator(".statements > li")).ToHaveCountAsync(2);

        await page.GetByRole(AriaRole.Link, new() { Name = "Remove filter About: the" }).ClickAsync();
        await Expect(page.GetByLabel("About")).ToHaveValueAsync("");

        await page.GetByRole(AriaRole.Link, new() { NameString = "The ferry will run until the last passenger is home" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Edda Torvik");

        await page.GetByRole(AriaRole.Link, new() { Name = "Ferry to run on" }).ClickAsync();
        ILocator here = page.Locator("mark.here.content");
        await Expect(here).ToHaveTextAsync("The ferry will run until the last passenger is home");
        await Expect(here).ToBeInViewportAsync();

        await page.Locator(".listed li.here").GetByRole(AriaRole.Link, new() { Name = "Edda Torvik" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Edda Torvik");
        await Expect(page.Locator(".mentions").GetByText("Mayor Edda Torvik")).ToBeVisibleAsync();
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_keyboard_alone_leads_from_the_first_page_to_a_statement()
    {
        await using Window window = await browsing.OpenAsync("/?speaker=torvik");
        IPage page = window.Page;
        await page.Keyboard.PressAsync("Tab");
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeFocusedAsync();
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Skip to the content" })).ToBeInViewportAsync();
        await page.Keyboard.PressAsync("Enter");
        Assert.EndsWith("#main", page.Url);

        List<string> stops = [];
        for (int i = 0; i < 30 && !stops.Contains("The ferry will run until the last passenger is home"); i++)
        {
            await page.Keyboard.PressAsync("Tab");
            stops.Add(await page.EvaluateAsync<string>("() => document.activeElement.id || document.activeElement.textContent.trim()"));
            // Whatever has the focus shows it: an outline of some width.
            Assert.NotEqual("0px", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineWidth"));
        }

        Assert.Equal(["about", "speaker", "Search"], stops[..3]);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Statement by Edda Torvik");
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_search_is_sent_by_the_return_key_and_the_filters_open_by_the_space_bar()
    {
        await using Window window = await browsing.OpenAsync(width: 390);
        IPage page = window.Page;
        await page.GetByLabel("Speaker").FocusAsync();
        await page.Keyboard.TypeAsync("amsel");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".statements > li")).ToHaveCountAsync(1);

        await Expect(page.GetByLabel("Outlet")).ToBeHiddenAsync();
        await page.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await Expect(page.GetByLabel("Outlet")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task On_paper_a_text_is_black_on_white_with_its_lines_and_without_controls()
    {
        string id = (await browsing.Served.Record.ArticlesAsync(new() { About = "engine" }, default)).Items.Single().Article.Id;
        await using Window window = await browsing.OpenAsync($"/articles/{id}", scheme: ColorScheme.Dark);
        await window.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Expect(window.Page.Locator(".masthead nav")).ToBeHiddenAsync();
        ILocator content = window.Page.Locator("mark.content").First;
        await Expect(content).ToHaveCSSAsync("color", "rgb(0, 0, 0)");
        await Expect(content).ToHaveCSSAsync("background-color", "rgb(255, 255, 255)");
        await Expect(content).ToHaveCSSAsync("border-bottom-style", "solid");
        await Expect(window.Page.Locator("mark.source").First).ToHaveCSSAsync("text-decoration-style", "dotted");
        await Expect(window.Page.Locator("mark.cue").First).ToHaveCSSAsync("text-decoration-style", "wavy");
    }

    [Fact]
    public async Task A_hostile_article_runs_nothing_in_a_real_browser()
    {
        string id = (await browsing.Served.Record.ArticlesAsync(new() { Since = new DateOnly(2026, 3, 4), Until = new DateOnly(2026, 3, 4) }, default)).Items.Single().Article.Id;
        foreach (string path in new[] { $"/articles/{id}", "/?since=2026-03-04&until=2026-03-04", "/outlets", "/actors" })
        {
            await using Window window = await browsing.OpenAsync(path);
            await window.Page.Locator("main").HoverAsync();
            Assert.Empty(window.Complaints);
        }
    }

    [Fact]
    public async Task An_override_of_direction_does_not_turn_the_words_behind_it_around()
    {
        await using Window window = await browsing.OpenAsync("/?since=2026-03-04&until=2026-03-04");
        // Where the reader sees them: a letter close behind the override stands left of one further on.
        const string InOrder = """
            shutIn => {
              const unseen = [...document.querySelectorAll('.wording .unseen')].find(span => span.textContent === '\u202E');
              unseen.style.unicodeBidi = shutIn ? '' : 'normal';
              const text = unseen.nextSibling, range = document.createRange();
              const left = (from, to) => { range.setStart(text, from); range.setEnd(text, to); return range.getBoundingClientRect().left; };
              return left(2, 3) < left(6, 7);
            }
            """;
        Assert.True(await window.Page.EvaluateAsync<bool>(InOrder, true));
        // That it would turn them around if it were not shut in shows that the measure can tell.
        Assert.False(await window.Page.EvaluateAsync<bool>(InOrder, false));
    }
}
