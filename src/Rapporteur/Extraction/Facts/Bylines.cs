using System.Text.RegularExpressions;

namespace Rapporteur.Extraction.Facts;

/// <summary>Reads who wrote an article out of a line like "By Anna Berg and Tom Hale, Staff Writers | 18 May 2025".</summary>
internal static partial class Bylines
{
    // "By" and up to this many characters is a byline; more is a sentence that happens to begin so.
    private const int Longest = 120;

    /// <summary>The names as printed, without "By", dates and counters; null when the line is no byline.</summary>
    /// <param name="line">One printed line.</param>
    /// <param name="marked">Whether the page marks the line as a byline, so that it need not begin with "By".</param>
    public static string? Read(string line, bool marked)
    {
        if (line.Length > Longest) return null;
        Match by = By().Match(line);
        if (!by.Success && !marked) return null;
        string names = by.Success ? line[by.Length..] : line;
        // "By our political desk" names nobody, and is a byline all the same.
        bool staff = by.Success && by.Value.TrimEnd().EndsWith("our", StringComparison.OrdinalIgnoreCase);
        if (staff) names = line[line.IndexOf("our", StringComparison.OrdinalIgnoreCase)..];
        names = Tail().Replace(names, "").Trim(' ', ',', '|', '·', '•', '-', '–', '—', ':', '/');
        if (names.Length < 2 || !names.Any(char.IsLetter)) return null;
        // A byline names people: its first word is a name.
        return char.IsUpper(names[0]) || !char.IsAsciiLetter(names[0]) || marked || staff ? names : null;
    }

    [GeneratedRegex(@"^\W*(?:written by|posted by|published by|reported by|story by|text by|report by|by|von|par|por|di|door|from our|by our|autor|автор|автор текста)\s*:?\s+", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex By();

    // What follows the names on the same line: a date, a bar, a time, a handle, "Follow".
    [GeneratedRegex(@"(?:\s*[|•·]\s.*|\s*[,(/–—-]?\s*(?:on\s+)?(?:\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4}|\d{1,2}\.?\s+\p{L}{3,9}\.?\s+\d{4}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{2}-\d{2}|\d+ (?:minutes?|hours?|days?) ago|(?:published|updated|posted)\b).*|\s+@\w+.*|\s+follow\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternTime.Unlimited)]
    private static partial Regex Tail();
}
