using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Rapporteur.Web.Assets;

/// <summary>A file that pages need, carried inside the assembly.</summary>
internal sealed class Asset
{
    /// <summary>The style sheet of every page: its chapters in this order.</summary>
    public static readonly Asset Style = new("/style.css", "text/css; charset=utf-8", "base.css", "layout.css", "lists.css", "articles.css", "desk.css", "print.css");

    /// <summary>The mark in the browser's tab.</summary>
    public static readonly Asset Icon = new("/icon.svg", "image/svg+xml", "icon.svg");

    /// <summary>The keys of the page on which people correct; it works without.</summary>
    public static readonly Asset CorrectScript = new("/correct.js", "text/javascript; charset=utf-8", "correct.js");

    private readonly byte[] _bytes;
    private readonly string _path;
    private readonly string _type;
    private readonly string _digest;

    private Asset(string path, string type, params string[] resources)
    {
        using MemoryStream joined = new();
        foreach (string resource in resources)
        {
            using Stream part = typeof(Asset).Assembly.GetManifestResourceStream($"Assets/{resource}")
                ?? throw new InvalidOperationException($"The assembly was built without Assets/{resource}.");
            part.CopyTo(joined);
        }

        (_path, _type, _bytes) = (path, type, joined.ToArray());
        _digest = Convert.ToHexStringLower(SHA256.HashData(_bytes))[..16];
    }

    /// <summary>Where pages link to it. The address changes with the content, so that it may be kept for ever.</summary>
    public string Address => $"{_path}?v={_digest}";

    /// <summary>Serves it.</summary>
    public void Map(IEndpointRouteBuilder routes) => routes.MapGet(_path, (HttpContext http) =>
    {
        http.Response.Headers.CacheControl = http.Request.Query["v"] == _digest ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(_bytes, _type, entityTag: new EntityTagHeaderValue($"\"{_digest}\""));
    }).ExcludeFromDescription().AllowAnonymous();
}
