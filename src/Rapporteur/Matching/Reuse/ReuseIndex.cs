using System.Runtime.InteropServices;

namespace Rapporteur.Matching.Reuse;

/// <summary>Texts in memory, found again by what they share: the look-up that a store does in its tables, for collections that need no store.</summary>
/// <remarks>The pairs do not depend on the order in which the texts come. Not for several threads at once.</remarks>
public sealed class ReuseIndex
{
    private readonly List<(TextWords Words, int Fingerprints)> _texts = [];
    private readonly Dictionary<long, List<int>> _places = [];

    /// <summary>Adds a text and returns the numbers of the earlier ones that share text with it, ascending. The first text is number 0.</summary>
    public IReadOnlyList<int> Add(string text)
    {
        TextWords words = TextWords.Of(text);
        long[] fingerprints = Fingerprints.Of(words);
        Dictionary<int, int> common = [];
        foreach (long fingerprint in fingerprints)
        {
            ref List<int>? here = ref CollectionsMarshal.GetValueRefOrAddDefault(_places, fingerprint, out _);
            here ??= new List<int>(1);
            foreach (int other in here) CollectionsMarshal.GetValueRefOrAddDefault(common, other, out _)++;
            here.Add(_texts.Count);
        }

        _texts.Add((words, fingerprints.Length));
        List<int> found = [];
        SentenceAlignment? alignment = null;
        foreach ((int other, int count) in common)
        {
            if (!ReuseCandidate.IsWorthComparing(count, fingerprints.Length, _texts[other].Fingerprints)) continue;
            if (ReuseCandidate.IsSure(count, fingerprints.Length, _texts[other].Fingerprints)
                || (alignment ??= new SentenceAlignment(words)).With(_texts[other].Words).IsReuse) found.Add(other);
        }

        found.Sort();
        return found;
    }
}
