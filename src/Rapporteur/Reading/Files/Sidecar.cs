using System.Text.Json;

namespace Rapporteur.Reading.Files;

/// <summary>Reads <c>NAME.json</c>, which says of the article beside it what its text does not.</summary>
/// <remarks>
/// <c>{"url": "https://…", "outlet": "The North Coast Courier", "published": "2025-03-30", "title": "…", "language": "en"}</c>:
/// every key may be missing, and keys it does not know are left alone.
/// </remarks>
internal static class Sidecar
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Reads the sidecar's bytes.</summary>
    /// <returns>The hints, or the reason why they cannot be taken.</returns>
    public static (PageHints? Hints, string? Reason) Parse(byte[] json)
    {
        try
        {
            // The reader of JSON takes no byte order mark.
            ReadOnlyMemory<byte> content = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsMemory(3) : json;
            using JsonDocument document = JsonDocument.Parse(content, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (Hints(document.RootElement), null)
                : (null, "it is not a JSON object {…}");
        }
        catch (JsonException error)
        {
            return (null, $"it is not JSON (line {error.LineNumber + 1})");
        }
        catch (FormatException error)
        {
            return (null, error.Message);
        }
    }

    private static PageHints Hints(JsonElement root) => new(
        Url: Text(root, "url"),
        Outlet: Text(root, "outlet"),
        Published: Time(root, "published"),
        Title: Text(root, "title"),
        Language: LanguageCode.Of(Text(root, "language") ?? Text(root, "lang")),
        Modified: Time(root, "modified"),
        Byline: Text(root, "byline"));

    private static PressTime? Time(JsonElement root, string key) => Text(root, key) is not { } text
        ? null
        : PressTime.Parse(text) ?? throw new FormatException($"its \"{key}\" is \"{text}\", which is no date like 2025-03-30 or 2025-03-30T18:05:00+02:00");

    private static string? Text(JsonElement root, string key)
    {
        if (!root.TryGetProperty(key, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        if (value.ValueKind != JsonValueKind.String) throw new FormatException($"its \"{key}\" is not text in quotation marks");
        string text = value.GetString()!.Trim();
        return text.Length == 0 ? null : text;
    }
}
