using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Rapporteur.Extraction.Facts;

namespace Rapporteur.Extraction.Html;

/// <summary>Reads the parsed page once, from top to bottom, into a <see cref="PageTree"/>.</summary>
/// <remarks>It walks with a stack of its own, never by recursion: how deep a page nests is for its author to say.</remarks>
internal sealed class PageTreeBuilder
{
    // Elements that run along inside a line of text.
    private static readonly HashSet<string> Inline = new(StringComparer.Ordinal)
    {
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "label", "mark", "math",
        "nobr", "output", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
    };

    private static readonly HashSet<string> NeverText = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "audio", "canvas", "map", "button", "select", "textarea",
        "input", "option", "datalist", "head", "title", "meta", "link", "dialog", "menu", "progress", "meter", "frameset", "applet",
    };

    private static readonly HashSet<string> Media = new(StringComparer.Ordinal) { "img", "picture", "video", "figure", "amp-img" };

    private readonly StringBuilder line = new();
    private readonly List<PageBlock> blocks = [];
    private readonly List<PageElement> elements = [];
    private readonly HintReader hints = new();
    private PageElement current = new("html", null);
    private int linkText, links, emphasisedText, insideLink, insideEmphasis, breaks, cellsInRow;

    /// <summary>Parses a page; its JSON-LD has been taken out before.</summary>
    public static IDocument Parse(string html)
    {
        HtmlParserOptions options = new()
        {
            IsScripting = false,
            SkipComments = true,
            SkipScriptText = true,
            SkipRawText = true,
            DisableElementPositionTracking = true,
        };
        return new HtmlParser(options).ParseDocument(html);
    }

    /// <summary>Builds the tree of everything in the page's body.</summary>
    public static PageTree Build(IDocument document) => new PageTreeBuilder().Walk(document.DocumentElement);

    private PageTree Walk(IElement? root)
    {
        PageElement top = current;
        Stack<(INode Node, bool Leaving)> open = new();
        elements.Add(top);
        if (root is not null) Push(open, root);
        while (open.TryPop(out var next))
        {
            if (next.Node is IText text) { Append(text.Data); continue; }
            IElement element = (IElement)next.Node;
            string tag = element.LocalName;
            if (RunsAlong(tag)) { if (next.Leaving) LeaveInline(tag); else EnterInline(element, tag, open); }
            else if (next.Leaving) LeaveBlock();
            else EnterBlock(element, tag, open);
        }

        EndBlock();
        top.LastBlock = blocks.Count;
        Summarise();
        return new PageTree(top, elements, blocks);
    }

    /// <summary>Elements of a site's own invention run along with the text when they stand in a line of it.</summary>
    private bool RunsAlong(string tag) =>
        Inline.Contains(tag) || tag.Contains('-', StringComparison.Ordinal) && current.Tag is "p" or "li" or "td" or "blockquote" or "h2" or "h3";

    private static void Push(Stack<(INode, bool)> open, INode parent)
    {
        INodeList children = parent.ChildNodes;
        for (int i = children.Length - 1; i >= 0; i--)
        {
            if (children[i] is IElement or IText) open.Push((children[i], false));
        }
    }

    private void EnterInline(IElement element, string tag, Stack<(INode, bool)> open)
    {
        if (Unseen.IsHidden(element)) return;
        if ((hints.Read(element) & Hint.Never) != Hint.None || tag == "span" && Unseen.IsMenu(element)) return;
        if (tag == "time") current.Time ??= Dates.Parse(element.GetAttribute("datetime"));
        if (tag == "a") { insideLink++; links++; }
        if (tag is "b" or "strong" or "em" or "i") insideEmphasis++;
        open.Push((element, true));
        Push(open, element);
    }

    private void LeaveInline(string tag)
    {
        if (tag == "a") insideLink--;
        if (tag is "b" or "strong" or "em" or "i") insideEmphasis--;
    }

    private void EnterBlock(IElement element, string tag, Stack<(INode, bool)> open)
    {
        if (tag == "br")
        {
            // One break is a new line of the same paragraph, two are a new paragraph.
            if (++breaks > 1) EndBlock();
            else Append(" ");
            return;
        }

        if (Media.Contains(tag)) current.Media++;
        if (NeverText.Contains(tag) || tag == "img" || Unseen.IsHidden(element)) return;
        EndBlock();
        Hint found = hints.Read(element);
        if ((found & Hint.Never) != Hint.None) return;
        if (tag == "tr") cellsInRow = 0;
        PageElement child = new(tag, current) { Hints = found, Names = hints.Names, FirstBlock = blocks.Count };
        current.Children.Add(child);
        elements.Add(child);
        current = child;
        open.Push((element, true));
        Push(open, element);
    }

    private void LeaveBlock()
    {
        EndBlock();
        current.LastBlock = blocks.Count;
        current = current.Parent!;
    }

    private void Append(string text)
    {
        int before = line.Length;
        foreach (char c in text)
        {
            // Zero-width marks and soft hyphens are for the typesetter.
            if (Words.IsInvisible(c)) continue;
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                if (line.Length > 0 && line[^1] != ' ') line.Append(' ');
            }
            else
            {
                line.Append(c);
                breaks = 0;
            }
        }

        int added = line.Length - before;
        if (insideLink > 0) linkText += added;
        if (insideEmphasis > 0) emphasisedText += added;
    }

    private void EndBlock()
    {
        breaks = 0;
        string text = line.ToString().Trim();
        if (text.Length > 0)
        {
            (BlockKind kind, int level, bool cell) = KindOf(current);
            blocks.Add(new PageBlock(text, current, kind)
            {
                LinkText = Math.Min(linkText, text.Length),
                Links = links,
                HeadingLevel = level,
                Emphasised = emphasisedText >= text.Length,
                IsCell = cell,
                ContinuesRow = cell && cellsInRow++ > 0,
                Words = Prose.CountWords(text),
            });
        }

        line.Clear();
        linkText = emphasisedText = 0;
        links = insideLink > 0 ? 1 : 0;
    }

    private static (BlockKind, int Level, bool Cell) KindOf(PageElement owner)
    {
        int steps = 0;
        for (PageElement? e = owner; e is not null && steps < 12; e = e.Parent, steps++)
        {
            switch (e.Tag)
            {
                case "h1" or "h2" or "h3" or "h4" or "h5" or "h6": return (BlockKind.Heading, e.Tag[1] - '0', false);
                case "li" or "dd" or "dt": return (BlockKind.ListItem, 0, false);
                case "td" or "th": return (BlockKind.Paragraph, 0, true);
                case "blockquote": return (BlockKind.BlockQuote, 0, false);
                case "article" or "main" or "section" or "body" or "table": return (BlockKind.Paragraph, 0, false);
            }
        }

        return (BlockKind.Paragraph, 0, false);
    }

    /// <summary>Adds up, from the leaves to the top, what each element holds.</summary>
    private void Summarise()
    {
        foreach (PageBlock block in blocks)
        {
            block.Owner.Text += block.Text.Length;
            block.Owner.LinkText += block.LinkText;
            if (ContentScore.IsProse(block)) block.Owner.Prose += block.Text.Length;
        }

        for (int i = elements.Count - 1; i > 0; i--)
        {
            PageElement element = elements[i];
            element.Parent!.Text += element.Text;
            element.Parent.LinkText += element.LinkText;
            element.Parent.Prose += element.Prose;
            element.Parent.Media += element.Media;
        }
    }
}
