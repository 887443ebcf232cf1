using System.Globalization;

namespace Rapporteur.Text;

/// <summary>The four types of TIMEX3.</summary>
public enum TimeType
{
    /// <summary>A day or something longer: "Thursday", "last month", "2025".</summary>
    Date,

    /// <summary>A time of day: "on Thursday evening", "at 5 pm".</summary>
    Time,

    /// <summary>A length of time: "three years".</summary>
    Duration,

    /// <summary>A recurring time: "every Monday".</summary>
    Set,
}

/// <summary>One expression of time with its value.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Type">Its TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value (<c>2026-03-03</c>, <c>P3Y</c>, <c>PAST_REF</c>), resolved against the publication date where there is one.</param>
public sealed record TimeExpression(TextSpan Span, TimeType Type, string Value)
{
    /// <summary>The one day that is meant, also where a time of that day is ("on Thursday evening"); null when it is no single day or not known which.</summary>
    public DateOnly? Day =>
        Type is TimeType.Date or TimeType.Time && (Value.Length == 10 || (Value.Length > 10 && Value[10] == 'T'))
        && DateOnly.TryParseExact(Value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;
}
