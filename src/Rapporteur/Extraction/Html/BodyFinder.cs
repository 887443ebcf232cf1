using Rapporteur.Extraction.Facts;

namespace Rapporteur.Extraction.Html;

/// <summary>Why a block is in the article or not.</summary>
internal enum Fate
{
    /// <summary>Outside the element that holds the article.</summary>
    Outside,
    Kept,
    Furniture,
    Caption,
    Title,
    Facts,
    Links,
    Line,
    EmptyHeading,
    Credit,
}

/// <summary>Finds the article's own blocks in a page.</summary>
/// <remarks>
/// First the element that holds the article: the one with the greatest sum of worth over its blocks, where prose counts
/// for and everything else a little against (maximum subsequence segmentation, Pasternack and Roth 2009, on the tree
/// instead of the line of tokens). Then, inside it, furniture is put aside part by part.
/// </remarks>
internal sealed class BodyFinder(PageTree tree, string? title, string? description, bool isFragment)
{
    private readonly Fate[] fates = new Fate[tree.Blocks.Count];
    private readonly HashSet<PageElement> excluded = [];
    private PageElement trunk = tree.Root;
    private readonly DescribedBody described = new(tree, description);
    private int lastProse;

    public Fate[] Find()
    {
        MarkFurniture();
        PageElement container = isFragment ? tree.Root : Container();
        Chosen = container;
        trunk = Trunk(container);
        for (int i = container.FirstBlock; i < container.LastBlock; i++) fates[i] = Fate.Kept;
        foreach (PageElement element in excluded) Set(element, Fate.Furniture);
        foreach (PageElement element in tree.Elements.Where(e => e != container && e.FirstBlock >= container.FirstBlock && e.LastBlock <= container.LastBlock && e.LastBlock > e.FirstBlock && e.IsInside(container))) JudgeElement(element);
        bool head = true;
        for (int i = container.FirstBlock; i < container.LastBlock; i++)
        {
            head &= fates[i] != Fate.Kept || !ContentScore.IsProse(tree.Blocks[i]);
            JudgeBlock(i, head);
        }

        DropEmptyHeadings(container);
        if (Array.IndexOf(fates, Fate.Kept) < 0) FallBack();
        TakeCaptionsBeside(container);
        return fates;
    }

    /// <summary>The element that holds the article.</summary>
    public PageElement Chosen { get; private set; } = tree.Root;

    /// <summary>Whether an element is, or stands in, a part that was put aside.</summary>
    public bool IsFurniture(PageElement element)
    {
        for (PageElement? e = element; e is not null; e = e.Parent)
        {
            if (excluded.Contains(e)) return true;
        }

        return false;
    }

    private void Set(PageElement element, Fate fate)
    {
        for (int i = element.FirstBlock; i < element.LastBlock; i++)
        {
            if (fates[i] == Fate.Kept) fates[i] = fate;
        }
    }

    /// <summary>Elements whose names say furniture, unless the article itself is in them.</summary>
    private void MarkFurniture()
    {
        HashSet<PageElement> holdBody = [];
        foreach (PageElement element in tree.Elements)
        {
            if ((element.Hints & Hint.Body) == Hint.None && element.Tag is not ("h1" or "article" or "main")) continue;
            if (element.Tag == "article" && element.Prose < 0.3 * tree.Root.Prose) continue;
            for (PageElement? e = element; e is not null && holdBody.Add(e);) e = e.Parent;
        }

        // Posts from social networks are quoted in blocks with the network's name on them.
        HashSet<PageElement> quoted = [];
        foreach (PageElement quote in tree.Elements.Where(e => e.Tag == "blockquote"))
        {
            for (PageElement? e = quote.Parent; e is not null && e.Text <= 1.1 * quote.Text + 10; e = e.Parent) quoted.Add(e);
        }

        foreach (PageElement element in tree.Elements)
        {
            if ((element.Hints & (Hint.Furniture | Hint.Comments)) == Hint.None || element.Tag is "body" or "html" or "article" or "main" or "blockquote" or "p" or "tr" or "td" or "th" or "tbody" or "thead") continue;
            if (quoted.Contains(element) || described.HasMostOf(element, tree)) continue;
            if (holdBody.Contains(element) && element.Prose > 0.2 * tree.Root.Prose) continue;
            if ((element.Hints & Hint.Comments) == Hint.None && element.Prose > 0.6 * tree.Root.Prose) continue;
            excluded.Add(element);
        }
    }

    private PageElement Container()
    {
        double[] worth = new double[tree.Blocks.Count + 1];
        for (int i = 0; i < tree.Blocks.Count; i++) worth[i + 1] = described.Has(i) ? 1.5 * tree.Blocks[i].Text.Length : ContentScore.Of(tree.Blocks[i]);
        foreach (PageElement element in excluded)
        {
            for (int i = element.FirstBlock; i < element.LastBlock; i++) worth[i + 1] = Math.Min(worth[i + 1], 0);
        }

        for (int i = 1; i < worth.Length; i++) worth[i] += worth[i - 1];
        PageElement best = tree.Root;
        double most = double.MinValue;
        foreach (PageElement element in tree.Elements)
        {
            double sum = worth[element.LastBlock] - worth[element.FirstBlock];
            if (excluded.Contains(element)) continue;
            // Half as much again for an element that calls itself the article's body: it may be shorter than what surrounds it.
            if (sum > 0 && (element.Hints & Hint.Body) != Hint.None) sum *= 1.5;
            if (sum < most) continue;
            most = sum;
            best = element;
        }

        // A lone paragraph is the article's only one, not the article.
        while (best.Tag is "p" or "li" or "ul" or "ol" or "blockquote" or "td" or "tr" or "tbody" or "pre" && best.Parent is { } around) best = around;
        return best;
    }

