using Rapporteur.Positions.Keeping;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>Draws the intervals of one actor on one issue.</summary>
public static class PositionDrawer
{
    /// <summary>For (1), against (-1) or neither (0).</summary>
    public static int Direction(Stance stance) => stance switch
    {
        Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers => 1,
        Stance.Denies or Stance.Rejects or Stance.Threatens => -1,
        _ => 0,
    };

    /// <summary>By first day and stance.</summary>
    internal static IReadOnlyList<Position> Intervals(Course course)
    {
        List<Position> found = [];
        foreach (var same in course.Lines.GroupBy(line => line.Evidence.Stated.Stance))
        {
            List<Line> run = [];
            foreach (Line line in same)
            {
                if (run.Count > 0 && Interrupted(course, run[^1].Evidence.Day, line.Evidence.Day, Direction(same.Key)))
                {
                    found.Add(Of(course, run));
                    run = [];
                }

                run.Add(line);
            }

            found.Add(Of(course, run));
        }

        return [.. found.OrderBy(position => position.From ?? DateOnly.MaxValue).ThenBy(position => position.Stance)];
    }

    // The opposite in between ends an interval.
    private static bool Interrupted(Course course, DateOnly? from, DateOnly? until, int direction) =>
        direction != 0 && course.Steps.Any(day => day.Day > from && day.Day < until && Direction(day.Main.Evidence.Stated.Stance) == -direction);

    private static Position Of(Course course, List<Line> run)
    {
        Line first = run[0];
        Stance stance = first.Evidence.Stated.Stance;
        return new Position
        {
            Id = Identity.Of("position", Folding.Key(course.Actor), course.Issue.Id, stance.ToString(), first.Evidence.Day?.ToString("yyyy-MM-dd")),
            Actor = course.Actor,
            Side = course.SpeaksFor,
            Issue = course.Issue,
            Stance = stance,
            From = first.Evidence.Day,
            To = run.Max(line => line.Evidence.Day),
            Strength = run.Max(line => line.Evidence.Stated.Strength),
            Confidence = run.Max(line => line.Confidence),
            ToldByOthers = run.TrueForAll(line => line.Foreign),
            Doubtful = run.TrueForAll(line => line.Evidence.Stated.Doubtful),
            Conditions = [.. run.Select(line => line.Evidence.Stated.Condition).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Evidence = [.. run.Select(line => line.Evidence).DistinctBy(evidence => evidence.Appearance.Id)],
        };
    }
}
