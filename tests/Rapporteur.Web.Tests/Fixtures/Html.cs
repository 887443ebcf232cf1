using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Microsoft.AspNetCore.Html;

namespace Rapporteur.Web.Tests.Fixtures;

/// <summary>Reads HTML as a browser would.</summary>
public static class Html
{
    /// <summary>A whole page.</summary>
    public static async Task<IHtmlDocument> PageAsync(this HttpClient client, string path, int status = 200)
    {
        using HttpResponseMessage response = await client.GetAsync(path);
        string html = await response.Content.ReadAsStringAsync();
        Assert.True(status == (int)response.StatusCode, $"{path} answered {(int)response.StatusCode}: {html}");
        return await new HtmlParser().ParseDocumentAsync(html);
    }

    /// <summary>What a fragment writes, with the encoder of the pages.</summary>
    public static string Written(this IHtmlContent fragment)
    {
        using StringWriter writer = new();
        fragment.WriteTo(writer, System.Text.Encodings.Web.HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All));
        return writer.ToString();
    }

    /// <summary>A fragment as the inside of a paragraph.</summary>
    public static IElement Parsed(this IHtmlContent fragment)
    {
        IHtmlDocument document = new HtmlParser().ParseDocument("<!doctype html><body><p></p></body>");
        IElement paragraph = document.QuerySelector("p")!;
        paragraph.InnerHtml = fragment.Written();
        return paragraph;
    }

    /// <summary>The text of an element with runs of white space as one space.</summary>
    public static string Words(this IElement? element)
    {
        IElement? copy = (IElement?)element?.Clone(deep: true);
        // A browser shows a term and its description apart, whatever stands between the tags.
        foreach (IElement description in copy?.QuerySelectorAll("dd, li, td").ToList() ?? []) description.InsertBefore(copy!.Owner!.CreateTextNode(" "), description.FirstChild);
        return string.Join(' ', (copy?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
