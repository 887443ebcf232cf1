using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Rapporteur.Matching;

namespace Rapporteur.Train.Matching;

/// <summary>Makes <c>models/matching/words.bin</c>: the most frequent words with vectors, rarity and relations.</summary>
internal static class WordMeaningsBuilder
{
    private const int MostWords = 22_000;
    private const int Given = 100;
    // The first directions tell frequent words from rare ones, not meanings (Mu and Viswanath 2018).
    private const int DirectionsLeftOut = 2;
    // Natural logarithms of frequencies: "the", and where nothing more is told by rarity.
    private const double Most = -2.5, Least = -13;

    public static int Write(TrainingContext context, Stream file)
    {
        Dictionary<string, double> frequency = new(StringComparer.Ordinal);
        foreach (string[] cells in File.ReadLines(context.Corpus("wordfreq", "large_en.tsv")).Select(line => line.Split('\t')))
        {
            frequency[cells[0]] = double.Parse(cells[1], CultureInfo.InvariantCulture);
        }

        string[] all = File.ReadAllLines(context.Corpus("glove-60k-100d-int8", "words.txt"));
        sbyte[] bytes = MemoryMarshal.Cast<byte, sbyte>(File.ReadAllBytes(context.Corpus("glove-60k-100d-int8", "vectors.int8"))).ToArray();
        int[] chosen = [.. Enumerable.Range(0, all.Length)
            .Where(i => all[i].Length > 1 && all[i].All(char.IsAsciiLetterLower))
            .OrderByDescending(i => frequency.GetValueOrDefault(all[i], -20)).ThenBy(i => i).Take(MostWords)
            .OrderBy(i => all[i], StringComparer.Ordinal)];
        Dictionary<string, int> words = chosen.Select((row, number) => (all[row], number)).ToDictionary(pair => pair.Item1, pair => pair.number, StringComparer.Ordinal);
        float[][] vectors = Reduce([.. chosen.Select(row => Unit(bytes.AsSpan(row * Given, Given)))]);

        WordNetRelations wordNet = WordNetRelations.Read(context.Corpus("wordnet-3.1", "dict"), words);
        Dictionary<(int Left, int Right), WordRelation> pairs = new(wordNet.Pairs);
        foreach (string[] cells in File.ReadLines(Directory.GetFiles(context.Corpus("ppdb-lexical", "mwa_ppdb"))[0]).Select(line => line.Split('\t')))
        {
            if (cells.Length < 2 || !words.TryGetValue(cells[0], out int left) || !words.TryGetValue(cells[1], out int right) || left == right) continue;
            (int, int) pair = left < right ? (left, right) : (right, left);
            pairs[pair] = pairs.GetValueOrDefault(pair) | WordRelation.Paraphrase;
        }

        ILookup<int, (int Right, WordRelation Relation)> related = pairs.ToLookup(p => p.Key.Left, p => (p.Key.Right, p.Value));
        using BinaryWriter writer = new(file, Encoding.UTF8, leaveOpen: true);
        writer.Write(chosen.Length);
        writer.Write(pairs.Count);
        writer.Write(WordMeanings.Dimensions);
        for (int number = 0; number < chosen.Length; number++)
        {
            string word = all[chosen[number]];
            double rarity = (Most - frequency.GetValueOrDefault(word, Least)) / (Most - Least);
            writer.Write(word);
            writer.Write((byte)Math.Round(255 * Math.Clamp(rarity, 0.15, 1)));
            writer.Write(!wordNet.IsCommon(word));
            float largest = vectors[number].Max(Math.Abs);
            foreach (float value in vectors[number]) writer.Write((sbyte)Math.Round(127 * value / largest));
            (int Right, WordRelation Relation)[] others = [.. related[number].OrderBy(r => r.Right)];
            writer.Write7BitEncodedInt(others.Length);
            int before = number;
            foreach ((int right, WordRelation relation) in others)
            {
                writer.Write7BitEncodedInt(((right - before) << 4) | (int)relation);
                before = right;
            }
        }

        context.Log.WriteLine($"matching: {chosen.Length} words, {pairs.Count} pairs of related words");
        return chosen.Length;
    }

    private static float[][] Reduce(float[][] vectors)
    {
        double[] mean = new double[Given];
        foreach (float[] vector in vectors) for (int i = 0; i < Given; i++) mean[i] += vector[i] / vectors.Length;
        double[][] directions = [.. PrincipalComponents.Of(vectors, mean).Skip(DirectionsLeftOut).Take(WordMeanings.Dimensions)];
        return [.. vectors.Select(vector => directions.Select(d => (float)d.Select((x, i) => x * (vector[i] - mean[i])).Sum()).ToArray())];
    }

    private static float[] Unit(ReadOnlySpan<sbyte> bytes)
    {
        float[] vector = new float[bytes.Length];
        for (int i = 0; i < bytes.Length; i++) vector[i] = bytes[i];
        float length = MathF.Sqrt(vector.Sum(x => x * x));
        for (int i = 0; i < bytes.Length; i++) vector[i] /= length;
        return vector;
    }
}
