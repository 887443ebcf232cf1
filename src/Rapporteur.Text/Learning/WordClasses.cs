using System.Buffers.Binary;

namespace Rapporteur.Text.Learning;

/// <summary>What is known about a word before its context is seen.</summary>
/// <param name="Cluster">One of about a thousand groups of words used alike; 0 when the word is unknown.</param>
/// <param name="Group">One of about a hundred groups of clusters; 0 when the word is unknown.</param>
/// <param name="Tags">Which Penn tags the word was seen with, most frequent first, as a number; 0 when it was never seen.</param>
internal readonly record struct WordClass(ushort Cluster, byte Group, byte Tags);

/// <summary>A table of words and their classes: a hash table kept in the file as it is looked up.</summary>
internal sealed class WordClasses
{
    internal const uint Format = 0x31435752; // "RWC1"
    internal const int SlotSize = 8;

    private readonly byte[] _file;
    private readonly int _start, _mask;

    /// <summary>Reads a table as <c>train/</c> wrote it.</summary>
    public WordClasses(byte[] file)
    {
        uint found = file.Length < 5 ? 0 : BinaryPrimitives.ReadUInt32LittleEndian(file);
        if (found != Format) throw new InvalidDataException($"The word table has format {found:X}, this build reads {Format:X}. Train it again: train/train words");
        _file = file;
        _mask = (1 << file[4]) - 1;
        _start = 5;
    }

    /// <summary>The class of a word, by the hash of its lower-case form.</summary>
    public WordClass this[uint hash]
    {
        get
        {
            for (uint slot = hash; ; slot++)
            {
                ReadOnlySpan<byte> bytes = _file.AsSpan(_start + ((int)(slot & (uint)_mask) * SlotSize), SlotSize);
                uint key = BinaryPrimitives.ReadUInt32LittleEndian(bytes);
                if (key == hash) return new WordClass(BinaryPrimitives.ReadUInt16LittleEndian(bytes[4..]), bytes[6], bytes[7]);
                if (key == 0) return default;
            }
        }
    }

    /// <summary>Writes a table; the order of the words does not matter.</summary>
    internal static byte[] Write(IReadOnlyDictionary<uint, WordClass> words)
    {
        int bits = 1;
        while ((1 << bits) < words.Count * 3 / 2) bits++;
        byte[] file = new byte[5 + (SlotSize << bits)];
        BinaryPrimitives.WriteUInt32LittleEndian(file, Format);
        file[4] = (byte)bits;
        foreach ((uint hash, WordClass word) in words.OrderBy(w => w.Key))
        {
            uint slot = hash;
            while (BinaryPrimitives.ReadUInt32LittleEndian(Slot(slot)) != 0) slot++;
            BinaryPrimitives.WriteUInt32LittleEndian(Slot(slot), hash);
            BinaryPrimitives.WriteUInt16LittleEndian(Slot(slot)[4..], word.Cluster);
            Slot(slot)[6] = word.Group;
            Slot(slot)[7] = word.Tags;
        }

        return file;

        Span<byte> Slot(uint slot) => file.AsSpan(5 + ((int)(slot & ((1u << bits) - 1)) * SlotSize), SlotSize);
    }
}
