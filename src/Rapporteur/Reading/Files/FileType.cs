namespace Rapporteur.Reading.Files;

/// <summary>What a file holds, told from its name.</summary>
internal enum FileType
{
    /// <summary>Nothing that is read.</summary>
    Unknown,

    /// <summary>Text as copied from a page.</summary>
    Text,

    /// <summary>A saved HTML page.</summary>
    Html,

    /// <summary>XML, which is read when it is a feed.</summary>
    Xml,

    /// <summary>JSON, which is read when it is a JSON Feed.</summary>
    Json,
}

/// <summary>Tells files by their names.</summary>
internal static class FileTypes
{
    /// <summary>For messages: the names that are read.</summary>
    public const string Known = ".txt, .html, .htm, .xhtml (each also .gz) and feeds saved as .xml, .rss, .atom or .json";

    private static readonly string[] ArticleExtensions =
        [".txt", ".html", ".htm", ".xhtml", ".txt.gz", ".html.gz", ".htm.gz", ".xhtml.gz"];

    /// <summary>The type of a file by its extension, whether packed with gzip or not.</summary>
    public static FileType Of(string path) => Path.GetExtension(WithoutGzip(path)).ToLowerInvariant() switch
    {
        ".txt" => FileType.Text,
        ".html" or ".htm" or ".xhtml" => FileType.Html,
        ".xml" or ".rss" or ".atom" => FileType.Xml,
        ".json" => FileType.Json,
        _ => FileType.Unknown,
    };

    /// <summary>True when the name ends in <c>.gz</c>.</summary>
    public static bool IsGzip(string path) => path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>The sidecar that may stand beside an article: <c>NAME.json</c> beside <c>NAME.txt</c> or <c>NAME.html.gz</c>.</summary>
    public static string SidecarOf(string path) => Path.ChangeExtension(WithoutGzip(path), ".json");

    /// <summary>The article that a <c>.json</c> file stands beside, or null when it stands alone.</summary>
    public static string? ArticleBeside(string jsonPath)
    {
        string stem = Path.ChangeExtension(jsonPath, null);
        return ArticleExtensions.Select(extension => stem + extension).FirstOrDefault(File.Exists);
    }

    private static string WithoutGzip(string path) => IsGzip(path) ? path[..^3] : path;
}
