using System.Runtime.Intrinsics;

namespace Rapporteur.Matching;

/// <summary>One hidden layer of rectified units beside a linear part; several of them vote.</summary>
/// <param name="mean">Mean of each feature in training.</param>
/// <param name="scale">One over its standard deviation.</param>
/// <param name="voters">The networks: linear weights, bias, then for each hidden unit its weights, bias and what it adds.</param>
/// <param name="hidden">Number of hidden units.</param>
internal sealed class PairNetwork(float[] mean, float[] scale, float[][] voters, int hidden)
{
    /// <summary>How many numbers one voter has.</summary>
    public static int Size(int features, int hidden) => features + 1 + (hidden * (features + 2));

    /// <summary>The voters' mean log-odds.</summary>
    public double LogOdds(ReadOnlySpan<double> values)
    {
        Span<float> x = stackalloc float[mean.Length];
        for (int i = 0; i < x.Length; i++) x[i] = (float)((values[i] - mean[i]) * scale[i]);
        double sum = 0;
        foreach (float[] voter in voters) sum += LogOdds(voter, x, hidden);
        return sum / voters.Length;
    }

    // Every pair of wordings is asked: four at a time, in the same order on every machine.
    private static double LogOdds(ReadOnlySpan<float> voter, ReadOnlySpan<float> x, int hidden)
    {
        double sum = voter[x.Length] + WordMeanings.DotOfAny(voter[..x.Length], x);
        int at = x.Length + 1;
        int size = x.Length + 2, unit = 0;
        for (; unit + 4 <= hidden; unit += 4, at += 4 * size)
        {
            Vector128<float> four = WordMeanings.FourDots(x, voter[at..], voter[(at + size)..], voter[(at + (2 * size))..], voter[(at + (3 * size))..]);
            for (int i = 0; i < 4; i++) Add(voter.Slice(at + (i * size), size), four[i]);
        }

        for (; unit < hidden; unit++, at += size) Add(voter.Slice(at, size), WordMeanings.DotOfAny(voter.Slice(at, x.Length), x));
        return sum;

        void Add(ReadOnlySpan<float> weights, float dot)
        {
            float activation = weights[^2] + dot;
            if (activation > 0) sum += weights[^1] * activation;
        }
    }

    /// <summary>One voter's log-odds for standardised values, as precisely as training needs them.</summary>
    public static double LogOdds(ReadOnlySpan<float> voter, ReadOnlySpan<double> x, int hidden)
    {
        double sum = voter[x.Length];
        for (int i = 0; i < x.Length; i++) sum += voter[i] * x[i];
        int at = x.Length + 1;
        for (int unit = 0; unit < hidden; unit++, at += x.Length + 2)
        {
            double activation = voter[at + x.Length];
            for (int i = 0; i < x.Length; i++) activation += voter[at + i] * x[i];
            if (activation > 0) sum += voter[at + x.Length + 1] * activation;
        }

        return sum;
    }

    /// <summary>What each feature adds in the linear part, for those who ask why.</summary>
    public double[] Contributions(ReadOnlySpan<double> values)
    {
        double[] added = new double[mean.Length];
        for (int i = 0; i < added.Length; i++)
        {
            // What would be lost if the feature had its mean value.
            double[] without = values.ToArray();
            without[i] = mean[i];
            added[i] = LogOdds(values) - LogOdds(without);
        }

        return added;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(mean.Length);
        writer.Write(hidden);
        writer.Write(voters.Length);
        foreach (float value in (IEnumerable<float>)[.. mean, .. scale, .. voters.SelectMany(voter => voter)]) writer.Write(value);
    }

    internal static PairNetwork Read(BinaryReader reader)
    {
        int features = reader.ReadInt32(), hidden = reader.ReadInt32(), voters = reader.ReadInt32();
        float[] mean = Floats(features), scale = Floats(features);
        return new PairNetwork(mean, scale, [.. Enumerable.Range(0, voters).Select(_ => Floats(Size(features, hidden)))], hidden);

        float[] Floats(int count)
        {
            float[] values = new float[count];
            for (int i = 0; i < count; i++) values[i] = reader.ReadSingle();
            return values;
        }
    }
}
