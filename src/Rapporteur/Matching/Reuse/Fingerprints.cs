namespace Rapporteur.Matching.Reuse;

/// <summary>A fixed sample of the three-word shingles of a text, by which texts that share some are found without being compared.</summary>
/// <remarks>
/// A shingle is in the sample when its hash says so (Broder's "mod m" sketch), not when it is among the smallest of its text as in MinHash: so a paragraph taken into
/// a long article still brings its own fingerprints along, and their number in common tells containment. With a fifth of the words replaced, half of the
/// shingles stay; of a hundred fingerprints that leaves fifty, where MinHash over one set of shingles at a Jaccard threshold of one half finds nothing.
/// </remarks>
public static class Fingerprints
{
    // One shingle in four: a paragraph of 60 words brings about fifteen along, of which seven outlive the editing of a fifth of its words.
    private const ulong OneIn = 4;

    // "of the year" says nothing about a text: shingles of fewer letters are left out.
    private const int FewestLetters = 10;

    // 40 bits keep a hundred million shingles apart well enough for two in common to be no accident, and take five bytes in a table.
    private const int Bits = 40;

    /// <summary>The fingerprints, ascending, each once.</summary>
    /// <param name="words">The text.</param>
    /// <param name="ownOnly">Leaves out shingles with a word between quotation marks: what remains are the reporter's own words.</param>
    public static long[] Of(TextWords words, bool ownOnly = false)
    {
        ReadOnlySpan<TextWords.Word> all = words.Words;
        List<long> kept = new(all.Length / (int)OneIn);
        for (int i = 0; i + 2 < all.Length; i++)
        {
            ref readonly TextWords.Word first = ref all[i], second = ref all[i + 1], third = ref all[i + 2];
            if (TextWords.LettersOf(all.Slice(i, 3)) < FewestLetters || (ownOnly && (first.Quoted || second.Quoted || third.Quoted))) continue;
            ulong hash = Mix(Mix(first.Hash + 0x9E3779B97F4A7C15UL, second.Hash), third.Hash);
            if (hash % OneIn == 0) kept.Add((long)(hash >> (64 - Bits)));
        }

        kept.Sort();
        int unique = 0;
        for (int i = 0; i < kept.Count; i++)
        {
            if (unique == 0 || kept[i] != kept[unique - 1]) kept[unique++] = kept[i];
        }

        kept.RemoveRange(unique, kept.Count - unique);
        return [.. kept];
    }

    /// <summary>How many two ascending lists have in common.</summary>
    public static int Common(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        int common = 0;
        for (int l = 0, r = 0; l < left.Length && r < right.Length;)
        {
            if (left[l] == right[r]) (common, l, r) = (common + 1, l + 1, r + 1);
            else if (left[l] < right[r]) l++;
            else r++;
        }

        return common;
    }

    // The finisher of SplitMix64: every bit of the result depends on every bit of both.
    private static ulong Mix(ulong state, uint next)
    {
        ulong z = (state ^ next) * 0xBF58476D1CE4E5B9UL;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
        return z ^ (z >> 31);
    }
}
