using System.Net;
using System.Text;
using System.Xml.Linq;

namespace Rapporteur.Reading.Feeds;

/// <summary>Writes the XHTML inside a feed as HTML, where <c>&lt;p/&gt;</c> would open a paragraph and not end it.</summary>
internal static class XhtmlContent
{
    private static readonly HashSet<string> Void = new(StringComparer.Ordinal)
        { "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr" };

    /// <summary>The HTML of everything inside an element. Its depth is bounded by <see cref="XmlFeed"/>.</summary>
    public static string Inside(XElement parent)
    {
        StringBuilder html = new();
        WriteInside(html, parent);
        return html.ToString();
    }

    private static void WriteInside(StringBuilder html, XElement parent)
    {
        foreach (XNode node in parent.Nodes())
        {
            if (node is XElement element) Write(html, element);
            else if (node is XText text) html.Append(WebUtility.HtmlEncode(text.Value));
        }
    }

    private static void Write(StringBuilder html, XElement element)
    {
        string name = element.Name.LocalName;
        html.Append('<').Append(name);
        foreach (XAttribute attribute in element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.Namespace == XNamespace.None))
        {
            html.Append(' ').Append(attribute.Name.LocalName).Append("=\"").Append(WebUtility.HtmlEncode(attribute.Value)).Append('"');
        }

        html.Append('>');
        if (Void.Contains(name)) return;
        WriteInside(html, element);
        html.Append("</").Append(name).Append('>');
    }
}
