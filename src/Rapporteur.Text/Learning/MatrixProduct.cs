using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Rapporteur.Text.Learning;

/// <summary>Products of dense matrices on one thread.</summary>
/// <remarks>
/// Every element of a product is one chain of fused multiplications and additions in the order of the inner index, so it is the same number whatever the
/// width of the machine's registers and however the work is cut into blocks.
/// </remarks>
internal static unsafe class MatrixProduct
{
    /// <summary>Columns of a panel: the right-hand matrix is laid out in stripes of so many columns, one row after another.</summary>
    public const int Panel = 32;

    private const int Lanes = 16;

    [ThreadStatic]
    private static float[]? _panels;

    /// <summary>Numbers that the panels of a matrix take.</summary>
    public static int PanelLength(int rows, int columns) => (columns + Panel - 1) / Panel * Panel * rows;

    /// <summary>Lays out a matrix in panels; what the last one lacks is zero.</summary>
    /// <remarks>Steps count elements from one row or column to the next; exchanged, they lay out the transposed matrix.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Pack(float* b, nint rowStep, nint columnStep, int rows, int columns, float* panels)
    {
        for (int first = 0; first < columns; first += Panel)
        {
            int width = Math.Min(Panel, columns - first);
            for (int k = 0; k < rows; k++, panels += Panel)
            {
                float* from = b + (k * rowStep) + (first * columnStep);
                if (columnStep == 1 && width == Panel)
                {
                    Vector512.Store(Vector512.Load(from), panels);
                    Vector512.Store(Vector512.Load(from + Lanes), panels + Lanes);
                    continue;
                }

                for (int j = 0; j < width; j++) panels[j] = from[j * columnStep];
                for (int j = width; j < Panel; j++) panels[j] = 0;
            }
        }
    }

    /// <summary>c = a·b or c += a·b, with any steps between the elements of a and b.</summary>
    public static void Multiply(float* a, nint aRow, nint aColumn, int m, int k, float* b, nint bRow, nint bColumn, int n, float* c, nint cRow, bool add)
    {
        int length = PanelLength(k, n);
        if (_panels is null || _panels.Length < length) _panels = new float[length + (length / 2)];
        fixed (float* panels = _panels)
        {
            Pack(b, bRow, bColumn, k, n, panels);
            Multiply(a, aRow, aColumn, m, k, panels, n, c, cRow, add);
        }
    }

    /// <summary>c = a·b or c += a·b, with b in panels.</summary>
    public static void Multiply(float* a, nint aRow, nint aColumn, int m, int k, float* panels, int n, float* c, nint cRow, bool add)
    {
        float* edge = stackalloc float[8 * Panel];
        for (int first = 0; first < n; first += Panel, panels += (nint)k * Panel)
        {
            int width = Math.Min(Panel, n - first);
            int i = 0;
            for (; i + 8 <= m; i += 8)
            {
                if (width == Panel)
                {
                    Eight(a + (i * aRow), aRow, aColumn, k, panels, c + (i * cRow) + first, cRow, add);
                    continue;
                }

                Eight(a + (i * aRow), aRow, aColumn, k, panels, edge, Panel, false);
                for (int r = 0; r < 8; r++) CopyEdge(edge + (r * Panel), c + ((i + r) * cRow) + first, width, add);
            }

            for (; i < m; i++)
            {
                if (width == Panel)
                {
                    One(a + (i * aRow), aColumn, k, panels, c + (i * cRow) + first, add);
                    continue;
                }

                One(a + (i * aRow), aColumn, k, panels, edge, false);
                CopyEdge(edge, c + (i * cRow) + first, width, add);
            }
        }
    }

