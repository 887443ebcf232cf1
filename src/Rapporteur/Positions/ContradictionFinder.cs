using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>Finds statements that do not go together. It never says which of them holds.</summary>
public static class ContradictionFinder
{
    private const double Firm = 0.5;
    // Further apart it is a change of position, not a contradiction.
    private const int DaysApart = 3;
    private const int DaysOfDenial = 7;
    private const int WordsOfDenial = 2;
    private const string Conditions = "precondition";

    /// <summary>The contradictions, by issue, then by the day of the later statement.</summary>
    public static IReadOnlyList<Contradiction> Find(IReadOnlyList<StanceReport> reports, IReadOnlyList<Issue> issues)
    {
        IReadOnlyList<PositionDrawer.Course> courses = PositionDrawer.Courses(reports, issues);
        return [.. courses.SelectMany(Opposed).Concat(DeniedConditions(courses)).Concat(courses.SelectMany(course => Denied(course, courses)))
            .DistinctBy(found => (found.Kind, found.Issue.Id, Least(found), Most(found)))
            .OrderBy(found => found.Issue.Id, StringComparer.Ordinal).ThenBy(found => found.Other.Day ?? DateOnly.MaxValue).ThenBy(found => found.Actor, StringComparer.Ordinal)];
    }

    // Both directions, firmly, about the same thing, within days.
    private static IEnumerable<Contradiction> Opposed(PositionDrawer.Course course)
    {
        Evidence[] firm = [.. course.Lines.Select(line => line.Evidence).Where(line => line.Day is not null && line.Stated.Strength >= Firm && line.Stated.Stance != Stance.Denies)];
        for (int i = 0; i < firm.Length; i++)
        {
            for (int k = i + 1; k < firm.Length && firm[k].Day!.Value.DayNumber - firm[i].Day!.Value.DayNumber <= DaysApart; k++)
            {
                int one = PositionDrawer.Direction(firm[i].Stated.Stance), other = PositionDrawer.Direction(firm[k].Stated.Stance);
                if (one == 0 || one != -other || firm[i].Appearance.StatementId == firm[k].Appearance.StatementId) continue;
                if (!SameMatter.Of(course.Issue, firm[i].Stated, firm[k].Stated)) continue;
                bool samePerson = firm[i].Appearance.Speaker?.Id == firm[k].Appearance.Speaker?.Id;
                if (samePerson && course.Side) continue;
                yield return new Contradiction(samePerson ? ContradictionKind.Within : ContradictionKind.WithinSide, course.Actor, course.Issue, firm[i], firm[k]);
            }
        }
    }

    // "No preconditions" beside conditions that the same actor has set, whenever that was.
    private static IEnumerable<Contradiction> DeniedConditions(IReadOnlyList<PositionDrawer.Course> courses)
    {
        foreach (var actor in courses.GroupBy(course => Folding.Key(course.Actor), StringComparer.Ordinal))
        {
            List<(PositionDrawer.Course Course, Evidence Evidence)> lines = [.. actor.SelectMany(course => course.Lines.Select(line => (course, line.Evidence)))];
            var none = lines.FirstOrDefault(line => line.Evidence.Stated.Stance == Stance.Rejects && line.Evidence.Stated.Words.Contains(Conditions));
            if (none.Evidence is null) continue;
            foreach (var set in lines.Where(line => line.Evidence.Appearance.Id != none.Evidence.Appearance.Id && SetsCondition(line.Evidence.Stated)).DistinctBy(line => line.Evidence.Appearance.StatementId))
            {
                bool earlier = (set.Evidence.Day ?? DateOnly.MaxValue) <= (none.Evidence.Day ?? DateOnly.MaxValue);
                yield return new Contradiction(
                    ContradictionKind.ConditionsDenied, set.Course.Actor, set.Course.Issue, earlier ? set.Evidence : none.Evidence, earlier ? none.Evidence : set.Evidence);
            }
        }
    }

    private static bool SetsCondition(StatedStance stated) =>
        stated.Stance == Stance.Conditional || (stated.Stance == Stance.Demands && stated.Words.Contains(Conditions));

    // A denial, and what others report on the same matter in the days around it.
    private static IEnumerable<Contradiction> Denied(PositionDrawer.Course course, IReadOnlyList<PositionDrawer.Course> courses)
    {
        foreach (Evidence denial in course.Lines.Select(line => line.Evidence).Where(line => line.Stated.Stance == Stance.Denies && line.Day is not null))
        {
            Evidence? report = courses.Where(other => other.Issue.Id == course.Issue.Id && other.Actor != course.Actor)
                .SelectMany(other => other.Lines).Select(line => line.Evidence)
                .Where(line => line.Stated.Stance != Stance.Denies && line.Day is { } day && Math.Abs(day.DayNumber - denial.Day!.Value.DayNumber) <= DaysOfDenial
                    && line.Appearance.Speaker?.Id != denial.Appearance.Speaker?.Id
                    && line.Stated.Words.Intersect(denial.Stated.Words, StringComparer.Ordinal).Count() >= WordsOfDenial)
                .OrderBy(line => line.Day).ThenBy(line => line.Appearance.Id, StringComparer.Ordinal).FirstOrDefault();
            if (report is not null) yield return new Contradiction(ContradictionKind.ReportDenied, course.Actor, course.Issue, report, denial);
        }
    }

    private static string Least(Contradiction found) => string.CompareOrdinal(found.One.Appearance.Id, found.Other.Appearance.Id) < 0 ? found.One.Appearance.Id : found.Other.Appearance.Id;

    private static string Most(Contradiction found) => Least(found) == found.One.Appearance.Id ? found.Other.Appearance.Id : found.One.Appearance.Id;
}
