using System.Net;
using Rapporteur.Recording;

namespace Rapporteur.Reading.Web;

/// <summary>What came back from one request: an answer, or the reason why there is none.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Status">The status, or null when there was no answer.</param>
internal sealed record HttpReply(Uri Address, HttpStatusCode? Status)
{
    /// <summary>The decompressed body of a success; null for any other status.</summary>
    public byte[]? Body { get; init; }

    /// <summary><c>text/html</c>, in small letters; null when the server does not say.</summary>
    public string? MediaType { get; init; }

    /// <summary>The charset of the Content-Type header, or null.</summary>
    public string? Charset { get; init; }

    /// <summary>Where it redirects to, or null.</summary>
    public Uri? RedirectsTo { get; init; }

    /// <summary>How long the server wants to be left alone; null when it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>What to ask with the next time.</summary>
    public FetchState? State { get; init; }

    /// <summary>Why there is no answer, in words for the user; null when there is one.</summary>
    public string? Reason { get; init; }

    /// <summary>No answer.</summary>
    public static HttpReply None(Uri address, string reason) => new(address, Status: null) { Reason = reason };
}
