using System.Numerics.Tensors;
using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Groups the words of GloVe by spherical k-means, and the groups into larger ones.</summary>
internal static class WordClustering
{
    private const int Dimensions = 100;

    // The most frequent ones; the file grows by ten bytes for each.
    private const int Words = 40_000;
    private const int Fine = 1000;
    private const int Coarse = 64;
    private const int Rounds = 8;

    /// <summary>Writes what <see cref="WordClusters"/> reads.</summary>
    public static void Write(TrainingContext context, BinaryWriter writer)
    {
        string folder = context.Corpus("glove-60k-100d-int8");
        string[] words = [.. File.ReadLines(Path.Combine(folder, "words.txt")).Take(Words)];
        byte[] quantised = File.ReadAllBytes(Path.Combine(folder, "vectors.int8"));
        float[][] vectors = [.. words.Select((_, w) => Unit(Enumerable.Range(0, Dimensions).Select(d => (float)(sbyte)quantised[(w * Dimensions) + d]).ToArray()))];
        Random random = new(context.Seed);
        (float[][] centres, int[] group) = Cluster(vectors, context.Share < 1 ? 50 : Fine, random);
        (_, int[] large) = Cluster(centres, Math.Min(Coarse, centres.Length / 2), random);
        writer.Write(centres.Length);
        foreach (int l in large) writer.Write((byte)l);
        writer.Write(words.Length);
        for (int w = 0; w < words.Length; w++)
        {
            writer.Write(Hashing.OfLower(words[w]));
            writer.Write((ushort)group[w]);
        }
    }

    private static (float[][] Centres, int[] Group) Cluster(float[][] vectors, int count, Random random)
    {
        count = Math.Min(count, vectors.Length);
        float[][] centres = [.. Enumerable.Range(0, vectors.Length).OrderBy(_ => random.Next()).Take(count).Select(i => vectors[i])];
        int[] group = new int[vectors.Length];
        for (int round = 0; round < Rounds; round++)
        {
            for (int v = 0; v < vectors.Length; v++) group[v] = Nearest(centres, vectors[v]);
            float[][] sums = [.. Enumerable.Range(0, count).Select(_ => new float[Dimensions])];
            for (int v = 0; v < vectors.Length; v++) TensorPrimitives.Add(sums[group[v]], vectors[v], sums[group[v]]);
            for (int c = 0; c < count; c++)
            {
                if (TensorPrimitives.Norm<float>(sums[c]) > 0) centres[c] = Unit(sums[c]);
            }
        }

        return (centres, group);
    }

    private static int Nearest(float[][] centres, float[] vector)
    {
        int nearest = 0;
        float best = float.MinValue;
        for (int c = 0; c < centres.Length; c++)
        {
            float likeness = TensorPrimitives.Dot<float>(centres[c], vector);
            if (likeness <= best) continue;
            best = likeness;
            nearest = c;
        }

        return nearest;
    }

    private static float[] Unit(float[] vector)
    {
        float length = TensorPrimitives.Norm<float>(vector);
        TensorPrimitives.Divide(vector, length > 0 ? length : 1, vector);
        return vector;
    }
}
