using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Rapporteur.Web.Api;

/// <summary>Gives every answer an entity tag, and answers 304 to who has that very answer already.</summary>
/// <remarks>The tag is a digest of what would be sent, so it holds as long as the answer is the same, whatever else of the record changes.</remarks>
internal static class EntityTags
{
    /// <summary>The middleware.</summary>
    public static async Task Add(HttpContext http, RequestDelegate next)
    {
        if (!HttpMethods.IsGet(http.Request.Method))
        {
            await next(http);
            return;
        }

        Stream body = http.Response.Body;
        using MemoryStream answer = new();
        http.Response.Body = answer;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = body;
        }

        if (http.Response.StatusCode == StatusCodes.Status200OK && Tag(http, answer)) return;
        answer.Position = 0;
        await answer.CopyToAsync(body, http.RequestAborted);
    }

    // True when the answer is known already and need not be sent.
    private static bool Tag(HttpContext http, MemoryStream answer)
    {
        EntityTagHeaderValue tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(answer.GetBuffer().AsSpan(0, (int)answer.Length)))[..24]}\"");
        http.Response.GetTypedHeaders().ETag = tag;
        IList<EntityTagHeaderValue> known = http.Request.GetTypedHeaders().IfNoneMatch;
        if (!known.Any(one => one.Equals(EntityTagHeaderValue.Any) || one.Compare(tag, useStrongComparison: false))) return false;
        http.Response.StatusCode = StatusCodes.Status304NotModified;
        http.Response.ContentLength = null;
        http.Response.ContentType = null;
        return true;
    }
}
