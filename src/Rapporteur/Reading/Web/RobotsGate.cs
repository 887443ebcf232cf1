using System.Collections.Concurrent;
using System.Net;
using Rapporteur.Reading.Charsets;

namespace Rapporteur.Reading.Web;

/// <summary>Fetches the robots.txt of each origin once and keeps it for a day, as RFC 9309 allows.</summary>
internal sealed class RobotsGate(ReaderOptions options, HttpRequester requester, TimeProvider clock)
{
    // RFC 9309, 2.5: at least 500 kibibytes have to be understood.
    private const int MostBytes = 500 * 1024;

    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (RobotsRules Rules, DateTimeOffset Until)> known = new(StringComparer.Ordinal);

    /// <summary>The rules for an address, or the reason why its host cannot be asked at all.</summary>
    public async Task<(RobotsRules Rules, string? Reason)> RulesForAsync(Uri address, CancellationToken cancel)
    {
        string origin = address.GetLeftPart(UriPartial.Authority);
        if (known.TryGetValue(origin, out var entry) && entry.Until > clock.GetUtcNow()) return (entry.Rules, null);

        (RobotsRules? rules, string? reason) = await FetchAsync(new Uri(origin + "/robots.txt"), cancel);
        if (rules is null) return (RobotsRules.DenyAll, reason);
        known[origin] = (rules, clock.GetUtcNow() + KeptFor);
        return (rules, null);
    }

    private async Task<(RobotsRules? Rules, string? Reason)> FetchAsync(Uri address, CancellationToken cancel)
    {
        for (int hop = 0; hop <= options.MaxRedirects; hop++)
        {
            HttpReply reply = await requester.GetAsync(address, known: null, cancel);
            if (reply.RedirectsTo is { } next)
            {
                if (WebAddress.Check(next.AbsoluteUri).Address is not { } target) return (RobotsRules.AllowAll, null);
                address = target;
                continue;
            }

            // Sections 2.3.1.1 to 2.3.1.4: what is not there forbids nothing, a server in trouble forbids everything.
            if (reply.Body is { } body) return (RobotsRules.Parse(Text(body)), null);
            if (reply.Reason is not null) return (null, reply.Reason);
            return (int?)reply.Status is >= 400 and < 500 && reply.Status != HttpStatusCode.TooManyRequests
                ? (RobotsRules.AllowAll, null)
                : (null, $"{address.Host} cannot say in its robots.txt what may be read (status {(int?)reply.Status}), so nothing is: try again later");
        }

        return (RobotsRules.AllowAll, null);
    }

    private static string Text(byte[] body) => TextDecoder.Decode(body.AsSpan(0, Math.Min(body.Length, MostBytes)), TextSource.PlainText).Text ?? "";
}
