namespace Rapporteur.Text.Tests.Times;

public sealed class TimeExpressionTests
{
    // A Wednesday.
    private static readonly DateOnly Published = new(2025, 6, 18);

    [Theory]
    [InlineData("The ministers met in Alvora on Monday.", "Monday", "2025-06-16")]
    [InlineData("The ministers met in Alvora on Friday.", "Friday", "2025-06-13")]
    [InlineData("The ministers will meet in Alvora on Friday.", "Friday", "2025-06-20")]
    [InlineData("The talks will be held on Friday.", "Friday", "2025-06-20")]
    [InlineData("The truce holds until Monday.", "Monday", "2025-06-23")]
    [InlineData("Talks are expected to resume on Tuesday.", "Tuesday", "2025-06-24")]
    [InlineData("Last Thursday the envoy left.", "Last Thursday", "2025-06-12")]
    public void A_weekday_is_the_past_or_the_coming_one_as_the_clause_speaks(string text, string words, string value) => Reads(text, words, TimeType.Date, value);

    [Theory]
    [InlineData("She resigned last month.", "last month", "2025-05")]
    [InlineData("He was elected in March.", "March", "2025-03")]
    [InlineData("The bridge was opened in November.", "November", "2024-11")]
    [InlineData("The treaty was signed in July last year.", "July last year", "2024-07")]
    [InlineData("The council meets again next week.", "next week", "2025-W26")]
    [InlineData("The envoy called yesterday.", "yesterday", "2025-06-17")]
    [InlineData("They spoke two years ago.", "two years ago", "2023")]
    [InlineData("They spoke three days ago.", "three days ago", "2025-06-15")]
    public void What_is_seen_from_today_is_counted_from_the_day_of_publication(string text, string words, string value) => Reads(text, words, TimeType.Date, value);

    [Theory]
    [InlineData("Signed on 2024-11-05 in Alvora.", "2024-11-05", "2024-11-05")]
    [InlineData("Signed on 11/5/2024 in Alvora.", "11/5/2024", "2024-11-05")]
    [InlineData("Signed on 25/11/2024 in Alvora.", "25/11/2024", "2024-11-25")]
    [InlineData("Signed on 5 November 2024 in Alvora.", "5 November 2024", "2024-11-05")]
    [InlineData("Signed on Nov. 5, 2024, in Alvora.", "Nov. 5, 2024", "2024-11-05")]
    [InlineData("It began in nineteen ninety-six.", "nineteen ninety-six", "1996")]
    public void A_date_that_is_written_out_needs_no_publication_date(string text, string words, string value)
    {
        TimeExpression time = Assert.Single(new TextAnalyser().Annotate(text).Times);
        Assert.Equal((words, value), (time.Span.In(text), time.Value));
    }

    [Theory]
    [InlineData("The ministers met on Christmas Day.", "Christmas Day", "2024-12-25")]
    [InlineData("Easter 2024 was quiet.", "Easter 2024", "2024-03-31")]
    [InlineData("Shops stay closed on New Year's Eve 2023.", "New Year's Eve 2023", "2023-12-31")]
    public void A_feast_is_a_day(string text, string words, string value) => Reads(text, words, TimeType.Date, value);

    [Theory]
    [InlineData("The talks lasted three days.", "three days", TimeType.Duration, "P3D")]
    [InlineData("The talks lasted two and a half years.", "two and a half years", TimeType.Duration, "P2Y6M")]
    [InlineData("The committee meets every Monday.", "every Monday", TimeType.Set, "XXXX-WXX-1")]
    [InlineData("He landed at 5:30 p.m. on Monday.", "5:30 p.m. on Monday", TimeType.Time, "2025-06-16T17:30")]
    [InlineData("Sales fell in the first quarter of 2024.", "the first quarter of 2024", TimeType.Date, "2024-Q1")]
    public void Lengths_recurring_times_hours_and_quarters_have_their_TIMEX3_values(string text, string words, TimeType type, string value) => Reads(text, words, type, value);

    [Fact]
    public void Two_days_later_is_counted_from_the_day_last_spoken_of()
    {
        TimeExpression[] times = Times("The envoy arrived on 3 June 2025. Two days later he left.");
        Assert.Equal(["2025-06-03", "2025-06-05"], times.Select(t => t.Value));
    }

    [Fact]
    public void A_year_ago_among_figures_of_a_quarter_is_the_same_quarter_of_the_year_before()
    {
        TimeExpression[] times = Times("Exports grew in the first quarter. They had fallen a year ago.");
        Assert.Equal(["2025-Q1", "2024-Q1"], times.Select(t => t.Value));
    }

    [Theory]
    [InlineData("They met on Monday.", "XXXX-WXX-1")]
    [InlineData("They met in March.", "XXXX-03")]
    [InlineData("They met yesterday.", "XXXX-XX-XX")]
    [InlineData("They met last week.", "XXXX-WXX")]
    [InlineData("They met on 5 March.", "XXXX-03-05")]
    public void Without_a_publication_date_what_is_not_known_is_X(string text, string value) => Assert.Equal(value, Assert.Single(new TextAnalyser().Annotate(text).Times).Value);

    [Theory]
    [InlineData("We may march on the capital.")]
    [InlineData("The army counted 2000 soldiers.")]
    [InlineData("The mayor, 52 years old, lives in Alvora.")]
    [InlineData("More than a quarter of the votes were void.")]
    [InlineData("It costs $2020.")]
    public void Words_and_numbers_that_are_no_times_are_left_alone(string text) => Assert.Empty(Times(text));

    [Theory]
    [InlineData("They met on Monday.", "2025-06-16")]
    [InlineData("They met on Monday evening.", "2025-06-16")]
    [InlineData("They met last month.", null)]
    [InlineData("They met for three days.", null)]
    public void The_day_of_an_expression_is_the_single_day_that_it_means(string text, string? day) =>
        Assert.Equal(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), Assert.Single(Times(text)).Day);

    private static TimeExpression[] Times(string text) => [.. new TextAnalyser().Annotate(text, Published).Times];

    private static void Reads(string text, string words, TimeType type, string value)
    {
        TimeExpression time = Assert.Single(Times(text));
        Assert.Equal((words, type, value), (time.Span.In(text), time.Type, time.Value));
    }
}
