using System.Globalization;
using Rapporteur.Text.Times;

namespace Rapporteur.Text.Tests.Times;

public sealed class CalendarPhraseTests
{
    // A Wednesday, ten in the morning.
    private static readonly DateTime Now = new(2025, 6, 18, 10, 0, 0, DateTimeKind.Unspecified);

    [Theory]
    [InlineData("The hall is taken from 3 to 5pm tomorrow.", "from 3 to 5pm tomorrow", "2025-06-19 15:00:00", "2025-06-19 17:00:00")]
    [InlineData("The hall is taken on Monday morning from 9 to 11.", "Monday morning from 9 to 11", "2025-06-23 09:00:00", "2025-06-23 11:00:00")]
    [InlineData("The siege lasted from March to May 2024.", "from March to May 2024", "2024-03-01", "2024-05-01")]
    [InlineData("The siege lasted from 28 March to 3 April 2024.", "from 28 March to 3 April 2024", "2024-03-28", "2024-04-03")]
    [InlineData("The siege lasted from November 2023 until the end of January 2024.", "from November 2023 until the end of January 2024", "2023-11-01", "2024-02-01")]
    [InlineData("Envoys came between 3 and 12 August 2024.", "between 3 and 12 August 2024", "2024-08-03", "2024-08-12")]
    [InlineData("He ruled from 1998 to 2004.", "from 1998 to 2004", "1998-01-01", "2004-01-01")]
    public void A_stretch_with_two_ends_is_one_phrase(string text, string words, string start, string end) => Reads(text, words, "", start, end);

    [Theory]
    [InlineData("The port reopens after 2026.", "after 2026", "2027-01-01", null)]
    [InlineData("The port must reopen before 1 July 2025.", "before 1 July 2025", null, "2025-07-01")]
    [InlineData("The port has been shut since May 2024.", "since May 2024", "2024-05-01", null)]
    [InlineData("Come tomorrow before 4pm.", "tomorrow before 4pm", null, "2025-06-19 16:00:00")]
    [InlineData("Permits from 2023 or later count.", "2023 or later", "2023-01-01", null)]
    public void Before_after_and_since_leave_one_end_open(string text, string words, string? start, string? end) => Reads(text, words, "", start, end);

    [Theory]
    [InlineData("The vote falls in the next two weeks.", "next two weeks", "2025-06-19", "2025-07-03")]
    [InlineData("The vote falls in mid July 2026.", "mid July 2026", "2026-07-10", "2026-07-21")]
    [InlineData("The vote falls in Q3 2026.", "Q3 2026", "2026-07-01", "2026-10-01")]
    [InlineData("The vote falls in week 40 of 2026.", "week 40 of 2026", "2026-09-28", "2026-10-05")]
    [InlineData("The vote falls in the week of 8 October 2026.", "the week of 8 October 2026", "2026-10-05", "2026-10-12")]
    [InlineData("The vote falls in the last week of May 2026.", "the last week of May 2026", "2026-05-25", "2026-06-01")]
    public void Weeks_quarters_and_parts_of_months_have_bounds(string text, string words, string start, string end) => Reads(text, words, "", start, end);

    [Theory]
    [InlineData("The ship sails tomorrow at half past seven in the evening.", "tomorrow at half past seven in the evening", "2025-06-19 19:30:00")]
    [InlineData("The ship sails in 20 minutes.", "in 20 minutes", "2025-06-18 10:20:00")]
    [InlineData("The ship sails three weeks from tomorrow.", "three weeks from tomorrow", "2025-07-10")]
    [InlineData("The ship sails on the first Monday of next month.", "the first Monday of next month", "2025-07-07")]
    [InlineData("The guard changes every Sunday at 9am.", "every Sunday at 9am", "XXXX-WXX-7T09")]
    [InlineData("The crossing takes one and a half hours.", "one and a half hours", "5400")]
    [InlineData("The fair is on 30 February 2026.", "30 February 2026", "2026-02-30")]
    public void Moments_days_lengths_and_recurring_times_have_one_value(string text, string words, string value) => Reads(text, words, value, null, null);

    [Theory]
    [InlineData("This may or may not be right.")]
    [InlineData("The picture has an aspect of 4:3.")]
    [InlineData("There are two to four people in the room.")]
    [InlineData("Call 138-2010-2015.")]
    public void What_only_looks_like_a_time_is_left_alone(string text) => Assert.Empty(Find(text, Now));

    [Fact]
    public void A_weekday_follows_the_tense_of_its_clause()
    {
        Assert.Equal("2025-06-16", Assert.Single(Find("They met on Monday.", Now)).Value);
        Assert.Equal("2025-06-23", Assert.Single(Find("They will meet on Monday.", Now)).Value);
    }

    private static IReadOnlyList<CalendarPhrase> Find(string text, DateTime now) =>
        CalendarPhraseFinder.Find(new TextAnalyser().Annotate(text, DateOnly.FromDateTime(now)), now);

    private static void Reads(string text, string words, string value, string? start, string? end)
    {
        CalendarPhrase phrase = Assert.Single(Find(text, Now));
        Assert.Equal((words, value, start, end), (phrase.Span.In(text), phrase.Value, phrase.Start, phrase.End));
        if (start is not null && end is not null) Assert.True(string.CompareOrdinal(start, end) < 0, string.Create(CultureInfo.InvariantCulture, $"{start} before {end}"));
    }
}