    /// <summary>The element right around most of the paragraphs. What stands beside them is more likely to belong to them.</summary>
    private PageElement Trunk(PageElement container)
    {
        Dictionary<PageElement, int> around = [];
        for (int i = container.FirstBlock; i < container.LastBlock; i++)
        {
            if (!ContentScore.IsProse(tree.Blocks[i])) continue;
            lastProse = i;
            if (tree.Blocks[i].Owner is { Parent: { } parent }) around[parent] = around.GetValueOrDefault(parent) + 1;
        }

        return around.Count == 0 ? container : around.MaxBy(a => a.Value).Key;
    }

    private void JudgeElement(PageElement element)
    {
        if ((element.Hints & Hint.Caption) != Hint.None && element.Text < 1000) Set(element, Fate.Caption);
        else if (element.Tag == "figure" && element.Media > 0) Set(element, Fate.Caption);
        else if ((element.Hints & Hint.Picture) != Hint.None && element.Media > 0 && element.Text < 400) Set(element, Fate.Caption);
        else if ((element.Hints & Hint.Byline) != Hint.None && element.Text < 800 && element.Prose < 0.3 * Chosen.Prose) Set(element, Fate.Facts);
        else if ((element.Hints & (Hint.Byline | Hint.Date)) != Hint.None && element.Text < 200 && element.Prose == 0) Set(element, Fate.Facts);
        else if (element.Parent == trunk && element.Tag is "ul" or "ol" && element.LinkShare > 0.6 && element.LastBlock - element.FirstBlock < 3 && element.LastBlock < lastProse) return;
        else if (element.Tag is "ul" or "ol" or "table" or "div" or "section" && element.Text > 0 && element.LinkShare > 0.6 && element.Prose < 0.5 * element.Text) Set(element, Fate.Links);
    }

    private bool IsTitle(string text, bool whole = false) =>
        title is not null && (whole ? text.Equals(title, StringComparison.OrdinalIgnoreCase) : Headline.Likeness(text, title) >= 0.5);

    private void JudgeBlock(int i, bool head)
    {
        if (fates[i] != Fate.Kept) return;
        PageBlock block = tree.Blocks[i];
        if (block.HeadingLevel == 1 && (head || IsTitle(block.Text)) || IsTitle(block.Text, whole: true)) fates[i] = Fate.Title;
        else if (DateLines.Matches(block.Text) && !block.IsCell && block.Kind != BlockKind.ListItem) fates[i] = Fate.Facts;
        else if (head && IsHeadOfArticle(block)) fates[i] = Fate.Facts;
        else if (Credits.IsCreditLine(block.Text) && !head) fates[i] = Fate.Credit;
        else if (CaptionLines.Matches(block.Text)) fates[i] = Fate.Caption;
        else if ((block.Kind != BlockKind.ListItem || block.Words <= 4) && FurnitureLines.Matches(block.Text)) fates[i] = Fate.Line;
        else if (block.HeadingLevel > 0 && block.Owner.Parent == trunk && i < lastProse) return;
        else if (block.LinkShare > 0.8 && !block.IsCell && !ContentScore.IsProse(block) && block.Kind != BlockKind.ListItem) fates[i] = Fate.Links;
    }

    /// <summary>A line above the first paragraph that says who wrote the article, and when.</summary>
    private static bool IsHeadOfArticle(PageBlock block) =>
        block.Words <= 16 && !block.EndsSentence && (Bylines.Read(block.Text, marked: false) is not null || Dates.Find(block.Text) is not null && block.HeadingLevel == 0);

    /// <summary>A page all of whose text is named like furniture, a column called "comment" perhaps: its paragraphs are the article.</summary>
    private void FallBack()
    {
        for (int i = 0; i < fates.Length; i++)
        {
            if (fates[i] is (Fate.Outside or Fate.Furniture or Fate.Facts) && ContentScore.IsProse(tree.Blocks[i]) && !FurnitureLines.Matches(tree.Blocks[i].Text)) fates[i] = Fate.Kept;
        }
    }

    /// <summary>The picture above the text belongs to the article, though it often stands outside the element that holds it.</summary>
    private void TakeCaptionsBeside(PageElement container)
    {
        PageElement scope = container;
        while (scope.Tag is not ("article" or "main" or "body") && scope.Parent is { } parent) scope = parent;
        if (scope.Tag == "body") return;
        foreach (PageElement element in tree.Elements)
        {
            if (element.Tag != "figcaption" && (element.Hints & Hint.Caption) == Hint.None || IsFurniture(element)) continue;
            for (int i = Math.Max(element.FirstBlock, scope.FirstBlock); i < Math.Min(element.LastBlock, scope.LastBlock); i++)
            {
                if (fates[i] == Fate.Outside) fates[i] = Fate.Caption;
            }
        }
    }

    private void DropEmptyHeadings(PageElement container)
    {
        bool followed = false;
        for (int i = container.LastBlock - 1; i >= container.FirstBlock; i--)
        {
            if (fates[i] != Fate.Kept) continue;
            if (tree.Blocks[i].HeadingLevel == 0) followed = true;
            else if (!followed) fates[i] = Fate.EmptyHeading;
        }
    }
}
