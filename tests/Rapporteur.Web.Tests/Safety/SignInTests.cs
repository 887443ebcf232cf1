using System.Net;
using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Safety;

public sealed class SignInTests : IAsyncLifetime
{
    private const string Password = "seven herons at dawn";
    private readonly string _token = Credentials.NewToken();
    private AccessRules _rules = AccessRules.None;
    private Served _served = null!;
    private HttpClient _browser = null!;

    public async Task InitializeAsync()
    {
        _rules = new AccessRules(Credentials.HashPassword(Password), [new AccessToken("script", Credentials.HashToken(_token))]);
        _served = await Served.WithAsync([Invented.Agency()], options: options => options with { Access = () => _rules });
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = _served.Address };
    }

    public async Task DisposeAsync()
    {
        _browser.Dispose();
        await _served.DisposeAsync();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/articles")]
    [InlineData("/articles/000000000000")]
    [InlineData("/nowhere")]
    public async Task A_stranger_is_asked_for_the_password_whatever_the_page(string address)
    {
        using HttpResponseMessage response = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Redirect, response.StatusCode);
        Assert.Equal("/sign-in", response.Headers.Location!.AbsolutePath);
    }

    [Theory]
    [InlineData("/api/v1/statements")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/api/v1/nowhere")]
    public async Task A_program_without_a_token_is_told_what_to_send(string address)
    {
        using HttpResponseMessage response = await _browser.GetAsync(address);
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.Single().Scheme);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
        Assert.True(response.Headers.Contains("Content-Security-Policy"));
    }

    [Fact]
    public async Task The_password_opens_a_session_that_leads_back_to_the_page_and_ends_when_asked()
    {
        using HttpResponseMessage entered = await SignInAsync(Password, "/articles?outlet=x");
        Assert.Equal("/articles?outlet=x", entered.Headers.Location!.OriginalString);
        string cookie = entered.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("rapporteur-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);

        IHtmlDocument page = await _browser.PageAsync("/articles");
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/api/v1/statements")).StatusCode);
        string token = page.QuerySelector("form.sign-out input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpResponseMessage left = await _browser.PostAsync("/sign-out", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]));
        Assert.Equal("/sign-in", left.Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_wrong_password_opens_nothing_and_tells_nothing_of_the_dossier()
    {
        using HttpResponseMessage refused = await SignInAsync("seven herons at dusk");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        string html = await refused.Content.ReadAsStringAsync();
        Assert.Contains("That is not the password", html);
        Assert.DoesNotContain("Ferry", html);
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task After_five_tries_in_a_minute_even_the_right_password_has_to_wait()
    {
        foreach (int _ in Enumerable.Range(0, 5)) Assert.Equal(HttpStatusCode.Unauthorized, (await SignInAsync("guess")).StatusCode);
        using HttpResponseMessage late = await SignInAsync(Password);
        Assert.Equal(HttpStatusCode.TooManyRequests, late.StatusCode);
        Assert.Equal(60, late.Headers.RetryAfter!.Delta!.Value.TotalSeconds);
        Assert.Contains("Wait a minute", await late.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync("/")).StatusCode);
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData("/\\evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_never_leads_to_another_site(string lure)
    {
        using HttpResponseMessage entered = await SignInAsync(Password, lure);
        Assert.Equal("/", entered.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using HttpResponseMessage refused = await _browser.PostAsync("/sign-in", new FormUrlEncodedContent([new("password", Password)]));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.False(refused.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies) && cookies.Any(cookie => cookie.StartsWith("rapporteur-session", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_site_sends_is_refused_even_with_the_token(string header, string value)
    {
        using HttpResponseMessage refused = await SignInAsync(Password, header: (header, value));
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task A_browser_too_old_to_say_where_a_form_comes_from_is_known_by_the_origin_it_gives()
    {
        using HttpResponseMessage entered = await SignInAsync(Password, header: ("Origin", _served.Address.GetLeftPart(UriPartial.Authority)));
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_program_enters_with_its_token_until_it_is_taken_back()
    {
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/api/v1/statements", _token));
        Assert.Equal(HttpStatusCode.OK, await AskAsync("/openapi/v1.json", _token));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("/api/v1/statements", _token + "x"));
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("/api/v1/statements", Credentials.HashToken(_token)));
        _rules = _rules with { Tokens = [] };
        Assert.Equal(HttpStatusCode.Unauthorized, await AskAsync("/api/v1/statements", _token));
    }

    [Fact]
    public async Task A_session_ends_with_the_password_it_was_opened_with()
    {
        (await SignInAsync(Password)).Dispose();
        Assert.Equal(HttpStatusCode.OK, (await _browser.GetAsync("/")).StatusCode);
        _rules = _rules with { Password = Credentials.HashPassword("eight herons at noon") };
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task Taking_away_all_that_is_asked_locks_everybody_out()
    {
        _rules = AccessRules.None;
        Assert.Equal(HttpStatusCode.Redirect, (await _browser.GetAsync("/articles")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _browser.GetAsync("/api/v1/statements")).StatusCode);
    }

    [Fact]
    public async Task Health_is_told_to_strangers_but_not_what_is_in_the_record()
    {
        Assert.Equal("""{"status":"ok","record":null}""", await _browser.GetStringAsync("/health"));
    }

    private async Task<HttpResponseMessage> SignInAsync(string password, string lead = "/", (string Name, string Value)? header = null)
    {
        IHtmlDocument page = await _browser.PageAsync($"/sign-in?return={Uri.EscapeDataString(lead)}");
        string token = page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        using HttpRequestMessage request = new(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("password", password), new("return", lead)]),
        };
        if (header is var (name, value)) request.Headers.Add(name, value);
        return await _browser.SendAsync(request);
    }

    private async Task<HttpStatusCode> AskAsync(string address, string token)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        using HttpResponseMessage response = await _served.Client.SendAsync(request);
        return response.StatusCode;
    }
}
