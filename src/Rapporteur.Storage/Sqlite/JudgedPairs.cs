namespace Rapporteur.Storage.Sqlite;

/// <summary>What one wording was found to be with others: a few numbers side by side. In one table of all pairs each look-up went to memory that nothing else had just asked for.</summary>
internal sealed class JudgedPairs
{
    private const int Fewest = 16;

    // Open addressing; the number of the other and 1, so that 0 is nothing.
    private (int Other, double LogOdds)[] _table = [];

    /// <summary>How many.</summary>
    public int Count { get; private set; }

    /// <summary>The log-odds with another wording, if they are known. NaN for those that must not be one.</summary>
    public bool TryGet(int other, out double logOdds)
    {
        logOdds = 0;
        if (Count == 0) return false;
        ref (int Other, double LogOdds) place = ref Place(_table, other + 1);
        logOdds = place.LogOdds;
        return place.Other != 0;
    }

    /// <summary>Keeps the log-odds with another wording.</summary>
    public void Add(int other, double logOdds)
    {
        if (2 * Count >= _table.Length)
        {
            (int Other, double LogOdds)[] larger = new (int, double)[Math.Max(Fewest, 2 * _table.Length)];
            foreach ((int Other, double LogOdds) known in _table)
            {
                if (known.Other != 0) Place(larger, known.Other) = known;
            }

            _table = larger;
        }

        Place(_table, other + 1) = (other + 1, logOdds);
        Count++;
    }

    /// <summary>Forgets them.</summary>
    public void Clear() => (_table, Count) = ([], 0);

    // Numbers of wordings that are compared lie near each other, and so they fall on different places.
    private static ref (int Other, double LogOdds) Place((int Other, double LogOdds)[] table, int other)
    {
        int at = other & (table.Length - 1);
        while (table[at].Other != 0 && table[at].Other != other) at = (at + 1) & (table.Length - 1);
        return ref table[at];
    }
}
