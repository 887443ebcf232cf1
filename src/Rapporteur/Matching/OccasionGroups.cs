namespace Rapporteur.Matching;

/// <summary>Wordings of a block too large to be clustered: those of one occasion are one statement, for so many that are so much alike are copies.</summary>
/// <remarks>Taken by day, then by identity, each goes to the first group whose occasion may be its own, else begins one.</remarks>
public sealed class OccasionGroups
{
    private readonly List<(string First, Occasion Occasion)> _groups = [];

    /// <summary>The statements of a block that a wording has come into, from a place on; before it and behind them all stay where they are.</summary>
    /// <param name="inOrder">All wordings of the block by day, then by identity, those without a day last. All but the newcomer are in the statements that they are in without it.</param>
    /// <param name="newcomer">Its place.</param>
    public static (int From, IReadOnlyList<string> Statements) With<T>(IReadOnlyList<T> inOrder, int newcomer)
        where T : IPlacedWording
    {
        // What has no day goes with the first of all.
        if (inOrder[^1].Wording.Day is null) newcomer = 0;
        int changed = DayOf(inOrder[newcomer]), from = newcomer;
        // Whoever may take a wording has nothing older than DaysLooked, and all of a group lies so near together.
        while (from > 0 && DayOf(inOrder[from - 1]) >= changed - (2 * Occasion.DaysLooked)) from--;
        OccasionGroups groups = new();
        for (; from < newcomer; from++) groups.Keep(inOrder[from].Statement, Occasion.Of(inOrder[from].Wording));
        List<string> statements = [];
        for (; from < inOrder.Count && (newcomer == 0 || DayOf(inOrder[from]) - Occasion.DaysLooked <= changed); from++)
        {
            string statement = groups.Place(inOrder[from].Id, Occasion.Of(inOrder[from].Wording));
            if (statement != inOrder[from].Statement) changed = DayOf(inOrder[from]);
            statements.Add(statement);
        }

        return (newcomer, statements);
    }

    /// <summary>The statement of the next wording: named after its first.</summary>
    public string Place(string id, Occasion own)
    {
        int group = _groups.FindIndex(known => known.Occasion.GoesWith(own));
        if (group < 0) _groups.Add((id, own));
        else _groups[group] = (_groups[group].First, _groups[group].Occasion.And(own));
        return group < 0 ? id : _groups[group].First;
    }

    // A wording that is in its statement already.
    private void Keep(string first, Occasion own)
    {
        int group = _groups.FindIndex(known => known.First == first);
        if (group < 0) _groups.Add((first, own));
        else _groups[group] = (first, _groups[group].Occasion.And(own));
    }

    private static int DayOf(IPlacedWording wording) => wording.Wording.Day?.DayNumber ?? int.MaxValue;
}
