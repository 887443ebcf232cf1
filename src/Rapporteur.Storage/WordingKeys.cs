using System.Text;
using Rapporteur.Matching;

namespace Rapporteur.Storage;

/// <summary>The numbers under which wordings are looked up that may be the same statement.</summary>
internal static class WordingKeys
{
    /// <summary>How many bits of a key tell actor and stem; those above them tell the stretch of days.</summary>
    public const int Bits = 32;

    // The actor's bits stand above the stem's: all keys of a wording lie where the actor's other wordings of that month are, on a page or two.
    private const int StemBits = 16;

    private const ulong Seed = 14695981039346656037, Prime = 1099511628211;
    private const int NoDay = -1;

    // Wordings are looked for over some 18 days, which lie in one stretch or two; what is written in one has to stay in the memory of the database.
    private const int DaysInStretch = 32;

    /// <summary>One for each of its actors (himself, his side) and stems, without the days.</summary>
    public static long[] Of(Proposition wording)
    {
        HashSet<long> keys = [];
        foreach (string name in wording.LookUps)
        {
            long actor = Hash(name, Bits - StemBits) << StemBits;
            foreach (string stem in wording.Keys) keys.Add(actor | Hash(stem, StemBits));
        }

        return [.. keys];
    }

    /// <summary>The keys in a stretch of days.</summary>
    /// <param name="keys">Those of <see cref="Of"/>.</param>
    /// <param name="day">As <see cref="Day"/> gives it; -1 for the stretch of those without a day, which is the first.</param>
    public static IEnumerable<long> In(long[] keys, int day) => keys.Select(key => (Stretch(day) << Bits) | key);

    /// <summary>The keys in all stretches that lie between two days, both included.</summary>
    public static IEnumerable<long> Between(long[] keys, int from, int until)
    {
        for (long stretch = Stretch(from); stretch <= Stretch(until); stretch++)
        {
            foreach (long key in keys) yield return (stretch << Bits) | key;
        }
    }

    /// <summary>The first and the last key that there can be in a wording's stretch of days.</summary>
    public static (long First, long Last) Stretch(Proposition wording) => (Stretch(Day(wording)) << Bits, ((Stretch(Day(wording)) + 1) << Bits) - 1);

    private static long Stretch(int day) => day < 0 ? 0 : 1 + (day / 2 / DaysInStretch);

    /// <summary>The day under which it is found.</summary>
    public static int Day(Proposition wording) =>
        wording.SaidOn is { } said ? said.DayNumber * 2 : wording.Published is { } published ? (published.DayNumber * 2) + 1 : NoDay;

    /// <summary>The first and last day, and the one exact day said that others on it must have (-1: any), where wordings of the same occasion are found; those without a day besides. Null: anywhere.</summary>
    public static (int From, int Until, int Said)? Days(Proposition wording)
    {
        if (wording.SaidOn is { } said) return (Math.Max(0, said.DayNumber - 1) * 2, ((said.DayNumber + Occasion.DaysLooked) * 2) + 1, said.DayNumber * 2);
        if (wording.Published is not { } published) return null;
        return (Math.Max(0, published.DayNumber - Occasion.DaysLooked) * 2, ((published.DayNumber + Proposition.WindowDays) * 2) + 1, NoDay);
    }

    // FNV-1a over UTF-8, folded into so many bits: the same on every machine. A collision brings a candidate more, which is then judged by its words.
    private static long Hash(string text, int bits)
    {
        Span<byte> bytes = text.Length <= 80 ? stackalloc byte[240] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        ulong hash = Seed;
        foreach (byte b in bytes[..Encoding.UTF8.GetBytes(text, bytes)]) hash = (hash ^ b) * Prime;
        hash ^= hash >> 32;
        return (long)((hash ^ (hash >> bits)) & ((1UL << bits) - 1));
    }
}
