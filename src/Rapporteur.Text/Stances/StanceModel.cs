using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Stances;

/// <summary>A multinomial logistic regression over the evidence of a statement: how likely each stance, or none, is.</summary>
/// <remarks>
/// In each group only the features that are known count, together as much as one of the group's scale, and likewise each average of word vectors, less the average
/// over all. The file: format, labels and their biases, scales of the groups, of each average its scale, its centre and weights, then the features in the order
/// of their hashes, each with one scale and a byte per label.
/// </remarks>
internal sealed class StanceModel
{
    internal const uint Format = 0x324D5352; // "RSM2"

    private readonly Dictionary<uint, int> _places;

    /// <summary>A model as it was learnt.</summary>
    public StanceModel(IReadOnlyList<string> labels, float[] bias, float[] scales, float[][] centres, float[][] meanings, uint[] features, float[] weights)
    {
        (Labels, Bias, Scales, Centres, MeaningWeights, Features, Weights) = (labels, bias, scales, centres, meanings, features, weights);
        _places = new Dictionary<uint, int>(features.Length);
        for (int i = 0; i < features.Length; i++) _places[features[i]] = i;
    }

    /// <summary>"none" and the names of <see cref="Stance"/>, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels { get; }

    public float[] Bias { get; }

    /// <summary>Scale of each group, then of each average.</summary>
    public float[] Scales { get; }

    /// <summary>What is taken off each average.</summary>
    public float[][] Centres { get; }

    /// <summary>Of each average, label by label, one weight a number.</summary>
    public float[][] MeaningWeights { get; }

    /// <summary>Hashes of the known features, in order.</summary>
    public uint[] Features { get; }

    /// <summary>Feature by feature, one weight a label.</summary>
    public float[] Weights { get; }

    /// <summary>How likely each label is.</summary>
    public double[] Probabilities(StanceEvidence evidence)
    {
        int labels = Labels.Count;
        Span<double> sum = stackalloc double[labels];
        double[] scores = [.. Bias.Select(bias => (double)bias)];
        for (int group = 0; group < (int)StanceGroup.Count; group++)
        {
            sum.Clear();
            int known = 0;
            foreach (uint feature in evidence.Of((StanceGroup)group))
            {
                if (!_places.TryGetValue(feature, out int place)) continue;
                known++;
                for (int k = 0; k < labels; k++) sum[k] += Weights[(place * labels) + k];
            }

            if (known == 0) continue;
            double scale = Scales[group] / Math.Sqrt(known);
            for (int k = 0; k < labels; k++) scores[k] += scale * sum[k];
        }

        Span<float> unit = stackalloc float[WordVectors.Width];
        for (int m = 0; m < StanceEvidence.Meanings; m++)
        {
            Unit(evidence.Vectors[m], Centres[m], unit);
            for (int k = 0; k < labels; k++)
            {
                double product = 0;
                for (int i = 0; i < unit.Length; i++) product += unit[i] * MeaningWeights[m][(k * unit.Length) + i];
                scores[k] += Scales[(int)StanceGroup.Count + m] * product;
            }
        }

        Normalised(scores);
        return scores;
    }

    /// <summary>An average less the centre, brought to length one.</summary>
    public static void Unit(ReadOnlySpan<float> vector, ReadOnlySpan<float> centre, Span<float> to)
    {
        double squares = 0;
        for (int i = 0; i < to.Length; i++)
        {
            to[i] = vector[i] - centre[i];
            squares += to[i] * to[i];
        }

        float inverse = (float)(1 / Math.Sqrt(Math.Max(squares, 1e-9)));
        for (int i = 0; i < to.Length; i++) to[i] *= inverse;
    }

    /// <summary>Scores into probabilities, in place.</summary>
    public static void Normalised(Span<double> scores)
    {
        double most = double.NegativeInfinity, total = 0;
        foreach (double score in scores) most = Math.Max(most, score);
        for (int k = 0; k < scores.Length; k++) total += scores[k] = Math.Exp(scores[k] - most);
        for (int k = 0; k < scores.Length; k++) scores[k] /= total;
    }

    /// <summary>Reads a model as <c>train/</c> wrote it.</summary>
    public static StanceModel Read(byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file), Encoding.UTF8);
        uint found = file.Length < 4 ? 0 : reader.ReadUInt32();
        if (found != Format) throw new InvalidDataException($"The stance model has format {found:X}, this build reads {Format:X}. Train it again: train/train stances");
        string[] labels = new string[reader.ReadByte()];
        for (int i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        float[] bias = Floats(labels.Length), scales = Floats((int)StanceGroup.Count + StanceEvidence.Meanings);
        float[][] centres = new float[StanceEvidence.Meanings][], meanings = new float[StanceEvidence.Meanings][];
        for (int m = 0; m < StanceEvidence.Meanings; m++) (centres[m], meanings[m]) = (Floats(WordVectors.Width), Floats(labels.Length * WordVectors.Width));
        uint[] features = new uint[reader.ReadInt32()];
        float[] weights = new float[features.Length * labels.Length];
        for (int i = 0; i < features.Length; i++)
        {
            features[i] = reader.ReadUInt32();
            float scale = (float)reader.ReadHalf();
            for (int k = 0; k < labels.Length; k++) weights[(i * labels.Length) + k] = reader.ReadSByte() * scale;
        }

        return new StanceModel(labels, bias, scales, centres, meanings, features, weights);

        float[] Floats(int count)
        {
            float[] read = new float[count];
            for (int i = 0; i < count; i++) read[i] = (float)reader.ReadHalf();
            return read;
        }
    }

    /// <summary>The file.</summary>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write((byte)Labels.Count);
        foreach (string label in Labels) writer.Write(label);
        foreach (float value in Bias.Concat(Scales)) writer.Write((Half)value);
        for (int m = 0; m < StanceEvidence.Meanings; m++)
        {
            foreach (float value in Centres[m].Concat(MeaningWeights[m])) writer.Write((Half)value);
        }

        writer.Write(Features.Length);
        for (int i = 0; i < Features.Length; i++)
        {
            writer.Write(Features[i]);
            ReadOnlySpan<float> row = Weights.AsSpan(i * Labels.Count, Labels.Count);
            float most = 0;
            foreach (float weight in row) most = Math.Max(most, Math.Abs(weight));
            Half scale = (Half)(most / 127);
            writer.Write(scale);
            foreach (float weight in row) writer.Write((sbyte)(scale == (Half)0 ? 0 : Math.Clamp(Math.Round(weight / (float)scale), -127, 127)));
        }

        writer.Flush();
        return stream.ToArray();
    }
}
