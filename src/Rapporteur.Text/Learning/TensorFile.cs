using System.Buffers.Binary;
using System.Text;

namespace Rapporteur.Text.Learning;

/// <summary>Named matrices in one file. Large ones are kept as bytes with one scale a column, or a row, where rows are looked up one by one.</summary>
internal static class TensorFile
{
    private const uint Format = 0x31465452; // "RTF1"

    /// <summary>How the numbers of a matrix are kept.</summary>
    public enum Kind : byte
    {
        /// <summary>As they are.</summary>
        Float = 0,

        /// <summary>As a byte and a scale for each column.</summary>
        ByteColumns = 1,

        /// <summary>As a byte and a scale for each row.</summary>
        ByteRows = 2,
    }

    /// <summary>Fills matrices by their names. A matrix that the file lacks, or that has another shape there, is an error.</summary>
    public static void Read(byte[] file, IEnumerable<Weights> weights)
    {
        if (file.Length < 8 || BinaryPrimitives.ReadUInt32LittleEndian(file) != Format) throw new InvalidDataException("This is no file of matrices of this version. Train the model again.");
        Dictionary<string, (Kind Kind, int Rows, int Columns, int At)> directory = new(StringComparer.Ordinal);
        int count = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)), at = 8;
        for (int i = 0; i < count; i++)
        {
            int length = file[at];
            string name = Encoding.ASCII.GetString(file, at + 1, length);
            at += 1 + length;
            Kind kind = (Kind)file[at];
            int rows = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 1)), columns = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(at + 5));
            at += 9;
            directory[name] = (kind, rows, columns, at);
            at += kind switch { Kind.Float => rows * columns * 4, Kind.ByteColumns => (columns * 4) + (rows * columns), _ => (rows * 4) + (rows * columns) };
        }

        foreach (Weights one in weights)
        {
            if (!directory.TryGetValue(one.Name, out (Kind Kind, int Rows, int Columns, int At) entry) || entry.Rows != one.Rows || entry.Columns != one.Columns)
            {
                throw new InvalidDataException($"The model has no matrix {one.Name} of {one.Rows} by {one.Columns}. Train it again.");
            }

            Fill(file, entry.Kind, entry.At, one);
        }
    }

    /// <summary>Writes matrices.</summary>
    public static byte[] Write(IReadOnlyCollection<(Weights Weights, Kind Kind)> all)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.ASCII);
        writer.Write(Format);
        writer.Write(all.Count);
        foreach ((Weights one, Kind kind) in all)
        {
            writer.Write((byte)one.Name.Length);
            writer.Write(Encoding.ASCII.GetBytes(one.Name));
            writer.Write((byte)kind);
            writer.Write(one.Rows);
            writer.Write(one.Columns);
            if (kind == Kind.Float)
            {
                foreach (float value in one.Values) writer.Write(value);
                continue;
            }

            bool byColumn = kind == Kind.ByteColumns;
            float[] scales = new float[byColumn ? one.Columns : one.Rows];
            for (int i = 0; i < one.Values.Length; i++)
            {
                ref float scale = ref scales[byColumn ? i % one.Columns : i / one.Columns];
                scale = MathF.Max(scale, MathF.Abs(one.Values[i]) / 127f);
            }

            foreach (float scale in scales) writer.Write(scale);
            for (int i = 0; i < one.Values.Length; i++)
            {
                float scale = scales[byColumn ? i % one.Columns : i / one.Columns];
                writer.Write((sbyte)(scale == 0 ? 0 : Math.Clamp((int)MathF.Round(one.Values[i] / scale), -127, 127)));
            }
        }

        return stream.ToArray();
    }

    private static void Fill(byte[] file, Kind kind, int at, Weights one)
    {
        if (kind == Kind.Float)
        {
            for (int i = 0; i < one.Values.Length; i++) one.Values[i] = BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(at + (4 * i)));
            return;
        }

        bool byColumn = kind == Kind.ByteColumns;
        int scales = byColumn ? one.Columns : one.Rows, bytes = at + (4 * scales);
        for (int r = 0, i = 0; r < one.Rows; r++)
        {
            for (int c = 0; c < one.Columns; c++, i++)
            {
                one.Values[i] = (sbyte)file[bytes + i] * BinaryPrimitives.ReadSingleLittleEndian(file.AsSpan(at + (4 * (byColumn ? c : r))));
            }
        }
    }
}
