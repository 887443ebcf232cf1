using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encoders;

/// <summary>How pieces look at each other: every piece takes from the pieces of its stretch what they hold, each by how well its key fits the query (Vaswani et al. 2017).</summary>
internal static unsafe class Attention
{
    /// <summary>Numbers that the shares of all pieces take.</summary>
    public static int SharesLength(int heads, IReadOnlyList<(int First, int End)> stretches)
    {
        int length = 0;
        foreach ((int first, int end) in stretches) length += heads * (end - first) * (end - first);
        return length;
    }

    /// <summary>For every head: shares = softmax(query·key / √width), mixed = shares·value.</summary>
    /// <param name="looks">A row a piece: its query, key and value, each of the given width.</param>
    /// <param name="width">The width, divided evenly among the heads.</param>
    /// <param name="heads">How many ways to look at the others there are side by side.</param>
    /// <param name="stretches">First piece and end of each stretch.</param>
    /// <param name="shares">Where the shares go, stretch by stretch, head by head, piece by piece.</param>
    /// <param name="mixed">Where what is taken goes, a row a piece.</param>
    public static void Mix(float* looks, int width, int heads, IReadOnlyList<(int First, int End)> stretches, float* shares, float* mixed)
    {
        int wide = 3 * width, head = width / heads;
        float scale = 1 / MathF.Sqrt(head);
        foreach ((int first, int end) in stretches)
        {
            int n = end - first;
            for (int k = 0; k < heads; k++, shares += n * n)
            {
                float* query = looks + ((nint)first * wide) + (k * head), key = query + width, value = key + width;
                MatrixProduct.Multiply(query, wide, 1, n, head, key, 1, wide, n, shares, n, add: false);
                Elementary.Softmax(shares, n, n, scale);
                MatrixProduct.Multiply(shares, n, 1, n, n, value, wide, 1, head, mixed + ((nint)first * width) + (k * head), width, add: false);
            }
        }
    }
}
