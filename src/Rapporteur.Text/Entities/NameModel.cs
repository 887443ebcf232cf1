using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Entities;

/// <summary>The weights of the name finder: a linear-chain conditional random field, quantised to bytes.</summary>
/// <remarks>
/// A feature's hash gives the one slot it may sit in and a check of 16 bits; features that lost their slot to a
/// weightier one were dropped when the model was written. "Outside" has weight 0 throughout, so a row holds the
/// twelve other labels. Sums are integers: every machine gives the same labels.
/// </remarks>
internal sealed class NameModel
{
    public const int SlotBits = 19;
    public const int Format = 1;

    /// <summary>Labels of a row: all but "outside".</summary>
    public const int RowLabels = NameLabels.Count - 1;

    private const int RowBytes = 16;
    private const int CheckAt = 14;
    private readonly byte[] _rows = new byte[(1 << SlotBits) * RowBytes];

    /// <summary>Cost of one label after another in the units of the weights; only pairs that may follow each other count.</summary>
    public int[,] Transition { get; } = new int[NameLabels.Count, NameLabels.Count];

    public WordClusters Clusters { get; }

    /// <summary>The model built into the assembly.</summary>
    public static NameModel English { get; } = new(new MemoryStream(EmbeddedData.Model("names/names.bin")));

    public NameModel(Stream stream)
    {
        using BinaryReader reader = new(stream);
        int format = reader.ReadInt32();
        if (format != Format) throw new InvalidDataException($"models/names/names.bin has format {format}, this build reads {Format}. Train it again: train names");
        for (int a = 0; a < NameLabels.Count; a++)
        {
            for (int b = 0; b < NameLabels.Count; b++) Transition[a, b] = reader.ReadInt16();
        }

        int rows = reader.ReadInt32();
        for (int i = 0; i < rows; i++)
        {
            int slot = reader.ReadUInt16() | (reader.ReadByte() << 16);
            ushort check = reader.ReadUInt16();
            Span<byte> row = _rows.AsSpan(slot * RowBytes, RowBytes);
            reader.BaseStream.ReadExactly(row[..RowLabels]);
            MemoryMarshal.Write(row[CheckAt..], check);
        }

        Clusters = new WordClusters(reader);
    }

    public static int Slot(ulong feature) => (int)(feature & ((1 << SlotBits) - 1));

    /// <summary>Never 0, which marks an empty slot.</summary>
    public static ushort Check(ulong feature) => (ushort)((feature >> 40) | 1);

    /// <summary>Adds up the weights of the features; <paramref name="scores"/> has room for 16, the first twelve count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Score(ReadOnlySpan<ulong> features, Span<short> scores)
    {
        Vector128<short> low = Vector128<short>.Zero, high = Vector128<short>.Zero;
        ref byte rows = ref MemoryMarshal.GetArrayDataReference(_rows);
        foreach (ulong feature in features)
        {
            ref byte row = ref Unsafe.Add(ref rows, (nint)Slot(feature) * RowBytes);
            if (Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref row, CheckAt)) != Check(feature)) continue;
            Vector128<sbyte> weights = Vector128.LoadUnsafe(ref Unsafe.As<byte, sbyte>(ref row));
            (Vector128<short> first, Vector128<short> second) = Vector128.Widen(weights);
            low += first;
            high += second;
        }

        low.CopyTo(scores);
        high.CopyTo(scores[8..]);
    }
}
