using Rapporteur.Matching.Reuse;

namespace Rapporteur.Tests.Matching.Reuse;

public sealed class ReuseIndexTests
{
    [Fact]
    public void A_copy_with_a_fifth_of_its_words_replaced_is_found_among_a_hundred_articles()
    {
        Random random = new(7);
        string[] articles = [.. Enumerable.Range(0, 100).Select(_ => Invented(random, 200))];
        ReuseIndex index = new();
        foreach (string article in articles) Assert.Empty(index.Add(article));

        Assert.Equal([41], index.Add(string.Join(' ', articles[41].Split(' ').Select(word => random.Next(5) == 0 ? Word(random) : word))));
    }

    [Fact]
    public void The_pairs_are_the_same_in_any_order()
    {
        Random random = new(11);
        string one = Invented(random, 120), other = Invented(random, 120);
        string[] articles = [one, $"{Invented(random, 90)} {one[..(one.Length / 2)]}", other, $"{other} {Invented(random, 150)}", Invented(random, 80)];
        string expected = PairsOf(articles);
        Assert.Equal("0-1 2-3", expected);

        for (int round = 0; round < 10; round++)
        {
            int[] order = [.. Enumerable.Range(0, articles.Length)];
            random.Shuffle(order);
            ReuseIndex index = new();
            IEnumerable<string> pairs = order.SelectMany((article, place) =>
                index.Add(articles[article]).Select(earlier => Pair(article, order[earlier]))).Order(StringComparer.Ordinal).ToArray();
            Assert.Equal(expected, string.Join(' ', pairs));
        }
    }

    private static string PairsOf(string[] articles)
    {
        ReuseIndex index = new();
        return string.Join(' ', articles.SelectMany((text, i) => index.Add(text).Select(earlier => Pair(i, earlier))).Order(StringComparer.Ordinal));
    }

    private static string Pair(int one, int other) => $"{Math.Min(one, other)}-{Math.Max(one, other)}";

    private static string Invented(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(i => i % 15 == 14 ? Word(random) + ". The" : Word(random)));

    // Pronounceable words of five letters: 250,000 of them.
    private static string Word(Random random) => string.Concat(Enumerable.Range(0, 5).Select(i => (i % 2 == 0 ? "bdfgklmnprstvz" : "aeiou")[random.Next(i % 2 == 0 ? 14 : 5)]));
}
