namespace Rapporteur.Tests;

public sealed class FoldingTests
{
    [Theory]
    [InlineData("Café OPEN", "cafe open")]
    [InlineData("Jan-Émile d’Örst", "jan emile dorst")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("Ľubomíra Žňová", "lubomira znova")]
    [InlineData("Άρης", "αρης")]
    [InlineData("🚢 12", "🚢 12")]
    [InlineData("— ! —", "")]
    public void Case_accents_and_punctuation_do_not_count(string text, string key) => Assert.Equal(key, Folding.Key(text));
}
