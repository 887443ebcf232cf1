using System.Numerics;
using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns the weights of a <see cref="SparseLinearModel"/> (Freund and Schapire 1999, with averaging as in Collins 2002).</summary>
/// <param name="labels">The decisions to tell apart, at most 255.</param>
internal sealed class AveragedPerceptron(IReadOnlyList<string> labels)
{
    private const int CounterBits = 26;

    private readonly Dictionary<ulong, Row> _rows = [];
    private byte[]? _counters;
    private int _leastCount;
    private int _now = 1;

    /// <summary>From here on, only features that were counted this often are learnt: rare ones cost space and teach nothing.</summary>
    public void KeepFeaturesCounted(int times) => _leastCount = times;

    /// <summary>Counts one occurrence of each feature (by a hashed counter of one byte; a collision keeps a rare feature, no more).</summary>
    public void Count(ReadOnlySpan<ulong> features)
    {
        _counters ??= new byte[1 << CounterBits];
        foreach (ulong f in features)
        {
            ref byte counter = ref _counters[f >> (64 - CounterBits)];
            if (counter < byte.MaxValue) counter++;
        }
    }

    public void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        foreach (ulong f in features)
        {
            if (!_rows.TryGetValue(f, out Row? row)) continue;
            for (int i = 0; i < row.Count; i++) scores[row.Entries[i].Label] += row.Entries[i].Weight;
        }
    }

    /// <summary>One more decision has been made: the unit of time over which weights are averaged.</summary>
    public void Tick() => _now++;

    public void Update(ReadOnlySpan<ulong> features, int label, float change)
    {
        foreach (ulong f in features)
        {
            if (_leastCount > 1 && _counters![f >> (64 - CounterBits)] < _leastCount) continue;
            if (!_rows.TryGetValue(f, out Row? row)) _rows[f] = row = new Row();
            ref Entry entry = ref row.For((byte)label);
            entry.Total += (double)entry.Weight * (_now - entry.Since);
            entry.Since = _now;
            entry.Weight += change;
        }
    }

    /// <summary>The averaged weights as a model file, rounded to 8 bits.</summary>
    /// <param name="least">Weights that round below this are left out. 1 keeps all that are not zero.</param>
    public byte[] ToModel(int least = 1)
    {
        List<(ulong Feature, List<(byte Label, double Weight)> Weights)> features = [];
        List<double> sizes = [];
        foreach ((ulong feature, Row row) in _rows)
        {
            List<(byte, double)> weights = [];
            for (int i = 0; i < row.Count; i++)
            {
                Entry e = row.Entries[i];
                double mean = (e.Total + ((double)e.Weight * (_now - e.Since))) / _now;
                if (mean != 0) { weights.Add((e.Label, mean)); sizes.Add(Math.Abs(mean)); }
            }

            if (weights.Count > 0) features.Add((feature, weights));
        }

        // The largest weights may saturate: one in a thousand, which leaves the others four times as fine.
        sizes.Sort();
        double scale = sizes.Count == 0 ? 1 : 127 / sizes[(int)((sizes.Count - 1) * 0.999)];
        List<(ulong Feature, byte[] Bytes)> packed = [];
        foreach ((ulong feature, List<(byte Label, double Weight)> weights) in features)
        {
            List<byte> bytes = [(byte)feature, (byte)(feature >> 8), 0];
            foreach ((byte label, double weight) in weights.OrderBy(w => w.Label))
            {
                int rounded = (int)Math.Clamp(Math.Round(weight * scale), -127, 127);
                if (Math.Abs(rounded) >= least) { bytes.Add(label); bytes.Add((byte)(sbyte)rounded); }
            }

            bytes[2] = (byte)((bytes.Count - 3) / 2);
            if (bytes.Count > 3) packed.Add((feature, [.. bytes]));
        }

        return Write(packed);
    }

    private byte[] Write(List<(ulong Feature, byte[] Bytes)> packed)
    {
        packed.Sort((a, b) => a.Feature.CompareTo(b.Feature));
        int bits = Math.Clamp(BitOperations.Log2((uint)Math.Max(packed.Count, 2)), 1, 20);
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(SparseLinearModel.Format);
        writer.Write((ushort)labels.Count);
        foreach (string label in labels)
        {
            byte[] name = Encoding.UTF8.GetBytes(label);
            writer.Write((byte)name.Length);
            writer.Write(name);
        }

        writer.Write((byte)bits);
        int[] lengths = new int[1 << bits];
        foreach ((ulong feature, byte[] bytes) in packed) lengths[feature >> (64 - bits)] += bytes.Length;
        foreach (int length in lengths) writer.Write(checked((ushort)length));
        foreach ((_, byte[] bytes) in packed) writer.Write(bytes);
        writer.Flush();
        return stream.ToArray();
    }

    private struct Entry
    {
        public byte Label;
        public float Weight;
        public int Since;
        public double Total;
    }

    private sealed class Row
    {
        public Entry[] Entries = new Entry[2];
        public int Count;

        public ref Entry For(byte label)
        {
            for (int i = 0; i < Count; i++)
            {
                if (Entries[i].Label == label) return ref Entries[i];
            }

            if (Count == Entries.Length) Array.Resize(ref Entries, Count * 2);
            Entries[Count] = new Entry { Label = label };
            return ref Entries[Count++];
        }
    }
}
