using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Tests.Marking;

public sealed class HighlightsTests
{
    [Theory]
    [InlineData("ferry", "The Ferry runs, the ferryman too", "Ferry")]
    [InlineData("cafe OPEN", "Café open at ten", "Café|open")]
    [InlineData("\"two boats\"", "two boats, two large boats", "two boats")]
    [InlineData("“two boats” repair", "repair of two boats", "two boats|repair")]
    [InlineData("north-coast", "the North Coast and the north", "North Coast")]
    [InlineData("mayor", "the mayor’s word", "mayor")]
    [InlineData("\"never closed", "never is it closed", "never|closed")]
    [InlineData("nothing", "words", "")]
    [InlineData("\"\" - ", "words - more", "")]
    public void Searched_words_are_found_as_the_search_finds_them(string about, string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Highlights.Of(text, about).Select(mark => mark.Span.In(text))));
}
