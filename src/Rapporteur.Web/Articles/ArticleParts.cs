using Rapporteur.Text;

namespace Rapporteur.Web.Articles;

/// <summary>A block, or a piece of one that is too long for a page.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Span">Where it stands in the text.</param>
internal sealed record BlockPiece(BlockKind Kind, TextSpan Span);

/// <summary>Divides a text that is too long for one page into parts.</summary>
internal static class ArticleParts
{
    // 24,000 characters with marks and the list of their statements stay below 100 KB; of press articles hardly one in a thousand is longer.
    private const int Length = 24_000;

    /// <summary>The parts in order, each with its blocks; one part, perhaps an empty one, for a short text.</summary>
    public static IReadOnlyList<IReadOnlyList<BlockPiece>> Of(Article article)
    {
        List<IReadOnlyList<BlockPiece>> parts = [];
        List<BlockPiece> part = [];
        int room = Length;
        foreach (BlockPiece piece in Pieces(article))
        {
            if (piece.Span.Length > room && part.Count > 0)
            {
                parts.Add(part);
                part = [];
                room = Length;
            }

            part.Add(piece);
            room -= piece.Span.Length;
        }

        parts.Add(part);
        return parts;
    }

    private static IEnumerable<BlockPiece> Pieces(Article article)
    {
        foreach (ArticleBlock block in BlocksOf(article))
        {
            for (int at = block.Span.Start; at < block.Span.End; at += Length)
                yield return new BlockPiece(block.Kind, new TextSpan(at, Math.Min(at + Length, block.Span.End)));
        }
    }

    // An article recorded without blocks is one paragraph: nothing of its text may be lost.
    private static IEnumerable<ArticleBlock> BlocksOf(Article article) =>
        article.Blocks.Count > 0 ? article.Blocks : [new ArticleBlock(BlockKind.Paragraph, new TextSpan(0, article.Text.Length))];
}
