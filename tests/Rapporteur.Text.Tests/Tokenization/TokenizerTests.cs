using Rapporteur.Text.Segmentation;
using Rapporteur.Text.Tokenization;

namespace Rapporteur.Text.Tests.Tokenization;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("They don't know.", "They|do|n't|know|.")]
    [InlineData("We can't and won’t go.", "We|ca|n't|and|wo|n’t|go|.")]
    [InlineData("She cannot stay.", "She|can|not|stay|.")]
    [InlineData("It's gonna rain", "It|'s|gon|na|rain")]
    [InlineData("Talmar’s envoys", "Talmar|’s|envoys")]
    [InlineData("the ministers' wives", "the|ministers|'|wives")]
    public void Contractions_and_genitives_are_divided_as_Universal_Dependencies_does(string text, string expected) => Expect(text, expected);

    [Theory]
    [InlineData("Mr. Orlan met Dr. Veit.", "Mr.|Orlan|met|Dr.|Veit|.")]
    [InlineData("the U.S. envoy", "the|U.S.|envoy")]
    [InlineData("They left for Kostrava. Nobody followed.", "They|left|for|Kostrava|.|Nobody|followed|.")]
    [InlineData("It cost $3.5 million, or 1,250,000 a day.", "It|cost|$|3.5|million|,|or|1,250,000|a|day|.")]
    public void A_stop_belongs_to_an_abbreviation_and_to_nothing_else(string text, string expected) => Expect(text, expected);

    [Theory]
    [InlineData("“We agree,” he said.", "“|We|agree|,|”|he|said|.")]
    [InlineData("\"Never!\" (laughs)", "\"|Never|!|\"|(|laughs|)")]
    [InlineData("a 15-year-old treaty", "a|15|-|year|-|old|treaty")]
    [InlineData("peace—or war", "peace|—|or|war")]
    public void Marks_stand_by_themselves(string text, string expected) => Expect(text, expected);

    [Fact]
    public void An_address_stays_whole() => Expect("Write to press@kpb.example or see http://kpb.example/news now", "Write|to|press@kpb.example|or|see|http://kpb.example/news|now");

    [Fact]
    public void The_parts_of_a_contraction_have_their_own_characters()
    {
        IReadOnlyList<Token> tokens = Tokens("I don't");
        Assert.Equal([new TextSpan(0, 1), new TextSpan(2, 4), new TextSpan(4, 7)], tokens.Select(t => t.Span));
    }

    private static void Expect(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', Tokens(text).Select(t => t.Span.In(text))));

    private static IReadOnlyList<Token> Tokens(string text) => Tokenizer.Tokenize(text, Paragraphs.Of(text));
}
