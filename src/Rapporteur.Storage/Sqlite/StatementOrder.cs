using Rapporteur.Querying;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Which of the statements chosen can stand on a page, newest first, so that only those are looked up.</summary>
internal static class StatementOrder
{
    /// <summary>Rows of the newest from a place on, and all that are as new as the last of them: their order among each other the database knows.</summary>
    /// <param name="columns">All statements.</param>
    /// <param name="chosen">Those that meet the query.</param>
    /// <param name="after">Day and instant to go on from; null for the beginning.</param>
    /// <param name="count">How many are needed.</param>
    public static List<int> Newest(StatementColumns columns, List<int> chosen, (int Day, long Instant)? after, int count)
    {
        ReadOnlySpan<StatementColumns.Facts> all = columns.All;
        PriorityQueue<int, (int Day, long Instant)> newest = new();
        int asNew = 0;
        foreach (int row in chosen)
        {
            (int, long) key = (all[row].Day, all[row].Instant);
            if (after is { } from)
            {
                int order = key.CompareTo(from);
                if (order > 0) continue;
                // Some of these may stand before the place.
                if (order == 0) asNew++;
            }

            if (newest.Count < count + asNew) newest.Enqueue(row, key);
            else newest.EnqueueDequeue(row, key);
        }

        if (!newest.TryPeek(out _, out (int Day, long Instant) oldest)) return [];
        List<int> rows = [];
        foreach (int row in chosen)
        {
            (int, long) key = (all[row].Day, all[row].Instant);
            if (key.CompareTo(oldest) >= 0 && (after is null || key.CompareTo(after.Value) <= 0)) rows.Add(row);
        }

        return rows;
    }

    /// <summary>The place in a cursor.</summary>
    public static (int Day, long Instant) Place(string day, long instant) => (Columns.Day(day) is { } known ? known.DayNumber + 1 : 0, instant);
}
