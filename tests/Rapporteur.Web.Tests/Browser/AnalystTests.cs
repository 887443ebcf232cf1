using Microsoft.Playwright;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Rapporteur.Web.Tests.Browser;

/// <summary>An hour of an analyst, on a record of his own: what he corrects, no other test sees.</summary>
public sealed class AnalystTests(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task An_analyst_finds_a_statement_sees_its_chain_corrects_a_speaker_analyses_again_exports_and_subscribes()
    {
        await using Served served = await Served.WithAsync([Invented.Agency(), Invented.Copy(), Invented.EditedFirst()]);
        await using Window window = await browsing.OpenAsync(served.Address + "today");
        IPage page = window.Page;
        await page.GetByRole(AriaRole.Link, new() { Name = "Statements", Exact = true }).ClickAsync();

        // What somebody said about a matter, its wordings and its chain.
        await page.GetByLabel("About").FillAsync("\"last passenger\"");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await page.Locator(".statements .wording a").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What changed" })).ToBeVisibleAsync();
        await Expect(page.Locator(".relay svg")).ToBeVisibleAsync();
        await Expect(page.Locator(".ways").First).ToContainTextAsync("Harbour News Agency");

        // A speaker is corrected by keys alone.
        await page.GotoAsync(served.Address + "correct?about=timetable&speaker=solen&by=Ada+Brandt");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("s");
        await Expect(page.GetByLabel("Speaker", new() { Exact = true }).Last).ToBeFocusedAsync();
        await page.Keyboard.TypeAsync("Edda Torvik");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".latest")).ToContainTextAsync("Edda Torvik");
        await Expect(page.Locator(".latest")).ToContainTextAsync("by Ada Brandt");

        // It survives a new analysis of the article.
        AppearanceRow corrected = await OneAsync(served.Record, "timetable");
        Assert.Equal("Edda Torvik", corrected.Speaker?.Name);
        ArticleRecord again = Invented.EditedFirst();
        Assert.Equal("Rika Solen", again.Appearances[0].Attribution.Speaker);
        Assert.True(await ((IRecordStore)served.Record).RenewAsync(corrected.Article.Id, 1, again, default));
        await page.GotoAsync(served.Address + "?about=timetable&form=direct");
        await Expect(page.Locator(".statements .who")).ToHaveTextAsync("Edda Torvik");

        // Export, and subscribe to the search that was kept.
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Equal("statements.csv", download.SuggestedFilename);
        Assert.Contains("Edda Torvik", await File.ReadAllTextAsync(await download.PathAsync()));
        await page.GetByRole(AriaRole.Link, new() { Name = "Keep this search" }).ClickAsync();
        await page.GetByLabel("Name").FillAsync("Timetable");
        await page.GetByRole(AriaRole.Button, new() { Name = "Keep" }).ClickAsync();
        string feed = (await page.GetByRole(AriaRole.Link, new() { Name = "Atom feed of Timetable" }).GetAttributeAsync("href"))!;
        Assert.Contains("Edda Torvik", await served.Client.GetStringAsync(feed));

        // And it can be undone.
        await page.GotoAsync(served.Address + "correct");
        await page.Keyboard.PressAsync("u");
        await Expect(page.Locator(".latest")).ToHaveCountAsync(0);
        Assert.Equal("Rika Solen", (await OneAsync(served.Record, "timetable")).Speaker?.Name);
        Assert.Empty(window.Complaints);
    }

    [Fact]
    public async Task The_keys_of_the_correcting_page_move_confirm_reject_and_undo_and_leave_typing_alone()
    {
        await using Served served = await Served.WithAsync([Invented.Agency(), Invented.Copy(), Invented.EditedFirst()]);
        await using Window window = await browsing.OpenAsync(served.Address + "correct");
        IPage page = window.Page;
        ILocator items = page.Locator("ol.judge > li");
        int before = await items.CountAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(items.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await Expect(items.Nth(1)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("k");
        await Expect(items.Nth(0)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("y");
        await Expect(items).ToHaveCountAsync(before - 1);
        await page.Keyboard.PressAsync("n");
        await Expect(items).ToHaveCountAsync(before - 2);
        Assert.Equal([JudgementKind.Confirmed, JudgementKind.NotAQuotation], (await served.Record.JudgementsAsync(default)).Select(judgement => judgement.Kind));
        await page.Keyboard.PressAsync("u");
        await Expect(items).ToHaveCountAsync(before - 1);
        await page.GetByLabel("About").FocusAsync();
        await page.Keyboard.TypeAsync("nyujk");
        await Expect(page.GetByLabel("About")).ToHaveValueAsync("nyujk");
        Assert.Equal(2, (await served.Record.JudgementsAsync(default)).Count);
        Assert.Empty(window.Complaints);
    }

    private static async Task<AppearanceRow> OneAsync(IRecordQueries record, string about)
    {
        StatementSummary statement = Assert.Single((await record.StatementsAsync(new() { About = about, Form = AttributionForm.Direct }, default)).Items);
        return Assert.Single((await record.StatementAsync(statement.Id, default))!.Appearances);
    }
}
