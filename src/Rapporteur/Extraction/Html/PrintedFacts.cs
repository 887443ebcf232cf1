using Rapporteur.Extraction.Facts;

namespace Rapporteur.Extraction.Html;

/// <summary>Headline, byline and date as the page prints them, for pages whose metadata are silent.</summary>
internal sealed class PrintedFacts(PageTree tree, Fate[] fates, BodyFinder finder)
{
    // The head of an article: so many blocks before its first paragraph.
    private const int HeadBlocks = 25;

    /// <summary>First-level headings outside furniture; where there are none, second-level ones above the article.</summary>
    public IReadOnlyList<string> Headings
    {
        get
        {
            string[] first = [.. Of(1)];
            return first.Length > 0 ? first : [.. Of(2).Take(3)];
        }
    }

    public string? Byline() => Head()
        .Select(b => Bylines.Read(b.Text, (b.Owner.Hints & Hint.Byline) != Hint.None && b.Words <= 8 && b.LinkShare < 1.01))
        .FirstOrDefault(name => name is not null);

    public PressTime? Published()
    {
        foreach (PageElement element in tree.Elements)
        {
            if (element.Time is { } time && !finder.IsFurniture(element)) return time;
        }

        return Head().Where(b => b.Words <= 25).Select(b => Dates.Find(b.Text)).FirstOrDefault(date => date is not null);
    }

    private IEnumerable<string> Of(int level)
    {
        string? before = null;
        for (int i = 0; i < tree.Blocks.Count; i++)
        {
            PageBlock block = tree.Blocks[i];
            if (block.HeadingLevel != level || finder.IsFurniture(block.Owner) || block.Text == before) continue;
            before = block.Text;
            yield return block.Text;
        }
    }

    /// <summary>The blocks around the headline: from a little before the first paragraph of the article to that paragraph, nearest first.</summary>
    private IEnumerable<PageBlock> Head()
    {
        int start = Array.IndexOf(fates, Fate.Kept);
        for (int i = start; i >= 0 && i > start - HeadBlocks; i--)
        {
            if (!ContentScore.IsProse(tree.Blocks[i])) yield return tree.Blocks[i];
        }
    }
}
