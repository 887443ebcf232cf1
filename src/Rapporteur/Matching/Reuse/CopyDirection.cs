namespace Rapporteur.Matching.Reuse;

/// <summary>Which of two articles that share text had it first, as far as they tell.</summary>
public enum CopyDirection
{
    /// <summary>Nothing tells.</summary>
    Unknown,

    /// <summary>The left article took it from the right one.</summary>
    FromRight,

    /// <summary>The right article took it from the left one.</summary>
    FromLeft,

    /// <summary>Both credit the same agency: neither is the other's source.</summary>
    CommonSource,
}

/// <summary>What showed the direction.</summary>
public enum DirectionEvidence
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A credit line.</summary>
    Credit,

    /// <summary>The times of publication.</summary>
    Time,

    /// <summary>One text is nearly all inside the other, longer one.</summary>
    Containment,
}

/// <summary>Tells the direction: by credit lines, else by time, else by containment.</summary>
public static class CopyDirections
{
    // A text of which so much stands in another, while of the other only so much stands in it, was taken in.
    private const double Contained = 0.8;
    private const double Containing = 0.6;

    /// <summary>The direction between two articles that share text, and what showed it.</summary>
    /// <remarks>A day without a time is not before another time of the same day.</remarks>
    public static (CopyDirection Direction, DirectionEvidence Evidence) Of(Provenance left, Provenance right, SharedText shared)
    {
        if (right.Credits(left) != left.Credits(right))
            return (left.Credits(right) ? CopyDirection.FromRight : CopyDirection.FromLeft, DirectionEvidence.Credit);
        if (left.CommonCredit(right) is not null) return (CopyDirection.CommonSource, DirectionEvidence.Credit);
        if (left.Published is { } one && right.Published is { } other && Earlier(one, other) is { } leftFirst)
            return (leftFirst ? CopyDirection.FromLeft : CopyDirection.FromRight, DirectionEvidence.Time);
        if (shared is { LeftShare: >= Contained, RightShare: < Containing }) return (CopyDirection.FromLeft, DirectionEvidence.Containment);
        if (shared is { RightShare: >= Contained, LeftShare: < Containing }) return (CopyDirection.FromRight, DirectionEvidence.Containment);
        return (CopyDirection.Unknown, DirectionEvidence.None);
    }

    /// <summary>The direction for people who read the left article: "that one is earlier".</summary>
    public static string InWords(CopyDirection direction, DirectionEvidence evidence) => (direction, evidence) switch
    {
        (CopyDirection.FromRight, DirectionEvidence.Credit) => "taken from there, as this article says",
        (CopyDirection.FromLeft, DirectionEvidence.Credit) => "taken from here, as that article says",
        (CopyDirection.CommonSource, _) => "both credit the same agency",
        (CopyDirection.FromRight, DirectionEvidence.Time) => "that one is earlier",
        (CopyDirection.FromLeft, DirectionEvidence.Time) => "this one is earlier",
        (CopyDirection.FromRight, _) => "that one is contained in this one",
        (CopyDirection.FromLeft, _) => "this one is contained in that one",
        _ => "who had it first is not told",
    };

    private static bool? Earlier(PressTime one, PressTime other)
    {
        if (one.Time is not null && other.Time is not null) return one == other ? null : one < other;
        return one.Date == other.Date ? null : one.Date < other.Date;
    }
}
