using System.Text;
using Rapporteur.Matching;

namespace Rapporteur.Storage;

/// <summary>The numbers under which wordings are looked up that may be the same statement.</summary>
internal static class WordingKeys
{
    private const ulong Seed = 14695981039346656037, Prime = 1099511628211;
    private const int NoDay = -1;
    private const int AnyDay = int.MaxValue;

    /// <summary>One for each of its actors (himself, his side) and stems.</summary>
    public static IReadOnlyList<long> Of(Proposition wording)
    {
        SortedSet<long> keys = [];
        foreach (string name in wording.LookUps)
        {
            ulong actor = Add(Seed, name);
            foreach (string stem in wording.Keys) keys.Add((long)Add(actor, "\n", stem));
        }

        return [.. keys];
    }

    /// <summary>The day under which it is found.</summary>
    public static int Day(Proposition wording) =>
        wording.SaidOn is { } said ? said.DayNumber * 2 : wording.Published is { } published ? (published.DayNumber * 2) + 1 : NoDay;

    /// <summary>The first and last day, and the one exact day said that others on it must have (-1: any), where wordings of the same occasion are found; those without a day besides.</summary>
    public static (int From, int Until, int Said) Days(Proposition wording)
    {
        if (wording.SaidOn is { } said) return ((said.DayNumber - 1) * 2, ((said.DayNumber + Occasion.DaysLooked) * 2) + 1, said.DayNumber * 2);
        if (wording.Published is not { } published) return (NoDay, AnyDay, NoDay);
        return ((published.DayNumber - Occasion.DaysLooked) * 2, ((published.DayNumber + Proposition.WindowDays) * 2) + 1, NoDay);
    }

    private static ulong Add(ulong hash, string text, string more) => Add(Add(hash, text), more);

    // FNV-1a over UTF-8: the same on every machine. A collision brings a candidate more, which is then judged by its words.
    private static ulong Add(ulong hash, string text)
    {
        Span<byte> bytes = text.Length <= 80 ? stackalloc byte[240] : new byte[Encoding.UTF8.GetMaxByteCount(text.Length)];
        foreach (byte b in bytes[..Encoding.UTF8.GetBytes(text, bytes)]) hash = (hash ^ b) * Prime;
        return hash;
    }
}
