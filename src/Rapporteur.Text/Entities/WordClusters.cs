namespace Rapporteur.Text.Entities;

/// <summary>Groups of words that stand in like surroundings, learnt from word vectors: "Kabul" and "Baghdad" share one.</summary>
/// <remarks>Found by the hash of the lower-cased word, with 32 bits of it kept as a check.</remarks>
internal sealed class WordClusters
{
    /// <summary>The group of words in no group.</summary>
    public const ushort None = ushort.MaxValue;

    private const int Slots = 1 << 17;
    private readonly uint[] _check = new uint[Slots];
    private readonly ushort[] _fine = new ushort[Slots];
    private readonly byte[] _coarse;

    /// <summary>Reads: number of fine groups, their coarse groups, number of words, checks and fine groups of the words.</summary>
    public WordClusters(BinaryReader reader)
    {
        _coarse = reader.ReadBytes(reader.ReadInt32());
        int words = reader.ReadInt32();
        for (int i = 0; i < words; i++)
        {
            ulong hash = reader.ReadUInt64();
            int slot = (int)(hash % Slots);
            while (_check[slot] != 0) slot = (slot + 1) % Slots;
            _check[slot] = Check(hash);
            _fine[slot] = reader.ReadUInt16();
        }
    }

    /// <summary>The small group, one of about a thousand.</summary>
    public ushort Fine(ulong lowerHash)
    {
        uint check = Check(lowerHash);
        for (int slot = (int)(lowerHash % Slots); _check[slot] != 0; slot = (slot + 1) % Slots)
        {
            if (_check[slot] == check) return _fine[slot];
        }

        return None;
    }

    /// <summary>The large group, one of about sixty, that a small one belongs to.</summary>
    public ushort Coarse(ushort fine) => fine == None ? None : _coarse[fine];

    private static uint Check(ulong hash) => (uint)(hash >> 32) | 1;
}
