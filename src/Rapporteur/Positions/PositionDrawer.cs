using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>Draws positions from the stances in a record: a function of the set of reports and the issues.</summary>
public static class PositionDrawer
{
    /// <summary>For (1), against (-1) or neither (0).</summary>
    public static int Direction(Stance stance) => stance switch
    {
        Stance.Demands or Stance.Supports or Stance.Accepts or Stance.Offers => 1,
        Stance.Denies or Stance.Rejects or Stance.Threatens => -1,
        _ => 0,
    };

    /// <summary>The positions, by actor, issue, first day and stance.</summary>
    public static IReadOnlyList<Position> Draw(IEnumerable<StanceReport> reports, IReadOnlyList<Issue> issues) =>
        [.. Courses(reports, issues).SelectMany(Intervals)];

    /// <summary>Everything each actor has said on each issue, in order of days.</summary>
    internal static IReadOnlyList<Course> Courses(IEnumerable<StanceReport> reports, IReadOnlyList<Issue> issues)
    {
        Dictionary<(string Actor, string Issue), Course> courses = [];
        foreach (StanceReport report in reports)
        {
            DateOnly? day = report.Appearance.Attribution.SaidOn ?? report.Appearance.Article.Published?.Date;
            foreach (StatedStance stated in report.Stances)
            {
                foreach (IssueAssignment assigned in JudgedIssues.Of(report, stated, issues))
                {
                    foreach ((string actor, bool side) in Actors(report, stated))
                    {
                        (string, string) key = (Folding.Key(actor), assigned.Issue.Id);
                        if (!courses.TryGetValue(key, out Course? course)) courses[key] = course = new Course(assigned.Issue);
                        course.Add(actor, side, new Evidence(report.Appearance, stated, day), assigned.Confidence);
                    }
                }
            }
        }

        foreach (Course course in courses.Values) course.Sort();
        return [.. courses.OrderBy(entry => entry.Key.Actor, StringComparer.Ordinal).ThenBy(entry => entry.Key.Issue, StringComparer.Ordinal).Select(entry => entry.Value)];
    }

    // The one who speaks, the one he speaks for, and the state whose office one of them holds.
    private static IEnumerable<(string Name, bool Side)> Actors(StanceReport report, StatedStance stated)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        if (report.Appearance.Speaker?.Name is { } speaker && seen.Add(Folding.Key(speaker))) yield return (speaker, false);
        if (report.Appearance.Attribution.OnBehalfOf is { } principal && seen.Add(Folding.Key(principal))) yield return (principal, false);
        if (stated.Side is { } side && seen.Add(Folding.Key(side))) yield return (side, true);
    }

    private static IEnumerable<Position> Intervals(Course course)
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

        return found.OrderBy(position => position.From ?? DateOnly.MaxValue).ThenBy(position => position.Stance);
    }

    // The opposite in between ends an interval.
    private static bool Interrupted(Course course, DateOnly? from, DateOnly? until, int direction) =>
        direction != 0 && course.Days.Any(day => day.Day > from && day.Day < until && Direction(day.Main.Evidence.Stated.Stance) == -direction);

    private static Position Of(Course course, List<Line> run)
    {
        Line first = run[0];
        Stance stance = first.Evidence.Stated.Stance;
        return new Position
        {
            Id = Identity.Of("position", Folding.Key(course.Actor), course.Issue.Id, stance.ToString(), first.Evidence.Day?.ToString("yyyy-MM-dd")),
            Actor = course.Actor,
            Issue = course.Issue,
            Stance = stance,
            From = first.Evidence.Day,
            To = run.Max(line => line.Evidence.Day),
            Strength = run.Max(line => line.Evidence.Stated.Strength),
            Confidence = run.Max(line => line.Confidence),
            Conditions = [.. run.Select(line => line.Evidence.Stated.Condition).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Evidence = [.. run.Select(line => line.Evidence).DistinctBy(evidence => evidence.Appearance.Id)],
        };
    }

    internal sealed record Line(Evidence Evidence, double Confidence);

    /// <summary>What one actor says on one issue on one day, and the line that weighs most.</summary>
    internal sealed record DayLines(DateOnly? Day, Line Main, IReadOnlyList<Line> Lines);

    /// <summary>Everything one actor has said on one issue.</summary>
    internal sealed class Course(Issue issue)
    {
        private readonly List<(string Name, bool Side)> _names = [];
        private List<Line> _lines = [];

        public Issue Issue => issue;

        public string Actor { get; private set; } = "";

        /// <summary>True for a state that others speak for.</summary>
        public bool Side { get; private set; }

        public IReadOnlyList<Line> Lines => _lines;

        public IReadOnlyList<DayLines> Days { get; private set; } = [];

        public void Add(string actor, bool side, Evidence evidence, double confidence)
        {
            _names.Add((actor, side));
            _lines.Add(new Line(evidence, confidence));
        }

        public void Sort()
        {
            Actor = _names.GroupBy(name => name.Name, StringComparer.Ordinal).OrderByDescending(name => name.Count()).ThenBy(name => name.Key, StringComparer.Ordinal).First().Key;
            Side = _names.TrueForAll(name => name.Side);
            _lines = [.. _lines.OrderBy(line => line.Evidence.Day ?? DateOnly.MaxValue)
                .ThenBy(line => line.Evidence.Appearance.Article.Published?.Date).ThenBy(line => line.Evidence.Appearance.Id, StringComparer.Ordinal)
                .ThenBy(line => line.Evidence.Stated.Stance)];
            Days = [.. _lines.GroupBy(line => line.Evidence.Day).Select(day => new DayLines(day.Key, MainOf([.. day]), [.. day]))];
        }

        // The stance that most statements put most firmly; of them the firmest wording, direct before paraphrase.
        private static Line MainOf(List<Line> lines)
        {
            Stance main = lines.GroupBy(line => line.Evidence.Stated.Stance)
                .OrderByDescending(same => same.GroupBy(line => line.Evidence.Appearance.StatementId, StringComparer.Ordinal).Sum(statement => statement.Max(line => line.Evidence.Stated.Strength)))
                .ThenBy(same => same.Key).First().Key;
            return lines.Where(line => line.Evidence.Stated.Stance == main)
                .OrderByDescending(line => line.Evidence.Stated.Strength).ThenBy(line => line.Evidence.Appearance.Attribution.Form)
                .ThenBy(line => line.Evidence.Appearance.Id, StringComparer.Ordinal).First();
        }
    }
}
