using System.Numerics.Tensors;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>Groups the words of GloVe by k-means, and notes which Penn tags each word has in MASC and the Groningen Meaning Bank.</summary>
internal sealed class WordsTraining : ITraining
{
    private const int Dimensions = 100, Clusters = 1024, Groups = 120, Rounds = 12;

    // A tag must make up this share of a word's occurrences to count as one of its tags; most mistakes of semi-automatic tagging fall below.
    private const double LeastShare = 0.04;

    public string Name => "words";

    public void Run(TrainingContext context)
    {
        string[] words = File.ReadAllLines(context.Corpus("glove-60k-100d-int8", "words.txt"));
        byte[] bytes = File.ReadAllBytes(context.Corpus("glove-60k-100d-int8", "vectors.int8"));
        int count = Math.Max(Math.Min(words.Length, 100), (int)(words.Length * context.Share));
        int clusters = Math.Min(Clusters, (count + 9) / 10), groups = Math.Min(Groups, (clusters + 4) / 5);
        float[][] vectors = [.. Enumerable.Range(0, count).Select(i => Unit([.. bytes.AsSpan(i * Dimensions, Dimensions).ToArray().Select(b => (float)(sbyte)b)]))];
        (int[] cluster, float[][] centres) = KMeans(vectors, clusters, context.Seed, context.Log);
        (int[] group, _) = KMeans(centres, groups, context.Seed, context.Log);
        Dictionary<uint, byte> tags = Tags(context);
        Dictionary<uint, WordClass> classes = [];
        for (int i = 0; i < count; i++) classes.TryAdd(WordForm.LowerHash(words[i]), new WordClass((ushort)(cluster[i] + 1), (byte)(group[cluster[i]] + 1), 0));
        foreach ((uint hash, byte tag) in tags) classes[hash] = classes.GetValueOrDefault(hash) with { Tags = tag };
        byte[] file = WordClasses.Write(classes);
        ModelFolder.Write(context, Name, file, "Word classes", "GloVe vectors (clusters), MASC and the Groningen Meaning Bank (tags of words)", [$"{classes.Count} words, {clusters} clusters in {groups} groups, {tags.Count} with tags"]);
    }

    private static float[] Unit(float[] v)
    {
        TensorPrimitives.Divide(v, TensorPrimitives.Norm<float>(v) + 1e-9f, v);
        return v;
    }

    // Spherical k-means: centres are unit vectors, nearness is the cosine.
    private static (int[] Nearest, float[][] Centres) KMeans(float[][] vectors, int count, int seed, TextWriter log)
    {
        int[] order = [.. Enumerable.Range(0, vectors.Length)];
        new Random(seed).Shuffle(order);
        float[][] centres = [.. order.Take(count).Select(i => vectors[i].ToArray())];
        int[] nearest = new int[vectors.Length];
        double all = 0;
        for (int round = 0; round < Rounds; round++)
        {
            all = 0;
            float[][] sums = [.. Enumerable.Range(0, count).Select(_ => new float[Dimensions])];
            for (int i = 0; i < vectors.Length; i++)
            {
                float best = float.NegativeInfinity;
                for (int c = 0; c < count; c++)
                {
                    float cosine = TensorPrimitives.Dot<float>(vectors[i], centres[c]);
                    if (cosine > best) (best, nearest[i]) = (cosine, c);
                }

                all += best;
                TensorPrimitives.Add(sums[nearest[i]], vectors[i], sums[nearest[i]]);
            }

            for (int c = 0; c < count; c++)
            {
                if (TensorPrimitives.Norm<float>(sums[c]) > 0) centres[c] = Unit(sums[c]);
            }
        }

        log.WriteLine($"words: {count} groups of {vectors.Length}, mean cosine to the centre {all / vectors.Length:F3}");
        return (nearest, centres);
    }

    private static Dictionary<uint, byte> Tags(TrainingContext context)
    {
        Dictionary<uint, Dictionary<string, int>> counts = [];
        foreach ((string word, string tag) in PennTagged.Masc(context).SelectMany(sentence => sentence).Concat(PennTagged.Groningen(context)))
        {
            uint hash = WordForm.LowerHash(word);
            if (!counts.TryGetValue(hash, out Dictionary<string, int>? tags)) counts[hash] = tags = [];
            tags[tag] = tags.GetValueOrDefault(tag) + 1;
        }

        List<(uint Word, string[] Tags)> words = [.. counts.Where(w => w.Value.Values.Sum() > 1).Select(w => (w.Key, Frequent(w.Value)))];
        // One byte holds 255 sets of tags: the most frequent. A rarer set gives up its rarest tag until it is one of them.
        Dictionary<string, byte> sets = [];
        foreach (string set in words.GroupBy(w => string.Join(' ', w.Tags)).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(255)) sets[set] = (byte)(sets.Count + 1);
        Dictionary<uint, byte> found = [];
        foreach ((uint word, string[] tags) in words)
        {
            for (int n = tags.Length; n > 0; n--)
            {
                if (!sets.TryGetValue(string.Join(' ', tags[..n]), out byte set)) continue;
                found[word] = set;
                break;
            }
        }

        return found;
    }

    private static string[] Frequent(Dictionary<string, int> tags)
    {
        double all = tags.Values.Sum();
        return [.. tags.Where(t => t.Value / all >= LeastShare).OrderByDescending(t => t.Value).ThenBy(t => t.Key, StringComparer.Ordinal).Take(3).Select(t => t.Key)];
    }
}
