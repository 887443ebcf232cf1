namespace Rapporteur.Matching;

/// <summary>A word of a wording that carries meaning.</summary>
/// <param name="Text">As written, folded.</param>
/// <param name="Stem">What its forms have in common: "refused", "refusals" give "refus".</param>
/// <param name="Known">Its number in <see cref="WordMeanings"/>, or -1.</param>
/// <param name="Weight">How much it tells, 0 to 1: rare words more than frequent ones, words around the wording less than its own.</param>
/// <param name="IsName">Written as a name.</param>
/// <param name="Position">Its number among all words of the wording, from 0; those around it follow.</param>
internal readonly record struct ContentWord(string Text, string Stem, int Known, double Weight, bool IsName, int Position)
{
    /// <summary>Equal for equal stems, in this process only: most pairs of words differ, and every pair of wordings asks for all of theirs.</summary>
    public int StemHash { get; } = Stem.GetHashCode(StringComparison.Ordinal);
}
