using System.Globalization;

namespace Rapporteur;

/// <summary>When something was published: always a day, often a time, sometimes with the offset from UTC.</summary>
/// <remarks>
/// Outlets say as much as they like; what they leave out is not invented. Ordered by instant, where a missing time counts
/// as midnight and a missing offset as UTC.
/// </remarks>
/// <param name="Date">The day, in the outlet's own time zone.</param>
/// <param name="Time">The time of day, or null when only the day is known.</param>
/// <param name="Offset">The distance from UTC, or null when unknown.</param>
public readonly record struct PressTime(DateOnly Date, TimeOnly? Time = null, TimeSpan? Offset = null) : IComparable<PressTime>
{
    /// <summary>The instant meant, with what is missing taken as midnight and UTC.</summary>
    public DateTimeOffset Instant
    {
        get
        {
            DateTime local = Date.ToDateTime(Time ?? TimeOnly.MinValue);
            TimeSpan offset = Offset ?? TimeSpan.Zero;
            // Year 1 and year 9999 have no room for an offset.
            return local - DateTime.MinValue < TimeSpan.FromDays(1) || DateTime.MaxValue - local < TimeSpan.FromDays(2)
                ? new DateTimeOffset(local, TimeSpan.Zero)
                : new DateTimeOffset(local, offset);
        }
    }

    /// <summary>Reads ISO 8601 (<c>2025-05-18</c>, <c>2025-05-18T13:58:56+02:00</c>) and RFC 1123 dates as feeds write them; null when it is neither.</summary>
    public static PressTime? Parse(string? text)
    {
        text = text?.Trim();
        if (string.IsNullOrEmpty(text)) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return new PressTime(day);
        // RoundtripKind keeps "no offset" apart from "+00:00".
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out DateTime time)) return null;
        if (time.Kind == DateTimeKind.Unspecified) return new PressTime(DateOnly.FromDateTime(time), TimeOnly.FromDateTime(time));
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? new PressTime(DateOnly.FromDateTime(instant.DateTime), TimeOnly.FromDateTime(instant.DateTime), instant.Offset)
            : null;
    }

    /// <inheritdoc/>
    public int CompareTo(PressTime other) => Instant.CompareTo(other.Instant);

    /// <summary>ISO 8601, with as much as is known.</summary>
    public override string ToString()
    {
        string date = Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        if (Time is not { } time) return date;
        string clock = time.ToString("HH:mm:ss", CultureInfo.InvariantCulture);
        if (Offset is not { } offset) return $"{date}T{clock}";
        return offset == TimeSpan.Zero ? $"{date}T{clock}Z" : $"{date}T{clock}{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}";
    }

    /// <summary>Earlier.</summary>
    public static bool operator <(PressTime left, PressTime right) => left.CompareTo(right) < 0;

    /// <summary>Later.</summary>
    public static bool operator >(PressTime left, PressTime right) => left.CompareTo(right) > 0;

    /// <summary>Not later.</summary>
    public static bool operator <=(PressTime left, PressTime right) => left.CompareTo(right) <= 0;

    /// <summary>Not earlier.</summary>
    public static bool operator >=(PressTime left, PressTime right) => left.CompareTo(right) >= 0;
}
