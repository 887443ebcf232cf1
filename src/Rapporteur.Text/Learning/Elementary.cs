using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Text.Learning;

/// <summary>Functions on many numbers at once, the same to the last bit on every machine: the platform's own differ in their last digits.</summary>
internal static unsafe class Elementary
{
    /// <summary>e to the power of each number. Cephes' polynomial, relative error below 2e-7; what is outside ±87 is cut there.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Exp(Vector512<float> x)
    {
        x = Vector512.Min(Vector512.Max(x, Vector512.Create(-87f)), Vector512.Create(87f));
        Vector512<float> magic = Vector512.Create(12582912f); // 1.5·2^23: adding it rounds to a whole number
        Vector512<float> n = Vector512.FusedMultiplyAdd(x, Vector512.Create(1.44269504f), magic) - magic;
        Vector512<float> r = Vector512.FusedMultiplyAdd(n, Vector512.Create(-0.693359375f), x);
        r = Vector512.FusedMultiplyAdd(n, Vector512.Create(2.12194440e-4f), r);
        Vector512<float> p = Vector512.Create(1.9875691500e-4f);
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.3981999507e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(8.3334519073e-3f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(4.1665795894e-2f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(1.6666665459e-1f));
        p = Vector512.FusedMultiplyAdd(p, r, Vector512.Create(5.0000001201e-1f));
        p = Vector512.FusedMultiplyAdd(p, r * r, r) + Vector512<float>.One;
        Vector512<int> exponent = Vector512.ConvertToInt32(n) + Vector512.Create(127);
        return p * (exponent << 23).AsSingle();
    }

    /// <summary>The logistic function.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Sigmoid(Vector512<float> x) => Vector512<float>.One / (Vector512<float>.One + Exp(-x));

    /// <summary>The hyperbolic tangent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Tanh(Vector512<float> x) => Vector512<float>.One - (Vector512.Create(2f) / (Exp(x + x) + Vector512<float>.One));

    /// <summary>The sum of a row whose length is a multiple of 16, in an order that no machine changes.</summary>
    public static float Sum(float* row, int length)
    {
        Vector512<float> sum = default;
        for (int i = 0; i < length; i += 16) sum += Vector512.Load(row + i);
        return Sum(sum);
    }

    /// <summary>The sum of sixteen numbers, from the first to the last.</summary>
    public static float Sum(Vector512<float> lanes)
    {
        float* numbers = stackalloc float[16];
        Vector512.Store(lanes, numbers);
        float sum = 0;
        for (int i = 0; i < 16; i++) sum += numbers[i];
        return sum;
    }

    /// <summary>Makes a row of scores into shares that add up to 1. Any length.</summary>
    public static void Softmax(float* row, int length) => Softmax(row, 1, length);

    /// <summary>Makes each of some rows of scores, which lie one after the other, into shares that add up to 1.</summary>
    /// <param name="scores">The rows.</param>
    /// <param name="rows">How many.</param>
    /// <param name="length">Scores of each; any number.</param>
    /// <param name="times">What every score is multiplied by first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Softmax(float* scores, int rows, int length, float times = 1)
    {
        for (int r = 0; r < rows; r++)
        {
            float* row = scores + ((nint)r * length);
            if (times != 1) Scale(row, length, times);
            Add(row, length, -Most(row, length));
        }

        Exp(scores, rows * length);
        int done = 0;
        // The sum of a row goes from the first to the last, so that no machine changes it: four rows side by side need not wait for each other.
        for (; done + 4 <= rows; done += 4)
        {
            float* r0 = scores + ((nint)done * length), r1 = r0 + length, r2 = r1 + length, r3 = r2 + length;
            float s0 = 0, s1 = 0, s2 = 0, s3 = 0;
            for (int i = 0; i < length; i++)
            {
                s0 += r0[i];
                s1 += r1[i];
                s2 += r2[i];
                s3 += r3[i];
            }

            Scale(r0, length, 1 / s0);
            Scale(r1, length, 1 / s1);
            Scale(r2, length, 1 / s2);
            Scale(r3, length, 1 / s3);
        }

        for (; done < rows; done++)
        {
            float* row = scores + ((nint)done * length);
            float sum = 0;
            for (int i = 0; i < length; i++) sum += row[i];
            Scale(row, length, 1 / sum);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Exp(float* values, int length)
    {
        int i = 0;
        for (; i + 16 <= length; i += 16) Vector512.Store(Exp(Vector512.Load(values + i)), values + i);
        if (i == length) return;
        float* last = stackalloc float[16];
        new Span<float>(values + i, length - i).CopyTo(new Span<float>(last, 16));
        Vector512.Store(Exp(Vector512.Load(last)), last);
        new Span<float>(last, length - i).CopyTo(new Span<float>(values + i, length - i));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Most(float* row, int length)
    {
        float most = float.MinValue;
        int i = 0;
        if (length >= 16)
        {
            Vector512<float> all = Vector512.Load(row);
            for (i = 16; i + 16 <= length; i += 16) all = Vector512.Max(all, Vector512.Load(row + i));
            float* lanes = stackalloc float[16];
            Vector512.Store(all, lanes);
            for (int j = 0; j < 16; j++) most = MathF.Max(most, lanes[j]);
        }

        for (; i < length; i++) most = MathF.Max(most, row[i]);
        return most;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Scale(float* row, int length, float times)
    {
        Vector512<float> all = Vector512.Create(times);
        int i = 0;
        for (; i + 16 <= length; i += 16) Vector512.Store(Vector512.Load(row + i) * all, row + i);
        for (; i < length; i++) row[i] *= times;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Add(float* row, int length, float plus)
    {
        Vector512<float> all = Vector512.Create(plus);
        int i = 0;
        for (; i + 16 <= length; i += 16) Vector512.Store(Vector512.Load(row + i) + all, row + i);
        for (; i < length; i++) row[i] += plus;
    }

    /// <summary>Brings each row to mean 0 and deviation 1, then scales and shifts it (layer normalisation, Ba et al. 2016). The width is a multiple of 16.</summary>
    /// <remarks>One over each row's deviation is written to <paramref name="inverse"/>, for learning, unless it is null.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Normalise(float* from, int rows, int width, float* gain, float* bias, float* to, float* inverse)
    {
        for (int r = 0; r < rows; r++, from += width, to += width)
        {
            Vector512<float> mean = Vector512.Create(Sum(from, width) / width), squares = default;
            for (int i = 0; i < width; i += 16)
            {
                Vector512<float> d = Vector512.Load(from + i) - mean;
                squares = Vector512.FusedMultiplyAdd(d, d, squares);
            }

            float scale = 1 / MathF.Sqrt((Sum(squares) / width) + 1e-6f);
            if (inverse != null) inverse[r] = scale;
            Vector512<float> times = Vector512.Create(scale);
            for (int i = 0; i < width; i += 16)
            {
                Vector512.Store(Vector512.FusedMultiplyAdd((Vector512.Load(from + i) - mean) * times, Vector512.Load(gain + i), Vector512.Load(bias + i)), to + i);
            }
        }
    }

    /// <summary>Puts 0 in the place of what is below it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Rectify(Span<float> values)
    {
        Span<Vector512<float>> vectors = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector512<float>>(values);
        for (int i = 0; i < vectors.Length; i++) vectors[i] = Vector512.Max(vectors[i], default);
        for (int i = vectors.Length * 16; i < values.Length; i++) values[i] = MathF.Max(values[i], 0);
    }

    /// <summary>to += from · times, of the same length.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddTo(Span<float> to, ReadOnlySpan<float> from, float times = 1)
    {
        Span<Vector512<float>> sums = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector512<float>>(to);
        ReadOnlySpan<Vector512<float>> plus = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector512<float>>(from[..to.Length]);
        for (int i = 0; i < sums.Length; i++) sums[i] += plus[i] * times;
        // Rows of features are 60 numbers: the last twelve by fours.
        int at = sums.Length * 16;
        Span<Vector128<float>> few = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector128<float>>(to[at..]);
        ReadOnlySpan<Vector128<float>> plusFew = System.Runtime.InteropServices.MemoryMarshal.Cast<float, Vector128<float>>(from[at..to.Length]);
        for (int i = 0; i < few.Length; i++) few[i] += plusFew[i] * times;
        for (int i = at + (few.Length * 4); i < to.Length; i++) to[i] += from[i] * times;
    }

    /// <summary>Adds the same numbers to every row.</summary>
    public static void Add(float* rows, int count, ReadOnlySpan<float> row)
    {
        for (int r = 0; r < count; r++, rows += row.Length)
        {
            for (int i = 0; i < row.Length; i++) rows[i] += row[i];
        }
    }

    /// <summary>Sets every row to the same numbers: a product is then added to them.</summary>
    public static void Fill(float* rows, int count, ReadOnlySpan<float> row)
    {
        for (int r = 0; r < count; r++, rows += row.Length) row.CopyTo(new Span<float>(rows, row.Length));
    }
}
