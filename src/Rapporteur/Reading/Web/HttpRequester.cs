using System.Net;
using System.Net.Http.Headers;
using Rapporteur.Recording;

namespace Rapporteur.Reading.Web;

/// <summary>Sends one request, in its host's turn and within the limits, and turns whatever happens into a reply.</summary>
internal sealed class HttpRequester(ReaderOptions options, HttpClient http, HostQueue queue, TimeProvider clock)
{
    /// <summary>Asks for an address once, without following redirects.</summary>
    /// <param name="address">What to ask for.</param>
    /// <param name="known">What the server said the last time, to be told only of changes; or null.</param>
    /// <param name="cancel">Stops waiting and reading.</param>
    public async Task<HttpReply> GetAsync(Uri address, FetchState? known, CancellationToken cancel)
    {
        (IDisposable? turn, DateTimeOffset notBefore) = await queue.EnterAsync(address, cancel);
        if (turn is null) return HttpReply.None(address, RetryAfter.Reason(address, notBefore));
        using (turn)
        {
            using CancellationTokenSource limit = new(options.RequestTime, clock);
            using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancel);
            try
            {
                return await SendAsync(address, known, either.Token);
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                string time = limit.IsCancellationRequested ? InSeconds(options.RequestTime) : InSeconds(options.ConnectTime);
                return HttpReply.None(address, $"{address.Host} did not answer completely within {time}: try again later, or save the page and read the file");
            }
            catch (Exception error) when (error is HttpRequestException or IOException or InvalidDataException)
            {
                return HttpReply.None(address, Reason(address, error));
            }
        }
    }

    private async Task<HttpReply> SendAsync(Uri address, FetchState? known, CancellationToken cancel)
    {
        using HttpRequestMessage request = new(HttpMethod.Get, address);
        // As the server wrote them, whether they are well formed or not: it knows its own tags.
        if (known?.ETag is { } tag) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        if (known?.LastModified is { } date) request.Headers.TryAddWithoutValidation("If-Modified-Since", date);

        using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        MediaTypeHeaderValue? type = response.Content.Headers.ContentType;
        HttpReply reply = new(address, response.StatusCode)
        {
            MediaType = type?.MediaType?.ToLowerInvariant(),
            Charset = type?.CharSet,
            RedirectsTo = Redirect(address, response),
            RetryAfter = RetryAfter.Of(response.Headers.RetryAfter, clock.GetUtcNow()),
            State = new FetchState(address.AbsoluteUri, Raw(response.Headers, "ETag"), Raw(response.Content.Headers, "Last-Modified"), NotBefore: null),
        };

        if (!response.IsSuccessStatusCode) return reply;
        if (response.Content.Headers.ContentLength > options.MaxBytes) return HttpReply.None(address, TooLong());
        await using Stream body = await response.Content.ReadAsStreamAsync(cancel);
        byte[]? bytes = await Bytes.ReadAsync(body, options.MaxBytes, cancel);
        return bytes is null ? HttpReply.None(address, TooLong()) : reply with { Body = bytes };
    }

    private static Uri? Redirect(Uri address, HttpResponseMessage response) =>
        response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect
        && response.Headers.Location is { } location && Uri.TryCreate(address, location, out Uri? target) ? target : null;

    private static string? Raw(HttpHeaders headers, string name) => headers.NonValidated.TryGetValues(name, out HeaderStringValues values) ? values.ToString() : null;

    private static string InSeconds(TimeSpan time) => $"{time.TotalSeconds:0.#} s";

    private string TooLong() => $"the page is longer than {Size.InWords(options.MaxBytes)}, more than one article may have: save the article from it and read the file";

    private static string Reason(Uri address, Exception error)
    {
        string host = address.Host;
        if (error.InnerException is AddressRefusedException) return $"{host} lies in a private network, where nothing is fetched unasked: allow private addresses if you trust it";
        if (error is InvalidDataException) return $"{host} sent a page that cannot be decompressed: try again later, or save the page and read the file";
        HttpRequestError kind = error is HttpRequestException request ? request.HttpRequestError : error is HttpIOException io ? io.HttpRequestError : HttpRequestError.Unknown;
        return kind switch
        {
            HttpRequestError.NameResolutionError => $"there is no host {host}, or no connection to the network: check the spelling and the connection",
            HttpRequestError.ConnectionError => $"{host} takes no connection: check the address and the network, or try again later",
            HttpRequestError.SecureConnectionError => $"the certificate of {host} cannot be trusted: look at the page in a browser, and save it there if you trust it",
            HttpRequestError.ResponseEnded => $"{host} broke off before the page was complete: try again later",
            // What goes wrong while the body is being read has no kind of its own.
            HttpRequestError.Unknown when error is IOException or { InnerException: IOException } => $"{host} broke off before the page was complete: try again later",
            _ => $"fetching from {host} failed ({error.Message.TrimEnd('.')}): try again later, or save the page and read the file",
        };
    }
}
