namespace Rapporteur.Text.Tests.Tagging;

public sealed class TagTests
{
    [Fact]
    public void Every_word_of_a_plain_sentence_has_its_parts_of_speech() =>
        Assert.Equal(
            ["The/DET/DT", "old/ADJ/JJ", "minister/NOUN/NN", "quickly/ADV/RB", "rejected/VERB/VBD", "it/PRON/PRP", "./PUNCT/."],
            Tokens("The old minister quickly rejected it.").Select(t => $"{t.Word}/{t.Token.Upos}/{t.Token.Xpos}"));

    [Fact]
    public void To_is_a_particle_before_an_infinitive_and_a_preposition_elsewhere() =>
        Assert.Equal(["PART", "ADP"], Tokens("She wants to go to Kostrava.").Where(t => t.Word == "to").Select(t => t.Token.Upos));

    [Fact]
    public void Have_is_an_auxiliary_before_a_participle_and_a_verb_elsewhere() =>
        Assert.Equal(["AUX", "VERB"], Tokens("They have agreed. They have money.").Where(t => t.Word == "have").Select(t => t.Token.Upos));

    [Theory]
    [InlineData("The ministries denied the reports.", "the ministry deny the report .")]
    [InlineData("She went home and didn't speak.", "she go home and do not speak .")]
    [InlineData("She's sure they've said so.", "she be sure they have say so .")]
    [InlineData("Talks between Talmar and Kostrava began.", "talk between Talmar and Kostrava begin .")]
    public void Lemmas_are_dictionary_forms_and_names_keep_their_capitals(string text, string lemmas) =>
        Assert.Equal(lemmas, string.Join(' ', Tokens(text).Select(t => t.Token.Lemma)));

    private static IEnumerable<(string Word, Token Token)> Tokens(string text) => new TextAnalyser().Annotate(text).Tokens.Select(t => (t.Span.In(text), t));
}
