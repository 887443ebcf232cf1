using Rapporteur.Matching;

namespace Rapporteur.Tests.Matching;

public sealed class BlockLevelsTests
{
    private static readonly DateOnly Day = new(2031, 3, 2);

    [Fact]
    public void A_statement_told_by_halves_is_not_told_apart_by_them()
    {
        // The whole is like both halves, and they are not much like each other.
        Dictionary<string, Proposition> wordings = new(StringComparer.Ordinal) { ["whole"] = Said("w"), ["left"] = Said("l"), ["right"] = Said("r") };
        IReadOnlyDictionary<string, string> statements = Clustering.Statements(wordings, (one, other) => one.Content == "w" || other.Content == "w" ? 2 : -3, ForcedLinks.None);
        Assert.Single(statements.Values.Distinct());
    }

    [Fact]
    public void What_must_not_be_one_stays_apart_whatever_joins_it()
    {
        Dictionary<string, Proposition> wordings = new(StringComparer.Ordinal) { ["whole"] = Said("w"), ["left"] = Said("l"), ["right"] = Said("r") };
        IReadOnlyDictionary<string, string> statements = Clustering.Statements(wordings, (one, other) => one.Content == "w" || other.Content == "w" ? 2 : null, ForcedLinks.None);
        Assert.NotEqual(statements["left"], statements["right"]);
    }

    [Fact]
    public void So_many_that_are_so_much_alike_are_one_for_each_day()
    {
        Placed[] wordings = [.. Enumerable.Range(0, BlockLevels.MostTogether + 10).Select(i => new Placed($"w{i:D3}", Said("w", Day.AddDays(i % 2)))).Order<Placed>(IPlacedWording.ByDay)];
        string[] statements = BlockLevels.Statements(wordings, (_, _) => throw new InvalidOperationException("No pair is asked for."), ForcedLinks.None);
        Assert.Equal(["w000", "w001"], statements.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("w000", statements[Array.FindIndex(wordings, wording => wording.Id == "w004")]);
    }

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    public void A_newcomer_in_a_large_block_changes_what_reading_all_of_it_again_would_change(int seed, bool someWithoutDay)
    {
        Random random = new(seed);
        List<Placed> block = [];
        for (int i = 0; i < 400; i++)
        {
            Placed added = new($"w{random.Next():D10}", Reported(random, someWithoutDay));
            block.Insert(~block.BinarySearch(added, IPlacedWording.ByDay), added);
            (int from, IReadOnlyList<string> told) = OccasionGroups.With(block, block.IndexOf(added));
            for (int k = 0; k < told.Count; k++) block[from + k].Statement = told[k];
            OccasionGroups groups = new();
            Assert.All(block, wording => Assert.Equal(groups.Place(wording.Id, Occasion.Of(wording.Wording)), wording.Statement));
        }
    }

    // Said on a day, reported up to three weeks after it; or only reported on a day, now and then looking back; or without any day.
    private static Proposition Reported(Random random, bool someWithoutDay)
    {
        DateOnly day = Day.AddDays(random.Next(90));
        return random.Next(someWithoutDay ? 12 : 11) switch
        {
            < 6 => new("mira tolland", null, day, day.AddDays(random.Next(21)), "w", ""),
            < 7 => new("mira tolland", null, day, null, "w", ""),
            < 11 and var kind => new("mira tolland", null, null, day, "w", "") { LooksBack = kind == 10 },
            _ => new("mira tolland", null, null, null, "w", ""),
        };
    }

    private sealed class Placed(string id, Proposition wording) : IPlacedWording
    {
        public string Id => id;

        public Proposition Wording => wording;

        public string Statement { get; set; } = "";
    }

    private static Proposition Said(string words, DateOnly? day = null) => new("mira tolland", null, day ?? Day, day ?? Day, words, "");
}
