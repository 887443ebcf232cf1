using System.Net;
using Rapporteur.Recording;

namespace Rapporteur.Reading.Web;

/// <summary>A fetched document, or what is to be reported instead of it.</summary>
/// <param name="Reply">The last answer; null when there is none.</param>
/// <param name="Instead">Why there is no document; null when there is one.</param>
internal sealed record Fetch(HttpReply? Reply, ReadResult? Instead);

/// <summary>Fetches an address politely: asks robots.txt, asks only for changes, follows redirects, comes back when told to.</summary>
internal sealed class Fetcher(ReaderOptions options, HttpRequester requester, RobotsGate robots, HostQueue queue, IFetchMemory? memory, TimeProvider clock)
{
    // A server that still asks to wait after two waits means it.
    private const int MostRetries = 2;

    /// <summary>Fetches an address.</summary>
    public async Task<Fetch> GetAsync(string url, CancellationToken cancel)
    {
        string next = url;
        HashSet<string> visited = new(StringComparer.Ordinal);
        for (int hop = 0; hop <= options.MaxRedirects; hop++)
        {
            (Uri? address, string? reason) = WebAddress.Check(next);
            if (address is null) return Failed(url, hop == 0 ? reason! : $"it redirects to {next}, but {reason}");
            if (!visited.Add(address.AbsoluteUri))
                return Failed(url, $"{address.Host} redirects in a circle, as sites do that want a cookie first: open the page in a browser, save it and read the file");

            Fetch fetch = await VisitAsync(url, address, cancel);
            if (fetch.Reply?.RedirectsTo is not { } target) return fetch;
            next = target.AbsoluteUri;
        }

        return Failed(url, $"it redirects more than {options.MaxRedirects} times: open the page in a browser and read the address it ends at");
    }

    private async Task<Fetch> VisitAsync(string url, Uri address, CancellationToken cancel)
    {
        FetchState? known = memory is null ? null : await memory.FetchStateAsync(address.AbsoluteUri, cancel);
        if (known?.NotBefore is { } notBefore && notBefore - clock.GetUtcNow() is { } wait && wait > TimeSpan.Zero)
        {
            if (wait > options.LongestWait) return Skipped(url, RetryAfter.Reason(address, notBefore));
            queue.Pause(address, wait);
        }

        (RobotsRules rules, string? reason) = await robots.RulesForAsync(address, cancel);
        if (reason is not null) return Failed(url, reason);
        if (!rules.Allows(address))
            return Skipped(url, $"robots.txt of {address.Host} asks programs not to read this page: save it in a browser and read the file");

        for (int attempt = 0; ; attempt++)
        {
            HttpReply reply = await requester.GetAsync(address, known, cancel);
            if (rules.CrawlDelay is { } pause) queue.Pause(address, pause < options.LongestWait ? pause : options.LongestWait);
            if (reply.Body is not null || reply.RedirectsTo is not null) return new Fetch(reply, null);
            if (reply.Reason is not null) return Failed(url, reply.Reason);
            if (reply.Status == HttpStatusCode.NotModified) return new Fetch(null, ReadResult.NothingNew(url, "it has not changed since it was last read"));
            if (!AsksToWait(reply)) return Failed(url, StatusReason(reply));

            TimeSpan time = reply.RetryAfter!.Value;
            queue.Pause(address, time);
            if (time <= options.LongestWait && attempt < MostRetries) continue;
            DateTimeOffset until = clock.GetUtcNow() + time;
            if (memory is not null) await memory.RememberFetchAsync(new FetchState(address.AbsoluteUri, known?.ETag, known?.LastModified, until), cancel);
            return Failed(url, RetryAfter.Reason(address, until));
        }
    }

    private static bool AsksToWait(HttpReply reply) =>
        reply is { RetryAfter: not null, Status: HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable };

    private static string StatusReason(HttpReply reply)
    {
        string host = reply.Address.Host;
        return (int?)reply.Status switch
        {
            401 or 402 or 403 or 407 or 451 => $"{host} does not let programs read this page (status {(int?)reply.Status}): save it in a browser and read the file",
            404 or 410 => $"{host} has no such page (status {(int?)reply.Status}): check the address",
            429 => $"{host} asks for fewer requests (status 429): try again later",
            >= 500 => $"{host} is in trouble (status {(int?)reply.Status}): try again later",
            _ => $"{host} gave an answer that holds no page (status {(int?)reply.Status}): check the address in a browser",
        };
    }

    private static Fetch Failed(string url, string reason) => new(null, ReadResult.CouldNot(url, reason));

    private static Fetch Skipped(string url, string reason) => new(null, ReadResult.Skipped(url, reason));
}
