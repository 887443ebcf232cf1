using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Rapporteur.Web.Api;

namespace Rapporteur.Web.Safety;

/// <summary>Refuses what would change something and must not: in a record that is shared for reading, from another site, to a page that takes nothing.</summary>
internal static class ChangeGuard
{
    /// <summary>Refuses by who asks and how, before anything looks at the request.</summary>
    public static Task Refuse(HttpContext http, RequestDelegate next)
    {
        // The page that tells of a refusal is asked for, whatever was sent.
        if (http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null) http.Request.Method = HttpMethods.Get;
        if (OnlyAsks(http.Request)) return next(http);
        WebOptions options = (WebOptions)http.RequestServices.GetService(typeof(WebOptions))!;
        if (options.ReadOnly && !IsSession(http.Request)) return End(http, StatusCodes.Status403Forbidden);
        if (!HttpMethods.IsPost(http.Request.Method) && !HttpMethods.IsDelete(http.Request.Method)) return End(http, StatusCodes.Status405MethodNotAllowed);
        if (IsFromElsewhere(http.Request)) return End(http, StatusCodes.Status400BadRequest);
        // A form of another site can send no JSON without being asked first, and it is never told yes.
        if (ApiRoutes.Claims(http) && HttpMethods.IsPost(http.Request.Method) && !http.Request.HasJsonContentType()) return End(http, StatusCodes.Status415UnsupportedMediaType);
        return next(http);
    }

    /// <summary>Refuses what the page found has no answer to. A page would show itself as if nothing had been sent.</summary>
    public static Task RefuseUnhandled(HttpContext http, RequestDelegate next)
    {
        if (OnlyAsks(http.Request) || http.GetEndpoint()?.Metadata.GetMetadata<CompiledPageActionDescriptor>() is not { } page
            || page.HandlerMethods.Any(handler => handler.HttpMethod.Equals(http.Request.Method, StringComparison.OrdinalIgnoreCase)))
            return next(http);
        http.Response.Headers[HeaderNames.Allow] = "GET, HEAD";
        return End(http, StatusCodes.Status405MethodNotAllowed);
    }

    private static bool OnlyAsks(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Signing in and out changes nothing of the record.
    private static bool IsSession(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.Equals(Access.SignInPath, StringComparison.OrdinalIgnoreCase) || request.Path.Equals("/sign-out", StringComparison.OrdinalIgnoreCase));

    // Browsers say where a request comes from; programs say nothing. The token in each form stands behind this.
    private static bool IsFromElsewhere(HttpRequest request)
    {
        string site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0) return site is "cross-site" or "same-site";
        // Where the browser is too old to say that, it gives the origin: our referrer policy lets it. Who hides it ("null") may be another site in a frame.
        string origin = request.Headers.Origin.ToString();
        return origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out Uri? from) && from.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase));
    }

    private static Task End(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
