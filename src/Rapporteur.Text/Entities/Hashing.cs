namespace Rapporteur.Text.Entities;

/// <summary>64-bit hashes of words and of feature parts: the same on every machine and in every run, unlike string.GetHashCode.</summary>
internal static class Hashing
{
    // FNV-1a (Fowler, Noll, Vo) over UTF-16 code units.
    private const ulong Offset = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    public static ulong Of(ReadOnlySpan<char> word)
    {
        ulong hash = Offset;
        foreach (char c in word) hash = (hash ^ c) * Prime;
        return Finish(hash);
    }

    public static ulong OfLower(ReadOnlySpan<char> word)
    {
        ulong hash = Offset;
        foreach (char c in word) hash = (hash ^ Lower(c)) * Prime;
        return Finish(hash);
    }

    /// <summary>Lower case without tables for ASCII; typographic apostrophes become straight ones.</summary>
    public static char Lower(char c) => c switch
    {
        >= 'A' and <= 'Z' => (char)(c | 0x20),
        < '\u0080' => c,
        '’' or '‘' => '\'',
        _ => char.ToLowerInvariant(c),
    };

    /// <summary>Joins two hashes; the order matters.</summary>
    public static ulong Join(ulong first, ulong second) => Finish((first * 0x9E3779B97F4A7C15) ^ (second + 0x632BE59BD9B4E019 + (first << 6) + (first >> 2)));

    // The finaliser of MurmurHash3 (Appleby): spreads every input bit over the whole word.
    private static ulong Finish(ulong h)
    {
        h ^= h >> 33;
        h *= 0xFF51AFD7ED558CCD;
        h ^= h >> 33;
        return h;
    }
}
