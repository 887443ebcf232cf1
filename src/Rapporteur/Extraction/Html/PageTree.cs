namespace Rapporteur.Extraction.Html;

/// <summary>One element of a page, with what is known of the words inside it.</summary>
internal sealed class PageElement(string tag, PageElement? parent)
{
    public string Tag { get; } = tag;

    public PageElement? Parent { get; } = parent;

    public List<PageElement> Children { get; } = [];

    /// <summary>What its class, id and role say it is.</summary>
    public Hint Hints { get; init; }

    /// <summary>Class and id as written, for people who look for the reason of a choice.</summary>
    public string Names { get; init; } = "";

    /// <summary>Index of its first block; with <see cref="LastBlock"/> (exclusive) the range of blocks inside.</summary>
    public int FirstBlock { get; set; }

    public int LastBlock { get; set; }

    /// <summary>Characters of text inside, and those of them that are link text.</summary>
    public int Text { get; set; }

    public int LinkText { get; set; }

    /// <summary>The moment a time element in it names first; null when there is none.</summary>
    public PressTime? Time { get; set; }

    /// <summary>Characters in paragraphs of running prose inside.</summary>
    public int Prose { get; set; }

    /// <summary>Pictures, videos and the like inside.</summary>
    public int Media { get; set; }

    public double LinkShare => Text == 0 ? 0 : (double)LinkText / Text;

    public bool IsInside(PageElement other)
    {
        for (PageElement? e = this; e is not null; e = e.Parent)
        {
            if (e == other) return true;
        }

        return false;
    }
}

/// <summary>A run of text between two borders of blocks: a paragraph, a list item, a cell, a caption.</summary>
internal sealed class PageBlock(string text, PageElement owner, BlockKind kind)
{
    public string Text { get; } = text;

    /// <summary>The innermost block element around it.</summary>
    public PageElement Owner { get; } = owner;

    public BlockKind Kind { get; } = kind;

    /// <summary>Characters that stand in links.</summary>
    public int LinkText { get; init; }

    /// <summary>Links in it.</summary>
    public int Links { get; init; }

    /// <summary>Level of the heading around it, 1 to 6; 0 outside headings.</summary>
    public int HeadingLevel { get; init; }

    /// <summary>Whether all of it is set in bold or italics.</summary>
    public bool Emphasised { get; init; }

    /// <summary>It belongs to the same line of a table as the block before it.</summary>
    public bool ContinuesRow { get; init; }

    /// <summary>It stands in a cell of a table.</summary>
    public bool IsCell { get; init; }

    public int Words { get; init; }

    public double LinkShare => Text.Length == 0 ? 0 : (double)LinkText / Text.Length;

    /// <summary>Ends like a sentence.</summary>
    public bool EndsSentence => Text.Length > 0 && Prose.EndsSentence(Text);
}

/// <summary>A page as a tree of elements and the blocks of text in reading order.</summary>
internal sealed record PageTree(PageElement Root, IReadOnlyList<PageElement> Elements, IReadOnlyList<PageBlock> Blocks);
