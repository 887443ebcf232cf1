using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using Rapporteur.Reading.Charsets;

namespace Rapporteur.Reading.Feeds;

/// <summary>Reads RSS (0.9 to 2.0) and Atom.</summary>
/// <remarks>Feeds in the wild use old namespaces and none at all, so RSS elements are known by their local names.</remarks>
internal static partial class XmlFeed
{
    // Real pages nest a few dozen deep.
    private const int MostDepth = 500;

    // A document type can define entities that read files or grow without end (XXE, "billion laughs"); no feed needs one.
    private static readonly XmlReaderSettings NoDocumentType = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        // References to control characters (&#8;) are a common slip in feeds; they are no reason to lose the rest.
        CheckCharacters = false,
    };

    /// <summary>Reads the feed's bytes.</summary>
    /// <param name="xml">The document.</param>
    /// <param name="charset">The charset of the HTTP header, or null.</param>
    /// <param name="baseAddress">Where it was fetched from, for links that are not complete; null for a file.</param>
    public static Feed Parse(ReadOnlySpan<byte> xml, string? charset, Uri? baseAddress)
    {
        Decoded decoded = TextDecoder.Decode(xml, TextSource.Xml, charset);
        if (decoded.Text is null) return Feed.None(decoded.Reason!);
        string text = decoded.Text.TrimStart();
        if (DocumentType().IsMatch(text))
        {
            return Feed.Broken("the feed has a document type (<!DOCTYPE …>), which could read files of this machine or grow without end, so it is not opened: remove that line if you trust it");
        }

        try
        {
            return Read(Load(text), baseAddress);
        }
        catch (XmlException)
        {
            // Two slips are common in feeds: named entities of HTML (&nbsp;), which XML does not know, and control characters.
        }

        try
        {
            return Read(Load(Repaired(text)), baseAddress);
        }
        catch (XmlException error)
        {
            return Feed.Broken($"the XML is broken at line {error.LineNumber} ({error.Message.Split('.')[0]}): save or fetch the feed again");
        }
    }

    private static XElement Load(string text)
    {
        // Building the tree takes time that grows with the square of its depth: minutes for 100,000 elements in each other.
        using (XmlReader ahead = XmlReader.Create(new StringReader(text), NoDocumentType))
        {
            while (ahead.Read())
            {
                if (ahead.Depth > MostDepth) throw new XmlException($"elements stand in each other more than {MostDepth} deep", null, ((IXmlLineInfo)ahead).LineNumber, 1);
            }
        }

        using XmlReader reader = XmlReader.Create(new StringReader(text), NoDocumentType);
        return XElement.Load(reader, LoadOptions.PreserveWhitespace);
    }

    private static Feed Read(XElement root, Uri? baseAddress) => root.Name.LocalName switch
    {
        "rss" or "RDF" => new Feed(true, RssEntries.Of(root, baseAddress)),
        "feed" => new Feed(true, AtomEntries.Of(root, baseAddress)),
        string other => Feed.None($"it is XML, but <{other}> is no feed: RSS and Atom are read"),
    };

    private static string Repaired(string text) => HtmlEntity().Replace(ControlCharacter().Replace(text, ""), Character);

    private static string Character(Match entity) => entity.Value is "&lt;" or "&gt;" or "&amp;" or "&quot;" or "&apos;"
        ? entity.Value
        : System.Net.WebUtility.HtmlDecode(entity.Value);

    // Only what comes before the root element can be a document type.
    [GeneratedRegex(@"\A(?><\?[^>]*>|<!--.*?-->|\s)*<!DOCTYPE", RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex DocumentType();

    [GeneratedRegex(@"&[A-Za-z][A-Za-z0-9]{1,30};", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex HtmlEntity();

    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex ControlCharacter();
}
