using Rapporteur.Text;

namespace Rapporteur;

/// <summary>One text as one outlet published it, cleaned of everything around it.</summary>
public sealed record Article
{
    /// <summary>Canonical address, or null for a text that came without one.</summary>
    public string? Url { get; init; }

    /// <summary>Where it was read: a file path as given (for an entry of a feed file, <c>PATH#n</c>), or the address fetched.</summary>
    public required string Location { get; init; }

    /// <summary>Who publishes, as it calls itself ("The North Coast Courier"); null when unknown.</summary>
    public string? Outlet { get; init; }

    /// <summary>The headline; null when there is none. When there is one, it is the first block of <see cref="Text"/>.</summary>
    public string? Title { get; init; }

    /// <summary>Who wrote it, as printed; null when nobody is named.</summary>
    public string? Byline { get; init; }

    /// <summary>When it was published first; null when unknown.</summary>
    public PressTime? Published { get; init; }

    /// <summary>When it was last changed, by its own account; null when it does not say.</summary>
    public PressTime? Modified { get; init; }

    /// <summary>ISO 639-1 code of its language; null when it cannot be told.</summary>
    public string? Language { get; init; }

    /// <summary>Agencies and other outlets whose work it says it contains, as written ("Reuters"), each once, in order of first mention.</summary>
    public IReadOnlyList<string> Credits { get; init; } = [];

    /// <summary>Captions and photo credits, kept apart from the text.</summary>
    public IReadOnlyList<string> Captions { get; init; } = [];

    /// <summary>The blocks in reading order, joined with one blank line between them. Every span of the record refers to these characters.</summary>
    public required string Text { get; init; }

    /// <summary>Headline, paragraphs, sub-headings, list items and block quotes, as spans of <see cref="Text"/>, in order.</summary>
    public IReadOnlyList<ArticleBlock> Blocks { get; init; } = [];

    /// <summary>The text without the headline.</summary>
    public string Body => Blocks is not [{ Kind: BlockKind.Title }, ..] ? Text : Blocks.Count == 1 ? "" : Text[Blocks[1].Span.Start..];

    /// <summary>Joins blocks into <see cref="Text"/> and finds their spans.</summary>
    public static (string Text, IReadOnlyList<ArticleBlock> Blocks) Join(IEnumerable<(BlockKind Kind, string Text)> blocks)
    {
        System.Text.StringBuilder text = new();
        List<ArticleBlock> placed = [];
        foreach ((BlockKind kind, string words) in blocks)
        {
            if (text.Length > 0) text.Append("\n\n");
            placed.Add(new ArticleBlock(kind, new TextSpan(text.Length, text.Length + words.Length)));
            text.Append(words);
        }

        return (text.ToString(), placed);
    }
}

/// <summary>What a block of an article is.</summary>
public enum BlockKind
{
    /// <summary>The headline.</summary>
    Title,

    /// <summary>A line between headline and text, or a sub-heading inside it.</summary>
    Heading,

    /// <summary>An ordinary paragraph.</summary>
    Paragraph,

    /// <summary>An item of a list in the body.</summary>
    ListItem,

    /// <summary>A paragraph set apart as a quotation.</summary>
    BlockQuote,
}

/// <summary>One block of an article.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in <see cref="Article.Text"/>.</param>
public readonly record struct ArticleBlock(BlockKind Kind, TextSpan Span);
