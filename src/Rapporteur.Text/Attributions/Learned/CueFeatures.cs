using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Attributions.Learned;

/// <summary>What speaks for and against a word being a cue: it, its neighbours, its clause, the quotations beside it, and what the rules think.</summary>
internal static class CueFeatures
{
    private static readonly ulong Subject = FeatureHash.Of("nsubj"), Clause = FeatureHash.Of("ccomp"), Open = FeatureHash.Of("xcomp"),
        Parataxis = FeatureHash.Of("parataxis"), Object = FeatureHash.Of("obj"), Mark = FeatureHash.Of("mark"), Oblique = FeatureHash.Of("obl"), AdjectiveClause = FeatureHash.Of("acl");

    /// <summary>Fills in the features of a token and tells how many there are.</summary>
    /// <param name="text">The text.</param>
    /// <param name="i">The token.</param>
    /// <param name="buffer">Where the features go.</param>
    /// <param name="templates">Where the template of each goes, for <see cref="NameOf"/>; empty when nobody asks.</param>
    public static int Fill(ReadText text, int i, Span<ulong> buffer, Span<int> templates = default)
    {
        FeatureList f = new(buffer, templates);
        int n = text.Tokens.Count;
        ref WordForm word = ref text.Forms[i];
        f.Add(1, 0);
        f.Add(2, word.Lower);
        f.Add(3, text.Lemma[i], text.Upos[i]);
        f.Add(4, text.Xpos[i]);
        f.Add(5, word.Class.Cluster, text.Upos[i]);
        f.Add(6, word.Class.Group, text.Xpos[i]);
        f.Add(7, word.Suffix3, text.Upos[i]);
        f.Add(8, word.Prefix3, text.Upos[i]);
        f.Add(9, word.Shape, text.Name[i]);
        f.Add(10, text.Relation[i], text.Xpos[i]);
        for (int d = -3; d <= 3; d++)
        {
            if (d == 0) continue;
            int j = i + d;
            bool inside = j >= 0 && j < n && text.Sentence[j] == text.Sentence[i];
            ulong lower = inside ? text.Forms[j].Lower : 0, tag = inside ? text.Xpos[j] : 0;
            f.Add(20 + d, lower);
            f.Add(30 + d, tag, inside ? text.Name[j] : 0ul);
            f.Add(40 + d, tag, text.Lemma[i]);
            if (d is >= -2 and <= 2) f.Add(50 + d, inside ? text.Forms[j].Class.Cluster : 0ul, text.Upos[i]);
            if (d is -1 or 1) f.Add(60 + d, lower, text.Lemma[i]);
        }

        ulong before = i > 0 ? text.Forms[i - 1].Lower : 0, after = i + 1 < n ? text.Forms[i + 1].Lower : 0;
        f.Add(70, before, after);
        f.Add(71, i > 0 ? text.Xpos[i - 1] : 0, text.Xpos[i], i + 1 < n ? text.Xpos[i + 1] : 0);

        AddTree(text, i, ref f);
        AddQuotations(text, i, ref f);
        AddRules(text, i, ref f);
        return f.Count;
    }

    /// <summary>What the features of a template look at, in words for people.</summary>
    public static string NameOf(int template) => template switch
    {
        1 => "how frequent cues are",
        2 or 3 => "the word",
        4 => "its word class",
        5 or 6 => "words used like it",
        <= 9 => "its letters",
        10 or 80 or 81 or 82 => "its place in the tree",
        < 75 => "the words beside it",
        83 or 84 or >= 90 and <= 92 => "what hangs on it in the tree",
        85 or 86 => "its subject",
        87 => "its clause",
        88 or 89 => "its object",
        < 110 => "quotation marks near it",
        118 => "how often the verb reports",
        _ => "the rules",
    };

