using Microsoft.Playwright;
using Rapporteur.Querying;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Tests.Fixtures;
using static Microsoft.Playwright.Assertions;

namespace Rapporteur.Web.Tests.Browser;

public sealed class AccessibilityTests(Browsing browsing) : IClassFixture<Browsing>
{
    // Where npm puts it below this project's folder; ./check runs npm ci there.
    private static readonly string Axe = Path.Combine(ProjectFolder(), "node_modules", "axe-core", "axe.min.js");

    // What axe is asked to check: all of WCAG 2.2 AA and what its authors think good practice.
    private const string Run = """
        () => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })
          .then(result => result.violations.map(v => v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | ')))
        """;

    [Fact]
    public async Task Axe_finds_no_violation_of_WCAG_2_2_AA_on_any_page_light_or_dark_wide_or_narrow()
    {
        string axe = await AxeAsync();
        List<string> violations = [];
        await using Served narrows = await Narrows.ServedAsync();
        foreach (string path in (await PagesAsync()).Concat(await NarrowsAsync(narrows)))
        {
            await using Window window = await browsing.OpenAsync(path);
            await window.Page.EvaluateAsync(axe);
            foreach ((ColorScheme scheme, int width) in new[] { (ColorScheme.Light, 1280), (ColorScheme.Dark, 1280), (ColorScheme.Dark, 390) })
            {
                await window.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                await window.Page.SetViewportSizeAsync(width, 900);
                violations.AddRange((await window.Page.EvaluateAsync<string[]>(Run)).Select(violation => $"{path}, {scheme}, {width}: {violation}"));
            }
        }

        Assert.True(violations.Count == 0, string.Join('\n', violations));
    }

    [Fact]
    public async Task A_reader_signs_in_with_the_password_and_out_again_and_axe_finds_nothing_on_the_way()
    {
        AccessRules rules = new(Credentials.HashPassword("seven herons at dawn"), []);
        await using Served served = await Served.WithAsync([Invented.Agency()], options: options => options with { Access = () => rules });
        await using Window window = await browsing.OpenAsync(served.Address + "actors");
        IPage page = window.Page;
        await Quiet();
        await page.GetByLabel("Password of this dossier").FillAsync("eight herons");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToBeVisibleAsync();
        await Quiet();
        await page.GetByLabel("Password of this dossier").FillAsync("seven herons at dawn");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Actors", Level = 1 })).ToBeVisibleAsync();
        await page.GotoAsync(served.Address + "sign-out");
        await Quiet();
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await page.GotoAsync(served.Address + "actors");
        await Expect(page.GetByLabel("Password of this dossier")).ToBeVisibleAsync();

        async Task Quiet()
        {
            await page.EvaluateAsync(await AxeAsync());
            Assert.Empty(await page.EvaluateAsync<string[]>(Run));
        }
    }

    [Fact]
    public async Task Axe_sees_text_too_pale_and_a_field_without_a_name()
    {
        await using Window window = await browsing.OpenAsync();
        await window.Page.EvaluateAsync(await AxeAsync());
        await window.Page.EvaluateAsync("() => { document.querySelector('h1').style.color = '#ccc'; document.querySelector('label[for=about]').remove(); }");
        string[] violations = await window.Page.EvaluateAsync<string[]>(Run);
        Assert.Superset(new HashSet<string> { "color-contrast", "label" }, violations.Select(violation => violation.Split(':')[0]).ToHashSet());
    }

    [Fact]
    public async Task No_page_has_to_be_scrolled_sideways()
    {
        await using Served narrows = await Narrows.ServedAsync();
        foreach (string path in (await PagesAsync()).Concat(await NarrowsAsync(narrows)))
        {
            await using Window window = await browsing.OpenAsync(path);
            foreach (int width in new[] { 320, 390, 900, 1440 })
            {
                await window.Page.SetViewportSizeAsync(width, 900);
                int over = await window.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                Assert.True(over == 0, $"{path} at {width} pixels is {over} too wide.");
            }
        }
    }

    [Fact]
    public async Task Every_page_has_one_main_heading_and_leaves_no_level_out()
    {
        await using Served narrows = await Narrows.ServedAsync();
        foreach (string path in (await PagesAsync()).Concat(await NarrowsAsync(narrows)))
        {
            await using Window window = await browsing.OpenAsync(path);
            int[] levels = await window.Page.EvaluateAsync<int[]>("() => [...document.querySelectorAll('h1, h2, h3, h4')].map(h => +h.localName[1])");
            Assert.True(levels.Count(level => level == 1) == 1, $"{path} has the headings {string.Join(' ', levels)}");
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1, $"{path} has the headings {string.Join(' ', levels)}"));
        }
    }

    private static async Task<string> AxeAsync()
    {
        Assert.True(File.Exists(Axe), "axe-core is missing. Run ./check, or npm ci in tests/Rapporteur.Web.Tests.");
        return await File.ReadAllTextAsync(Axe);
    }

    private async Task<List<string>> PagesAsync()
    {
        IRecordQueries record = browsing.Served.Record;
        List<string> pages = ["/", "/?about=ferry&form=direct&since=2026-03-01", "/?about=zeppelin", "/?since=x", "/actors", "/articles", "/outlets", "/encounters", "/issues", "/stories", "/about", "/nowhere", "/today", "/correct", "/correct?speaker=torvik&by=Ada", "/correct/log", "/saved", "/saved?about=ferry"];
        pages.AddRange((await record.ArticlesAsync(new() { Since = new DateOnly(2026, 3, 3) }, default)).Items.Select(article => $"/articles/{article.Article.Id}"));
        StatementSummary statement = (await record.StatementsAsync(new() { About = "last passenger" }, default)).Items[0];
        pages.AddRange($"/statements/{statement.Id}", $"/actors/{statement.Speaker!.Id}");
        return pages;
    }

    // Encounters, issues and what was not read are in a record of their own.
    private static async Task<IEnumerable<string>> NarrowsAsync(Served served)
    {
        IRecordQueries record = served.Record;
        AppearanceRow some = (await record.AppearancesAsync(new() { About = "no observers", Limit = 1 }, default)).Items[0];
        await served.Store.JudgeAsync(new(Recording.JudgementKind.Rename, "Osric Vane", "Foreign Minister Osric Vane of Suthmark", "Ada Brandt"), default);
        await served.Store.JudgeAsync(new(Recording.JudgementKind.Issue, some.Id, "observers in the Narrows", null), default);
        string[] paths =
        [
            "issues", "issues/observers-in-the-narrows", "issues/observers-in-the-narrows/brief", "encounters", $"encounters/{(await record.EncountersAsync(default))[0].Id}", "encounters?with=vane&status=planned", "encounters?status=x",
            "unread", "today", "correct", "correct/log", $"correct?statement={some.StatementId}", $"actors/{some.Speaker!.Id}", $"statements/{some.StatementId}", $"articles/{some.Article.Id}", "stories", "outlets",
        ];
        return paths.Select(path => served.Address + path);
    }

    private static string ProjectFolder()
    {
        DirectoryInfo? folder = new(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.csproj").Length == 0) folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException($"No project above {AppContext.BaseDirectory}.");
    }
}
