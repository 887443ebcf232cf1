using Rapporteur.Matching;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur.Tests;

public sealed class ActorKeyTests
{
    [Theory]
    [InlineData("Юрий Белов")]
    [InlineData("42")]
    [InlineData("senior officials")]
    public void Whatever_has_a_letter_or_digit_has_a_key(string name) => Assert.NotEmpty(ActorKey.Of(name));

    [Fact]
    public void One_wording_by_one_actor_in_two_spellings_is_one_statement() => Assert.Equal(StatementOf("Iouri Belenskiy"), StatementOf("Yury Belenskyy"));

    [Fact]
    public void One_wording_by_two_bearers_of_a_surname_is_two_statements() => Assert.NotEqual(StatementOf("Mira Belenskaya"), StatementOf("Anna Belenskaya"));

    private static string StatementOf(string speaker)
    {
        const string words = "The harbour stays open to all ships.";
        Article article = new() { Location = "a.txt", Text = words };
        Attribution attribution = new() { Content = [new TextSpan(0, words.Length - 1)], Form = AttributionForm.Direct, Speaker = speaker };
        return Assert.Single(new StatementMatcher().Match(article, new AnnotatedText { Text = words, Attributions = [attribution] })).StatementId;
    }
}
