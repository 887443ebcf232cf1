using Rapporteur.Matching;
using Rapporteur.Positions.Keeping;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>Finds where positions moved. The same stance in other words is no change: it is reaffirmed.</summary>
public static class ChangeFinder
{
    // An intention ("will continue", 0.4) is too weak a sign to call what follows a turn.
    private const double Firm = 0.5;
    // Two months without a word while the actor speaks on other matters.
    private const int DaysOfSilence = 60;

    /// <summary>The changes of one course, by day. Silence is told by what the actor says elsewhere: see <see cref="Silence"/>.</summary>
    internal static IEnumerable<PositionChange> Of(Course course)
    {
        Evidence[] steps = [.. course.Steps.Select(day => day.Main.Evidence)];
        for (int i = 1; i < steps.Length; i++)
        {
            Evidence before = steps[i - 1], after = steps[i];
            if (before.Appearance.StatementId == after.Appearance.StatementId || !SameMatter.Of(course.Issue, before.Stated, after.Stated)) continue;
            // What one person says is his own change; a side changes when another speaks for it.
            if (course.Side && before.Appearance.Speaker?.Id == after.Appearance.Speaker?.Id) continue;
            // Nearly the same words are no turn: one of the two is read wrong ("will not hand back the light", "will not surrender the light").
            if (Kind(before, after) is { } kind && (kind != ChangeKind.Reversed || !PairDecision.SaySame(before.Appearance.Content, after.Appearance.Content))) yield return new PositionChange(course.Actor, course.Issue, kind, before, after, after.Day);
        }
    }

    /// <summary>That an actor says no more on an issue of which he spoke on two days at least, while he speaks on; null when he does not fall silent.</summary>
    /// <param name="course">Of a person or an organisation; of sides it is not told.</param>
    /// <param name="spokeLast">The last day on which the actor takes any stance.</param>
    internal static PositionChange? Silence(Course course, DateOnly? spokeLast)
    {
        if (course.Side || spokeLast is not { } last) return null;
        Evidence[] steps = [.. course.Steps.Select(day => day.Main.Evidence)];
        if (steps.Length < 2) return null;
        // A denial is a word on it, too.
        DateOnly until = course.Days.Where(day => day.Day is not null).Max(day => day.Day)!.Value;
        return last.DayNumber - until.DayNumber > DaysOfSilence ? new PositionChange(course.Actor, course.Issue, ChangeKind.FellSilent, steps[^1], null, steps[^1].Day) : null;
    }

    /// <summary>What lies between two statements on one matter; null when it cannot be told.</summary>
    internal static ChangeKind? Kind(Evidence before, Evidence after)
    {
        Stance from = SameMatter.Towards(before.Stated, after.Stated), to = after.Stated.Stance;
        int was = PositionDrawer.Direction(from), now = PositionDrawer.Direction(to);
        // A refusal stays one, whether it names what would end it or not.
        if (Refuses(before.Stated, from) && Refuses(after.Stated, to) && from != to) return ChangeKind.Reaffirmed;
        bool firm = before.Stated.Strength >= Firm && after.Stated.Strength >= Firm;
        if (was == now && from != Stance.Threatens && to != Stance.Threatens) return Same(before, after);
        if (was == -now && was != 0) return firm ? ChangeKind.Reversed : null;
        return (from, to) switch
        {
            (Stance.Demands, Stance.LeavesOpen or Stance.Conditional) => ChangeKind.Softened,
            (Stance.LeavesOpen, Stance.Demands) => firm ? ChangeKind.Hardened : null,
            (Stance.Conditional, Stance.Accepts or Stance.Offers or Stance.Supports) => firm ? ChangeKind.ConditionDropped : null,
            (Stance.Accepts or Stance.Offers or Stance.Supports, Stance.Conditional) when after.Stated.Withholds => firm ? ChangeKind.Hardened : null,
            (Stance.Accepts or Stance.Offers or Stance.Supports, Stance.Conditional) => ChangeKind.ConditionAdded,
            (Stance.LeavesOpen, Stance.Accepts or Stance.Offers or Stance.Supports) => firm ? ChangeKind.Softened : null,
            (Stance.Accepts or Stance.Offers or Stance.Supports, Stance.LeavesOpen) => firm ? ChangeKind.Hardened : null,
            (Stance.LeavesOpen or Stance.Conditional, _) when now < 0 => ChangeKind.Hardened,
            (_, Stance.LeavesOpen or Stance.Conditional) when was < 0 => ChangeKind.Softened,
            (Stance.Rejects, Stance.Threatens) => ChangeKind.Hardened,
            (Stance.Threatens, Stance.Rejects) => ChangeKind.Softened,
            _ => null,
        };
    }

    private static bool Refuses(Querying.StatedStance stated, Stance stance) => stance == Stance.Rejects || (stance == Stance.Conditional && stated.Withholds);

    private static ChangeKind Same(Evidence before, Evidence after)
    {
        // "No talks before the boats are gone", "talks once they leave": the one refuses, the other gives.
        if (before.Stated.Stance == Stance.Conditional && after.Stated.Stance == Stance.Conditional && before.Stated.Withholds != after.Stated.Withholds) return after.Stated.Withholds ? ChangeKind.Hardened : ChangeKind.Softened;
        // A conditional stance whose words do not tell the condition has one all the same.
        bool had = before.Stated.Condition is not null || before.Stated.Stance == Stance.Conditional, has = after.Stated.Condition is not null || after.Stated.Stance == Stance.Conditional;
        // What was asked for outright is now taken for something: "all of ours for all of theirs".
        if (before.Stated.Stance == Stance.Demands && !had && has && after.Stated.Stance is Stance.Offers or Stance.Accepts) return ChangeKind.Softened;
        if (!had && has) return ChangeKind.ConditionAdded;
        if (had && !has) return ChangeKind.ConditionDropped;
        if (before.Stated.Stance == Stance.LeavesOpen && after.Stated.Stance == Stance.Conditional) return ChangeKind.ConditionAdded;
        return Numbers(after).Except(Numbers(before)).Any() && !Numbers(before).Any() ? ChangeKind.Specified : ChangeKind.Reaffirmed;
    }

    private static IEnumerable<string> Numbers(Evidence evidence) =>
        Folding.Words(evidence.Stated.Target + " " + evidence.Stated.Condition).Where(word => char.IsAsciiDigit(word[0]));
}
