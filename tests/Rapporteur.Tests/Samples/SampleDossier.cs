using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Rapporteur.Tests.Samples;

/// <summary>The files of <c>samples/</c>, read the plain way: without anything of the program that they are samples for.</summary>
internal static class SampleDossier
{
    public static readonly string Folder = Path.Combine(RepositoryRoot(), "samples");

    public static readonly IReadOnlyList<string> Events = ["S1", "S2", "S3", "S4"];

    public static IEnumerable<string> Texts => Files("*.txt");

    public static IEnumerable<string> Pages => Files("*.html").Concat(Files("*.html.gz"));

    public static IEnumerable<string> Feeds => Directory.EnumerateFiles(Path.Combine(Folder, "feeds"), "*.xml").Order(StringComparer.Ordinal);

    public static JsonElement Gold(string eventName) => Json(Path.Combine(Folder, "gold", eventName + ".json"));

    public static JsonElement Sidecar(string text) => Json(Path.ChangeExtension(text, ".json"));

    /// <summary>A document is named by its file without the last of .txt, .html and .gz.</summary>
    public static string DocumentName(string path) => Path.GetFileNameWithoutExtension(path);

    /// <summary>The text of a page with its tags taken out, in the charset that the page declares.</summary>
    public static string PageText(string path) => WebUtility.HtmlDecode(Regex.Replace(PageSource(path), "<[^>]+>", "\n"));

    public static string PageSource(string path)
    {
        byte[] bytes = File.ReadAllBytes(path);
        if (path.EndsWith(".gz", StringComparison.Ordinal))
        {
            using var zipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
            using var plain = new MemoryStream();
            zipped.CopyTo(plain);
            bytes = plain.ToArray();
        }

        bool latin1 = Encoding.Latin1.GetString(bytes).Contains("charset=iso-8859-1", StringComparison.Ordinal);
        return (latin1 ? Encoding.Latin1 : Encoding.UTF8).GetString(bytes);
    }

    /// <summary>The characters from one code point up to, not including, another.</summary>
    public static string CodePoints(string text, JsonElement span)
    {
        IEnumerable<Rune> runes = text.EnumerateRunes().Take(span[1].GetInt32()).Skip(span[0].GetInt32());
        return string.Concat(runes.Select(rune => rune.ToString()));
    }

    /// <summary>One string, or several when the content stands in pieces.</summary>
    public static IReadOnlyList<string> Pieces(JsonElement content) => content.ValueKind == JsonValueKind.Array
        ? content.EnumerateArray().Select(piece => piece.GetString()!).ToList()
        : [content.GetString()!];

    public static DateOnly? Day(JsonElement value) =>
        value.GetString() is { } day ? DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    private static IEnumerable<string> Files(string pattern) =>
        Events.SelectMany(e => Directory.EnumerateFiles(Path.Combine(Folder, e), pattern).Order(StringComparer.Ordinal));

    private static JsonElement Json(string path)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return document.RootElement.Clone();
    }

    private static string RepositoryRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Rapporteur.slnx"))) return folder.FullName;
        throw new DirectoryNotFoundException("No folder above the tests holds Rapporteur.slnx: run them inside the repository.");
    }
}
