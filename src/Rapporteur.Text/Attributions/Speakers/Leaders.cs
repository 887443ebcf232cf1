namespace Rapporteur.Text.Attributions.Speakers;

/// <summary>Who leads which state, for offices whose holder a text names without saying which office he holds.</summary>
internal static class Leaders
{
    private static readonly Dictionary<string, (string State, string Government)> ByStem = Load();

    /// <summary>The person of this text who leads the state an adjective or name stands for; null when the text names none such.</summary>
    /// <param name="modifier">"Norlandic" or "Norland".</param>
    /// <param name="office">The office: "president", "minister" (head of government) or "leader" (either).</param>
    /// <param name="people">The people of the text: full name by surname.</param>
    public static string? Named(string modifier, string office, IReadOnlyDictionary<string, string> people)
    {
        if (office is not ("president" or "minister" or "leader" or "chancellor" or "king") || !ByStem.TryGetValue(modifier, out (string State, string Government) leaders)) return null;
        string? state = In(leaders.State), government = In(leaders.Government);
        return office is "minister" or "chancellor" ? government : state ?? (office == "leader" ? government : null);

        string? In(string leader)
        {
            string surname = leader[(leader.LastIndexOf(' ') + 1)..];
            return people.GetValueOrDefault(surname);
        }
    }

    /// <summary>True for the name, the adjective or the capital of a state.</summary>
    public static bool IsState(string word) => ByStem.ContainsKey(word);

    private static readonly Dictionary<string, string> ByCapital = Capitals();

    /// <summary>The state whose government a capital stands for ("Lisbon" → "Portugal"); null for anything that is no capital, and for seats that speak by their own name.</summary>
    public static string? StateOfCapital(string name) => ByCapital.GetValueOrDefault(name);

    private static Dictionary<string, string> Capitals()
    {
        Dictionary<string, string> states = new(StringComparer.Ordinal);
        foreach (string[] cells in Lexicon.Rows("leaders.tsv"))
        {
            // "Singapore" is its own state.
            if (cells[2].Length > 0 && cells[2] != cells[1] && cells[2] != "Kremlin") states.TryAdd(cells[2], cells[1]);
        }

        return states;
    }

    private static Dictionary<string, (string, string)> Load()
    {
        Dictionary<string, (string, string)> leaders = new(StringComparer.Ordinal);
        foreach (string[] cells in Lexicon.Rows("leaders.tsv"))
        {
            foreach (string name in (string[])[cells[0], cells[1], cells[2]])
            {
                if (name.Length > 0) leaders.TryAdd(name, (cells[3], cells[4]));
            }
        }

        return leaders;
    }
}
