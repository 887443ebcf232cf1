using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>What the network is told of a word besides what its encoder reads: class, tree, name, quotation, and what the rules think of it.</summary>
internal static class WordFeatures
{
    /// <summary>The template that tells the word itself.</summary>
    public const int Lemma = 10;

    /// <summary>What the features of a template tell, in words for people.</summary>
    public static string NameOf(int template) => template switch
    {
        1 => "its word class",
        2 or 8 => "its place in the tree",
        3 => "names and beginnings",
        4 => "quotation marks near it",
        5 or 6 => "its letters",
        7 => "words used like it",
        9 => "what hangs on it in the tree",
        Lemma => "the word",
        11 or 12 => "the rules",
        _ => "how often the verb reports",
    };

    /// <summary>Fills in the features of a token and tells how many there are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The token.</param>
    /// <param name="buffer">Where the features go.</param>
    /// <param name="templates">Where the template of each goes, for <see cref="NameOf"/>; empty when nobody asks.</param>
    public static int Fill(ReadText text, int i, Span<ulong> buffer, Span<int> templates = default)
    {
        FeatureList f = new(buffer, templates);
        int n = text.Tokens.Count, head = text.Head(i);
        int quotation = text.Quotation[i], before = i > 0 ? text.Quotation[i - 1] : -1, after = i + 1 < n ? text.Quotation[i + 1] : -1;
        ulong quoted = (quotation >= 0 ? 1ul : 0) | (before == quotation ? 2ul : 0) | (after == quotation ? 4ul : 0);
        bool opens = i == 0 || text.Sentence[i - 1] != text.Sentence[i];
        f.Add(1, text.Xpos[i]);
        f.Add(2, text.Upos[i], text.Relation[i]);
        f.Add(3, text.Name[i], opens ? 1u : 0);
        f.Add(4, quoted);
        f.Add(5, text.Forms[i].Shape);
        f.Add(6, text.Forms[i].Suffix3);
        f.Add(7, text.Forms[i].Class.Cluster);
        f.Add(8, text.Relation[i], head >= 0 ? text.Upos[head] : 1);
        f.Add(9, ClauseFrame.Of(text, i), text.Upos[i]);
        f.Add(Lemma, text.Lemma[i]);
        if (text.RuleCue[i] >= 0)
        {
            Draft draft = text.Drafts[text.RuleCue[i]];
            f.Add(11, FeatureHash.Of(draft.Rule));
            f.Add(12, (ulong)(int)(draft.Rate * 10));
        }

        if (text.Verb[i] is not { } verb) return f.Count;
        for (int frame = 0; frame < verb.Rates.Length; frame++) f.Add(13, (ulong)frame, (ulong)(int)(verb.Rates[frame] * 8));
        return f.Count;
    }
}
