using System.Buffers.Binary;
using System.Runtime.Intrinsics.X86;
using System.Text;

namespace Rapporteur.Text.Learning;

/// <summary>A linear model over sparse features with small whole-number weights: the product of an averaged perceptron.</summary>
/// <remarks>
/// Features are known by their 64-bit hash. The high bits choose a bucket, the low 16 tell the features of one bucket
/// apart. A bucket holds, for each feature, <c>fingerprint:2 count:1 (label:1 weight:1)*</c>. All sums are integers, so
/// every machine reaches the same decision.
/// </remarks>
internal sealed class SparseLinearModel
{
    internal const uint Format = 0x314D4C52; // "RLM1" in little-endian order

    private readonly byte[] _data;
    private readonly int[] _bucketStarts;
    private readonly int _shift;

    /// <summary>Reads a model as <c>train/</c> wrote it.</summary>
    public SparseLinearModel(byte[] file)
    {
        uint found = file.Length < 4 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (found != Format) throw new InvalidDataException($"The model has format {found:X}, this build reads {Format:X}. Train it again: train/train");
        int at = 4;
        Labels = new string[BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at))];
        at += 2;
        for (int i = 0; i < Labels.Length; i++)
        {
            int length = file[at++];
            Labels[i] = string.Intern(Encoding.UTF8.GetString(file, at, length));
            at += length;
        }

        int bits = file[at++];
        _shift = 64 - bits;
        _bucketStarts = new int[(1 << bits) + 1];
        int data = at + (2 << bits);
        for (int i = 0; i < 1 << bits; i++)
        {
            _bucketStarts[i] = data;
            data += BinaryPrimitives.ReadUInt16LittleEndian(file.AsSpan(at + (2 * i)));
        }

        _bucketStarts[^1] = data;
        _data = file;
    }

    /// <summary>The decisions, in the order of the scores.</summary>
    public string[] Labels { get; }

    /// <summary>The scores of all labels: the sum of the weights of <paramref name="features"/>.</summary>
    public unsafe void Score(ReadOnlySpan<ulong> features, Span<int> scores)
    {
        scores.Clear();
        int count = features.Length;
        int* buckets = stackalloc int[count];
        fixed (int* starts = _bucketStarts)
        fixed (byte* data = _data)
        {
            // All places are asked for before the first is looked at: the time goes into waiting for memory.
            for (int i = 0; i < count; i++)
            {
                buckets[i] = (int)(features[i] >> _shift);
                if (Sse.IsSupported) Sse.Prefetch0(starts + buckets[i]);
            }

            if (Sse.IsSupported)
            {
                for (int i = 0; i < count; i++) Sse.Prefetch0(data + starts[buckets[i]]);
            }

            for (int i = 0; i < count; i++)
            {
                byte* at = data + starts[buckets[i]], end = data + starts[buckets[i] + 1];
                ushort fingerprint = (ushort)features[i];
                while (at < end)
                {
                    byte* next = at + 3 + (2 * at[2]);
                    if ((ushort)(at[0] | (at[1] << 8)) == fingerprint)
                    {
                        for (at += 3; at < next; at += 2) scores[at[0]] += (sbyte)at[1];
                        break;
                    }

                    at = next;
                }
            }
        }
    }
}
