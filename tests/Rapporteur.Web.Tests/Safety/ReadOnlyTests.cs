using System.Net;
using System.Net.Http.Json;
using AngleSharp.Html.Parser;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Safety;

public sealed class ReadOnlyTests
{
    [Theory]
    [InlineData("POST", "/")]
    [InlineData("POST", "/correct")]
    [InlineData("PUT", "/articles")]
    [InlineData("DELETE", "/statements/1")]
    public async Task Every_change_of_a_shared_record_is_refused_with_a_page_that_says_why(string method, string address)
    {
        await using Served shared = await Served.WithAsync([Invented.Agency()], options: options => options with { ReadOnly = true });
        using HttpRequestMessage request = new(new HttpMethod(method), address);
        using HttpResponseMessage refused = await shared.Client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var page = new HtmlParser().ParseDocument(await refused.Content.ReadAsStringAsync());
        Assert.Equal("This record is shared for reading", page.QuerySelector("h1").Words());
        Assert.Contains("Nothing can be changed here", page.QuerySelector("main").Words());
    }

    [Fact]
    public async Task A_program_is_refused_in_its_own_form_and_may_still_read()
    {
        await using Served shared = await Served.WithAsync([Invented.Agency()], options: options => options with { ReadOnly = true });
        using HttpResponseMessage refused = await shared.Client.PostAsJsonAsync("/api/v1/judgements", new { kind = "join" });
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await shared.Client.GetAsync("/api/v1/statements")).StatusCode);
    }
}
