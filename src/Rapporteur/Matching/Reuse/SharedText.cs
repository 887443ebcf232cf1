using Rapporteur.Text;

namespace Rapporteur.Matching.Reuse;

/// <summary>What two texts have in common.</summary>
/// <param name="Sentences">Which sentences go together: each sentence of one text with the one of the other that is most like it, in text order.</param>
/// <param name="Words">How many words they share in these sentences: the smaller number of the two sides.</param>
/// <param name="LeftShare">The share of the left text's words that stand in such sentences of the right one, 0 to 1.</param>
/// <param name="RightShare">The share of the right text that is taken up in the left one.</param>
/// <param name="OwnWords">How many of <paramref name="Words"/> stand outside quotation marks. Two reporters who heard one speech share its words; their own words they share only by copying.</param>
public sealed record SharedText(IReadOnlyList<SharedSentence> Sentences, int Words, double LeftShare, double RightShare, int OwnWords)
{
    // Fewer words than these, or a smaller part of the shorter text, are a shared phrase ("in composite trading on the exchange") and no reuse,
    // unless they are half of a text. Found on eval reuse.
    private const int FewestWords = 30;
    private const double LeastShare = 0.12;
    private const int FewestOfHalf = 10;
    private const double Half = 0.5;

    /// <summary>True when one text has taken up a part of the other that is more than a phrase.</summary>
    public bool IsReuse => Words >= FewestOfHalf && Math.Max(LeftShare, RightShare) >= (Words >= FewestWords ? LeastShare : Half);
}

/// <summary>Two sentences that say the same in nearly the same words.</summary>
/// <param name="Left">Where it stands in the left text.</param>
/// <param name="Right">Where it stands in the right text.</param>
/// <param name="Closeness">Words in common as a share of the longer sentence's words, 0 to 1; 1 when they are the same words.</param>
public readonly record struct SharedSentence(TextSpan Left, TextSpan Right, double Closeness);
