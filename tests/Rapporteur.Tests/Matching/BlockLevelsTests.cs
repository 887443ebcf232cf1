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
        Dictionary<string, Proposition> wordings = Enumerable.Range(0, BlockLevels.MostTogether + 10)
            .ToDictionary(i => $"w{i:D3}", i => Said("w", Day.AddDays(i % 2)), StringComparer.Ordinal);
        IReadOnlyDictionary<string, string> statements = BlockLevels.Statements(wordings, (_, _) => throw new InvalidOperationException("No pair is asked for."), ForcedLinks.None);
        Assert.Equal(["w000", "w001"], statements.Values.Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(statements["w004"], statements["w000"]);
    }

    private static Proposition Said(string words, DateOnly? day = null) => new("mira tolland", null, day ?? Day, day ?? Day, words, "");
}