    /// <summary>c += a·b for one row a, four panels at a time: what a recurrent network does word by word. The columns are a multiple of 16.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void AddRow(float* a, int k, float* panels, int n, float* c)
    {
        nint step = (nint)k * Panel;
        int first = 0;
        for (; first + (4 * Panel) <= n; first += 4 * Panel, panels += 4 * step)
        {
            // Eight sums side by side: as many as are under way at once.
            float* p0 = panels, p1 = p0 + step, p2 = p1 + step, p3 = p2 + step, to = c + first;
            Vector512<float> c0 = Vector512.Load(to), c1 = Vector512.Load(to + 16), c2 = Vector512.Load(to + 32), c3 = Vector512.Load(to + 48);
            Vector512<float> c4 = Vector512.Load(to + 64), c5 = Vector512.Load(to + 80), c6 = Vector512.Load(to + 96), c7 = Vector512.Load(to + 112);
            for (int p = 0; p < k; p++, p0 += Panel, p1 += Panel, p2 += Panel, p3 += Panel)
            {
                Vector512<float> x = Vector512.Create(a[p]);
                c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0), c0);
                c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0 + 16), c1);
                c2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p1), c2);
                c3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p1 + 16), c3);
                c4 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p2), c4);
                c5 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p2 + 16), c5);
                c6 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p3), c6);
                c7 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p3 + 16), c7);
            }

            Vector512.Store(c0, to);
            Vector512.Store(c1, to + 16);
            Vector512.Store(c2, to + 32);
            Vector512.Store(c3, to + 48);
            Vector512.Store(c4, to + 64);
            Vector512.Store(c5, to + 80);
            Vector512.Store(c6, to + 96);
            Vector512.Store(c7, to + 112);
        }

        for (; first + (2 * Panel) <= n; first += 2 * Panel, panels += 2 * step)
        {
            float* p0 = panels, p1 = panels + step, to = c + first;
            Vector512<float> c0 = Vector512.Load(to), c1 = Vector512.Load(to + 16), c2 = Vector512.Load(to + 32), c3 = Vector512.Load(to + 48);
            for (int p = 0; p < k; p++, p0 += Panel, p1 += Panel)
            {
                Vector512<float> x = Vector512.Create(a[p]);
                c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0), c0);
                c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0 + 16), c1);
                c2 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p1), c2);
                c3 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p1 + 16), c3);
            }

            Vector512.Store(c0, to);
            Vector512.Store(c1, to + 16);
            Vector512.Store(c2, to + 32);
            Vector512.Store(c3, to + 48);
        }

        for (; first < n; first += Panel, panels += step)
        {
            float* p0 = panels, to = c + first;
            bool whole = first + Panel <= n;
            Vector512<float> c0 = Vector512.Load(to), c1 = whole ? Vector512.Load(to + 16) : default;
            for (int p = 0; p < k; p++, p0 += Panel)
            {
                Vector512<float> x = Vector512.Create(a[p]);
                c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0), c0);
                c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(p0 + 16), c1);
            }

            Vector512.Store(c0, to);
            if (whole) Vector512.Store(c1, to + 16);
        }
    }

    private static void CopyEdge(float* from, float* to, int width, bool add)
    {
        for (int j = 0; j < width; j++) to[j] = add ? to[j] + from[j] : from[j];
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void One(float* a, nint aColumn, int k, float* b, float* c, bool add)
    {
        Vector512<float> c0 = add ? Vector512.Load(c) : default, c1 = add ? Vector512.Load(c + Lanes) : default;
        for (int p = 0; p < k; p++, b += Panel, a += aColumn)
        {
            Vector512<float> x = Vector512.Create(*a);
            c0 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b), c0);
            c1 = Vector512.FusedMultiplyAdd(x, Vector512.Load(b + Lanes), c1);
        }

        Vector512.Store(c0, c);
        Vector512.Store(c1, c + Lanes);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Eight(float* a, nint aRow, nint aColumn, int k, float* b, float* c, nint cRow, bool add)
    {
        Vector512<float> c00 = default, c01 = default, c10 = default, c11 = default, c20 = default, c21 = default, c30 = default, c31 = default;
        Vector512<float> c40 = default, c41 = default, c50 = default, c51 = default, c60 = default, c61 = default, c70 = default, c71 = default;
        if (add)
        {
            (c00, c01) = (Vector512.Load(c), Vector512.Load(c + Lanes));
            (c10, c11) = (Vector512.Load(c + cRow), Vector512.Load(c + cRow + Lanes));
            (c20, c21) = (Vector512.Load(c + (2 * cRow)), Vector512.Load(c + (2 * cRow) + Lanes));
            (c30, c31) = (Vector512.Load(c + (3 * cRow)), Vector512.Load(c + (3 * cRow) + Lanes));
            (c40, c41) = (Vector512.Load(c + (4 * cRow)), Vector512.Load(c + (4 * cRow) + Lanes));
            (c50, c51) = (Vector512.Load(c + (5 * cRow)), Vector512.Load(c + (5 * cRow) + Lanes));
            (c60, c61) = (Vector512.Load(c + (6 * cRow)), Vector512.Load(c + (6 * cRow) + Lanes));
            (c70, c71) = (Vector512.Load(c + (7 * cRow)), Vector512.Load(c + (7 * cRow) + Lanes));
        }

        float* a4 = a + (4 * aRow);
        nint two = 2 * aRow, three = 3 * aRow;
        for (int p = 0; p < k; p++, b += Panel, a += aColumn, a4 += aColumn)
        {
            Vector512<float> b0 = Vector512.Load(b), b1 = Vector512.Load(b + Lanes);
            Vector512<float> x = Vector512.Create(a[0]);
            c00 = Vector512.FusedMultiplyAdd(x, b0, c00);
            c01 = Vector512.FusedMultiplyAdd(x, b1, c01);
            x = Vector512.Create(a[aRow]);
            c10 = Vector512.FusedMultiplyAdd(x, b0, c10);
            c11 = Vector512.FusedMultiplyAdd(x, b1, c11);
            x = Vector512.Create(a[two]);
            c20 = Vector512.FusedMultiplyAdd(x, b0, c20);
            c21 = Vector512.FusedMultiplyAdd(x, b1, c21);
            x = Vector512.Create(a[three]);
            c30 = Vector512.FusedMultiplyAdd(x, b0, c30);
            c31 = Vector512.FusedMultiplyAdd(x, b1, c31);
            x = Vector512.Create(a4[0]);
            c40 = Vector512.FusedMultiplyAdd(x, b0, c40);
            c41 = Vector512.FusedMultiplyAdd(x, b1, c41);
            x = Vector512.Create(a4[aRow]);
            c50 = Vector512.FusedMultiplyAdd(x, b0, c50);
            c51 = Vector512.FusedMultiplyAdd(x, b1, c51);
            x = Vector512.Create(a4[two]);
            c60 = Vector512.FusedMultiplyAdd(x, b0, c60);
            c61 = Vector512.FusedMultiplyAdd(x, b1, c61);
            x = Vector512.Create(a4[three]);
            c70 = Vector512.FusedMultiplyAdd(x, b0, c70);
            c71 = Vector512.FusedMultiplyAdd(x, b1, c71);
        }

        Store(c, c00, c01);
        Store(c + cRow, c10, c11);
        Store(c + (2 * cRow), c20, c21);
        Store(c + (3 * cRow), c30, c31);
        Store(c + (4 * cRow), c40, c41);
        Store(c + (5 * cRow), c50, c51);
        Store(c + (6 * cRow), c60, c61);
        Store(c + (7 * cRow), c70, c71);
    }

    private static void Store(float* c, Vector512<float> first, Vector512<float> second)
    {
        Vector512.Store(first, c);
        Vector512.Store(second, c + Lanes);
    }
}
