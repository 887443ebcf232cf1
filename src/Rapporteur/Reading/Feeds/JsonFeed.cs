using System.Text.Json;

namespace Rapporteur.Reading.Feeds;

/// <summary>Reads JSON Feed, versions 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    /// <summary>Reads the feed's bytes.</summary>
    /// <param name="json">UTF-8.</param>
    /// <param name="baseAddress">Where it was fetched from, for links that are not complete; null for a file.</param>
    public static Feed Parse(byte[] json, Uri? baseAddress)
    {
        try
        {
            ReadOnlyMemory<byte> content = json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsMemory(3) : json;
            using JsonDocument document = JsonDocument.Parse(content);
            JsonElement root = document.RootElement;
            if (Text(root, "version")?.Contains("jsonfeed.org/version/", StringComparison.Ordinal) != true || !root.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array)
                return Feed.None("it is JSON, but neither a JSON Feed nor a sidecar with the name of an article beside it");

            FeedAddress links = new(baseAddress, Text(root, "feed_url") ?? Text(root, "home_page_url"));
            return new Feed(true, [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(item => Entry(root, item, links))]);
        }
        catch (JsonException error)
        {
            return Feed.None($"it is not JSON that can be read (line {error.LineNumber + 1}): save it again");
        }
    }

    private static FeedEntry Entry(JsonElement feed, JsonElement item, FeedAddress links)
    {
        string? link = links.Of(Text(item, "url") ?? Text(item, "external_url"));
        PageHints hints = new(
            Url: link,
            Outlet: Text(feed, "title"),
            Published: FeedTime.Parse(Text(item, "date_published")),
            Title: Text(item, "title"),
            Language: LanguageCode.Of(Text(item, "language") ?? Text(feed, "language")),
            Modified: FeedTime.Parse(Text(item, "date_modified")),
            Byline: Authors(item) ?? Authors(feed));
        return new FeedEntry(link, Text(item, "content_html") ?? FeedEntry.FromPlainText(Text(item, "content_text")), FeedEntry.FromPlainText(Text(item, "summary")), hints);
    }

    private static string? Authors(JsonElement element)
    {
        // Version 1 has one "author", version 1.1 has "authors".
        IEnumerable<JsonElement> authors =
            element.TryGetProperty("authors", out JsonElement list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray()
            : element.TryGetProperty("author", out JsonElement one) ? [one]
            : [];
        string names = string.Join(", ", authors.Select(author => Text(author, "name")).OfType<string>());
        return names.Length == 0 ? null : names;
    }

    private static string? Text(JsonElement element, string key) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(key, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { } text && !string.IsNullOrWhiteSpace(text)
            ? text.Trim()
            : null;
}
