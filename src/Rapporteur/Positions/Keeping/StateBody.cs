namespace Rapporteur.Positions.Keeping;

/// <summary>Bodies that speak for a state and are called by it: "Kestria’s transport ministry", "the Kestrian side", "the embassy of Kestria".</summary>
internal static class StateBody
{
    private static readonly HashSet<string> Bodies = new(StringComparer.Ordinal)
    {
        "government", "cabinet", "administration", "authorities", "ministry", "presidency", "side", "delegation", "embassy", "mission", "army", "military", "navy", "officials", "diplomats", "negotiators", "envoys", "coastguard",
    };

    // What may stand between the state and its body.
    private static readonly HashSet<string> Kinds = new(StringComparer.Ordinal)
    {
        "foreign", "defence", "defense", "interior", "finance", "justice", "economy", "energy", "oil", "trade", "health", "education", "agriculture", "farm", "transport", "environment", "culture", "labour", "labor", "industry", "information",
        "interim", "transitional", "caretaker", "minority", "coalition", "new", "senior", "military", "negotiating", "new",
    };

    /// <summary>The word that may name the state of a body, as written; null when the name is not so made.</summary>
    public static string? StateIn(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length is < 2 or > 5) return null;
        int last = words.Length - 1;
        if (words[^2] == "of" && char.IsUpper(words[^1][0]) && Bodies.Contains(words[Math.Max(0, last - 2)].ToLowerInvariant())) return words[^1];
        if (!Bodies.Contains(words[last].ToLowerInvariant())) return null;
        int state = last - 1;
        while (state > 0 && Kinds.Contains(words[state].ToLowerInvariant())) state--;
        string word = words[state];
        if (state > 1 || !char.IsUpper(word[0]) || Kinds.Contains(word.ToLowerInvariant())) return null;
        return word.EndsWith("’s", StringComparison.Ordinal) || word.EndsWith("'s", StringComparison.Ordinal) ? word[..^2] : word.TrimEnd('’', '\'');
    }
}
