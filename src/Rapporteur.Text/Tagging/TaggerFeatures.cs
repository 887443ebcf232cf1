using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tagging;

/// <summary>What the tagger looks at when it decides on one token: the word, its neighbours, and the two tags before it.</summary>
internal static class TaggerFeatures
{
    public const int Most = 56;

    /// <param name="w">The forms of the sentence's tokens.</param>
    /// <param name="i">The token to tag.</param>
    /// <param name="tag1">Number of the tag of the token before, plus 1; 0 at the beginning.</param>
    /// <param name="tag2">The same for the token before that.</param>
    /// <param name="f">Receives the features.</param>
    /// <returns>Number of features.</returns>
    public static int Of(ReadOnlySpan<WordForm> w, int i, uint tag1, uint tag2, Span<ulong> f)
    {
        ref readonly WordForm word = ref w[i];
        WordForm none = default;
        ref readonly WordForm before = ref i > 0 ? ref w[i - 1] : ref none;
        ref readonly WordForm before2 = ref i > 1 ? ref w[i - 2] : ref none;
        ref readonly WordForm after = ref i + 1 < w.Length ? ref w[i + 1] : ref none;
        ref readonly WordForm after2 = ref i + 2 < w.Length ? ref w[i + 2] : ref none;
        uint initial = i == 0 ? 1u : 0;
        int n = 0;
        f[n++] = FeatureHash.Of(0, 0);
        f[n++] = FeatureHash.Of(1, word.Lower);
        f[n++] = FeatureHash.Of(2, word.Written);
        f[n++] = FeatureHash.Of(3, word.Shape, initial);
        f[n++] = FeatureHash.Of(4, word.Shape, word.Suffix3);
        f[n++] = FeatureHash.Of(5, word.Suffix1);
        f[n++] = FeatureHash.Of(6, word.Suffix2);
        f[n++] = FeatureHash.Of(7, word.Suffix3);
        f[n++] = FeatureHash.Of(8, word.Suffix4);
        f[n++] = FeatureHash.Of(9, word.Suffix5);
        f[n++] = FeatureHash.Of(10, word.Prefix1);
        f[n++] = FeatureHash.Of(11, word.Prefix2);
        f[n++] = FeatureHash.Of(12, word.Prefix3);
        f[n++] = FeatureHash.Of(13, word.Class.Cluster);
        f[n++] = FeatureHash.Of(14, word.Class.Group, word.Suffix2);
        f[n++] = FeatureHash.Of(15, word.Class.Tags);
        f[n++] = FeatureHash.Of(16, word.Class.Tags, word.Shape, initial);
        f[n++] = FeatureHash.Of(17, tag1);
        f[n++] = FeatureHash.Of(18, tag1, tag2);
        f[n++] = FeatureHash.Of(19, tag1, word.Lower);
        f[n++] = FeatureHash.Of(20, tag1, word.Class.Tags);
        f[n++] = FeatureHash.Of(21, tag1, tag2, word.Class.Tags);
        f[n++] = FeatureHash.Of(22, tag1, word.Suffix3);
        f[n++] = FeatureHash.Of(23, before.Lower);
        f[n++] = FeatureHash.Of(24, before2.Lower);
        f[n++] = FeatureHash.Of(25, after.Lower);
        f[n++] = FeatureHash.Of(26, after2.Lower);
        f[n++] = FeatureHash.Of(27, before.Lower, word.Lower);
        f[n++] = FeatureHash.Of(28, word.Lower, after.Lower);
        f[n++] = FeatureHash.Of(29, before.Lower, after.Lower);
        f[n++] = FeatureHash.Of(30, before.Class.Cluster, word.Class.Tags);
        f[n++] = FeatureHash.Of(31, after.Class.Cluster, word.Class.Tags);
        f[n++] = FeatureHash.Of(32, after.Class.Tags, word.Class.Tags);
        f[n++] = FeatureHash.Of(33, after.Class.Tags, after2.Class.Tags, word.Class.Tags);
        f[n++] = FeatureHash.Of(34, after.Suffix3, word.Class.Tags);
        f[n++] = FeatureHash.Of(35, after.Shape, word.Shape, before.Shape);
        f[n++] = FeatureHash.Of(36, after.Class.Tags, word.Lower);
        f[n++] = FeatureHash.Of(37, after.Class.Cluster, word.Lower);
        f[n++] = FeatureHash.Of(38, tag1, after.Class.Tags, word.Class.Tags);
        f[n++] = FeatureHash.Of(39, tag1, word.Class.Cluster);
        f[n++] = FeatureHash.Of(40, tag1, after.Lower);
        f[n++] = FeatureHash.Of(41, before2.Lower, before.Lower);
        f[n++] = FeatureHash.Of(42, after.Lower, after2.Lower);
        f[n++] = FeatureHash.Of(43, word.Shape, tag1);
        f[n++] = FeatureHash.Of(44, word.Lower, tag1, after.Class.Tags);
        f[n++] = FeatureHash.Of(45, word.Lower, tag1, tag2);
        f[n++] = FeatureHash.Of(46, w[^1].Lower, initial, word.Class.Tags);
        return n;
    }
}
