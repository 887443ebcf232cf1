namespace Rapporteur.Train.Stances;

/// <summary>How well stances are told.</summary>
internal static class StanceScore
{
    /// <summary>Mean F1 over the stances that are marked at all, "none" among them; 0 to 1.</summary>
    public static double MacroF1(IReadOnlyList<(string Gold, string Found)> pairs) =>
        pairs.Select(pair => pair.Gold).Distinct(StringComparer.Ordinal).Average(stance => F1(pairs, stance));

    /// <summary>F1 of one stance, 0 to 1.</summary>
    public static double F1(IReadOnlyList<(string Gold, string Found)> pairs, string stance)
    {
        int both = pairs.Count(pair => pair.Gold == stance && pair.Found == stance);
        int all = pairs.Count(pair => pair.Gold == stance) + pairs.Count(pair => pair.Found == stance);
        return all == 0 ? 0 : 2.0 * both / all;
    }

    /// <summary>Share of pairs that agree, 0 to 1.</summary>
    public static double Right(IReadOnlyList<(string Gold, string Found)> pairs) => (double)pairs.Count(pair => pair.Gold == pair.Found) / pairs.Count;
}
