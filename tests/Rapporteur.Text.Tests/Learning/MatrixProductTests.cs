using System.Runtime.Intrinsics;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tests.Learning;

public sealed unsafe class MatrixProductTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(8, 16, 32)]
    [InlineData(13, 48, 70)]
    [InlineData(17, 7, 3)]
    public void A_product_is_the_sum_over_the_inner_index_whatever_the_shape(int m, int k, int n)
    {
        float[] a = Numbers(m * k, 1), b = Numbers(k * n, 2), product = new float[m * n], transposed = new float[m * n];
        float[] bTurned = new float[n * k];
        for (int i = 0; i < k; i++) for (int j = 0; j < n; j++) bTurned[(j * k) + i] = b[(i * n) + j];
        fixed (float* pa = a, pb = b, pt = bTurned, pc = product, pd = transposed)
        {
            MatrixProduct.Multiply(pa, k, 1, m, k, pb, n, 1, n, pc, n, add: false);
            MatrixProduct.Multiply(pa, k, 1, m, k, pt, 1, k, n, pd, n, add: false);
        }

        Assert.Equal(product, transposed);
        for (int i = 0; i < m; i++)
        {
            for (int j = 0; j < n; j++)
            {
                float sum = 0;
                for (int p = 0; p < k; p++) sum = MathF.FusedMultiplyAdd(a[(i * k) + p], b[(p * n) + j], sum);
                // Not nearly but exactly: the order of additions is part of the promise that every machine decides alike.
                Assert.Equal(sum, product[(i * n) + j]);
            }
        }
    }

    [Fact]
    public void A_product_can_be_added_to_what_is_there()
    {
        float[] a = Numbers(9 * 5, 3), b = Numbers(5 * 40, 4), c = Numbers(9 * 40, 5), before = [.. c];
        fixed (float* pa = a, pb = b, pc = c) MatrixProduct.Multiply(pa, 5, 1, 9, 5, pb, 40, 1, 40, pc, 40, add: true);
        for (int i = 0; i < 9; i++)
        {
            for (int j = 0; j < 40; j++)
            {
                double sum = before[(i * 40) + j];
                for (int p = 0; p < 5; p++) sum += (double)a[(i * 5) + p] * b[(p * 40) + j];
                Assert.Equal(sum, c[(i * 40) + j], 1e-5);
            }
        }
    }

    [Fact]
    public void Own_functions_agree_with_the_platforms_to_six_digits()
    {
        for (float x = -20; x < 20; x += 0.37f)
        {
            Assert.Equal(1, Elementary.Exp(Vector512.Create(x))[3] / MathF.Exp(x), 5);
            Assert.Equal(MathF.Tanh(x), Elementary.Tanh(Vector512.Create(x))[7], 5);
            Assert.Equal(1 / (1 + MathF.Exp(-x)), Elementary.Sigmoid(Vector512.Create(x))[15], 5);
        }

        Assert.True(float.IsFinite(Elementary.Exp(Vector512.Create(1e30f))[0]));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(37)]
    public void Shares_add_up_to_one(int length)
    {
        float[] row = Numbers(length, 6);
        row[0] = 90;
        fixed (float* p = row) Elementary.Softmax(p, length);
        Assert.Equal(1, row.Sum(), 5);
        Assert.All(row, share => Assert.InRange(share, 0, 1));
    }

    [Theory]
    [InlineData(3, 7)]
    [InlineData(9, 16)]
    [InlineData(6, 37)]
    public void Shares_of_many_rows_are_to_the_last_bit_those_of_each_row_alone(int rows, int length)
    {
        float[] together = Numbers(rows * length, 8), alone = [.. together.Select(score => score * 0.3f)];
        fixed (float* all = together, one = alone)
        {
            Elementary.Softmax(all, rows, length, 0.3f);
            for (int r = 0; r < rows; r++) Elementary.Softmax(one + (r * length), length);
        }

        Assert.Equal(alone, together);
    }

    [Theory]
    [InlineData(16)]
    [InlineData(60)]
    [InlineData(31)]
    public void Rows_are_added_in_every_length(int length)
    {
        float[] to = Numbers(length, 9), from = Numbers(length + 2, 10), sum = [.. to.Zip(from, (a, b) => a + (b * 0.7f))];
        Elementary.AddTo(to, from, 0.7f);
        Assert.Equal(sum, to);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(64)]
    [InlineData(256)]
    [InlineData(304)]
    public void One_row_is_multiplied_as_many_rows_are(int columns)
    {
        const int inner = 24;
        float[] a = Numbers(inner, 11), b = Numbers(inner * columns, 12), many = new float[columns], one = new float[columns], panels = new float[MatrixProduct.PanelLength(inner, columns)];
        fixed (float* x = a, w = b, y = many, z = one, packed = panels)
        {
            MatrixProduct.Multiply(x, inner, 1, 1, inner, w, columns, 1, columns, y, columns, add: false);
            MatrixProduct.Pack(w, columns, 1, inner, columns, packed);
            MatrixProduct.AddRow(x, inner, packed, columns, z);
        }

        Assert.Equal(many, one);
    }

    private static float[] Numbers(int count, int seed)
    {
        Random random = new(seed);
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) numbers[i] = (2 * random.NextSingle()) - 1;
        return numbers;
    }
}
