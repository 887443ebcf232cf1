using Rapporteur.Matching.Stories;

namespace Rapporteur.Tests.Matching.Stories;

public sealed class StoryIndexTests
{
    private static readonly DateOnly Day = new(2025, 4, 3);

    private static readonly (string Id, string Text, DateOnly? Day)[] Articles =
    [
        ("a1", "Ferry Aldona strikes pier in Quellmark\n\nThe ferry Aldona struck the northern pier of Quellmark on Monday, and 14 passengers were hurt.", Day),
        ("a2", "Fourteen hurt as ferry rams Quellmark pier\n\nCaptain Bren Ostrander of the Aldona told Quellmark police that the rudder had jammed before the ferry hit the pier.", null),
        ("a3", "Quellmark pier closed after Aldona collision\n\nThe pier that the ferry Aldona struck stays closed, the Quellmark harbour office says.", Day.AddDays(1)),
        ("b1", "Ferry Bertille runs aground off Tarnholm\n\nThe ferry Bertille ran aground on the Tarnholm reef in fog, and 60 passengers were taken off by helicopter.", Day),
        ("b2", "Helicopters empty stranded Bertille\n\nAll 60 passengers left the ferry Bertille, which lies on the reef off Tarnholm since the fog of Sunday.", null),
        ("c1", "Grain tariffs: Varden rejects Lesser Coast offer\n\nMinister Ilsko Varden rejected the tariffs that negotiators of the Lesser Coast had proposed for grain.", Day),
    ];

    [Fact]
    public void Two_happenings_of_one_kind_are_two_stories() =>
        Assert.Equal("a1 a1 a1 b1 b1 c1", Told(Articles));

    [Fact]
    public void The_order_of_arrival_plays_no_part()
    {
        Random random = new(5);
        for (int round = 0; round < 20; round++)
        {
            (string, string, DateOnly?)[] order = [.. Articles];
            random.Shuffle(order);
            Assert.Equal("a1 a1 a1 b1 b1 c1", Told(order));
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(12)]
    public void Blocks_too_large_to_link_are_divided_alike_in_any_order(int mostLinked)
    {
        Random random = new(9);
        // Six words of forty: some pairs share three by chance, and through them nearly all articles hang together.
        (string Id, StoryText Text)[] articles = [.. Enumerable.Range(0, 60).Select(i =>
            ($"{i:00}", StoryReader.Read(string.Join(' ', Enumerable.Range(0, 6).Select(_ => $"Quell{(char)('a' + random.Next(10))}{(char)('a' + random.Next(4))}mark")), "en", null)))];
        string expected = StoriesOf(articles, mostLinked);
        Assert.NotEqual(expected, StoriesOf(articles, StoryPlacer.MostLinked));
        for (int round = 0; round < 20; round++)
        {
            random.Shuffle(articles);
            Assert.Equal(expected, StoriesOf(articles, mostLinked));
        }
    }

    private static string StoriesOf(IEnumerable<(string Id, StoryText Text)> articles, int mostLinked)
    {
        StoryIndex index = new(mostLinked);
        foreach ((string id, StoryText text) in articles) index.Add(id, text);
        return string.Join(' ', index.Stories.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
    }

    [Fact]
    public void The_same_words_a_year_later_are_another_story() =>
        Assert.Equal("a1 z1", Told([Articles[0], ("z1", Articles[0].Text, Day.AddYears(1))]));

    [Fact]
    public void Names_and_numbers_join_an_article_of_another_language()
    {
        StoryText one = StoryReader.Read(Articles[3].Text, "en", Day);
        StoryText other = StoryReader.Read("Fähre Bertille vor Tarnholm gestrandet\n\nDie Fähre Bertille liegt vor Tarnholm fest, 60 Reisende wurden geborgen.", "de", Day);
        Assert.Equal([0, 0], StoryClustering.Stories([one, other]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\uD800 \uDC00")]
    [InlineData("the and of")]
    public void Any_string_is_borne_and_what_says_nothing_stays_alone(string text)
    {
        StoryText nothing = StoryReader.Read(text, null, null);
        Assert.Equal(0, nothing.Likeness(StoryReader.Read(Articles[0].Text, null, null)));
        Assert.Equal("a1 x", Told([Articles[0], ("x", text, null)]));
    }

    private static string Told(IEnumerable<(string Id, string Text, DateOnly? Day)> articles)
    {
        StoryIndex index = new();
        foreach ((string id, string text, DateOnly? day) in articles) index.Add(id, StoryReader.Read(text, "en", day));
        return string.Join(' ', index.Stories.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => pair.Value));
    }
}
