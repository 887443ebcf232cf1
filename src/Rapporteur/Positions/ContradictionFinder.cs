using Rapporteur.Matching;
using Rapporteur.Positions.Keeping;
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

    /// <summary>Both directions about the same thing within days, in one course.</summary>
    internal static IEnumerable<Contradiction> Opposed(Course course)
    {
        Line[] lines = [.. course.Plain.Where(line => line.Evidence.Day is not null && PositionDrawer.Direction(line.Evidence.Stated.Stance) != 0)];
        for (int i = 0; i < lines.Length; i++)
        {
            for (int k = i + 1; k < lines.Length && lines[k].Evidence.Day!.Value.DayNumber - lines[i].Evidence.Day!.Value.DayNumber <= DaysApart; k++)
            {
                if (KindOf(course, lines[i], lines[k]) is { } kind) yield return new Contradiction(kind, course.Actor, course.Issue, lines[i].Evidence, lines[k].Evidence);
            }
        }
    }

    /// <summary>"No preconditions" beside conditions that the same actor has set, whenever that was.</summary>
    internal static IEnumerable<Contradiction> DeniedConditions(IEnumerable<Drawn> drawn)
    {
        foreach (var actor in drawn.Where(one => one.WithoutConditions is not null || one.SettingConditions.Count > 0).GroupBy(one => Folding.Key(one.Course.Actor), StringComparer.Ordinal))
        {
            if (actor.Select(one => one.WithoutConditions).OfType<Line>().FirstOrDefault()?.Evidence is not { } none) continue;
            foreach ((Issue issue, Evidence set) in actor.SelectMany(one => one.SettingConditions.Select(line => (one.Course.Issue, line.Evidence)))
                .Where(line => line.Evidence.Appearance.Id != none.Appearance.Id).DistinctBy(line => line.Evidence.Appearance.StatementId))
            {
                bool earlier = (set.Day ?? DateOnly.MaxValue) <= (none.Day ?? DateOnly.MaxValue);
                yield return new Contradiction(ContradictionKind.ConditionsDenied, actor.First().Course.Actor, issue, earlier ? set : none, earlier ? none : set);
            }
        }
    }

    /// <summary>The denials of one issue, each with the first report by others on the same matter in the days around it.</summary>
    internal static IEnumerable<Contradiction> Denied(IReadOnlyList<Course> courses)
    {
        List<(Course Course, Evidence Evidence)> denials = [], reports = [];
        foreach (Course course in courses)
        {
            foreach (Evidence evidence in course.Plain.Select(line => line.Evidence).Where(evidence => evidence.Day is not null))
            {
                (evidence.Stated.Stance == Stance.Denies ? denials : reports).Add((course, evidence));
            }
        }

        if (denials.Count == 0) yield break;
        reports.Sort((left, right) => left.Evidence.Day!.Value.CompareTo(right.Evidence.Day!.Value) is not 0 and var byDay ? byDay
            : string.CompareOrdinal(left.Evidence.Appearance.Id, right.Evidence.Appearance.Id));
        foreach ((Course course, Evidence denial) in denials)
        {
            // What the denied words say counts: a report of a denied call is a report on a call.
            int first = reports.FindIndex(report => report.Evidence.Day!.Value.DayNumber >= denial.Day!.Value.DayNumber - DaysOfDenial);
            for (int i = first; i >= 0 && i < reports.Count && reports[i].Evidence.Day!.Value.DayNumber <= denial.Day!.Value.DayNumber + DaysOfDenial; i++)
            {
                Evidence report = reports[i].Evidence;
                if (reports[i].Course.Actor == course.Actor || report.Appearance.Speaker?.Id == denial.Appearance.Speaker?.Id
                    || report.Stated.Words.Intersect(denial.Stated.Words, StringComparer.Ordinal).Count() < WordsOfDenial) continue;
                yield return new Contradiction(ContradictionKind.ReportDenied, course.Actor, course.Issue, report, denial);
                break;
            }
        }
    }

    /// <summary>All in one list: by issue, then by the day of the later statement; two statements stand in it once for each issue.</summary>
    internal static IReadOnlyList<Contradiction> Ordered(IEnumerable<Contradiction> found) =>
        [.. found.DistinctBy(one => (one.Issue.Id, Least(one), Most(one)))
            .OrderBy(one => one.Issue.Id, StringComparer.Ordinal).ThenBy(one => one.Other.Day ?? DateOnly.MaxValue).ThenBy(one => one.Actor, StringComparer.Ordinal)
            .ThenBy(one => one.One.Appearance.Id, StringComparer.Ordinal).ThenBy(one => one.Other.Appearance.Id, StringComparer.Ordinal)];

    private static ContradictionKind? KindOf(Course course, Line one, Line other)
    {
        StatedStance left = one.Evidence.Stated, right = other.Evidence.Stated;
        if (PositionDrawer.Direction(SameMatter.Towards(left, right)) != -PositionDrawer.Direction(right.Stance)) return null;
        if (one.Evidence.Appearance.StatementId == other.Evidence.Appearance.StatementId || !SameMatter.Of(course.Issue, left, right)) return null;
        bool samePerson = one.Evidence.Appearance.Speaker?.Id == other.Evidence.Appearance.Speaker?.Id;
        if (one.Teller is not null && other.Teller is not null && one.Teller != other.Teller && one.Foreign != other.Foreign) return ContradictionKind.TwoAccounts;
        if (one.Foreign || other.Foreign) return null;
        bool firm = left.Strength >= Firm && right.Strength >= Firm;
        // That he denies something tells what he did not say; that his spokesman denies it does not go with his having said it.
        if (!firm || (samePerson && (course.Side || left.Stance == Stance.Denies || right.Stance == Stance.Denies))) return null;
        if (PairDecision.SaySame(one.Evidence.Appearance.Content, other.Evidence.Appearance.Content)) return null;
        return samePerson ? ContradictionKind.Within : ContradictionKind.WithinSide;
    }

    private static string Least(Contradiction found) => string.CompareOrdinal(found.One.Appearance.Id, found.Other.Appearance.Id) < 0 ? found.One.Appearance.Id : found.Other.Appearance.Id;

    private static string Most(Contradiction found) => Least(found) == found.One.Appearance.Id ? found.Other.Appearance.Id : found.One.Appearance.Id;
}
