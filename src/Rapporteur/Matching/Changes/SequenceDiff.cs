namespace Rapporteur.Matching.Changes;

/// <summary>Lays two sequences side by side along their longest common subsequence.</summary>
public static class SequenceDiff
{
    // 4 million cells are 16 MB and some 10 ms; two texts of 2,000 words each that share neither beginning nor end.
    private const long MostCells = 4_000_000;

    /// <summary>The pieces of both in order, removed ones before added ones; too long sequences count as rewritten where they differ.</summary>
    public static IReadOnlyList<Change<T>> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after)
        where T : IEquatable<T>
    {
        int head = 0, shorter = Math.Min(before.Count, after.Count);
        while (head < shorter && before[head].Equals(after[head])) head++;
        int tail = 0;
        while (tail < shorter - head && before[^(tail + 1)].Equals(after[^(tail + 1)])) tail++;

        List<Change<T>> changes = [];
        for (int i = 0; i < head; i++) changes.Add(new(ChangeKind.Kept, before[i]));
        T[] old = [.. before.Skip(head).Take(before.Count - head - tail)], fresh = [.. after.Skip(head).Take(after.Count - head - tail)];
        if ((long)(old.Length + 1) * (fresh.Length + 1) <= MostCells) AddAligned(changes, old, fresh);
        else AddRewritten(changes, old, fresh);
        for (int i = before.Count - tail; i < before.Count; i++) changes.Add(new(ChangeKind.Kept, before[i]));
        return changes;
    }

    private static void AddRewritten<T>(List<Change<T>> changes, T[] old, T[] fresh)
    {
        foreach (T piece in old) changes.Add(new(ChangeKind.Removed, piece));
        foreach (T piece in fresh) changes.Add(new(ChangeKind.Added, piece));
    }

    private static void AddAligned<T>(List<Change<T>> changes, T[] old, T[] fresh)
        where T : IEquatable<T>
    {
        int[,] common = new int[old.Length + 1, fresh.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int k = fresh.Length - 1; k >= 0; k--)
                common[i, k] = old[i].Equals(fresh[k]) ? common[i + 1, k + 1] + 1 : Math.Max(common[i + 1, k], common[i, k + 1]);
        }

        int a = 0, b = 0;
        while (a < old.Length || b < fresh.Length)
        {
            if (a < old.Length && b < fresh.Length && old[a].Equals(fresh[b])) { changes.Add(new(ChangeKind.Kept, old[a++])); b++; }
            else if (a < old.Length && (b == fresh.Length || common[a + 1, b] >= common[a, b + 1])) changes.Add(new(ChangeKind.Removed, old[a++]));
            else changes.Add(new(ChangeKind.Added, fresh[b++]));
        }
    }
}
