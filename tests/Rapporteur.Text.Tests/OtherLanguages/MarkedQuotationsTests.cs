using Rapporteur.Text.OtherLanguages;

namespace Rapporteur.Text.Tests.OtherLanguages;

public sealed class MarkedQuotationsTests
{
    [Theory]
    [InlineData("de", "„Die Fähre bleibt bei uns im Hafen“, sagte Ilsko Varden am Montag.", "Die Fähre bleibt bei uns im Hafen", "Ilsko Varden")]
    [InlineData("de", "Varden sagte am Montag: „Die Fähre bleibt bei uns im Hafen.“", "Die Fähre bleibt bei uns im Hafen.", "Varden")]
    [InlineData("fr", "« Le bac reste chez nous au port », a déclaré le président Ilsko Varden.", "Le bac reste chez nous au port", "Ilsko Varden")]
    [InlineData("ru", "«Паром останется у нас в порту», — сказал президент Илско Варден.", "Паром останется у нас в порту", "Илско Варден")]
    [InlineData("es", "“La balsa se queda en nuestro puerto”, dijo Ilsko Varden.", "La balsa se queda en nuestro puerto", "Ilsko Varden")]
    public void A_name_beside_a_saying_verb_beside_the_marks_is_the_speaker(string language, string text, string content, string speaker)
    {
        Attribution one = Assert.Single(MarkedQuotations.Annotate(text, language, null).Attributions);
        Assert.Equal(content, one.Content[0].In(text));
        Assert.Equal(speaker, one.Speaker);
        Assert.Equal(AttributionForm.Direct, one.Form);
    }

    [Theory]
    [InlineData("de", "Am Montag reiste Rumen Radew ab, danach kam Rumen Radev zurück. „Die Fähre bleibt bei uns im Hafen“, sagte Radev.", "Rumen Radev")]
    [InlineData("ru", "Вчера приехал Илско Варден. «Паром останется у нас в порту», — подчеркнул Варден.", "Илско Варден")]
    [InlineData("ru", "«Паром останется у нас в порту», — заверил мэр Порта Дмитрий Варден.", "Дмитрий Варден")]
    [InlineData("fr", "Devant la presse, Roumen Radev est resté calme. « Le bac reste chez nous au port », a martelé Radev.", "Rumen Radev")]
    [InlineData("cs", "V přístavu mluvil Ilsko Varden. „Přívoz zůstane u nás v přístavu,“ sdělil Varden Haldovi.", "Ilsko Varden")]
    public void A_surname_beside_the_verb_is_the_person_whom_the_text_names_in_full(string language, string text, string speaker) =>
        Assert.Equal(speaker, Assert.Single(MarkedQuotations.Annotate(text, language, null).Attributions).Speaker);

    [Theory]
    [InlineData("fr", "« Le bac reste chez nous au port », a déclaré le chef du Phare.")]
    [InlineData("cs", "„Přívoz zůstane u nás v přístavu,“ řekl šéf Talmaru.")]
    [InlineData("el", "«Το πλοίο μένει σε εμάς στο λιμάνι», είπε ο Ταλμαρός πρόεδρος.")]
    [InlineData("de", "„Die Fähre bleibt bei uns im Hafen“, sagte er am Montag in Talmar.")]
    [InlineData("de", "„Die Fähre bleibt bei uns im Hafen“, sagte der Sprecher. Varden schwieg.")]
    [InlineData("de", "„Die Fähre bleibt bei uns im Hafen.“ Varden fuhr danach nach Hause.")]
    [InlineData("ja", "「フェリーは私たちの港に残ると約束します」と大統領は述べた。")]
    [InlineData(null, "«Паром останется у нас в порту», — сказал президент Илско Варден.")]
    public void Where_the_pattern_does_not_hold_nobody_is_named(string? language, string text) =>
        Assert.Null(Assert.Single(MarkedQuotations.Annotate(text, language, null).Attributions).Speaker);

    [Theory]
    [InlineData("de", "Das „alte Tor“ steht noch.")]
    [InlineData("fr", "Le journal « Le Phare » paraît à Talmar.")]
    [InlineData("de", "„Die Fähre bleibt bei uns im Hafen, und niemand nimmt sie mit.")]
    [InlineData("en", "")]
    [InlineData("en", "\"\ud83d«»")]
    public void Titles_single_words_and_marks_never_closed_are_no_quotation(string language, string text) =>
        Assert.Empty(MarkedQuotations.Annotate(text, language, null).Attributions);
}
