using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Rapporteur.Querying;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Api;

[Collection(nameof(InventedRecord))]
public sealed class ApiTests(InventedServed invented)
{
    private HttpClient Client => invented.Served.Client;

    [Fact]
    public async Task A_list_gives_items_total_and_how_to_go_on()
    {
        JsonElement first = await GetAsync("/api/v1/statements?speaker=renn&limit=40");
        JsonElement second = await GetAsync($"/api/v1/statements?speaker=renn&limit=40&after={first.GetProperty("next").GetString()}");
        Assert.Equal(60, first.GetProperty("total").GetInt32());
        Assert.Equal(60, Ids(first).Concat(Ids(second)).Distinct().Count());
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
    }

    [Fact]
    public async Task The_filters_are_those_of_the_pages()
    {
        JsonElement found = Assert.Single((await GetAsync("/api/v1/statements?about=%22last+passenger%22&outlet=the+strait+gazette&form=direct&since=2026-03-01&until=2026-03-31")).GetProperty("items").EnumerateArray());
        Assert.Equal("Edda Torvik", found.GetProperty("speaker").GetProperty("name").GetString());
        Assert.Equal("2026-03-02", found.GetProperty("said_on").GetString());
        Assert.Equal("direct", found.GetProperty("form").GetString());
        Assert.Equal("https://harbour.example/ferry", found.GetProperty("first_report").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Positions_count_code_points()
    {
        // The ship in the headline is two UTF-16 units and one code point.
        string id = (await invented.Served.Record.StatementsAsync(new StatementQuery { About = "fair timetable" }, default)).Items[0].Id;
        JsonElement appearance = Assert.Single((await GetAsync($"/api/v1/statements/{id}")).GetProperty("appearances").EnumerateArray());
        JsonElement article = await GetAsync($"/api/v1/articles/{appearance.GetProperty("article").GetProperty("id").GetString()}");
        string[] characters = [.. article.GetProperty("versions")[0].GetProperty("text").GetString()!.EnumerateRunes().Select(rune => rune.ToString())];
        int[] span = [.. appearance.GetProperty("content_spans")[0].EnumerateArray().Select(number => number.GetInt32())];
        Assert.Equal(appearance.GetProperty("content").GetString(), string.Concat(characters[span[0]..span[1]]));
    }

    [Fact]
    public async Task Actors_articles_and_outlets_are_there_too()
    {
        JsonElement actor = (await GetAsync("/api/v1/actors?name=amsel")).GetProperty("items")[0];
        Assert.Equal("Her spokeswoman Liv Amsel", (await GetAsync($"/api/v1/actors/{actor.GetProperty("id").GetString()}")).GetProperty("mentioned_as")[0].GetString());
        Assert.Equal(2, (await GetAsync("/api/v1/articles?outlet=The+Strait+Gazette")).GetProperty("total").GetInt32());
        Assert.Contains("Daily Buoy", (await GetAsync("/api/v1/outlets")).GetProperty("items").EnumerateArray().Select(outlet => outlet.GetProperty("name").GetString()));
    }

    [Theory]
    [InlineData("/api/v1/statements?since=March", HttpStatusCode.BadRequest, "since")]
    [InlineData("/api/v1/statements?form=loud", HttpStatusCode.BadRequest, "form")]
    [InlineData("/api/v1/articles?limit=0", HttpStatusCode.BadRequest, "limit")]
    [InlineData("/api/v1/actors?after=nonsense", HttpStatusCode.BadRequest, "after")]
    [InlineData("/api/v1/statements/nothing", HttpStatusCode.NotFound, "nothing")]
    [InlineData("/api/v1/verdicts", HttpStatusCode.NotFound, "Not Found")]
    public async Task Errors_are_problem_json_that_names_what_is_wrong(string address, HttpStatusCode status, string named)
    {
        using HttpResponseMessage response = await Client.GetAsync(address);
        Assert.Equal(status, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(named, await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_failure_is_problem_json_without_its_inside()
    {
        await using Served broken = await Served.WithAsync([], _ => BrokenRecord.Create());
        using HttpResponseMessage response = await broken.Client.GetAsync("/health");
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.DoesNotContain("secret", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Health_tells_how_much_is_kept() =>
        Assert.Equal(64, (await GetAsync("/health")).GetProperty("record").GetProperty("articles").GetInt32());

    [Fact]
    public async Task The_description_names_every_filter()
    {
        JsonElement description = await GetAsync("/openapi/v1.json");
        Assert.StartsWith("3.1", description.GetProperty("openapi").GetString());
        Assert.Equal(
            ["about", "act", "addressee", "after", "form", "issue", "limit", "on_behalf_of", "outlet", "since", "speaker", "until"],
            description.GetProperty("paths").GetProperty("/api/v1/statements").GetProperty("get").GetProperty("parameters").EnumerateArray()
                .Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!).Order(StringComparer.Ordinal));
        Assert.Contains("on_behalf_of", description.GetProperty("components").GetProperty("schemas").GetProperty("ApiAppearance").GetProperty("properties").EnumerateObject().Select(property => property.Name));
    }

    private static IEnumerable<string?> Ids(JsonElement list) => list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());

    private async Task<JsonElement> GetAsync(string address) => await Client.GetFromJsonAsync<JsonElement>(address);
}
