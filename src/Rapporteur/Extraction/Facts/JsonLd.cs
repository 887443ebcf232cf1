using System.Text.Json;

namespace Rapporteur.Extraction.Facts;

/// <summary>Reads schema.org descriptions of articles from <c>application/ld+json</c> scripts.</summary>
internal static class JsonLd
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = 64 };

    /// <summary>What the first article described says, completed by what is said of the page around it.</summary>
    public static PageFacts Read(IEnumerable<string> scripts)
    {
        PageFacts article = new(), page = new();
        foreach (string script in scripts)
        {
            using JsonDocument? document = Parse(script);
            if (document is null) continue;
            foreach (JsonElement thing in Things(document.RootElement))
            {
                string type = TypeOf(thing);
                if (type.EndsWith("Article", StringComparison.OrdinalIgnoreCase) || type.EndsWith("BlogPosting", StringComparison.OrdinalIgnoreCase) || type is "Report")
                {
                    article = article.Or(ReadArticle(thing));
                }
                else if (type is "WebPage" or "VideoObject" or "ItemPage") page = page.Or(ReadPage(thing));
                else if (type is "NewsMediaOrganization" or "WebSite") page = page.Or(new PageFacts { Outlet = Text(thing, "name") });
            }
        }

        return article.Or(page);
    }

    private static JsonDocument? Parse(string script)
    {
        // Bare line breaks inside strings are the commonest fault; as spaces they harm nothing.
        string clean = string.Create(script.Length, script, static (to, from) =>
        {
            for (int i = 0; i < to.Length; i++) to[i] = char.IsControl(from[i]) ? ' ' : from[i];
        });
        ReadOnlyMemory<char> json = clean.AsMemory().Trim();
        if (json.Span.StartsWith("<![CDATA[", StringComparison.Ordinal)) json = json[9..];
        if (json.Span.EndsWith("]]>", StringComparison.Ordinal)) json = json[..^3];
        json = json.TrimEnd(';');
        try
        {
            return JsonDocument.Parse(json, Lenient);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Every described thing at the top or in a graph, in order.</summary>
    private static IEnumerable<JsonElement> Things(JsonElement root)
    {
        Stack<JsonElement> open = new([root]);
        while (open.TryPop(out JsonElement next))
        {
            if (next.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in next.EnumerateArray().Reverse()) open.Push(item);
            }
            else if (next.ValueKind == JsonValueKind.Object)
            {
                yield return next;
                if (next.TryGetProperty("mainEntity", out JsonElement main)) open.Push(main);
                if (next.TryGetProperty("@graph", out JsonElement graph)) open.Push(graph);
            }
        }
    }

    private static string TypeOf(JsonElement thing)
    {
        if (!thing.TryGetProperty("@type", out JsonElement type)) return "";
        if (type.ValueKind == JsonValueKind.Array) type = type.EnumerateArray().FirstOrDefault(t => t.ValueKind == JsonValueKind.String);
        return type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
    }

    private static PageFacts ReadArticle(JsonElement thing) => new()
    {
        Url = Address(Text(thing, "url")) ?? Address(Text(thing, "mainEntityOfPage")),
        Title = Text(thing, "headline") ?? Text(thing, "name"),
        Byline = Names(thing, "author") ?? Names(thing, "creator"),
        Outlet = Name(thing, "publisher") ?? Name(thing, "sourceOrganization"),
        Published = Dates.Parse(Text(thing, "datePublished")) ?? Dates.Parse(Text(thing, "dateCreated")),
        Modified = Dates.Parse(Text(thing, "dateModified")),
        Language = Languages.Code(Text(thing, "inLanguage")),
        Body = Text(thing, "articleBody"),
    };

    private static PageFacts ReadPage(JsonElement thing) => new()
    {
        Url = Address(Text(thing, "url")),
        Outlet = Name(thing, "publisher"),
        Published = Dates.Parse(Text(thing, "datePublished")),
        Modified = Dates.Parse(Text(thing, "dateModified")),
        Language = Languages.Code(Text(thing, "inLanguage")),
    };

    /// <summary>A property as text: a string, the first of several, or the name (or id) of a described thing.</summary>
    private static string? Text(JsonElement thing, string property)
    {
        if (!thing.TryGetProperty(property, out JsonElement value)) return null;
        if (value.ValueKind == JsonValueKind.Array) value = value.EnumerateArray().FirstOrDefault();
        if (value.ValueKind == JsonValueKind.Object)
        {
            if (!value.TryGetProperty("name", out JsonElement name) && !value.TryGetProperty("@id", out name)) return null;
            value = name;
        }

        return value.ValueKind == JsonValueKind.String ? Words.OrNull(value.GetString()) : null;
    }

    /// <summary>A name, where some write only an address.</summary>
    private static string? Name(JsonElement thing, string property) => Text(thing, property) is { } name && Address(name) is null ? name : null;

    private static string? Names(JsonElement thing, string property)
    {
        if (!thing.TryGetProperty(property, out JsonElement value)) return null;
        IEnumerable<JsonElement> people = value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
        List<string> names = [];
        foreach (JsonElement person in people)
        {
            JsonElement name = person;
            if (person.ValueKind == JsonValueKind.Object && !person.TryGetProperty("name", out name)) continue;
            if (name.ValueKind == JsonValueKind.Array) name = name.EnumerateArray().FirstOrDefault();
            if (name.ValueKind != JsonValueKind.String || Words.OrNull(name.GetString()) is not { } written || Address(written) is not null) continue;
            if (!names.Contains(written, StringComparer.OrdinalIgnoreCase)) names.Add(written);
        }

        return names.Count == 0 ? null : string.Join(", ", names);
    }

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? text : null;
}
