using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>The day in an agency's dateline: "NORHAVEN, March 3. /ANA/". What is told after it without a day was said on that day.</summary>
internal static partial class Dateline
{
    // A dateline stands before the text, after a headline and a teaser at most.
    private const int Paragraphs = 4;

    /// <summary>The day, or null when the article has no dateline with one.</summary>
    public static DateOnly? In(AnnotatedText text)
    {
        foreach (TextSpan paragraph in text.Paragraphs.Take(Paragraphs))
        {
            if (Place().Match(paragraph.In(text.Text)) is not { Success: true } place) continue;
            int from = paragraph.Start + place.Length;
            foreach (TimeExpression time in text.Times.Where(time => time.Span.Start == from))
            {
                if (DateOnly.TryParseExact(time.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)) return day;
            }
        }

        return null;
    }

    // A place in capitals, and a country if need be.
    [GeneratedRegex(@"^\p{Lu}{3}[\p{Lu} .'’\-]*(?:,\s\p{Lu}[\p{L} .]*)?,\s", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Place();
}
