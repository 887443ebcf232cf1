using System.Numerics;

namespace Rapporteur.Matching;

/// <summary>One hidden layer of rectified units beside a linear part; several of them vote.</summary>
internal sealed class PairNetwork
{
    // Enough for the widest vectors there are.
    private const int Widest = 16;
    private readonly float[] _mean, _scale;
    private readonly float[][] _voters;
    private readonly int _hidden;

    // The weights by feature, and for each feature those of all units of all voters side by side, a voter's linear part behind its hidden units; then zeros up to a full vector.
    private readonly float[] _byFeature;
    // For each of these columns its bias, the least that it may be (the linear part may be anything), and what one of it adds.
    private readonly float[] _bias, _least, _adds;
    private readonly int _columns;

    /// <param name="mean">Mean of each feature in training.</param>
    /// <param name="scale">One over its standard deviation.</param>
    /// <param name="voters">The networks: linear weights, bias, then for each hidden unit its weights, bias and what it adds.</param>
    /// <param name="hidden">Number of hidden units.</param>
    public PairNetwork(float[] mean, float[] scale, float[][] voters, int hidden)
    {
        (_mean, _scale, _voters, _hidden) = (mean, scale, voters, hidden);
        _columns = ((voters.Length * (hidden + 1)) + Widest - 1) / Widest * Widest;
        _byFeature = new float[mean.Length * _columns];
        (_bias, _least, _adds) = (new float[_columns], new float[_columns], new float[_columns]);
        for (int voter = 0, column = 0; voter < voters.Length; voter++)
        {
            for (int unit = 0; unit < hidden; unit++, column++)
            {
                int first = mean.Length + 1 + (unit * (mean.Length + 2));
                Put(column, voters[voter].AsSpan(first), voters[voter][first + mean.Length + 1], 0);
            }

            Put(column++, voters[voter], 1, float.NegativeInfinity);
        }

        void Put(int column, ReadOnlySpan<float> weights, float adds, float least)
        {
            for (int feature = 0; feature < mean.Length; feature++) _byFeature[(feature * _columns) + column] = weights[feature];
            (_bias[column], _least[column], _adds[column]) = (weights[mean.Length], least, adds);
        }
    }

    /// <summary>How many numbers one voter has.</summary>
    public static int Size(int features, int hidden) => features + 1 + (hidden * (features + 2));

    /// <summary>The voters' mean log-odds.</summary>
    public double LogOdds(ReadOnlySpan<double> values)
    {
        Span<float> x = stackalloc float[_mean.Length];
        for (int i = 0; i < x.Length; i++) x[i] = (float)((values[i] - _mean[i]) * _scale[i]);
        Span<float> added = stackalloc float[_columns];
        for (int column = 0; column < _columns; column += Vector<float>.Count) Added(x, column).CopyTo(added[column..]);
        double sum = 0;
        for (int voter = 0; voter < _voters.Length; voter++)
        {
            ReadOnlySpan<float> own = added.Slice(voter * (_hidden + 1), _hidden + 1);
            double vote = own[^1];
            foreach (float unit in own[..^1]) vote += unit;
            sum += vote;
        }

        return sum / _voters.Length;
    }

    // Every pair of wordings is asked: as many units at a time as the machine takes. Each is added up in four sums, features taken by turns, and the rest behind them, on every machine.
    private Vector<float> Added(ReadOnlySpan<float> x, int column)
    {
        ReadOnlySpan<float> weights = _byFeature.AsSpan(column);
        Vector<float> first = Vector<float>.Zero, second = first, third = first, fourth = first;
        int i = 0;
        for (; i + 4 <= x.Length; i += 4)
        {
            first += new Vector<float>(weights[(i * _columns)..]) * x[i];
            second += new Vector<float>(weights[((i + 1) * _columns)..]) * x[i + 1];
            third += new Vector<float>(weights[((i + 2) * _columns)..]) * x[i + 2];
            fourth += new Vector<float>(weights[((i + 3) * _columns)..]) * x[i + 3];
        }

        Vector<float> sum = first + second + (third + fourth);
        for (; i < x.Length; i++) sum += new Vector<float>(weights[(i * _columns)..]) * x[i];
        return Vector.Max(new Vector<float>(_bias, column) + sum, new Vector<float>(_least, column)) * new Vector<float>(_adds, column);
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
        double[] added = new double[_mean.Length];
        for (int i = 0; i < added.Length; i++)
        {
            // What would be lost if the feature had its mean value.
            double[] without = values.ToArray();
            without[i] = _mean[i];
            added[i] = LogOdds(values) - LogOdds(without);
        }

        return added;
    }

    internal void Write(BinaryWriter writer)
    {
        writer.Write(_mean.Length);
        writer.Write(_hidden);
        writer.Write(_voters.Length);
        foreach (float value in (IEnumerable<float>)[.. _mean, .. _scale, .. _voters.SelectMany(voter => voter)]) writer.Write(value);
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
