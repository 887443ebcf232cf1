using System.Net.Http.Headers;

namespace Rapporteur.Reading.Web;

/// <summary>Understands servers that ask to be left alone for a while.</summary>
internal static class RetryAfter
{
    // A server may say years by mistake; after a day it is asked again.
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    /// <summary>How long to wait from now, at most a day; null when the header says nothing.</summary>
    public static TimeSpan? Of(RetryConditionHeaderValue? header, DateTimeOffset now)
    {
        TimeSpan? wait = header?.Delta ?? (header?.Date - now);
        if (wait is not { } time) return null;
        return time < TimeSpan.Zero ? TimeSpan.Zero : time > Longest ? Longest : time;
    }

    /// <summary>For the user: when to come back.</summary>
    public static string Reason(Uri address, DateTimeOffset notBefore) =>
        $"{address.Host} asks for no more requests before {notBefore.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC: read it again after that";
}
