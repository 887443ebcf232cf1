using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Parsing;

/// <summary>What the parser looks at before each step (after Zhang and Nivre 2011, fitted to the arc-hybrid system, with word clusters).</summary>
internal static class ParserFeatures
{
    public const int Most = 136;

    public static int Of(ParserState state, ReadOnlySpan<ParserWord> words, Span<ulong> f)
    {
        int i0 = state.Stack(0), i1 = state.Stack(1), i2 = state.Stack(2), j0 = state.Buffer(0);
        ParserWord s0 = At(words, i0), s1 = At(words, i1), s2 = At(words, i2);
        ParserWord b0 = At(words, j0), b1 = At(words, state.Buffer(1)), b2 = At(words, state.Buffer(2)), b3 = At(words, state.Buffer(3));
        ParserState.Node n0 = i0 < 0 ? ParserState.Node.Unattached : state[i0];
        ParserState.Node n1 = i1 < 0 ? ParserState.Node.Unattached : state[i1];
        ParserState.Node m0 = state[j0];
        uint distance = i0 < 0 ? 0 : Bin(j0 - i0), below = i1 < 0 ? 0 : Bin(i0 - i1);
        int n = 0, t = 0;

        // Words by themselves.
        Single(s0, ref n, ref t, f);
        Single(s1, ref n, ref t, f);
        Single(b0, ref n, ref t, f);
        Single(b1, ref n, ref t, f);
        f[n++] = FeatureHash.Of(t++, s2.Word, s2.Xpos);
        f[n++] = FeatureHash.Of(t++, s2.Xpos);
        f[n++] = FeatureHash.Of(t++, b2.Word, b2.Xpos);
        f[n++] = FeatureHash.Of(t++, b2.Xpos);
        f[n++] = FeatureHash.Of(t++, b3.Xpos, b2.Xpos);

        // Pairs.
        Pair(s0, b0, ref n, ref t, f);
        Pair(s1, s0, ref n, ref t, f);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Word, b0.Word);
        f[n++] = FeatureHash.Of(t++, b0.Xpos, b1.Xpos);
        f[n++] = FeatureHash.Of(t++, b0.Word, b1.Xpos);
        f[n++] = FeatureHash.Of(t++, b0.Xpos, b1.Word);
        f[n++] = FeatureHash.Of(t++, b0.Word, b1.Word);
        f[n++] = FeatureHash.Of(t++, s0.Word, b1.Word);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b1.Xpos);

        // Three at a time.
        f[n++] = FeatureHash.Of(t++, b0.Xpos, b1.Xpos, b2.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b0.Xpos, b1.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Xpos, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s2.Xpos, s1.Xpos, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Word, b0.Xpos, b1.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b0.Word, b1.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b0.Xpos, b1.Word);
        f[n++] = FeatureHash.Of(t++, s1.Word, s0.Xpos, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Word, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Xpos, b0.Word);
        f[n++] = FeatureHash.Of(t++, s1.Cluster, s0.Cluster, b0.Cluster);
        f[n++] = FeatureHash.Of(t++, s1.Upos, s0.Upos, b0.Upos, b1.Upos);
        f[n++] = FeatureHash.Of(t++, s2.Upos, s1.Upos, FeatureHash.Of(200, s0.Upos, b0.Upos), b1.Upos);

        // Children found so far.
        ParserWord s0l = At(words, n0.Left), s0r = At(words, n0.Right), b0l = At(words, m0.Left), s1l = At(words, n1.Left), s1r = At(words, n1.Right);
        ParserWord s0l2 = At(words, n0.Left2), s0r2 = At(words, n0.Right2), b0l2 = At(words, m0.Left2), s1r2 = At(words, n1.Right2);
        Child(s0, b0, s0l, Label(state, n0.Left), ref n, ref t, f);
        Child(s0, b0, s0r, Label(state, n0.Right), ref n, ref t, f);
        Child(b0, s0, b0l, Label(state, m0.Left), ref n, ref t, f);
        Child(s1, s0, s1r, Label(state, n1.Right), ref n, ref t, f);
        Child(s1, s0, s1l, Label(state, n1.Left), ref n, ref t, f);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Xpos, s0l.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Xpos, s0r.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Word, s0.Xpos, s0l.Word);
        f[n++] = FeatureHash.Of(t++, s0.Word, s0l.Word, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, s0l2.Xpos, s0l.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, s0r2.Xpos, s0r.Xpos);
        f[n++] = FeatureHash.Of(t++, b0.Xpos, b0l2.Xpos, b0l.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s1r2.Xpos, s1r.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, Label(state, n0.Left), Label(state, n0.Left2));
        f[n++] = FeatureHash.Of(t++, s0.Xpos, Label(state, n0.Right), Label(state, n0.Right2));
        f[n++] = FeatureHash.Of(t++, b0.Xpos, Label(state, m0.Left), Label(state, m0.Left2));

        // How many children, of which relations.
        f[n++] = FeatureHash.Of(t++, s0.Word, (uint)n0.RightCount);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, (uint)n0.RightCount);
        f[n++] = FeatureHash.Of(t++, s0.Word, (uint)n0.LeftCount);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, (uint)n0.LeftCount);
        f[n++] = FeatureHash.Of(t++, b0.Word, (uint)m0.LeftCount);
        f[n++] = FeatureHash.Of(t++, b0.Xpos, (uint)m0.LeftCount);
        f[n++] = FeatureHash.Of(t++, s1.Word, (uint)n1.RightCount);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, (uint)n1.RightCount, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Word, n0.RightLabels);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, n0.RightLabels, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, s0.Word, n0.LeftLabels);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, n0.LeftLabels, b0.Xpos);
        f[n++] = FeatureHash.Of(t++, b0.Word, m0.LeftLabels);
        f[n++] = FeatureHash.Of(t++, b0.Xpos, m0.LeftLabels, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Word, n1.RightLabels, s0.Upos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, n1.RightLabels, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, n1.LeftLabels, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Cluster, n1.RightLabels, s0.Xpos);
        f[n++] = FeatureHash.Of(t++, s1.Upos, n1.LeftLabels, n1.RightLabels, FeatureHash.Of(201, s0.Xpos, n0.LeftLabels));

        // How far apart, and what the sentence is like.
        f[n++] = FeatureHash.Of(t++, s0.Word, distance);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b0.Xpos, distance);
        f[n++] = FeatureHash.Of(t++, b0.Word, distance);
        f[n++] = FeatureHash.Of(t++, s0.Word, b0.Word, distance);
        f[n++] = FeatureHash.Of(t++, s1.Xpos, s0.Xpos, below);
        f[n++] = FeatureHash.Of(t++, s1.Word, s0.Word, below);
        f[n++] = FeatureHash.Of(t++, s1.Cluster, s0.Xpos, below);
        f[n++] = FeatureHash.Of(t++, s0.Xpos, b0.Xpos, (uint)Math.Min(state.Depth, 4));
        f[n++] = FeatureHash.Of(t++, words[state.Length - 1].Word, s0.Xpos, b0.Xpos, s1.Xpos);
        return n;
    }

    private static ParserWord At(ReadOnlySpan<ParserWord> words, int i) => i < 0 ? default : words[i];

    private static uint Label(ParserState state, int child) => child < 0 ? 0 : (uint)state[child].Label + 1;

    private static uint Bin(int distance) => distance <= 5 ? (uint)distance : distance <= 10 ? 6u : 7u;

    private static void Single(in ParserWord w, ref int n, ref int t, Span<ulong> f)
    {
        f[n++] = FeatureHash.Of(t++, w.Word, w.Xpos);
        f[n++] = FeatureHash.Of(t++, w.Word);
        f[n++] = FeatureHash.Of(t++, w.Xpos);
        f[n++] = FeatureHash.Of(t++, w.Cluster, w.Xpos);
    }

    private static void Pair(in ParserWord a, in ParserWord b, ref int n, ref int t, Span<ulong> f)
    {
        f[n++] = FeatureHash.Of(t++, a.Word, a.Xpos, b.Word, b.Xpos);
        f[n++] = FeatureHash.Of(t++, a.Word, a.Xpos, b.Xpos);
        f[n++] = FeatureHash.Of(t++, a.Xpos, b.Word, b.Xpos);
        f[n++] = FeatureHash.Of(t++, a.Word, b.Word);
        f[n++] = FeatureHash.Of(t++, a.Xpos, b.Xpos);
        f[n++] = FeatureHash.Of(t++, a.Upos, b.Upos);
        f[n++] = FeatureHash.Of(t++, a.Cluster, b.Cluster);
        f[n++] = FeatureHash.Of(t++, a.Cluster, b.Xpos);
        f[n++] = FeatureHash.Of(t++, a.Xpos, b.Cluster);
        f[n++] = FeatureHash.Of(t++, a.Word, b.Cluster);
        f[n++] = FeatureHash.Of(t++, a.Cluster, b.Word);
    }

    private static void Child(in ParserWord head, in ParserWord other, in ParserWord child, uint label, ref int n, ref int t, Span<ulong> f)
    {
        f[n++] = FeatureHash.Of(t++, head.Xpos, child.Word);
        f[n++] = FeatureHash.Of(t++, head.Word, label);
        f[n++] = FeatureHash.Of(t++, head.Xpos, label, other.Xpos);
        f[n++] = FeatureHash.Of(t++, head.Xpos, child.Xpos, other.Xpos);
    }
}
