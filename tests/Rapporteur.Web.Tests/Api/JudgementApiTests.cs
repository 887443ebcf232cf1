using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Api;

/// <summary>Judgements made and taken back by programs.</summary>
public sealed class JudgementApiTests : IAsyncLifetime
{
    private Served _served = null!;
    private AppearanceRow _boats = null!;

    public async Task InitializeAsync()
    {
        _served = await Served.WithAsync(Narrows.Articles());
        _boats = (await _served.Record.AppearancesAsync(new() { About = "boats" }, default)).Items.Single();
    }

    public async Task DisposeAsync() => await _served.DisposeAsync();

    [Fact]
    public async Task Every_kind_is_made_and_taken_back()
    {
        string statement = (await _served.Record.StatementsAsync(new() { About = "from June" }, default)).Items.Single().Id;
        (string Kind, string About, string? Value)[] all =
        [
            ("confirmed", _boats.Id, null), ("split", _boats.Id, null), ("join", _boats.Id, statement), ("speaker", _boats.Id, "Mira Tolland"), ("said_on", _boats.Id, "2026-04-01"),
            ("issue", _boats.StatementId, "boats"), ("rename", "Osric Vane", "Minister Vane"), ("same_actor", "Osric Vane", "Mira Tolland"), ("not_a_quotation", _boats.Id, null),
        ];
        Assert.Equal(Enum.GetValues<JudgementKind>().Length, all.Length);
        foreach ((string kind, string about, string? value) in all)
        {
            using HttpResponseMessage made = await PostAsync(new { kind, about, value });
            JsonElement judgement = await made.Content.ReadFromJsonAsync<JsonElement>();
            Assert.True(made.StatusCode == HttpStatusCode.Created, $"{kind}: {judgement}");
            Assert.Equal(kind, judgement.GetProperty("kind").GetString());
            Assert.Equal($"/api/v1/judgements/{judgement.GetProperty("number").GetInt32()}", made.Headers.Location!.OriginalString);
            Assert.Equal(judgement.ToString(), (await _served.Client.GetFromJsonAsync<JsonElement>(made.Headers.Location)).ToString());
            using HttpResponseMessage undone = await _served.Client.DeleteAsync(made.Headers.Location);
            Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
            Assert.NotEqual(JsonValueKind.Null, (await undone.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("undone_at").ValueKind);
            Assert.Equal(HttpStatusCode.Conflict, (await _served.Client.DeleteAsync(made.Headers.Location)).StatusCode);
        }
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "is no judgement")]
    [InlineData("null", HttpStatusCode.BadRequest, "missing")]
    [InlineData("""{"kind":"explode","about":"1"}""", HttpStatusCode.BadRequest, "is no judgement")]
    [InlineData("""{"kind":7,"about":"1"}""", HttpStatusCode.BadRequest, "is no judgement")]
    [InlineData("""{"kind":"split"}""", HttpStatusCode.BadRequest, "about")]
    [InlineData("""{"kind":"split","about":"0123456789ab"}""", HttpStatusCode.UnprocessableEntity, "0123456789ab")]
    [InlineData("""{"kind":"rename","about":"Nobody Known","value":"X"}""", HttpStatusCode.UnprocessableEntity, "Nobody Known")]
    [InlineData("""{"kind":"speaker","about":"$BOATS"}""", HttpStatusCode.UnprocessableEntity, "Two are needed")]
    [InlineData("""{"kind":"said_on","about":"$BOATS","value":"Tuesday"}""", HttpStatusCode.UnprocessableEntity, "2025-03-30")]
    public async Task What_cannot_be_judged_is_a_problem_with_its_reason_and_changes_nothing(string body, HttpStatusCode status, string why)
    {
        using StringContent content = new(body.Replace("$BOATS", _boats.Id, StringComparison.Ordinal), Encoding.UTF8, "application/json");
        using HttpResponseMessage refused = await _served.Client.PostAsync("/api/v1/judgements", content);
        Assert.Equal(status, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.Contains(why, (await refused.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
        Assert.Empty(await _served.Record.JudgementsAsync(default));
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_taken_back() => Assert.Equal(HttpStatusCode.NotFound, (await _served.Client.DeleteAsync("/api/v1/judgements/17")).StatusCode);

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "https://evil.example", HttpStatusCode.BadRequest)]
    [InlineData("Origin", "null", HttpStatusCode.BadRequest)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.Created)]
    public async Task Another_site_can_neither_make_nor_undo_a_judgement(string header, string value, HttpStatusCode status)
    {
        await _served.Store.JudgeAsync(new JudgementRequest(JudgementKind.Confirmed, _boats.Id, null, null), default);
        using HttpRequestMessage make = new(HttpMethod.Post, "/api/v1/judgements") { Content = JsonContent.Create(new { kind = "split", about = _boats.Id }) };
        make.Headers.Add(header, value);
        Assert.Equal(status, (await _served.Client.SendAsync(make)).StatusCode);
        using HttpRequestMessage undo = new(HttpMethod.Delete, "/api/v1/judgements/1");
        undo.Headers.Add(header, value);
        Assert.Equal(status == HttpStatusCode.Created ? HttpStatusCode.OK : status, (await _served.Client.SendAsync(undo)).StatusCode);
        Assert.Equal(status == HttpStatusCode.Created ? 2 : 1, (await _served.Record.JudgementsAsync(default)).Count);
    }

    [Fact]
    public async Task What_a_form_could_send_without_being_asked_is_refused()
    {
        using StringContent plain = new($$"""{"kind":"split","about":"{{_boats.Id}}"}""", Encoding.UTF8, "text/plain");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _served.Client.PostAsync("/api/v1/judgements", plain)).StatusCode);
        Assert.Empty(await _served.Record.JudgementsAsync(default));
    }

    [Fact]
    public async Task A_program_judges_under_the_name_of_its_token_unless_it_names_somebody_and_a_stranger_not_at_all()
    {
        string token = Credentials.NewToken();
        AccessRules rules = new(null, [new AccessToken("newsroom-script", Credentials.HashToken(token))]);
        await using Served asked = await Served.WithAsync(Narrows.Articles(), options: options => options with { Access = () => rules });
        using HttpResponseMessage stranger = await asked.Client.PostAsJsonAsync("/api/v1/judgements", new { kind = "split", about = _boats.Id });
        Assert.Equal(HttpStatusCode.Unauthorized, stranger.StatusCode);
        asked.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        foreach (string? author in new[] { null, "Ada Brandt" }) (await asked.Client.PostAsJsonAsync("/api/v1/judgements", new { kind = "confirmed", about = _boats.Id, author })).EnsureSuccessStatusCode();
        Assert.Equal(["newsroom-script", "Ada Brandt"], (await asked.Record.JudgementsAsync(default)).Select(judgement => judgement.Author));
    }

    private Task<HttpResponseMessage> PostAsync(object judgement) => _served.Client.PostAsJsonAsync("/api/v1/judgements", judgement);
}
