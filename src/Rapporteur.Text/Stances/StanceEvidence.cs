using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>Where a feature comes from: each group counts as one, however many features a long statement has in it.</summary>
internal enum StanceGroup
{
    /// <summary>What the rules read.</summary>
    Rules,

    /// <summary>The cue's words and what hangs on them.</summary>
    Cue,

    /// <summary>Who is the source.</summary>
    Source,

    /// <summary>How the content begins.</summary>
    Opening,

    /// <summary>Whether the content is a clause, an infinitive, a noun phrase.</summary>
    Shape,

    /// <summary>The content's main word.</summary>
    Main,

    /// <summary>The word below verbs of thinking and wanting: "I think we should leave".</summary>
    Inner,

    /// <summary>Every word of the content.</summary>
    Word,

    /// <summary>Every two neighbours.</summary>
    Pair,

    /// <summary>Groups of words used alike.</summary>
    Cluster,

    /// <summary>Questions, calls, length.</summary>
    Form,

    /// <summary>Classes of <c>stance-words.tsv</c>.</summary>
    Class,

    /// <summary>Not a group: how many there are.</summary>
    Count,
}

/// <summary>What the trained decision sees of one statement: named features in groups, and three averages of word vectors.</summary>
internal sealed class StanceEvidence
{
    /// <summary>The cue's words, the content's main word, the content's words.</summary>
    public const int Meanings = 3;

    private readonly HashSet<uint>[] _features = [.. Enumerable.Range(0, (int)StanceGroup.Count).Select(_ => new HashSet<uint>())];

    /// <summary>The averages, <see cref="WordVectors.Width"/> numbers each; zeros where there is no word.</summary>
    public float[][] Vectors { get; } = [.. Enumerable.Range(0, Meanings).Select(_ => new float[WordVectors.Width])];

    /// <summary>Hashes of the features of a group, each once, in the order they were found.</summary>
    public IReadOnlyCollection<uint> Of(StanceGroup group) => _features[(int)group];

    /// <summary>Adds a feature by its name. The same name in two groups is two features.</summary>
    public void Add(StanceGroup group, string name) => _features[(int)group].Add(FeatureHash.Of(name) ^ ((uint)(group + 1) * 0x9E3779B1));
}
