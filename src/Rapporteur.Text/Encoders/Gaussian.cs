using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Encoders;

/// <summary>Each number times the share of a normal distribution below it (GELU), by the approximation of Hendrycks and Gimpel (2016): at most a thousandth beside the exact one.</summary>
internal static class Gaussian
{
    private const float Root = 0.7978845608f, Cubic = 0.044715f; // √(2/π)

    /// <summary>to = from · Φ(from). The length is a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        ReadOnlySpan<Vector512<float>> x = MemoryMarshal.Cast<float, Vector512<float>>(from);
        Span<Vector512<float>> y = MemoryMarshal.Cast<float, Vector512<float>>(to);
        // (1 + tanh u) / 2 is the logistic function of 2u.
        for (int i = 0; i < x.Length; i++) y[i] = x[i] * Share(x[i]);
    }

    /// <summary>The slope by what came out becomes the slope by what went in.</summary>
    public static void Back(ReadOnlySpan<float> from, Span<float> slope)
    {
        ReadOnlySpan<Vector512<float>> x = MemoryMarshal.Cast<float, Vector512<float>>(from);
        Span<Vector512<float>> d = MemoryMarshal.Cast<float, Vector512<float>>(slope);
        for (int i = 0; i < x.Length; i++)
        {
            Vector512<float> share = Share(x[i]), inner = (x[i] * x[i] * (6 * Root * Cubic)) + Vector512.Create(2 * Root);
            d[i] *= share + (x[i] * share * (Vector512<float>.One - share) * inner);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Share(Vector512<float> x) => Elementary.Sigmoid(x * ((x * x * (2 * Root * Cubic)) + Vector512.Create(2 * Root)));
}
