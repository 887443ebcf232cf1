namespace Rapporteur.Extraction.Html;

/// <summary>How much a block of text looks like a paragraph of an article.</summary>
internal static class ContentScore
{
    /// <summary>Running prose: some words, few of them links, ended like a sentence or long enough not to need it.</summary>
    public static bool IsProse(PageBlock block) =>
        block.HeadingLevel == 0
        && block.LinkShare < 0.5
        && (block.Words >= 10 && block.EndsSentence || block.Words >= 25);

    /// <summary>Worth of a block: positive for prose, a little negative for links and crumbs, the price of taking a larger element.</summary>
    public static double Of(PageBlock block)
    {
        double own = block.Text.Length - block.LinkText;
        if (IsProse(block)) return Math.Min(own, 700) * (block.Kind == BlockKind.ListItem ? 0.5 : 1);
        if (block.LinkShare < 0.3 && block.HeadingLevel == 0 && block.Words >= 4) return block.EndsSentence ? 0.6 * own : 0;
        if (block.IsCell && block.LinkShare < 0.3) return 0;
        return -10 - 0.5 * block.LinkText;
    }
}
