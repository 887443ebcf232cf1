using AngleSharp.Dom;

namespace Rapporteur.Extraction.Facts;

/// <summary>Reads what a page says of itself in its head: OpenGraph, Dublin Core, and the names that publishing systems use.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, string> first = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The page's title element, with the outlet's name still in it.</summary>
    public string? PageTitle { get; }

    public PageFacts Facts { get; }

    public MetaTags(IDocument document)
    {
        string? canonical = null, language = null;
        // Some pages lose their head half-way; what stands in the body counts as well.
        foreach (IElement element in document.All)
        {
            switch (element.LocalName)
            {
                case "meta":
                    string? name = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop") ?? element.GetAttribute("http-equiv");
                    if (name is not null && Words.OrNull(element.GetAttribute("content")) is { } content) first.TryAdd(name.Trim(), content);
                    break;
                case "link" when canonical is null && string.Equals(element.GetAttribute("rel"), "canonical", StringComparison.OrdinalIgnoreCase):
                    canonical = Words.OrNull(element.GetAttribute("href"));
                    break;
                case "html":
                    language = element.GetAttribute("lang") ?? element.GetAttribute("xml:lang");
                    break;
                case "title" when PageTitle is null:
                    PageTitle = Words.OrNull(element.TextContent);
                    break;
            }
        }

        Facts = new PageFacts
        {
            Url = Address(canonical) ?? Address(Any("og:url", "twitter:url", "parsely-link")),
            Outlet = Any("og:site_name", "application-name", "article:publisher_name", "cre", "dc.publisher", "citation_journal_title"),
            Title = Any("og:title", "twitter:title", "headline", "dc.title", "dcterms.title", "parsely-title", "sailthru.title", "title"),
            Byline = NotAddress("author", "byl", "article:author", "sailthru.author", "parsely-author", "dc.creator", "dcterms.creator", "cxenseparse:author"),
            Published = Date("article:published_time", "datePublished", "og:published_time", "publishdate", "pubdate", "date", "dc.date", "dc.date.issued", "dcterms.created", "dcterms.issued", "sailthru.date", "parsely-pub-date", "article.published", "publish_date", "published_time", "originalpublicationdate", "cxenseparse:recs:publishtime"),
            Modified = Date("article:modified_time", "dateModified", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "article.updated", "revised"),
            Language = Languages.Code(language) ?? Languages.Code(Any("og:locale", "content-language", "language", "dc.language", "inLanguage")),
        };
    }

    private string? Any(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (first.TryGetValue(name, out string? content)) return content;
        }

        return null;
    }

    private string? NotAddress(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (first.TryGetValue(name, out string? content) && !content.Contains("://", StringComparison.Ordinal) && content[0] != '@') return content;
        }

        return null;
    }

    private PressTime? Date(params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (first.TryGetValue(name, out string? content) && Dates.Parse(content) is { } date) return date;
        }

        return null;
    }

    private static string? Address(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? address) && address.Scheme is "http" or "https" ? text : null;
}
