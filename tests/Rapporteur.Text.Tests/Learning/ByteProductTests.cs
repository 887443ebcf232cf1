using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Tests.Learning;

public sealed unsafe class ByteProductTests
{
    [Fact]
    public void Every_kind_of_instruction_gives_the_same_whole_numbers_even_at_the_largest()
    {
        Random random = new(3);
        float[] values = new float[64 * 32];
        for (int i = 0; i < values.Length; i++) values[i] = i % 3 == 0 ? 1 : (2 * random.NextSingle()) - 1;
        ByteProduct product = new(values, 64, 32);
        byte[] steps = new byte[4 * 64];
        for (int i = 0; i < steps.Length; i++) steps[i] = (byte)(i < 128 ? 127 : random.Next(128));
        int[][] ways = [.. product.EveryWay(steps)];
        Assert.NotEqual(0, ways[0][0]);
        Assert.All(ways, way => Assert.Equal(ways[0], way));
    }

    [Theory]
    [InlineData(1, 64, 32)]
    [InlineData(7, 560, 70)]
    public void A_product_of_bytes_is_within_two_hundredths_of_the_real_one(int count, int rows, int columns)
    {
        Random random = new(4);
        float[] input = new float[count * rows], values = new float[rows * columns], bias = new float[columns], exact = new float[count * columns], rounded = new float[count * columns];
        for (int i = 0; i < input.Length; i++) input[i] = (3 * random.NextSingle()) - 1;
        for (int i = 0; i < values.Length; i++) values[i] = (2 * random.NextSingle()) - 1;
        for (int i = 0; i < columns; i++) bias[i] = i;
        Weights weights = new("w", rows, columns);
        values.CopyTo(weights.Values, 0);
        fixed (float* x = input, y = exact, z = rounded)
        {
            weights.Apply(x, count, bias, y);
            weights.Quantise();
            weights.Apply(x, count, bias, z);
            double error = 0, size = 0;
            for (int i = 0; i < exact.Length; i++)
            {
                float without = exact[i] - bias[i % columns];
                (error, size) = (error + ((exact[i] - rounded[i]) * (exact[i] - rounded[i])), size + (without * without));
            }

            Assert.InRange(Math.Sqrt(error / size), 0, 0.02);
            weights.Apply(x, count, bias, z, add: true);
            Assert.Equal(2 * exact[0], rounded[0], Math.Abs(exact[0]) * 0.2 + 0.5);
        }
    }

    [Fact]
    public void A_row_of_zeros_gives_the_bias()
    {
        Weights weights = new("w", 16, 3);
        Array.Fill(weights.Values, 0.5f);
        weights.Quantise();
        float[] input = new float[16], output = new float[3];
        fixed (float* x = input, y = output) weights.Apply(x, 1, [1, 2, 3], y);
        Assert.Equal([1f, 2f, 3f], output);
    }
}
