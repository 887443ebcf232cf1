using System.Net;

namespace Rapporteur.Reading.Web;

/// <summary>Makes the HTTP client that a <see cref="Reader"/> is handed.</summary>
public static class GuardedHttp
{
    /// <summary>A client that connects only where <see cref="ReaderOptions"/> allow, keeps no cookies and sends no credentials.</summary>
    /// <remarks>It takes no proxy: a proxy would look names up itself, and whether they lead inside could not be seen.</remarks>
    public static HttpClient Create(ReaderOptions options)
    {
        SocketsHttpHandler handler = new()
        {
            // The reader follows redirects itself: each hop has to be allowed by robots.txt and wait for its host's turn.
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectCallback = new AddressGuard(options.AllowPrivateAddresses).ConnectAsync,
            ConnectTimeout = options.ConnectTime,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
        };
        HttpClient client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd($"{RobotsRules.ProductToken}/{typeof(GuardedHttp).Assembly.GetName().Version?.ToString(2)}");
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, text/plain;q=0.9, */*;q=0.1");
        return client;
    }
}