    private static void AddTree(ReadText text, int i, ref FeatureList f)
    {
        int head = text.Head(i);
        f.Add(80, text.Relation[i], head >= 0 ? text.Lemma[head] : 1);
        f.Add(81, text.Relation[i], head >= 0 ? text.Upos[head] : 1, text.Lemma[i]);
        if (head >= 0 && text.RuleCue[head] >= 0) f.Add(82, text.Relation[i], text.Xpos[i]);
        uint frame = 0;
        int count = 0;
        for (int child = text.FirstChild(i); child >= 0 && count < 16; child = text.NextSibling(child), count++)
        {
            ulong relation = text.Relation[child];
            f.Add(83, relation, text.Xpos[child], child < i ? 1u : 0);
            f.Add(84, relation, text.Lemma[i]);
            frame |= BitOf(relation);
            if (relation == Subject) { f.Add(85, text.Forms[child].Class.Cluster, text.Name[child], text.Upos[i]); f.Add(86, text.Lemma[child], text.Lemma[i]); }
            else if (relation == Clause) { f.Add(87, HasMark(text, child), text.Lemma[i]); }
            else if (relation == Object) { f.Add(88, text.Lemma[child], text.Lemma[i]); f.Add(89, text.Forms[child].Class.Group, text.Forms[i].Class.Cluster); }
        }

        f.Add(90, frame, text.Upos[i]);
        f.Add(91, frame, text.Lemma[i]);
        f.Add(92, frame, text.Forms[i].Class.Cluster);
    }

    /// <summary>What hangs on a token: a subject, a clause, an object and the like, one bit each.</summary>
    internal static uint FrameOf(ReadText text, int i)
    {
        uint frame = 0;
        int count = 0;
        for (int child = text.FirstChild(i); child >= 0 && count < 16; child = text.NextSibling(child), count++) frame |= BitOf(text.Relation[child]);
        return frame;
    }

    private static uint BitOf(ulong relation) =>
        relation == Subject ? 1u : relation == Clause ? 2 : relation == Open ? 4 : relation == Parataxis ? 8 : relation == Object ? 16
        : relation == Mark ? 32 : relation == Oblique ? 64 : relation == AdjectiveClause ? 128u : 0;

    private static ulong HasMark(ReadText text, int token)
    {
        for (int child = text.FirstChild(token); child >= 0; child = text.NextSibling(child))
        {
            if (text.Relation[child] == Mark) return text.Lemma[child];
        }

        return 0;
    }

    private static void AddQuotations(ReadText text, int i, ref FeatureList f)
    {
        bool quoted = text.Quotation[i] >= 0;
        // How many tokens to the next quotation on either side, up to six, in the sentence's neighbourhood.
        int left = 7, right = 7;
        for (int d = 1; d <= 6; d++)
        {
            if (left == 7 && i - d >= 0 && text.Quotation[i - d] >= 0) left = d;
            if (right == 7 && i + d < text.Tokens.Count && text.Quotation[i + d] >= 0) right = d;
        }

        if (quoted) left = right = 0;
        f.Add(100, (ulong)left, (ulong)right, text.Upos[i]);
        f.Add(101, (ulong)left, text.Lemma[i]);
        f.Add(102, (ulong)right, text.Lemma[i]);
        if (!quoted) return;
        f.Add(103, text.Lemma[i]);
        f.Add(104, text.Xpos[i]);
    }

    private static void AddRules(ReadText text, int i, ref FeatureList f)
    {
        for (int d = -1; d <= 1; d++)
        {
            int j = i + d;
            if (j < 0 || j >= text.Tokens.Count || text.RuleCue[j] < 0) continue;
            Draft draft = text.Drafts[text.RuleCue[j]];
            ulong rule = FeatureHash.Of(draft.Rule);
            f.Add(112 + d, rule, text.Upos[i]);
            f.Add(115 + d, rule, (ulong)(int)(draft.Rate * 10));
        }

        if (text.Verb[i] is not { } verb) return;
        for (int frame = 0; frame < verb.Rates.Length; frame++) f.Add(118, (ulong)frame, (ulong)(int)(verb.Rates[frame] * 8), text.Upos[i]);
    }
}
