using System.Text;

namespace Rapporteur.Extraction.Html;

/// <summary>The article's words as the page repeats them in its description (<c>articleBody</c>): evidence of which blocks are the article's.</summary>
/// <remarks>Evidence only. Descriptions are cut short, run together and sometimes out of date, so no text is ever taken from them.</remarks>
internal sealed class DescribedBody
{
    // Shorter descriptions are teasers.
    private const int Shortest = 400;

    // A few letters occur anywhere.
    private const int ShortestBlock = 25;

    // So much of the description must be found on the page before it is believed.
    private const double Covered = 0.5;

    private readonly bool[] described;

    public DescribedBody(PageTree tree, string? description)
    {
        described = new bool[tree.Blocks.Count];
        if (description is null || description.Length < Shortest) return;
        string letters = Letters(description);
        int found = 0;
        for (int i = 0; i < described.Length; i++)
        {
            if (tree.Blocks[i].Text.Length < ShortestBlock) continue;
            string block = Letters(tree.Blocks[i].Text);
            described[i] = block.Length >= ShortestBlock && letters.Contains(block, StringComparison.Ordinal);
            if (described[i]) found += block.Length;
        }

        if (found < Covered * letters.Length) Array.Clear(described);
    }

    /// <summary>Whether a block stands in the description.</summary>
    public bool Has(int block) => described[block];

    /// <summary>Whether most of an element stands in the description.</summary>
    public bool HasMostOf(PageElement element, PageTree tree)
    {
        int text = 0;
        for (int i = element.FirstBlock; i < element.LastBlock; i++) text += described[i] ? tree.Blocks[i].Text.Length : 0;
        return text > 0.5 * element.Text;
    }

    /// <summary>Letters and digits without what stands between them, tags included.</summary>
    private static string Letters(string text)
    {
        StringBuilder letters = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && text.IndexOf('>', i) is > 0 and var end && end - i < 300) i = end;
            else if (char.IsLetterOrDigit(text[i])) letters.Append(text[i]);
        }

        return letters.ToString();
    }
}
