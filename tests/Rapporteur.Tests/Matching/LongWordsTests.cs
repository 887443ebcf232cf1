using Rapporteur.Matching;

namespace Rapporteur.Tests.Matching;

/// <summary>No search for names may take longer than in proportion to the text: nothing ends it by the clock. One word of so many capitals would take hours if each of them began a search of its own.</summary>
public class LongWordsTests
{
    private static readonly string Word = new('A', 200_000);

    [Fact]
    public void Spokesmen_are_found_behind_a_word_without_end() =>
        Assert.Equal(ActorKey.Of("harbour board"), Spokesmen.In($"{Word} {Word} said. Harbour Board spokeswoman Mira Tolland said so.")[ActorKey.Of("Tolland")]);

    [Fact]
    public void Offices_are_found_behind_a_word_without_end() =>
        Assert.Equal("torvania", Offices.In($"{Word}, {Word} said. Torvania’s President Oslin Varr said so.", new HashSet<string>(StringComparer.Ordinal)).StateOf(ActorKey.Of("Varr")));
}
