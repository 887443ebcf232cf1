using Microsoft.Extensions.Primitives;

namespace Rapporteur.Web.Safety;

/// <summary>Tells browsers to run nothing, embed nothing and tell nobody where a reader comes from.</summary>
internal static class SafetyHeaders
{
    // No script at all: an article that smuggles one in finds nothing that would run it.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // The page on which people correct has a script of ours for its keys.
    private const string WithOurScript = ContentPolicy + "; script-src 'self'";

    /// <summary>Adds the headers to every response.</summary>
    public static Task Add(HttpContext http, RequestDelegate next)
    {
        // At the last moment, because the error page begins by clearing what was set before.
        http.Response.OnStarting(() =>
        {
            Set(http.Response.Headers, http.Request.Path.StartsWithSegments("/correct", StringComparison.OrdinalIgnoreCase) ? WithOurScript : ContentPolicy);
            return Task.CompletedTask;
        });

        return next(http);
    }

    private static void Set(IHeaderDictionary headers, string policy)
    {
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        // No other site is told; our own is, so that browsers that say nothing else say that a form comes from here.
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Confidential collections stay out of the browser's cache; files that are the same for everybody say otherwise.
        if (StringValues.IsNullOrEmpty(headers.CacheControl)) headers.CacheControl = "no-store";
    }
}
