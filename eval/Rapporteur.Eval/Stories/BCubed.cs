namespace Rapporteur.Eval.Stories;

/// <summary>B-cubed (Bagga and Baldwin 1998): for each item, how much of its group belongs to its class, and how much of its class is in its group.</summary>
internal static class BCubed
{
    /// <summary>Precision, recall and F1 in per cent.</summary>
    public static (double P, double R, double F) Of(IReadOnlyList<(string Gold, string Found)> items)
    {
        Dictionary<string, int> gold = items.CountBy(item => item.Gold).ToDictionary();
        Dictionary<string, int> found = items.CountBy(item => item.Found).ToDictionary();
        double p = 0, r = 0;
        foreach (((string g, string f), int both) in items.CountBy(item => item))
        {
            p += (double)both * both / found[f];
            r += (double)both * both / gold[g];
        }

        (p, r) = (100 * p / items.Count, 100 * r / items.Count);
        return (p, r, 2 * p * r / (p + r));
    }
}
