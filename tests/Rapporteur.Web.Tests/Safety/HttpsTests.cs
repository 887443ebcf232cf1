using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Web.Safety;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Safety;

/// <summary>Words that travel encrypted: by a certificate of our own, or behind a proxy that has one.</summary>
public sealed class HttpsTests
{
    private const string Password = "seven herons at dawn";

    private static readonly AccessRules Rules = new(Credentials.HashPassword(Password), []);

    [Fact]
    public async Task With_a_certificate_it_is_served_by_https_and_its_cookies_travel_by_nothing_else()
    {
        using X509Certificate2 certificate = SelfSigned();
        await using Served served = await Served.WithAsync([], options: options => options with { Urls = ["https://127.0.0.1:0"], Certificate = certificate, Access = () => Rules });
        Assert.Equal("https", served.Address.Scheme);
        using HttpClient client = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false, UseCookies = false,
            SslOptions = { RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.GetCertHashString() == certificate.GetCertHashString() },
        }) { BaseAddress = served.Address };
        foreach (string cookie in await CookiesOfSigningInAsync(client)) Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_proxy_on_this_machine_is_believed_that_it_was_asked_by_https_and_by_whom()
    {
        await using Served served = await Served.WithAsync([], options: options => options with { Access = () => Rules, HostNames = ["desk.example"] });
        served.Client.DefaultRequestHeaders.Host = "desk.example";
        Assert.All(await CookiesOfSigningInAsync(served.Client), cookie => Assert.DoesNotContain("; secure", cookie, StringComparison.OrdinalIgnoreCase));

        served.Client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        served.Client.DefaultRequestHeaders.Add("X-Forwarded-For", "192.0.2.7");
        Assert.All(await CookiesOfSigningInAsync(served.Client), cookie => Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase));
        // Links that leave the page, as those of feeds, say https too.
        Assert.StartsWith("https://desk.example/sign-in", (await served.Client.GetAsync("/statements.atom")).Headers.Location!.ToString());
    }

    [Fact]
    public async Task Tries_of_one_reader_behind_the_proxy_do_not_lock_out_another()
    {
        await using Served served = await Served.WithAsync([], options: options => options with { Access = () => Rules });
        foreach (int _ in Enumerable.Range(0, SignInRate.TriesFromOne)) Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync("192.0.2.7"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync("192.0.2.7"));
        Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync("192.0.2.8"));

        async Task<HttpStatusCode> TryAsync(string from)
        {
            using HttpResponseMessage answer = await SignInAsync(served.Client, "a guess", ("X-Forwarded-For", from));
            return answer.StatusCode;
        }
    }

    [Fact]
    public void A_name_of_the_network_on_a_dossier_that_asks_nobody_is_refused()
    {
        Assert.Contains("neither a password nor a token", new WebOptions { HostNames = ["desk.example"] }.Objection());
        Assert.Null(new WebOptions { HostNames = ["desk.example"], Access = () => Rules }.Objection());
        Assert.Null(new WebOptions { HostNames = ["localhost"] }.Objection());
        Assert.Contains("needs a certificate", new WebOptions { Urls = ["https://127.0.0.1:5443"] }.Objection());
    }

    private static async Task<IReadOnlyList<string>> CookiesOfSigningInAsync(HttpClient client)
    {
        using HttpResponseMessage entered = await SignInAsync(client, Password);
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        List<string> cookies = [.. entered.Headers.GetValues("Set-Cookie")];
        Assert.Contains(cookies, cookie => cookie.StartsWith("rapporteur-session=", StringComparison.Ordinal));
        return cookies;
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string password, (string Name, string Value)? header = null)
    {
        using HttpResponseMessage loaded = await client.GetAsync("/sign-in");
        IHtmlDocument page = new HtmlParser().ParseDocument(await loaded.Content.ReadAsStringAsync());
        using HttpRequestMessage request = new(HttpMethod.Post, "/sign-in")
        {
            Content = new FormUrlEncodedContent([new("__RequestVerificationToken", page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), new("password", password)]),
        };
        request.Headers.Add("Cookie", loaded.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        if (header is var (name, value)) request.Headers.Add(name, value);
        return await client.SendAsync(request);
    }

    private static X509Certificate2 SelfSigned()
    {
        using ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        CertificateRequest request = new("CN=desk.example", key, HashAlgorithmName.SHA256);
        using X509Certificate2 made = request.CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2090, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
