using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Pages;

[Collection(nameof(InventedRecord))]
public sealed class OtherPagesTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Fact]
    public async Task Actors_are_listed_by_statements_and_found_by_part_of_a_name()
    {
        Assert.Equal("Ulf Renn", (await Client.PageAsync("/actors")).QuerySelector(".actors a").Words());
        Assert.Equal(["Edda Torvik"], (await Client.PageAsync("/actors?name=TORV")).QuerySelectorAll(".actors a").Select(actor => actor.Words()));
    }

    [Fact]
    public async Task An_actors_page_tells_how_and_when_and_what()
    {
        string address = (await Client.PageAsync("/actors?name=torvik")).QuerySelector(".actors a")!.GetAttribute("href")!;
        IHtmlDocument page = await Client.PageAsync(address);
        Assert.Equal("Actor Edda Torvik", page.QuerySelector("h1").Words());
        Assert.Equal("Statements 1 Quoted in 2 articles First seen 3 March 2026 Last seen 3 March 2026 Mentioned as Edda Torvik Mayor Edda Torvik", page.QuerySelector(".facts").Words());
        Assert.Single(page.QuerySelectorAll(".statements > li"));
        Assert.Empty((await Client.PageAsync($"{address}?about=zeppelin")).QuerySelectorAll(".statements > li"));
    }

    [Fact]
    public async Task Outlets_are_counted()
    {
        IElement row = (await Client.PageAsync("/outlets")).QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th").Words() == "Harbour News Agency");
        // Articles, reports, own reporting, nobody else has, first with, copies from, credited by, meaning changed, days.
        Assert.Equal(["1", "4", "100 %", "3 of 4", "1", "", "1", "", "3 March 2026"], row.QuerySelectorAll("td").Select(cell => cell.Words()));
        IElement copy = (await Client.PageAsync("/outlets")).QuerySelectorAll("tbody tr").Single(line => line.QuerySelector("th").Words() == "The Strait Gazette");
        Assert.Equal(["2", "2", "50 %", "1 of 2", "0", "Harbour News Agency (1)", "0", "0 of 1", "3 March 2026 – 5 March 2026"], copy.QuerySelectorAll("td").Select(cell => cell.Words()));
    }

    [Fact]
    public async Task An_empty_record_says_how_to_fill_it()
    {
        await using Served empty = await Served.WithAsync([]);
        Assert.Contains("rapporteur read path/to/articles", (await empty.Client.PageAsync("/")).QuerySelector(".empty").Words());
        foreach (string path in new[] { "/actors", "/articles", "/outlets", "/encounters", "/stories" })
            Assert.NotNull((await empty.Client.PageAsync(path)).QuerySelector(".empty"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?about=ferry&form=direct")]
    [InlineData("/?limit=200")]
    [InlineData("/actors")]
    [InlineData("/articles")]
    [InlineData("/outlets")]
    [InlineData("/stories")]
    [InlineData("/about")]
    [InlineData("/style.css")]
    public async Task A_page_stays_below_100_KB(string address) =>
        Assert.InRange((await Client.GetByteArrayAsync(address)).Length, 1000, 100_000);

    [Fact]
    public async Task A_statement_in_a_hundred_articles_and_a_list_of_long_wordings_stay_below_100_KB()
    {
        string Long(int n) => $"{n} {string.Concat(Enumerable.Repeat("a long wording, & so on; ", 60))}end";
        IEnumerable<ArticleRecord> articles = Enumerable.Range(1, 100).Select(n => Draft.Of("Daily Buoy", $"https://buoy.example/{n}", "2026-03-01", $"No {n}",
                (BlockKind.Paragraph, $"Ann said {Long(0)}."), (BlockKind.Paragraph, $"Bob said {Long(n)}."))
            .Says("Ann", "said", Long(0), AttributionForm.Indirect, "Ann Same").Says("Bob", "said", Long(n), AttributionForm.Indirect, "Bob Other").Record());
        await using Served served = await Served.WithAsync(articles);
        string ann = (await served.Record.StatementsAsync(new StatementQuery { Speaker = "Ann" }, default)).Items.Single().Id;

        Assert.InRange((await served.Client.GetByteArrayAsync("/")).Length, 10_000, 100_000);
        Assert.InRange((await served.Client.GetByteArrayAsync($"/statements/{ann}")).Length, 10_000, 100_000);
        IHtmlDocument later = await served.Client.PageAsync($"/statements/{ann}?before=75");
        Assert.Equal(25, later.QuerySelectorAll("ol.reports > li").Length);
        Assert.Null(later.QuerySelector(".pager .next"));
    }

    [Fact]
    public async Task A_failure_is_told_without_its_inside()
    {
        await using Served broken = await Served.WithAsync([], _ => BrokenRecord.Create());
        IHtmlDocument page = await broken.Client.PageAsync("/", 500);
        Assert.Equal("Something went wrong", page.QuerySelector("h1").Words());
        Assert.DoesNotContain("secret", page.Source.Text);
    }
}
