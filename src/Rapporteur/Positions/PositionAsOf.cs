namespace Rapporteur.Positions;

/// <summary>A position as it was known on a day.</summary>
public static class PositionAsOf
{
    /// <summary>The position with the evidence up to the end of the day; null when there is none. Undated evidence cannot be placed and is left out.</summary>
    public static Position? Day(Position position, DateOnly day)
    {
        Evidence[] known = [.. position.Evidence.Where(evidence => evidence.Day <= day)];
        return known.Length == 0 ? null : position with
        {
            Evidence = known,
            From = known[0].Day,
            To = known[^1].Day,
            Strength = known.Max(evidence => evidence.Stated.Strength),
            Conditions = [.. known.Select(evidence => evidence.Stated.Condition).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
        };
    }
}
