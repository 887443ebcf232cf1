using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Numbers the features that are seen often enough, and keeps every word's numbers.</summary>
internal sealed class FeatureTable
{
    // A feature seen once teaches only its own word.
    private const int LeastCount = 2;
    private const int SketchBits = 26;
    private readonly byte[] _sketch = new byte[1 << SketchBits];
    private readonly Dictionary<ulong, int> _numbers = [];

    /// <summary>The features by number.</summary>
    public List<ulong> Hashes { get; } = [];

    /// <summary>Counts the features of a document; call for every document before <see cref="Number"/>.</summary>
    public void Count(WordFacts facts)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        for (int i = 0; i < facts.Count; i++)
        {
            int count = NameFeatures.Fill(facts, i, features);
            foreach (ulong feature in features[..count])
            {
                ref byte seen = ref _sketch[feature >> (64 - SketchBits)];
                if (seen < LeastCount) seen++;
            }
        }
    }

    /// <summary>The numbers of the features of each word, rarer ones left out.</summary>
    public int[][] Number(WordFacts facts)
    {
        Span<ulong> features = stackalloc ulong[NameFeatures.Most];
        int[][] words = new int[facts.Count][];
        Span<int> numbers = stackalloc int[NameFeatures.Most];
        for (int i = 0; i < facts.Count; i++)
        {
            int count = NameFeatures.Fill(facts, i, features), kept = 0;
            foreach (ulong feature in features[..count])
            {
                if (_sketch[feature >> (64 - SketchBits)] < LeastCount) continue;
                if (!_numbers.TryGetValue(feature, out int number))
                {
                    number = Hashes.Count;
                    _numbers.Add(feature, number);
                    Hashes.Add(feature);
                }

                numbers[kept++] = number;
            }

            words[i] = numbers[..kept].ToArray();
        }

        return words;
    }
}
