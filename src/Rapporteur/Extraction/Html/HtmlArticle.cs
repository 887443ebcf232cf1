using AngleSharp.Dom;
using Rapporteur.Extraction.Facts;

namespace Rapporteur.Extraction.Html;

/// <summary>What was found in one HTML page.</summary>
/// <param name="Facts">What the page says about the article.</param>
/// <param name="Body">The article's blocks without the headline.</param>
/// <param name="Captions">Captions and photo credits inside the article.</param>
/// <param name="CreditLines">Lines that only name the sources of the report.</param>
internal sealed record HtmlArticle(PageFacts Facts, IReadOnlyList<(BlockKind Kind, string Text)> Body, IReadOnlyList<string> Captions, IReadOnlyList<string> CreditLines)
{
    /// <summary>Longest caption; longer ones are text that a page happens to keep under a picture's name.</summary>
    private const int LongestCaption = 600;

    /// <summary>Reads one page: sift, parse, facts, blocks.</summary>
    /// <param name="html">The characters of the page.</param>
    /// <param name="isFragment">All of it is the article's body, as in an entry of a feed.</param>
    public static HtmlArticle Read(string html, bool isFragment)
    {
        SiftedHtml sifted = HtmlSifter.Sift(html);
        using IDocument document = PageTreeBuilder.Parse(sifted.Html);
        PageTree tree = PageTreeBuilder.Build(document);
        MetaTags meta = new(document);
        PageFacts facts = JsonLd.Read(sifted.JsonLd);
        string? outlet = meta.Facts.Outlet ?? facts.Outlet;
        BodyFinder finder = new(tree, facts.Title ?? meta.Facts.Title ?? meta.PageTitle, facts.Body, isFragment);
        Fate[] fates = finder.Find();
        PrintedFacts printed = new(tree, fates, finder);
        facts = new PageFacts { Url = meta.Facts.Url, Outlet = outlet, Published = facts.Published ?? meta.Facts.Published }.Or(facts).Or(meta.Facts);
        facts = facts with
        {
            Title = Headline.Choose(printed.Headings, facts.Title ?? meta.Facts.Title, meta.PageTitle, outlet),
            Byline = facts.Byline is { } byline ? Bylines.Read(byline, marked: true) ?? byline : printed.Byline(),
            Published = facts.Published ?? printed.Published() ?? Dates.FromUrl(facts.Url),
        };
        List<(BlockKind, string)> body = [];
        for (int i = 0; i < tree.Blocks.Count; i++)
        {
            if (fates[i] != Fate.Kept) continue;
            PageBlock block = tree.Blocks[i];
            // The cells of one line of a table are one line of the article.
            if (block.ContinuesRow && body.Count > 0 && fates[i - 1] == Fate.Kept) body[^1] = (body[^1].Item1, $"{body[^1].Item2} {block.Text}");
            else if (facts.Title is null || !block.Text.Equals(facts.Title, StringComparison.OrdinalIgnoreCase)) body.Add((block.Kind, block.Text));
        }

        string[] captions = [.. tree.Blocks.Where((b, i) => fates[i] == Fate.Caption && b.Text.Length <= LongestCaption && b.Words > 1).Select(b => b.Text).Distinct(StringComparer.Ordinal)];
        return new HtmlArticle(facts, body, captions, [.. tree.Blocks.Where((_, i) => fates[i] == Fate.Credit).Select(b => b.Text)]);
    }
}
