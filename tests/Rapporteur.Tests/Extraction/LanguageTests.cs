using Rapporteur.Extraction;
using Rapporteur.Extraction.Facts;

namespace Rapporteur.Tests.Extraction;

public class LanguageTests
{
    [Theory]
    [InlineData("en", "The envoy said that the ferry was not for sale and that she would not come back to the table before it was dark.")]
    [InlineData("de", "Die Gesandte sagte, dass die Fähre nicht zu verkaufen sei und dass sie vor dem Abend nicht an den Tisch zurückkehren werde.")]
    [InlineData("fr", "L'envoyée a dit que le bac n'était pas à vendre et qu'elle ne reviendrait pas à la table avant la nuit avec les autres.")]
    [InlineData("es", "La enviada dijo que el transbordador no estaba en venta y que no volvería a la mesa antes de la noche con los demás.")]
    [InlineData("it", "L'inviata ha detto che il traghetto non è in vendita e che non tornerà al tavolo prima della notte con gli altri.")]
    [InlineData("pt", "A enviada disse que a balsa não estava à venda e que não voltaria para a mesa antes da noite com os outros.")]
    [InlineData("pl", "Wysłanniczka powiedziała, że prom nie jest na sprzedaż i że nie wróci do stołu przed nocą, bo to nie ma sensu dla nich.")]
    [InlineData("cs", "Vyslankyně řekla, že přívoz není na prodej a že se ke stolu nevrátí, dokud to bude podle ní jen ztráta času pro obě strany.")]
    [InlineData("hr", "Izaslanica je rekla da trajekt nije na prodaju i da se neće vratiti za stol prije noći, kao što je to već bilo s drugima.")]
    [InlineData("ru", "Посланница сказала, что паром не продается и что она не вернется за стол до ночи, так как это было бы ошибкой для них.")]
    [InlineData("uk", "Посланниця сказала, що пором не продається і що вона не повернеться за стіл до ночі, бо це було б помилкою для них.")]
    [InlineData("el", "Η απεσταλμένη είπε ότι το πορθμείο δεν πωλείται και ότι δεν θα επιστρέψει στο τραπέζι πριν νυχτώσει.")]
    [InlineData("ar", "قالت المبعوثة إن العبارة ليست للبيع وإنها لن تعود إلى الطاولة قبل الليل في هذا اليوم مع كل من كان هناك")]
    [InlineData("ja", "特使は、フェリーは売り物ではなく、夜になるまで交渉の席には戻らないと述べた。")]
    public void A_language_is_told_by_its_function_words_and_script(string language, string text) => Assert.Equal(language, LanguageGuess.Of(text));

    [Fact]
    public void A_few_words_tell_nothing()
    {
        Assert.Null(LanguageGuess.Of("Ferry not for sale"));
        Assert.Equal("fr", LanguageGuess.Of("Ferry not for sale", "fr"));
    }

    [Fact]
    public void A_text_in_another_language_is_not_taken_for_english_because_its_page_says_so() =>
        Assert.Equal("de", LanguageGuess.Of("Die Gesandte sagte, dass die Fähre nicht zu verkaufen sei und dass sie vor dem Abend nicht an den Tisch zurückkehren werde.", "en"));

    [Fact]
    public void A_declared_language_we_have_no_words_of_is_believed() =>
        Assert.Equal("sk", LanguageGuess.Of("Vyslankyňa povedala, že prievoz nie je na predaj a že sa k stolu nevráti, pokiaľ to bude podľa nej len strata času pre obe strany.", "sk"));

    [Theory]
    [InlineData("â€œWe wonâ€™t,â€\u009d she said â€” twice.", "“We won’t,” she said — twice.")]
    [InlineData("“We won’t,” she said.", "“We won’t,” she said.")]
    [InlineData("Le château, l’été, 5 €.", "Le château, l’été, 5 €.")]
    public void Misread_quotation_marks_are_put_right_and_nothing_else(string text, string right) => Assert.Equal(right, Mojibake.Repair(text));
}
