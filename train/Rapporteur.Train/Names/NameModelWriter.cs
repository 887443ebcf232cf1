using Rapporteur.Text.Entities;

namespace Rapporteur.Train.Names;

/// <summary>Writes what <see cref="NameModel"/> reads: the weightiest features, as bytes.</summary>
internal static class NameModelWriter
{
    // Weights are multiples of 1/24, so that weights up to 5.3 fit a byte.
    private const float Steps = 24;

    // 17 bytes each in the file.
    private const int MostRows = 150_000;

    public static byte[] Write(FeatureTable table, ConditionalRandomField field, byte[] clusters)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(NameModel.Format);
        for (int a = 0; a < NameLabels.Count; a++)
        {
            for (int b = 0; b < NameLabels.Count; b++) writer.Write((short)Math.Clamp(MathF.Round(field.Transition(a, b) * Steps), short.MinValue, short.MaxValue));
        }

        List<(ulong Hash, sbyte[] Row)> rows = Rows(table, field);
        writer.Write(rows.Count);
        foreach ((ulong hash, sbyte[] row) in rows)
        {
            int slot = NameModel.Slot(hash);
            writer.Write((ushort)slot);
            writer.Write((byte)(slot >> 16));
            writer.Write(NameModel.Check(hash));
            foreach (sbyte weight in row) writer.Write(weight);
        }

        writer.Write(clusters);
        writer.Flush();
        return stream.ToArray();
    }

    // The weightiest first; one that finds its slot taken is left out.
    private static List<(ulong Hash, sbyte[] Row)> Rows(FeatureTable table, ConditionalRandomField field)
    {
        float[] sizes = [.. Enumerable.Range(0, table.Hashes.Count).Select(f => Enumerable.Range(0, NameModel.RowLabels).Sum(l => MathF.Abs(field.Weight(f, l))))];
        int[] order = [.. Enumerable.Range(0, sizes.Length)];
        Array.Sort(order, (x, y) => sizes[x] != sizes[y] ? sizes[y].CompareTo(sizes[x]) : x.CompareTo(y));
        HashSet<int> taken = [];
        List<(ulong, sbyte[])> rows = [];
        foreach (int f in order)
        {
            if (rows.Count == MostRows) break;
            sbyte[] row = [.. Enumerable.Range(0, NameModel.RowLabels).Select(l => (sbyte)Math.Clamp(MathF.Round(field.Weight(f, l) * Steps), -127, 127))];
            if (row.All(w => w == 0) || !taken.Add(NameModel.Slot(table.Hashes[f]))) continue;
            rows.Add((table.Hashes[f], row));
        }

        return [.. rows.OrderBy(r => NameModel.Slot(r.Item1))];
    }
}
