using Rapporteur.Text;

namespace Rapporteur.Positions.Keeping;

/// <summary>What one course comes to. It does not change; another takes its place.</summary>
internal sealed record Drawn(Course Course)
{
    private const string Conditions = "precondition";

    /// <summary>Intervals.</summary>
    public IReadOnlyList<Position> Positions { get; } = PositionDrawer.Intervals(Course);

    /// <summary>Where the actor moved, without silence, which what he says elsewhere tells.</summary>
    public IReadOnlyList<PositionChange> Changes { get; } = [.. ChangeFinder.Of(Course)];

    /// <summary>What does not go together within the course.</summary>
    public IReadOnlyList<Contradiction> Opposed { get; } = [.. ContradictionFinder.Opposed(Course)];

    /// <summary>The first line that says there are no conditions; null when none does.</summary>
    public Line? WithoutConditions { get; } = Course.Plain.FirstOrDefault(line => !line.Foreign && line.Evidence.Stated is { Stance: Stance.Rejects } stated && stated.Words.Contains(Conditions));

    /// <summary>The lines that set conditions: who outlines his terms sets them, whether he is read to demand or to offer.</summary>
    public IReadOnlyList<Line> SettingConditions { get; } = [.. Course.Plain.Where(line => !line.Foreign && (line.Evidence.Stated.Stance == Stance.Conditional
        || (line.Evidence.Stated.Stance is Stance.Demands or Stance.Offers && line.Evidence.Stated.Words.Contains(Conditions))))];

    /// <summary>The last day on which the actor says something on the issue.</summary>
    public DateOnly? LastDay { get; } = Course.Days.Max(day => day.Day);
}
