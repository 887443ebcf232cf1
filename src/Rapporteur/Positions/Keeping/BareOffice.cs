using Rapporteur.Text.Actors;

namespace Rapporteur.Positions.Keeping;

/// <summary>Offices by which somebody is called without a name or a state: "the President", "its defence minister", "Mr Varden’s spokesman".</summary>
internal static class BareOffice
{
    private const int MostWords = 4;
    private static readonly HashSet<string> Before = new(StringComparer.Ordinal) { "the", "its", "his", "her", "their", "our", "a", "an" };
    private static readonly HashSet<string> Heads = new(StringComparer.Ordinal) { "president", "premier", "chancellor", "minister", "ambassador", "envoy", "king", "queen" };
    private static readonly string[] Genitives = ["’s ", "'s ", "’ ", "' "];

    /// <summary>The office, in small letters, of a name that is nothing else; null for all other names.</summary>
    public static string? Of(string name)
    {
        string[] words = name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        int skip = words.Length > 1 && Before.Contains(words[0]) ? 1 : 0;
        if (words.Length is 0 or > MostWords || !Heads.Contains(words[^1]) || SourceOffice.In(name).Any()) return null;
        // "ambassador" of whatever, "eight ministers": only what the offices are called by.
        string office = Plain(string.Join(' ', words[skip..]));
        return StateWords.IsOffice(office) && words[skip..^1].All(word => word.All(char.IsLetter)) ? office : null;
    }

    /// <summary>An office as it is compared: small letters, one spelling.</summary>
    public static string Plain(string office) =>
        office.ToLowerInvariant().Replace("defense", "defence", StringComparison.Ordinal).Replace("interim ", "", StringComparison.Ordinal).Replace("acting ", "", StringComparison.Ordinal) is var plain && plain == "premier" ? "prime minister" : plain;

    /// <summary>Whether an office held is the one named: a foreign minister is a minister, a prime minister is not "the minister".</summary>
    public static bool Is(string held, string named) =>
        held == named || (held.EndsWith(" " + named, StringComparison.Ordinal) && !held.StartsWith("prime ", StringComparison.Ordinal) && !held.StartsWith("vice ", StringComparison.Ordinal) && !held.StartsWith("deputy ", StringComparison.Ordinal));

    /// <summary>Whether who holds an office speaks for another.</summary>
    public static bool SpeaksForOthers(string office) => office.Contains("spokes", StringComparison.Ordinal);

    /// <summary>Whose government a name means: "Ada Orr" of "Ada Orr’s government"; null when it is no such name.</summary>
    public static string? HeadIn(string name)
    {
        foreach (string genitive in Genitives)
        {
            int at = name.IndexOf(genitive, StringComparison.Ordinal);
            if (at > 0 && char.IsUpper(name[0]) && name[(at + genitive.Length)..] is "government" or "cabinet" or "administration") return name[..at];
        }

        return null;
    }

    /// <summary>Whose office or aides a name means: "Ada Orr" of "Ada Orr’s office"; null when it is no such name.</summary>
    public static string? OfHousehold(string name)
    {
        foreach (string genitive in Genitives)
        {
            int at = name.IndexOf(genitive, StringComparison.Ordinal);
            if (at > 0 && char.IsUpper(name[0]) && name[(at + genitive.Length)..] is "office" or "aides" or "team" or "camp" or "staff" or "lawyers" or "people") return name[..at];
        }

        return null;
    }

    /// <summary>For whom the spokesman of a name speaks: "Mr Varden" of "Mr Varden’s spokesman"; null when it is no such name.</summary>
    public static string? PrincipalIn(string name)
    {
        foreach (string genitive in Genitives)
        {
            int at = name.IndexOf(genitive, StringComparison.Ordinal);
            if (at > 0 && char.IsUpper(name[0]) && name[(at + genitive.Length)..] is "spokesman" or "spokeswoman" or "spokesperson") return name[..at];
        }

        return null;
    }
}
