using System.Text.RegularExpressions;

namespace Rapporteur.Reading.Feeds;

/// <summary>Dates as feeds write them.</summary>
internal static partial class FeedTime
{
    /// <summary>Reads RFC 3339 and RFC 822 dates (<c>Sun, 30 Mar 2025 18:05:00 EST</c>); null when it is neither.</summary>
    public static PressTime? Parse(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        text = text.Trim();
        Match zone = Zone().Match(text);
        if (zone.Success) text = text[..zone.Groups["zone"].Index] + Offset(zone.Groups["zone"].Value);
        // The name of the day says nothing new, and when it is wrong or in another language it spoils the rest.
        text = DayName().Replace(text, "");
        return PressTime.Parse(text);
    }

    // RFC 822, section 5.1, and RFC 2822, section 4.3.
    private static string Offset(string zone) => zone.ToUpperInvariant() switch
    {
        "EDT" => "-04:00",
        "EST" or "CDT" => "-05:00",
        "CST" or "MDT" => "-06:00",
        "MST" or "PDT" => "-07:00",
        "PST" => "-08:00",
        "GMT" or "UT" or "UTC" or "Z" => "+00:00",
        { Length: 5 } digits => digits[..3] + ":" + digits[3..],
        _ => "",
    };

    [GeneratedRegex(@"(?<=\d\s)\s*(?<zone>[+-]\d{4}|[A-Za-z]{1,5})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Zone();

    [GeneratedRegex(@"^\p{L}+\.?,\s*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex DayName();
}
