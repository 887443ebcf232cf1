using System.Buffers.Binary;
using System.Runtime.Intrinsics;

namespace Rapporteur.Text.Learning;

/// <summary>A vector for each of the frequent words of the language: words used alike have vectors of like direction.</summary>
/// <remarks>The file: format, number of words, then for each word the hash of its lower-case form, then its vector in bytes, word after word.</remarks>
internal sealed class WordVectors
{
    internal const uint Format = 0x31565752; // "RWV1"

    /// <summary>Numbers of a vector.</summary>
    public const int Width = 100;

    // All vectors are brought to this length, so that one number is about as large as what is learnt beside it.
    private const float Length = 4;

    private static readonly Lazy<WordVectors> BuiltIn = new(() => new WordVectors(EmbeddedData.Model("vectors/vectors.bin")));

    private readonly byte[] _file;
    private readonly int[] _slots;
    private readonly float[] _scales;
    private readonly int _first, _mask;

    /// <summary>Reads a table as <c>train/</c> wrote it.</summary>
    public WordVectors(byte[] file)
    {
        uint found = file.Length < 8 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (found != Format) throw new InvalidDataException($"The word vectors have format {found:X}, this build reads {Format:X}. Train them again: train/train vectors");
        _file = file;
        int count = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)), size = 2;
        while (size < 2 * count) size *= 2;
        _mask = size - 1;
        _slots = new int[size];
        _scales = new float[count];
        _first = 8 + (4 * count);
        for (int word = 0; word < count; word++)
        {
            uint slot = KeyOf(word);
            while (_slots[slot & _mask] != 0) slot++;
            _slots[slot & _mask] = word + 1;
        }
    }

    /// <summary>The vectors built into this assembly.</summary>
    public static WordVectors Trained => BuiltIn.Value;

    /// <summary>Writes the vector of a word, by the hash of its lower-case form; zeros when the word is unknown.</summary>
    public void Fill(uint hash, Span<float> to)
    {
        for (uint slot = hash; ; slot++)
        {
            int word = _slots[slot & _mask] - 1;
            if (word < 0)
            {
                to.Clear();
                return;
            }

            if (KeyOf(word) != hash) continue;
            ReadOnlySpan<byte> row = _file.AsSpan(_first + (word * Width), Width);
            float scale = _scales[word];
            if (scale == 0) _scales[word] = scale = ScaleOf(row); // two threads may both do it, with the same outcome
            int at = 0;
            for (; at + Vector128<byte>.Count <= row.Length; at += Vector128<byte>.Count)
            {
                (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Create(row[at..]).AsSByte());
                (Vector128<int> first, Vector128<int> second) = Vector128.Widen(low);
                (Vector128<int> third, Vector128<int> fourth) = Vector128.Widen(high);
                (Vector128.ConvertToSingle(first) * scale).CopyTo(to[at..]);
                (Vector128.ConvertToSingle(second) * scale).CopyTo(to[(at + 4)..]);
                (Vector128.ConvertToSingle(third) * scale).CopyTo(to[(at + 8)..]);
                (Vector128.ConvertToSingle(fourth) * scale).CopyTo(to[(at + 12)..]);
            }

            for (; at < row.Length; at++) to[at] = (sbyte)row[at] * scale;
            return;
        }
    }

    /// <summary>Writes a table. Of two words with one hash the first stays.</summary>
    internal static byte[] Write(IReadOnlyList<(uint Hash, sbyte[] Vector)> words)
    {
        HashSet<uint> seen = [];
        List<(uint Hash, sbyte[] Vector)> kept = [.. words.Where(w => seen.Add(w.Hash))];
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream);
        writer.Write(Format);
        writer.Write(kept.Count);
        foreach ((uint hash, _) in kept) writer.Write(hash);
        foreach ((_, sbyte[] vector) in kept)
        {
            foreach (sbyte b in vector) writer.Write(b);
        }

        return stream.ToArray();
    }

    private uint KeyOf(int word) => BinaryPrimitives.ReadUInt32LittleEndian(_file.AsSpan(8 + (4 * word)));

    private static float ScaleOf(ReadOnlySpan<byte> row)
    {
        int squares = 0;
        foreach (byte b in row) squares += (sbyte)b * (sbyte)b;
        return Length / MathF.Sqrt(Math.Max(squares, 1));
    }
}
