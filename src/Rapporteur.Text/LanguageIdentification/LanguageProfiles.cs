using System.Text;

namespace Rapporteur.Text.LanguageIdentification;

/// <summary>How frequent sequences of letters are in each language: log probabilities, in sixteenths, as a byte.</summary>
internal sealed class LanguageProfiles
{
    internal const uint Format = 0x31504C52; // "RLP1"

    /// <summary>Steps of one in the natural logarithm.</summary>
    internal const int Steps = 16;

    /// <summary>What a sequence costs a language that was not seen with it: e^-15, less than the rarest in any profile.</summary>
    internal const int Unseen = 15 * Steps;

    private readonly string[] _languages;
    private readonly ulong[] _grams;
    private readonly int[] _starts;
    private readonly byte[] _cells;

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public LanguageProfiles(byte[] file)
    {
        using BinaryReader reader = new(new MemoryStream(file), Encoding.ASCII);
        if (file.Length < 8 || reader.ReadUInt32() != Format) throw new InvalidDataException("This is no file of language profiles of this version. Train it again: train/train languages");
        _languages = new string[reader.ReadByte()];
        for (int i = 0; i < _languages.Length; i++) _languages[i] = reader.ReadString();
        int count = reader.ReadInt32();
        (_grams, _starts) = (new ulong[count], new int[count + 1]);
        List<byte> cells = [];
        for (int i = 0; i < count; i++)
        {
            _grams[i] = reader.ReadUInt16() | ((ulong)reader.ReadUInt16() << 16) | ((ulong)reader.ReadUInt16() << 32);
            _starts[i] = cells.Count;
            cells.AddRange(reader.ReadBytes(2 * reader.ReadByte()));
        }

        _starts[count] = cells.Count;
        _cells = [.. cells];
    }

    public IReadOnlyList<string> Languages => _languages;

    /// <summary>Adds to each language's score what a sequence says for it; false when no language has it.</summary>
    public bool Add(ulong gram, int[] score)
    {
        int at = Array.BinarySearch(_grams, gram);
        if (at < 0) return false;
        for (int i = _starts[at]; i < _starts[at + 1]; i += 2) score[_cells[i]] += Unseen - _cells[i + 1];
        return true;
    }

    /// <summary>Writes profiles.</summary>
    /// <param name="languages">Codes, in ordinal order.</param>
    /// <param name="costs">For each sequence and language, minus its log probability in steps, below <see cref="Unseen"/>.</param>
    public static byte[] Write(IReadOnlyList<string> languages, IReadOnlyDictionary<ulong, SortedDictionary<byte, byte>> costs)
    {
        using MemoryStream stream = new();
        using BinaryWriter writer = new(stream, Encoding.ASCII);
        writer.Write(Format);
        writer.Write((byte)languages.Count);
        foreach (string language in languages) writer.Write(language);
        writer.Write(costs.Count);
        foreach ((ulong gram, SortedDictionary<byte, byte> cells) in costs.OrderBy(cost => cost.Key))
        {
            writer.Write((ushort)gram);
            writer.Write((ushort)(gram >> 16));
            writer.Write((ushort)(gram >> 32));
            writer.Write((byte)cells.Count);
            foreach ((byte language, byte cost) in cells)
            {
                writer.Write(language);
                writer.Write(cost);
            }
        }

        return stream.ToArray();
    }
}
