using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Text.Times;

namespace Rapporteur.Text.Tests.Times;

public sealed class AnyStringTests
{
    private static readonly string[] Pieces =
    [
        "Monday", "last", "next", "the", "end", "of", "week", "0001", "9999", "99999999", "20250618", "999999999999", "٣", "/", "-", ".", ":", ",", "'", "’", "s", "13", "31", "2", "May", "may", "a", "an", "half",
        "hundred", "thousand", "years", "ago", "later", "decades", "centuries", "from", "to", "between", "and", "pm", "p", "m", "noon", "every", "other", "first", "30th", "Easter", "Day", "weekend", "quarter",
        "fiscal", "Q", "H", "within", "business", "days", "before", "after", "since", "until", "February", "29", "30", "at", "in", "for", "tomorrow", "tonight", "½", "\ud800", "\0", "👩‍👩‍👧", "\n", "more", "than", "w", "c", "morning", "early", "%", "$",
    ];

    [Fact]
    public void Expressions_and_phrases_of_any_string_lie_inside_it_in_order_and_apart()
    {
        Gen<string> texts = Gen.Elements(Pieces).ArrayOf().SelectMany(pieces => Gen.Elements(" ", "").Select(between => string.Join(between, pieces)));
        Prop.ForAll(texts.ToArbitrary(), text => Holds(text, new DateTime(2025, 6, 18, 10, 0, 0, DateTimeKind.Unspecified))).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40));
        Prop.ForAll<string>(text => Holds(text ?? "", new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Unspecified))).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 12, 31)]
    [InlineData(9999, 1, 1)]
    [InlineData(9999, 12, 31)]
    [InlineData(2024, 2, 29)]
    public void The_first_and_last_years_that_dates_have_do_not_break_anything(int year, int month, int day)
    {
        DateTime now = new(year, month, day, 23, 59, 59, DateTimeKind.Unspecified);
        foreach (string text in (string[])
        [
            "last year, next year, last week, next week, the weekend, yesterday, tomorrow, last month, next month, this quarter, last quarter, the year-ago quarter",
            "9000 years ago, in 9000 years, 99999999 days later, 2147483647 weeks ago, a hundred thousand centuries from now, 88888888 months ago",
            "last Christmas, next Easter, last Thanksgiving, last summer, next winter, in March, in November, on 29 February, last May, next May, on Monday, last Friday, next Friday",
            "the next 99999999 days, the past 9999 decades, within 99999999 hours, between 29 February and now, from Monday to Friday, week 53 of 9999, the 99th day of next month",
        ])
        {
            Assert.True(Holds(text, now), text);
        }
    }

    [Fact]
    public void Digits_of_other_scripts_are_no_numbers() => Assert.Empty(new TextAnalyser().Annotate("٣ days and ٢٠٢٥-٠٦-١٨", new DateOnly(2025, 6, 18)).Times);

    [Fact]
    public void Ten_thousand_weekdays_and_ten_thousand_digits_are_read() =>
        Assert.True(Holds(string.Concat(Enumerable.Repeat("Monday and ", 10_000)) + new string('7', 10_000), new DateTime(2025, 6, 18, 0, 0, 0, DateTimeKind.Unspecified)));

    private static bool Holds(string text, DateTime now)
    {
        AnnotatedText annotated = new TextAnalyser().Annotate(text, DateOnly.FromDateTime(now));
        return Apart(text, annotated.Times.Select(t => t.Span)) && annotated.Times.All(t => t.Value.Length > 0)
            && Apart(text, CalendarPhraseFinder.Find(annotated, now).Select(p => p.Span)) && new TextAnalyser().Annotate(text).Times.Count >= 0;
    }

    private static bool Apart(string text, IEnumerable<TextSpan> spans)
    {
        int end = 0;
        foreach (TextSpan span in spans)
        {
            if (span.Start < end || span.End > text.Length || span.IsEmpty) return false;
            end = span.End;
        }

        return true;
    }
}
