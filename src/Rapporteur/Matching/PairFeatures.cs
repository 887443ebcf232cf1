using System.Numerics;

namespace Rapporteur.Matching;

/// <summary>What a pair of wordings is judged by.</summary>
internal static class PairFeatures
{
    /// <summary>The features' names, in the order of the values.</summary>
    public static readonly string[] Names =
    [
        "same words of the shorter", "same words of the longer", "like words of the shorter", "like words of the longer",
        "same verbs and nouns of the shorter", "same verbs and nouns of the longer", "like verbs and nouns of the shorter", "like verbs and nouns of the longer",
        "names of the shorter", "names of the longer", "other names on both sides", "no names on one side",
        "nearness of the whole", "longest run of words", "pairs of neighbours", "weight shared", "weight shared, like words",
        "weight of the shorter", "weight of the longer", "difference of length",
        "negation on one side", "negation on both sides", "opposites", "same modality", "other modality", "first person on one side",
        "same numbers", "weightiest word of one in the other", "weightiest word of both", "weightiest word missing", "first word alike", "last word alike",
        "like meanings", "both days said", "fragment", "similar by judgement",
    ];

    /// <summary>How many of the last ones tell nothing of the words themselves, or were learnt from pairs of sentences already.</summary>
    public const int NotOfWords = 4;

    // Share of the longer wording's weight. Less is shared by rewordings that say the same with and without a negation ("is no problem", "may").
    private const double MostlyTheSame = 0.6;
    private static readonly int SameOfLonger = Array.IndexOf(Names, "same words of the longer");
    private static readonly int DeniedOnOneSide = Array.IndexOf(Names, "negation on one side");
    private static readonly int Opposites = Array.IndexOf(Names, "opposites");

    /// <summary>How many there are.</summary>
    public static int Count => Names.Length;

    /// <summary>Reads the values of a pair, the last one (similarity as judged by people) left 0.</summary>
    public static double[] Of(Proposition left, Proposition right)
    {
        WordingReading one = left.Reading, other = right.Reading;
        WordAlignment alignment = WordAlignment.Of(one, other);
        (WordAlignment.Weights a, WordAlignment.Weights ac, WordAlignment.Weights an) = alignment.Left.Sums();
        (WordAlignment.Weights b, WordAlignment.Weights bc, WordAlignment.Weights bn) = alignment.Right.Sums();
        (WordAlignment.Side shorter, WordAlignment.Side longer) = (alignment.Left, alignment.Right);
        // The order of the two must not matter.
        if (a.Weight > b.Weight || (a.Weight.Equals(b.Weight) && string.CompareOrdinal(left.Content, right.Content) > 0))
        {
            (shorter, longer) = (longer, shorter);
            (a, ac, an, b, bc, bn) = (b, bc, bn, a, ac, an);
        }

        double missingNames = Math.Min(an.Weight - an.Soft, bn.Weight - bn.Soft);
        (double Missing, double Found) top = Weightiest(shorter), topLonger = Weightiest(longer);
        int modality = BitOperations.PopCount((uint)(one.Modality & other.Modality));
        int otherModality = BitOperations.PopCount((uint)(one.Modality ^ other.Modality));
        return
        [
            Share(a.Hard, a.Weight), Share(b.Hard, b.Weight), Share(a.Soft, a.Weight), Share(b.Soft, b.Weight),
            Share(ac.Hard, ac.Weight), Share(bc.Hard, bc.Weight), Share(ac.Soft, ac.Weight), Share(bc.Soft, bc.Weight),
            Share(an.Soft, an.Weight), Share(bn.Soft, bn.Weight), missingNames, an.Weight == 0 != (bn.Weight == 0) ? 1 : 0,
            WordMeanings.Dot(one.Vector, other.Vector), Run(one, other), Neighbours(shorter), Math.Min(3, (a.Hard + b.Hard) / 2), Math.Min(3, (a.Soft + b.Soft) / 2),
            Math.Log(1 + a.Weight), Math.Log(1 + b.Weight), Share(b.Weight - a.Weight, b.Weight),
            one.Negations > 0 != (other.Negations > 0) ? 1 : 0, one.Negations > 0 && other.Negations > 0 ? 1 : 0, alignment.Opposites,
            Math.Min(3, modality), Math.Min(4, otherModality), one.Self != other.Self ? 1 : 0,
            one.Numbers.Count > 0 && one.Numbers.Overlaps(other.Numbers) ? 1 : 0, Math.Max(top.Found, topLonger.Found), Math.Min(top.Found, topLonger.Found),
            Math.Max(top.Missing, topLonger.Missing), Ends(shorter, longer, first: true), Ends(shorter, longer, first: false),
            left.Meaning.Likeness(right.Meaning), left.SaidOn is not null && right.SaidOn is not null ? 1 : 0, left.Context.Length > 0 || right.Context.Length > 0 ? 1 : 0, 0,
        ];
    }

