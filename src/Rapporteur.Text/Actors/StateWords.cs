using Rapporteur.Text.Entities;
using Rapporteur.Text.Learning;

namespace Rapporteur.Text.Actors;

/// <summary>What words tell of the state that somebody speaks for.</summary>
public static class StateWords
{
    private static readonly Lazy<string[]> Offices = new(() => [.. EmbeddedData.Lines("Languages/English/side-offices.txt")]);
    private static readonly Lazy<Dictionary<string, string>> Seats = new(() =>
        EmbeddedData.Lines("Languages/English/seats.tsv").Select(line => line.Split('\t')).ToDictionary(cells => cells[0], cells => cells[1], StringComparer.Ordinal));

    private const int ShortestStem = 3;

    // What makes the name of a people from that of a state: Kenya, Kenyan; Brazil, Brazilian; Argentina, Argentine; Iceland, Icelandic; Denmark has a word of its own.
    private static readonly string[] Endings = ["n", "an", "ian", "ean", "yan", "ese", "ish", "i", "e", "ine", "ic"];

    /// <summary>The state of a name ("Ukraine"), an adjective ("Ukrainian"), a capital or a seat of government ("Kremlin"); null when the lists have none.</summary>
    public static string? Known(string words)
    {
        string key = words.ToLowerInvariant();
        return Gazetteer.English.StateOf.TryGetValue(key, out string? state) || Seats.Value.TryGetValue(key, out state) ? state : null;
    }

    /// <summary>Whether an adjective is made of a name, as English makes them: "Zembian" of "Zembia".</summary>
    public static bool IsAdjectiveOf(string adjective, string name)
    {
        string stem = name.TrimEnd('a', 'e', 'i', 'o', 'y');
        return stem.Length >= ShortestStem && adjective.StartsWith(stem, StringComparison.OrdinalIgnoreCase) && Endings.Contains(adjective[stem.Length..]);
    }

    /// <summary>Whether a title is of an office whose holder speaks for a state: "foreign minister", and not "former foreign minister" or "opposition leader".</summary>
    public static bool IsOffice(string title)
    {
        string words = title.ToLowerInvariant();
        return !Offices.Value.Any(word => word[0] == '-' && words.Contains(word[1..], StringComparison.Ordinal))
            && (Offices.Value.Any(word => word[0] != '-' && words.Contains(word, StringComparison.Ordinal)) || words.Split(' ').Contains("leader"));
    }
}
