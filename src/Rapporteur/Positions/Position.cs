using Rapporteur.Querying;
using Rapporteur.Text;

namespace Rapporteur.Positions;

/// <summary>An actor's stance on an issue over an interval. It rests on appearances and on nothing else.</summary>
public sealed record Position
{
    /// <summary>Identity: of actor, issue, stance and the interval's first day.</summary>
    public required string Id { get; init; }

    /// <summary>Whose: a person, a principal spoken for, or a state whose office-holders speak.</summary>
    public required string Actor { get; init; }

    /// <summary>The state that the actor speaks for by office; null when the record does not tell, and for states.</summary>
    public string? Side { get; init; }

    /// <summary>On what.</summary>
    public required Issue Issue { get; init; }

    /// <summary>Which.</summary>
    public required Stance Stance { get; init; }

    /// <summary>The day of the first statement that bears it; null when no report tells.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day of the last.</summary>
    public DateOnly? To { get; init; }

    /// <summary>How firmly at most, 0 to 1.</summary>
    public double Strength { get; init; }

    /// <summary>How sure the assignment to the issue is at best, 0 to 1.</summary>
    public double Confidence { get; init; }

    /// <summary>True when only another side says so of this one: "he agreed, the other side's spokeswoman said".</summary>
    public bool ToldByOthers { get; init; }

    /// <summary>True when of none of its words it is likelier that they take a stance than that they take none.</summary>
    public bool Doubtful { get; init; }

    /// <summary>Conditions named, as worded.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>Where it is stated, by day, then by appearance. Never empty.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>True when all that is known is one paraphrase by one outlet.</summary>
    public bool SingleParaphrase => Evidence.Count == 1 && Evidence[0].Appearance.Attribution.Form == AttributionForm.Indirect;
}

/// <summary>One appearance that bears a position.</summary>
/// <param name="Appearance">Who, where and in which words.</param>
/// <param name="Stated">The stance read off those words.</param>
/// <param name="Day">Said, else published; null when unknown.</param>
public sealed record Evidence(AppearanceRow Appearance, StatedStance Stated, DateOnly? Day)
{
    // A space, or a space and a mark.
    private const int Beside = 2;

    /// <summary>The words so that they can be read by themselves: with the cue where they are only the rest of its sentence ("refused to give up its land").</summary>
    public string Reading
    {
        get
        {
            Attribution said = Appearance.Attribution;
            bool rest = said.Form == AttributionForm.Indirect && said.Cue.Count > 0 && Appearance.Cue.Length > 0
                && said.Content[0].Start - said.Cue[^1].End is >= 0 and <= Beside
                && !Appearance.Content.StartsWith("that ", StringComparison.Ordinal) && Appearance.Content.Length > 0 && !char.IsUpper(Appearance.Content[0]);
            return rest ? $"{Appearance.Cue} {Appearance.Content}" : Appearance.Content;
        }
    }
}

/// <summary>What happened between two statements of one actor on one issue.</summary>
public enum ChangeKind
{
    /// <summary>Gives less than before.</summary>
    Hardened,

    /// <summary>Gives more than before.</summary>
    Softened,

    /// <summary>For what was rejected, or against what was accepted.</summary>
    Reversed,

    /// <summary>The same, with a day or a number that was not there.</summary>
    Specified,

    /// <summary>The same, now under a condition.</summary>
    ConditionAdded,

    /// <summary>The same, without the condition.</summary>
    ConditionDropped,

    /// <summary>The same again on another day.</summary>
    Reaffirmed,

    /// <summary>Nothing more, while the actor spoke on.</summary>
    FellSilent,
}

/// <summary>A change of position, with the statements on both sides of it.</summary>
/// <param name="Actor">Whose.</param>
/// <param name="Issue">On what.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Before">The last statement before.</param>
/// <param name="After">The first after; null for silence.</param>
/// <param name="Day">The day of the change; for silence, of the last statement.</param>
public sealed record PositionChange(string Actor, Issue Issue, ChangeKind Kind, Evidence Before, Evidence? After, DateOnly? Day);

/// <summary>How two statements disagree.</summary>
public enum ContradictionKind
{
    /// <summary>One actor, within a few days.</summary>
    Within,

    /// <summary>A spokesman and the one he speaks for, or two who hold office for one state.</summary>
    WithinSide,

    /// <summary>No conditions are said to be set, and conditions are set.</summary>
    ConditionsDenied,

    /// <summary>A report, and the denial of what it says.</summary>
    ReportDenied,

    /// <summary>Two sides tell differently what one of them said or agreed to.</summary>
    TwoAccounts,
}

/// <summary>Two statements that cannot both be the position.</summary>
/// <param name="Kind">How.</param>
/// <param name="Actor">Whose position is in question.</param>
/// <param name="Issue">On what.</param>
/// <param name="One">The earlier.</param>
/// <param name="Other">The later.</param>
public sealed record Contradiction(ContradictionKind Kind, string Actor, Issue Issue, Evidence One, Evidence Other);
