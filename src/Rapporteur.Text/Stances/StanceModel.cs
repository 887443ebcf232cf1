using System.Text;

namespace Rapporteur.Text.Stances;

/// <summary>A multinomial logistic regression over named features: how likely each stance, or none, is.</summary>
/// <remarks>The file: format, number of labels and their names, number of features, then of each its name and one weight per label.</remarks>
internal sealed class StanceModel
{
    internal const uint Format = 0x314D5352; // "RSM1"

    private readonly Dictionary<string, float[]> _weights;

    /// <summary>A model as it was learnt.</summary>
    public StanceModel(IReadOnlyList<string> labels, Dictionary<string, float[]> weights) => (Labels, _weights) = (labels, weights);

    /// <summary>"none" and the names of <see cref="Stance"/>, in the order of the probabilities.</summary>
    public IReadOnlyList<string> Labels { get; }

    /// <summary>Reads a model as <c>train/</c> wrote it.</summary>
    public static StanceModel Read(byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file), Encoding.UTF8);
        uint found = file.Length < 4 ? 0 : reader.ReadUInt32();
        if (found != Format) throw new InvalidDataException($"The stance model has format {found:X}, this build reads {Format:X}. Train it again: train/train stances");
        string[] labels = new string[reader.ReadByte()];
        for (int i = 0; i < labels.Length; i++) labels[i] = reader.ReadString();
        int count = reader.ReadInt32();
        Dictionary<string, float[]> weights = new(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string name = reader.ReadString();
            float[] row = new float[labels.Length];
            for (int k = 0; k < row.Length; k++) row[k] = (float)reader.ReadHalf();
            weights[name] = row;
        }

        return new StanceModel(labels, weights);
    }

    /// <summary>The file, features in the order of their names.</summary>
    public byte[] Write()
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.UTF8);
        writer.Write(Format);
        writer.Write((byte)Labels.Count);
        foreach (string label in Labels) writer.Write(label);
        writer.Write(_weights.Count);
        foreach ((string name, float[] row) in _weights.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            writer.Write(name);
            foreach (float weight in row) writer.Write((Half)weight);
        }

        writer.Flush();
        return stream.ToArray();
    }

    /// <summary>The probability of each label.</summary>
    public double[] Probabilities(Dictionary<string, float> features)
    {
        double[] scores = new double[Labels.Count];
        // In the order of names: sums of floating numbers depend on their order.
        foreach ((string name, float value) in features.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            if (!_weights.TryGetValue(name, out float[]? row)) continue;
            for (int k = 0; k < scores.Length; k++) scores[k] += row[k] * (double)value;
        }

        return Normalised(scores);
    }

    internal static double[] Normalised(double[] scores)
    {
        double most = scores.Max(), sum = 0;
        for (int k = 0; k < scores.Length; k++) sum += scores[k] = Math.Exp(scores[k] - most);
        for (int k = 0; k < scores.Length; k++) scores[k] /= sum;
        return scores;
    }
}
