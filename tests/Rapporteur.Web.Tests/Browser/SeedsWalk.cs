using Microsoft.Playwright;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Querying;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Rapporteur.Web.Tests.Browser;

/// <summary>An analyst on real reports, where a folder of them lies beside the repository. Nothing of them is kept here.</summary>
public sealed class SeedsWalk(Browsing browsing) : IClassFixture<Browsing>
{
    [SeedsFact]
    public async Task What_Putin_said_about_NATO_is_found_with_its_wordings_and_its_chain_corrected_analysed_again_exported_and_followed()
    {
        await using Served served = await Served.WithAsync([]);
        ArticleAnalysis analysis = SampleArticles.Analysis;
        Pipeline pipeline = new(new Reader(new ReaderOptions(), null, null, TimeProvider.System), new ArticleExtractor(), new TextAnalyser(fast: true), new StatementMatcher(), served.Store);
        await foreach (Outcome outcome in pipeline.RunAsync([SeedsFactAttribute.Folder], 1, default)) Assert.Equal(RecordOutcome.Added, outcome.Recorded);
        await using Window window = await browsing.OpenAsync(served.Address + "today");
        IPage page = window.Page;

        // Found by words and name, as a newcomer would.
        await page.GetByRole(AriaRole.Link, new() { Name = "Statements", Exact = true }).ClickAsync();
        await page.GetByLabel("About").FillAsync("NATO");
        await page.GetByLabel("Speaker", new() { Exact = true }).FillAsync("Putin");
        await page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Expect(page.Locator(".statements .who").First).ToContainTextAsync("Putin");

        // Its wordings and its chain.
        ILocator told = page.Locator(".statements > li").Filter(new() { Has = page.Locator(".reports") }).First;
        await told.Locator(".wording a").First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "What changed" })).ToBeVisibleAsync();
        await Expect(page.Locator(".relay svg")).ToBeVisibleAsync();
        Assert.True(await page.Locator("ol.reports > li").CountAsync() > 1);
        Assert.True(await page.Locator(".ways > li").CountAsync() > 0);

        // From the statement's own page a report of it is given to somebody else, by keys.
        await page.GetByRole(AriaRole.Link, new() { Name = "Correct this statement" }).ClickAsync();
        string report = (await page.Locator("ol.judge > li").First.GetAttributeAsync("id"))![2..];
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("s");
        await page.Keyboard.TypeAsync("Mira Tolland");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.Locator(".latest")).ToContainTextAsync("Said by Mira Tolland");

        // The correction survives a new analysis of everything.
        await foreach (Renewed renewed in new Reanalysis(analysis, served.Store).RunAsync(1, default)) Assert.Null(renewed.Problem);
        await page.GotoAsync(served.Address + "?about=NATO&speaker=Tolland");
        await Expect(page.Locator(".statements .who").First).ToHaveTextAsync("Mira Tolland");
        Judgement judged = Assert.Single(await served.Record.JudgementsAsync(default));
        Assert.Equal("Mira Tolland", (await served.Record.AppearanceAsync(judged.Appearance!, default))!.Speaker!.Name);

        // Taken along, kept, and followed.
        IDownload download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "CSV" }).ClickAsync());
        Assert.Contains("Mira Tolland", await File.ReadAllTextAsync(await download.PathAsync()));
        string feed = (await page.Locator("link[rel=alternate]").GetAttributeAsync("href"))!;
        Assert.Contains("Mira Tolland", await served.Client.GetStringAsync(feed));

        // And taken back.
        await page.GotoAsync(served.Address + "correct/log");
        await page.GetByRole(AriaRole.Button, new() { Name = "Undo judgement 1" }).ClickAsync();
        await Expect(page.Locator(".kept")).ToContainTextAsync("taken back");
        Assert.NotEqual("Mira Tolland", (await served.Record.AppearanceAsync(judged.Appearance!, default))!.Speaker?.Name);
        Assert.NotEmpty(report);
        Assert.Empty(window.Complaints);
    }
}

/// <summary>A test that runs where the reports are, and says so where they are not.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SeedsFactAttribute : FactAttribute
{
    /// <summary>Where they are: beside the repository.</summary>
    public static readonly string Folder = Path.Combine(Root(), "..", "shared", "seeds");

    /// <summary>Skips the test where the folder is missing.</summary>
    public SeedsFactAttribute()
    {
        if (!Directory.Exists(Folder)) Skip = $"{Folder} is not there.";
    }

    private static string Root()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? AppContext.BaseDirectory;
    }
}
