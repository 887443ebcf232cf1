namespace Rapporteur.Text.Times;

/// <summary>What a calendar phrase names.</summary>
public enum CalendarKind
{
    /// <summary>One day.</summary>
    Date,

    /// <summary>A moment of a day.</summary>
    DateTime,

    /// <summary>A moment of any day.</summary>
    Time,

    /// <summary>Days from a first one up to, not including, a last one.</summary>
    DateRange,

    /// <summary>Moments of any day, from the first up to the last.</summary>
    TimeRange,

    /// <summary>Moments, from the first up to the last.</summary>
    DateTimeRange,

    /// <summary>A length of time.</summary>
    Duration,

    /// <summary>A recurring time.</summary>
    Set,
}

/// <summary>A phrase that answers "when": wider than a TIMEX3 expression, resolved to a moment or an interval.</summary>
/// <remarks>In <c>from 3 to 5pm tomorrow</c> TIMEX3 marks two expressions; here it is one interval with a start and an end.</remarks>
/// <param name="Span">Where it stands, with the "from", "before" or "since" that belongs to it.</param>
/// <param name="Kind">What it names.</param>
/// <param name="Value">
/// A day as <c>2026-03-03</c>, a moment as <c>2026-03-03 17:00:00</c>, a time of day as <c>17:00:00</c>, a length in seconds, a recurring time or
/// what has no exact bounds (a season, a fiscal year, 30 February) as its TIMEX3 value; empty for a range.
/// </param>
/// <param name="Start">First moment of a range in the same forms; null when it has no beginning and for what is no range.</param>
/// <param name="End">The moment just after a range; null when it has no end and for what is no range.</param>
public sealed record CalendarPhrase(TextSpan Span, CalendarKind Kind, string Value, string? Start = null, string? End = null);
