using Microsoft.Playwright;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Web.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Rapporteur.Web.Tests.Browser;

/// <summary>An analyst on the sample dossier as the program reads it, with whatever it gets right and wrong there.</summary>
public sealed class SampleDossierWalk(Browsing browsing) : IClassFixture<Browsing>
{
    [Fact]
    public async Task What_the_president_said_about_the_lamp_is_found_with_its_wordings_corrected_analysed_again_exported_and_followed()
    {
        await using Served served = await Served.WithAsync(SampleArticles.Analysed());
        await using Window window = await browsing.OpenAsync(served.Address.ToString());
        IPage page = window.Page;

        // What Varden said about the lamp, in the outlets that tell it.
        await page.GetByLabel("About").FillAsync("lamp");
        await page.GetByLabel("Speaker", new() { Exact = true }).FillAsync("Varden");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        ILocator told = page.Locator(".statements > li").Filter(new() { Has = page.Locator(".reports"), HasText = "will be lit by Kestrian hands" }).First;
        await told.Locator(".wording a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What changed" })).ToBeVisibleAsync();
        await Expect(page.Locator(".relay svg")).ToBeVisibleAsync();
        await Expect(page.Locator("ol.reports")).ToContainTextAsync("Kestrian Press Bureau");

        // The least sure report is given to somebody else.
        await page.GotoAsync(served.Address + "correct?by=Ada+Brandt");
        string first = (await page.Locator("ol.judge > li").First.GetAttributeAsync("id"))![2..];
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.TypeAsync("Mira Tolland");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".latest")).ToContainTextAsync("Mira Tolland");

        // Everything is analysed again, as rapporteur reanalyse does, and she still has said it.
        IRecordStore store = served.Store;
        foreach (ArticleSummary article in (await served.Record.ArticlesAsync(new() { Limit = 100 }, default)).Items)
        {
            ArticleDetail detail = (await served.Record.ArticleAsync(article.Article.Id, default))!;
            foreach (ArticleVersion version in detail.Versions) Assert.True(await store.RenewAsync(article.Article.Id, version.Number, SampleArticles.Analysis.Of(version.Article), default));
        }

        await page.GotoAsync(served.Address + "?speaker=Mira+Tolland");
        await Expect(page.Locator(".statements .who")).ToHaveTextAsync("Mira Tolland");
        StatementSummary hers = Assert.Single((await served.Record.StatementsAsync(new() { Speaker = "Mira Tolland" }, default)).Items);
        Assert.Contains((await served.Record.StatementAsync(hers.Id, default))!.Appearances, appearance => appearance.Id == first);

        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("Mira Tolland", await File.ReadAllTextAsync(await download.PathAsync()));
        string feed = await served.Client.GetStringAsync("statements.atom?speaker=Mira+Tolland");
        Assert.Contains("Mira Tolland", feed);
        Assert.Empty(window.Complaints);
    }
}
