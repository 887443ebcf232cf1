using System.Globalization;
using Rapporteur.Text;

namespace Rapporteur.Matching;

/// <summary>"The Kremlin confirmed on Friday" in an article without a day: which Friday is told when the article's day is inferred.</summary>
internal static class Weekdays
{
    // TIMEX3 of a weekday in no known week: "XXXX-WXX-5" is a Friday.
    private const string UnknownWeek = "XXXX-WXX-";

    // So many days back a bare weekday reaches; one ahead, for the article that tells the day may have come out a day earlier.
    private const int Back = 5, Ahead = 1;

    /// <summary>The weekday that the sentence of an attribution names outside its content; null when it names none or several.</summary>
    public static DayOfWeek? Said(AnnotatedText text, Attribution attribution)
    {
        int start = attribution.Content.Count > 0 ? attribution.Content[0].Start : -1;
        Sentence[] here = [.. text.Sentences.Where(sentence => sentence.Span.Start <= start && start < sentence.Span.End)];
        if (here is not [var own, ..]) return null;
        string[] named =
        [
            .. text.Times.Where(time => time.Value?.StartsWith(UnknownWeek, StringComparison.Ordinal) == true && own.Span.Start <= time.Span.Start && time.Span.End <= own.Span.End
                    && !attribution.Content.Any(span => span.Start <= time.Span.Start && time.Span.End <= span.End))
                .Select(time => time.Value![UnknownWeek.Length..]).Distinct(StringComparer.Ordinal),
        ];
        return named is [var day] && int.TryParse(day, CultureInfo.InvariantCulture, out int number) && number is >= 1 and <= 7 ? (DayOfWeek)(number % 7) : null;
    }

    /// <summary>The day of this weekday that is meant in an article of a day.</summary>
    public static DateOnly? Near(DayOfWeek weekday, DateOnly published)
    {
        for (int day = Math.Min(published.DayNumber + Ahead, DateOnly.MaxValue.DayNumber); day >= Math.Max(published.DayNumber - Back, 0); day--)
        {
            if (DateOnly.FromDayNumber(day).DayOfWeek == weekday) return DateOnly.FromDayNumber(day);
        }

        return null;
    }
}