    /// <summary>True when nearly the same words are denied in one of them and not in the other, or have a word of opposite meaning.</summary>
    public static bool AreOpposite(ReadOnlySpan<double> features) =>
        features[SameOfLonger] >= MostlyTheSame && (features[DeniedOnOneSide] > 0 || features[Opposites] > 0.3);

    /// <summary>True when the figures in one of them contradict those in the other.</summary>
    public static bool NumbersAgree(Proposition left, Proposition right) =>
        left.Reading.Numbers.Count == 0 || right.Reading.Numbers.Count == 0
        || left.Reading.Numbers.IsSubsetOf(right.Reading.Numbers) || right.Reading.Numbers.IsSubsetOf(left.Reading.Numbers);

    private static double Share(double part, double whole) => whole > 0 ? part / whole : 0;

    private static (double Missing, double Found) Weightiest(WordAlignment.Side side)
    {
        double missing = 0;
        int top = -1;
        ReadOnlySpan<WordAlignment.Match> matches = side.Matches;
        for (int i = 0; i < side.Words.Length; i++)
        {
            ref readonly ContentWord word = ref side.Words[i];
            missing = Math.Max(missing, word.Weight * (1 - matches[i].Worth));
            if (!word.IsName && (top < 0 || word.Weight > side.Words[top].Weight)) top = i;
        }

        return (missing, top < 0 ? 0 : matches[top].Worth);
    }

    // Longest run of words in both, function words too, of the shorter wording's length.
    private static double Run(WordingReading left, WordingReading right)
    {
        int best = 0;
        for (int i = 0; i < left.All.Length; i++)
        {
            for (int j = Next(left.Hashes[i], 0); j >= 0; j = Next(left.Hashes[i], j + 1))
            {
                // What goes on from the words before has been counted with them.
                if (i > 0 && j > 0 && Same(i - 1, j - 1)) continue;
                int run = 0;
                while (i + run < left.All.Length && j + run < right.All.Length && Same(i + run, j + run)) run++;
                best = Math.Max(best, run);
            }
        }

        int shorter = Math.Min(left.All.Length, right.All.Length);
        return best < 2 || shorter == 0 ? 0 : (double)best / shorter;

        int Next(int hash, int from) => right.Hashes.AsSpan(from).IndexOf(hash) is >= 0 and var found ? from + found : -1;
        bool Same(int i, int j) => left.Hashes[i] == right.Hashes[j] && left.All[i] == right.All[j];
    }

    // How many neighbouring words of the shorter have partners that stand near each other in the longer.
    private static double Neighbours(WordAlignment.Side side)
    {
        double near = 0, all = 0;
        ReadOnlySpan<WordAlignment.Match> matches = side.Matches;
        for (int i = 1; i < matches.Length; i++)
        {
            all++;
            if (matches[i].Partner < 0 || matches[i - 1].Partner < 0) continue;
            int apart = matches[i].Partner - matches[i - 1].Partner;
            if (apart is not 0 && Math.Abs(apart) <= 2) near += Math.Min(matches[i].Worth, matches[i - 1].Worth);
        }

        return Share(near, all);
    }

    private static double Ends(WordAlignment.Side shorter, WordAlignment.Side longer, bool first)
    {
        if (shorter.Words.Length == 0 || longer.Words.Length == 0) return 0;
        int i = first ? 0 : shorter.Words.Length - 1, j = first ? 0 : longer.Words.Length - 1;
        WordAlignment.Match one = shorter.Matches[i], other = longer.Matches[j];
        return Math.Max(one.Partner == j ? one.Worth : 0, other.Partner == i ? other.Worth : 0);
    }
}
