using Rapporteur.Matching;
using Rapporteur.Matching.Stories;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests.Matching;

/// <summary>Of which day words are, when the article says so only here and there.</summary>
public sealed class OccasionTests
{
    private const string Undated = "The Norhaven harbour board confirmed on Friday that the ferry would sail. Last month Mira Tolland demanded a new pier.";

    [Fact]
    public void An_article_without_a_day_has_that_of_the_one_most_about_the_same()
    {
        StoryText undated = Read("Norhaven ferry talks collapse as Tolland walks out of the harbour board", null);
        (string, StoryText)[] others =
        [
            ("b", Read("Tolland walks out: Norhaven ferry talks collapse at the harbour board", "2031-03-07")), ("c", Read("Earthquake shakes the vineyards of Estmere", "2031-04-01")),
            ("d", Read("Norhaven ferry talks collapse as Tolland leaves", null)),
        ];
        Assert.Equal(new DateOnly(2031, 3, 7), LikelyDay.Of(undated, others)?.Day);
        Assert.Equal(LikelyDay.Of(undated, others), LikelyDay.Of(undated, others.Reverse()));
        Assert.Null(LikelyDay.Of(undated, others[1..]));
    }

    [Fact]
    public void A_weekday_is_that_of_the_likely_day()
    {
        Proposition said = Matched(Undated, "the ferry would sail")[0];
        Assert.Equal(DayOfWeek.Friday, said.Weekday);
        Assert.Null(said.SaidOn);
        Assert.Equal(new DateOnly(2031, 3, 7), said.PublishedOn(new DateOnly(2031, 3, 8)).SaidOn);
        // The article that tells the day may have come out the day before.
        Assert.Equal(new DateOnly(2031, 3, 7), said.PublishedOn(new DateOnly(2031, 3, 6)).SaidOn);
    }

    [Fact]
    public void Words_of_an_earlier_month_are_of_another_occasion()
    {
        Proposition earlier = Matched(Undated, "a new pier")[0], now = Matched(Undated, "the ferry would sail")[0];
        Assert.True(earlier.LooksBack);
        Assert.False(now.LooksBack);
        Assert.False(Occasion.Of(earlier).GoesWith(Occasion.Of(now)));
    }

    [Fact]
    public void A_dateline_tells_the_day_of_what_has_none()
    {
        const string Text = "NORHAVEN, March 3. /ANA/. The ferry will sail, Mira Tolland said.";
        Assert.Equal(new DateOnly(2031, 3, 3), Matched(Text, "The ferry will sail", published: "2031-03-04")[0].SaidOn);
        Assert.Null(Matched(Text["NORHAVEN, March 3. /ANA/. ".Length..], "The ferry will sail", published: "2031-03-04")[0].SaidOn);
    }

    [Fact]
    public void An_article_tells_the_day_of_an_occasion_once()
    {
        const string Text = "The ferry will sail, she said on Monday. The pier is old, she added.";
        Proposition[] said = Matched(Text, ["The ferry will sail", "The pier is old"], "2031-03-04", new DateOnly(2031, 3, 3), null);
        Assert.Equal(new DateOnly(2031, 3, 3), said[1].SaidOn);
        // Two days: which of them is not told.
        Assert.Null(Matched(Text + " It rains.", ["The ferry will sail", "The pier is old", "It rains"], "2031-03-04", new DateOnly(2031, 3, 3), null, new DateOnly(2031, 3, 2))[1].SaidOn);
    }

    [Fact]
    public void The_day_of_something_recalled_is_not_that_of_everything_else()
    {
        DateOnly week = new(2031, 3, 4);
        Proposition[] said = Matched("Mira Tolland recalled that the harbour was open. She said that the tower stays shut.", ["the harbour was open", "the tower stays shut"], "2031-03-11", week, null);
        Assert.Equal(week, said[0].SaidOn);
        Assert.Null(said[1].SaidOn);
    }

    [Fact]
    public void No_article_reports_words_before_they_are_said()
    {
        DateOnly day = new(2031, 3, 3);
        Assert.False(new Occasion(day, null, null).GoesWith(new Occasion(null, day.AddDays(-1), day.AddDays(-1))));
        Assert.True(new Occasion(day, null, null).GoesWith(new Occasion(null, day, day)));
    }

    private static StoryText Read(string text, string? day) => StoryReader.Read(text, "en", day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd"));

    private static Proposition[] Matched(string text, string content, string? published = null) => Matched(text, [content], published, [null]);

    private static Proposition[] Matched(string text, string[] contents, string? published, params DateOnly?[] days)
    {
        Article article = new() { Text = text, Location = "a.txt", Published = PressTime.Parse(published) };
        Attribution[] attributions =
        [
            .. contents.Select((content, i) => new Attribution
            {
                Content = [new TextSpan(text.IndexOf(content, StringComparison.Ordinal), text.IndexOf(content, StringComparison.Ordinal) + content.Length)],
                Form = AttributionForm.Indirect, Speaker = "Mira Tolland", SaidOn = days[i],
            }),
        ];
        return [.. new StatementMatcher().Match(article, new TextAnalyser(fast: true).Annotate(text, article.Published?.Date) with { Attributions = attributions }).Select(one => one.Proposition!)];
    }
}
