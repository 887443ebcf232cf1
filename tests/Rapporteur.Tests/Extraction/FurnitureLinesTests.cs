using Rapporteur.Extraction;

namespace Rapporteur.Tests.Extraction;

public class FurnitureLinesTests
{
    [Theory]
    [InlineData("Share | Print | A+ A-", true)]
    [InlineData("a- a+ Listen", true)]
    [InlineData("Share the bread", false)]
    public void Buttons_in_a_row_are_no_words_of_the_article(string line, bool matches) => Assert.Equal(matches, FurnitureLines.Matches(line));

    // Nothing ends a search by the clock: had each sign two ways to be taken, this one would not end.
    [Fact]
    public void Buttons_without_end_are_looked_through_once() => Assert.False(FurnitureLines.Matches(string.Concat(Enumerable.Repeat("a-", 90)) + "x"));
}
