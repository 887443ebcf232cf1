using System.Globalization;
using System.Text.RegularExpressions;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>"According to a report last month he would discuss it": words of another time than the article's, though no day is told.</summary>
internal static partial class LookingBack
{
    /// <summary>True when the sentence of an attribution names, outside its content, a month or year before that of the article.</summary>
    public static bool Is(AnnotatedText text, Attribution attribution, DateOnly? published)
    {
        int start = attribution.Content.Count > 0 ? attribution.Content[0].Start : -1;
        foreach (Sentence sentence in text.Sentences)
        {
            if (start < sentence.Span.Start || start >= sentence.Span.End) continue;
            return text.Times.Any(time => sentence.Span.Start <= time.Span.Start && time.Span.End <= sentence.Span.End
                && !attribution.Content.Any(span => span.Start <= time.Span.Start && time.Span.End <= span.End)
                && time.Value is { } value && IsBefore(value, time.Span.In(text.Text), published));
        }

        return false;
    }

    private static bool IsBefore(string value, string words, DateOnly? published)
    {
        if (Unknown().IsMatch(value)) return words.StartsWith("last ", StringComparison.OrdinalIgnoreCase);
        if (!Known().IsMatch(value) || published is not { } day) return false;
        string own = day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        return string.CompareOrdinal(value, own[..value.Length]) < 0;
    }

    // TIMEX3 of a month or a year.
    [GeneratedRegex(@"^\d{4}(-\d{2})?$", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Known();

    // The same where the article has no day: "last month" can still be told.
    [GeneratedRegex("^XXXX(-XX)?$", RegexOptions.ExplicitCapture, PatternTime.Unlimited)]
    private static partial Regex Unknown();
}
