using Rapporteur.Text.Learning;
using Rapporteur.Text.Stances;

namespace Rapporteur.Train.Stances;

/// <summary>The examples as rows of numbers: each group of features brought to one length, each average centred and brought to length one.</summary>
internal sealed class StanceRows
{
    private const int Groups = (int)StanceGroup.Count, Meanings = StanceEvidence.Meanings;

    // Stances are not as frequent among written statements as in news: what differs is learnt apart and left behind.
    private const float OwnBias = 3;

    private readonly bool[] _written;
    private readonly uint[] _features;
    private readonly float[] _scales;
    private readonly float[][] _centres;
    private readonly (int Feature, float Value)[][] _sparse;
    private readonly float[][][] _dense;

    private StanceRows(uint[] features, float[] scales, float[][] centres, (int Feature, float Value)[][] sparse, float[][][] dense, bool[] written) =>
        (_features, _scales, _centres, _sparse, _dense, _written) = (features, scales, centres, sparse, dense, written);

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
        return new StanceRows(features, scales, centres, sparse, dense, [.. examples.Select(example => example.Written)]);
    }

    /// <summary>The rows: features by their places, then the averages' numbers, then 1 for the bias, then <see cref="OwnBias"/> in what was written for learning.</summary>
    public (int Feature, float Value)[][] All => [.. _sparse.Select((row, i) => ((int, float)[])[
        .. row, .. _dense[i].SelectMany((vector, m) => vector.Select((value, w) => (_features.Length + (m * WordVectors.Width) + w, value))), (Width - 2, 1f), (Width - 1, _written[i] ? OwnBias : 0)])];

    /// <summary>How many places there are.</summary>
    public int Width => _features.Length + (Meanings * WordVectors.Width) + 2;

    /// <summary>The model that weights of the rows' places, label by label in each, make up.</summary>
    public StanceModel Model(string[] labels, float[] weights)
    {
        int count = labels.Length, at = _features.Length * count;
        float[][] meanings = [.. Enumerable.Range(0, Meanings).Select(_ => new float[count * WordVectors.Width])];
        foreach (float[] meaning in meanings)
        {
            // The model keeps them label by label.
            for (int w = 0; w < WordVectors.Width; w++)
            {
                for (int k = 0; k < count; k++) meaning[(k * WordVectors.Width) + w] = weights[at++];
            }
        }

        return new StanceModel(labels, weights[at..(at + count)], _scales, _centres, meanings, _features, weights[..(_features.Length * count)]);
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
