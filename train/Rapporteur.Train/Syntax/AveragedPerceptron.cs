using System.Numerics;
using System.Runtime.Intrinsics.X86;
using System.Text;
using Rapporteur.Text.Learning;

namespace Rapporteur.Train.Syntax;

/// <summary>Learns the weights of a <see cref="SparseLinearModel"/> (Freund and Schapire 1999, with averaging as in Collins 2002).</summary>
/// <param name="labels">The decisions to tell apart, at most 255.</param>
internal sealed class AveragedPerceptron(IReadOnlyList<string> labels)
{
    // One slot per feature, found by open addressing; its entries stand together in the pool. What only averaging needs stands
    // beside it, so that scoring touches two places in memory per feature and no more.
    private Slot[] _slots = new Slot[1 << 16];
    private Entry[] _pool = new Entry[1 << 18];
    private History[] _history = new History[1 << 18];
    private int _used, _pooled;
    private int _now = 1;

    public unsafe void Score(ReadOnlySpan<ulong> features, Span<float> scores)
    {
        scores.Clear();
        int* slots = stackalloc int[features.Length];
        int mask = _slots.Length - 1;
        fixed (Slot* table = _slots)
        fixed (Entry* pool = _pool)
        {
            // All places are asked for before the first is looked at: the time goes into waiting for memory.
            for (int i = 0; i < features.Length; i++)
            {
                slots[i] = (int)(features[i] >> 20) & mask;
                if (Sse.IsSupported) Sse.Prefetch0(table + slots[i]);
            }

            for (int i = 0; i < features.Length; i++)
            {
                int slot = slots[i];
                while (table[slot].Count > 0 && table[slot].Key != features[i]) slot = (slot + 1) & mask;
                slots[i] = slot;
                if (Sse.IsSupported && table[slot].Count > 0) Sse.Prefetch0(pool + table[slot].Start);
            }

            for (int i = 0; i < features.Length; i++)
            {
                Slot* slot = table + slots[i];
                Entry* entry = pool + slot->Start;
                for (Entry* end = entry + slot->Count; entry < end; entry++) scores[entry->Label] += entry->Weight;
            }
        }
    }

    /// <summary>One more decision has been made: the unit of time over which weights are averaged.</summary>
    public void Tick() => _now++;

    public void Update(ReadOnlySpan<ulong> features, int label, float change)
    {
        foreach (ulong f in features)
        {
            int at = Place(f, (byte)label);
            ref Entry entry = ref _pool[at];
            ref History history = ref _history[at];
            history.Total += (double)entry.Weight * (_now - history.Since);
            history.Since = _now;
            entry.Weight += change;
        }
    }

    /// <summary>The averaged weights as a model file, rounded to 8 bits.</summary>
    public byte[] ToModel()
    {
        List<(ulong Feature, List<(byte Label, double Weight)> Weights)> features = [];
        List<double> sizes = [];
        foreach (Slot slot in _slots)
        {
            if (slot.Count == 0) continue;
            ulong feature = slot.Key;
            List<(byte, double)> weights = [];
            for (int i = slot.Start; i < slot.Start + slot.Count; i++)
            {
                double mean = (_history[i].Total + ((double)_pool[i].Weight * (_now - _history[i].Since))) / _now;
                if (mean != 0) { weights.Add((_pool[i].Label, mean)); sizes.Add(Math.Abs(mean)); }
            }

            if (weights.Count > 0) features.Add((feature, weights));
        }

        // The largest weights may saturate: one in a thousand, which leaves the others four times as fine.
        sizes.Sort();
        double scale = sizes.Count == 0 ? 1 : 127 / sizes[(int)((sizes.Count - 1) * 0.999)];
        return Write(Pack(features, scale));
    }

    private static List<(ulong Feature, byte[] Bytes)> Pack(List<(ulong Feature, List<(byte Label, double Weight)> Weights)> features, double scale)
    {
        List<(ulong Feature, byte[] Bytes)> packed = [];
        foreach ((ulong feature, List<(byte Label, double Weight)> weights) in features)
        {
            List<byte> bytes = [(byte)feature, (byte)(feature >> 8), 0];
            foreach ((byte label, double weight) in weights.OrderBy(w => w.Label))
            {
                int rounded = (int)Math.Clamp(Math.Round(weight * scale), -127, 127);
                if (rounded != 0) { bytes.Add(label); bytes.Add((byte)(sbyte)rounded); }
            }

            bytes[2] = (byte)((bytes.Count - 3) / 2);
            if (bytes.Count > 3) packed.Add((feature, [.. bytes]));
        }

        return packed;
    }

    // Where the weight of a feature and a label stands; made when it is new.
    private int Place(ulong feature, byte label)
    {
        ref Slot slot = ref _slots[Find(feature)];
        if (slot.Count == 0)
        {
            if (++_used > _slots.Length / 2)
            {
                Grow();
                slot = ref _slots[Find(feature)];
            }

            slot = new Slot { Key = feature, Start = Reserve(2), Room = 2 };
        }

        for (int i = slot.Start; i < slot.Start + slot.Count; i++)
        {
            if (_pool[i].Label == label) return i;
        }

        if (slot.Count == slot.Room)
        {
            int start = Reserve(slot.Room * 2);
            Array.Copy(_pool, slot.Start, _pool, start, slot.Count);
            Array.Copy(_history, slot.Start, _history, start, slot.Count);
            slot.Start = start;
            slot.Room *= 2;
        }

        int at = slot.Start + slot.Count++;
        _pool[at] = new Entry { Label = label };
        _history[at] = new History { Since = _now };
        return at;
    }

    private int Reserve(int count)
    {
        if (_pooled + count > _pool.Length)
        {
            Array.Resize(ref _pool, _pool.Length * 2);
            Array.Resize(ref _history, _history.Length * 2);
        }

        _pooled += count;
        return _pooled - count;
    }

    private int Find(ulong feature)
    {
        int mask = _slots.Length - 1, slot = (int)(feature >> 20) & mask;
        while (_slots[slot].Count > 0 && _slots[slot].Key != feature) slot = (slot + 1) & mask;
        return slot;
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[old.Length * 2];
        foreach (Slot slot in old)
        {
            if (slot.Count > 0) _slots[Find(slot.Key)] = slot;
        }
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

    private struct Slot
    {
        public ulong Key;
        public int Start;
        public ushort Count, Room;
    }

    private struct Entry
    {
        public byte Label;
        public float Weight;
    }

    private struct History
    {
        public int Since;
        public double Total;
    }
}
