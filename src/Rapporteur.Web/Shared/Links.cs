using Microsoft.AspNetCore.Http.Extensions;

namespace Rapporteur.Web.Shared;

/// <summary>Addresses of the pages.</summary>
internal static class Links
{
    /// <summary>A statement's page.</summary>
    public static string Statement(string id) => $"/statements/{Uri.EscapeDataString(id)}";

    /// <summary>An actor's page.</summary>
    public static string Actor(string id) => $"/actors/{Uri.EscapeDataString(id)}";

    /// <summary>An article's page.</summary>
    public static string Article(string id) => $"/articles/{Uri.EscapeDataString(id)}";

    /// <summary>A story's page.</summary>
    public static string Story(string id) => $"/stories/{Uri.EscapeDataString(id)}";

    /// <summary>An issue's page.</summary>
    public static string Issue(string id) => $"/issues/{Uri.EscapeDataString(id)}";

    /// <summary>The place of an appearance in its article.</summary>
    public static string Place(AppearanceRow appearance) =>
        With(Article(appearance.Article.Id), ("version", appearance.Current ? null : $"{appearance.Version}"), ("at", appearance.Id))
        + $"#a-{Uri.EscapeDataString(appearance.Id)}";

    /// <summary>A path with the parameters that have a value.</summary>
    public static string With(string path, params IEnumerable<(string Name, string? Value)> parameters)
    {
        QueryBuilder query = [];
        foreach ((string name, string? value) in parameters)
        {
            if (!string.IsNullOrEmpty(value)) query.Add(name, value);
        }

        return path + query.ToQueryString();
    }
}
