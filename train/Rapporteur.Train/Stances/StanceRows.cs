using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>The examples as rows of numbers: each group of features brought to one length, each average centred and brought to length one.</summary>
internal sealed class StanceRows
{
    private const int Groups = (int)StanceGroup.Count, Meanings = StanceEvidence.Meanings;

    private readonly uint[] _features;
    private readonly float[] _scales;
    private readonly float[][] _centres;
    private readonly (int Feature, float Value)[][] _sparse;
    private readonly float[][][] _dense;

    private StanceRows(uint[] features, float[] scales, float[][] centres, (int Feature, float Value)[][] sparse, float[][][] dense) =>
        (_features, _scales, _centres, _sparse, _dense) = (features, scales, centres, sparse, dense);

    /// <summary>Makes the rows.</summary>
    /// <param name="examples">The examples.</param>
    /// <param name="least">In how many of them a feature must be found.</param>
    /// <param name="groupShare">How much a group counts, times its mean number of features.</param>
    /// <param name="meaningShare">How much an average counts.</param>
    public static StanceRows Of(IReadOnlyList<StanceExample> examples, int least, double[] groupShare, double[] meaningShare)
    {
        uint[] features = [.. Enumerable.Range(0, Groups).SelectMany(g => examples.SelectMany(example => example.Evidence.Of((StanceGroup)g)))
            .GroupBy(feature => feature).Where(group => group.Count() >= least).Select(group => group.Key).Order()];
        Dictionary<uint, int> places = features.Select((feature, i) => (feature, i)).ToDictionary(entry => entry.feature, entry => entry.i);
        int[][][] known = [.. examples.Select(example => Enumerable.Range(0, Groups)
            .Select(g => example.Evidence.Of((StanceGroup)g).Where(places.ContainsKey).Select(feature => places[feature]).ToArray()).ToArray())];
        float[] scales = [.. Enumerable.Range(0, Groups).Select(g => (float)Math.Sqrt(groupShare[g] * known.Average(of => of[g].Length))), .. meaningShare.Select(share => (float)Math.Sqrt(share))];
        float[][] centres = [.. Enumerable.Range(0, Meanings).Select(m => Mean([.. examples.Select(example => example.Evidence.Vectors[m])]))];
        var sparse = known.Select(of => of.SelectMany((group, g) => group.Select(place => (place, scales[g] / MathF.Sqrt(group.Length)))).OrderBy(entry => entry.place).ToArray()).ToArray();
        float[][][] dense = [.. examples.Select(example => Enumerable.Range(0, Meanings).Select(m => Unit(example.Evidence.Vectors[m], centres[m], scales[Groups + m])).ToArray())];
        return new StanceRows(features, scales, centres, sparse, dense);
    }

    /// <summary>The product of every two rows, and one for the bias.</summary>
    public float[][] Products()
    {
        int count = _sparse.Length;
        float[][] products = [.. Enumerable.Range(0, count).Select(_ => new float[count])];
        Parallel.For(0, count, i =>
        {
            float[] full = new float[_features.Length];
            foreach ((int feature, float value) in _sparse[i]) full[feature] = value;
            for (int j = 0; j < count; j++)
            {
                double sum = 1;
                foreach ((int feature, float value) in _sparse[j]) sum += full[feature] * value;
                for (int m = 0; m < Meanings; m++) sum += System.Numerics.Tensors.TensorPrimitives.Dot<float>(_dense[i][m], _dense[j][m]);
                products[i][j] = (float)sum;
            }
        });
        return products;
    }

    /// <summary>The model that the examples' shares make up.</summary>
    public StanceModel Model(string[] labels, float[] shares)
    {
        int count = labels.Length;
        float[] bias = new float[count], weights = new float[_features.Length * count];
        float[][] meanings = [.. Enumerable.Range(0, Meanings).Select(_ => new float[count * WordVectors.Width])];
        for (int i = 0; i < _sparse.Length; i++)
        {
            for (int k = 0; k < count; k++)
            {
                float share = shares[(i * count) + k];
                bias[k] += share;
                foreach ((int feature, float value) in _sparse[i]) weights[(feature * count) + k] += share * value;
                for (int m = 0; m < Meanings; m++)
                {
                    for (int w = 0; w < WordVectors.Width; w++) meanings[m][(k * WordVectors.Width) + w] += share * _dense[i][m][w];
                }
            }
        }

        return new StanceModel(labels, bias, _scales, _centres, meanings, _features, weights);
    }

    private static float[] Mean(float[][] vectors)
    {
        float[] mean = new float[WordVectors.Width];
        foreach (float[] vector in vectors)
        {
            for (int i = 0; i < mean.Length; i++) mean[i] += vector[i] / vectors.Length;
        }

        return mean;
    }

    private static float[] Unit(float[] vector, float[] centre, float scale)
    {
        float[] unit = new float[vector.Length];
        StanceModel.Unit(vector, centre, unit);
        for (int i = 0; i < unit.Length; i++) unit[i] *= scale;
        return unit;
    }
}
