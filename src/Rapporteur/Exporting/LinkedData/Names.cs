namespace Rapporteur.Exporting.LinkedData;

/// <summary>Names of what the record keeps, for the outside: the same in every installation that holds the dossier.</summary>
internal static class Names
{
    public static string Statement(string id) => $"urn:rapporteur:statement:{id}";

    public static string Appearance(string id) => $"urn:rapporteur:appearance:{id}";

    public static string Actor(string id) => $"urn:rapporteur:actor:{id}";

    public static string Article(string id) => $"urn:rapporteur:article:{id}";

    public static string Text(string article, int version) => $"urn:rapporteur:article:{article}:version:{version}";

    /// <summary>An address of the web, or null for what an article may have brought instead of one.</summary>
    public static string? Web(string? url) => Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? url : null;
}
