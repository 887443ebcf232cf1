using System.Runtime.InteropServices;
using System.Text;

namespace Rapporteur.Train.Encoders;

/// <summary>Takes the matrices of floating numbers out of an ONNX file: of its graph only what is stored, in the order of the file.</summary>
/// <remarks>The fields of the format (protocol buffers): 7 of a model is its graph, 5 of a graph a tensor, 1, 2, 8 and 9 of a tensor its sides, kind of number, name and bytes.</remarks>
internal static class OnnxTensors
{
    private const int Graph = 7, Tensor = 5, Side = 1, Kind = 2, Name = 8, Raw = 9, FloatKind = 1;

    /// <summary>Each tensor's name, sides and numbers.</summary>
    public static List<(string Name, int[] Sides, float[] Values)> Read(ReadOnlySpan<byte> file)
    {
        List<(string, int[], float[])> tensors = [];
        Fields model = new(file);
        while (model.Next())
        {
            if (model.Number != Graph) continue;
            Fields graph = new(model.Bytes);
            while (graph.Next())
            {
                if (graph.Number == Tensor && One(graph.Bytes) is { } tensor) tensors.Add(tensor);
            }
        }

        return tensors;
    }

    private static (string Name, int[] Sides, float[] Values)? One(ReadOnlySpan<byte> bytes)
    {
        List<int> sides = [];
        string name = "";
        float[] values = [];
        ulong kind = 0;
        Fields fields = new(bytes);
        while (fields.Next())
        {
            if (fields.Number == Side && fields.Bytes.IsEmpty) sides.Add((int)fields.Whole);
            else if (fields.Number == Side)
            {
                Fields packed = new(fields.Bytes);
                while (packed.NextWhole()) sides.Add((int)packed.Whole);
            }
            else if (fields.Number == Kind) kind = fields.Whole;
            else if (fields.Number == Name) name = Encoding.UTF8.GetString(fields.Bytes);
            else if (fields.Number == Raw) values = fields.Bytes.Length % 4 == 0 ? MemoryMarshal.Cast<byte, float>(fields.Bytes).ToArray() : [];
        }

        return kind == FloatKind ? (name, [.. sides], values) : null;
    }

    // One field after another.
    private ref struct Fields(ReadOnlySpan<byte> bytes)
    {
        private readonly ReadOnlySpan<byte> _bytes = bytes;
        private int _at;

        public int Number { get; private set; }

        public ulong Whole { get; private set; }

        public ReadOnlySpan<byte> Bytes { get; private set; }

        public bool Next()
        {
            if (!NextWhole()) return false;
            (Number, int wire) = ((int)(Whole >> 3), (int)(Whole & 7));
            Bytes = default;
            switch (wire)
            {
                case 0:
                    return NextWhole();
                case 2:
                    NextWhole();
                    Take((int)Whole);
                    return true;
                case 1 or 5:
                    Take(wire == 1 ? 8 : 4);
                    return true;
                default:
                    throw new InvalidDataException($"This is no ONNX file: a field of kind {wire} at byte {_at}.");
            }
        }

        public bool NextWhole()
        {
            if (_at >= _bytes.Length) return false;
            Whole = 0;
            for (int shift = 0; ; shift += 7)
            {
                byte one = _bytes[_at++];
                Whole |= (ulong)(one & 127) << shift;
                if (one < 128) return true;
            }
        }

        private void Take(int length)
        {
            Bytes = _bytes.Slice(_at, length);
            _at += length;
        }
    }
}
