using Rapporteur.Text.Attributions.Learned;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Neural;

/// <summary>What the network is told of a word besides what its encoder reads: class, tree, name, quotation, and what the rules think of it.</summary>
internal static class WordFeatures
{
    /// <summary>Fills in the features of a token and tells how many there are.</summary>
    public static int Fill(ReadText text, int i, Span<ulong> buffer)
    {
        FeatureList f = new(buffer);
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
        f.Add(9, CueFeatures.FrameOf(text, i), text.Upos[i]);
        f.Add(10, text.Lemma[i]);
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
