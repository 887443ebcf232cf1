namespace Rapporteur.Text.Tests.Segmentation;

public sealed class SentenceSplitterTests
{
    [Fact]
    public void A_stop_before_a_closing_quotation_mark_ends_the_sentence_after_the_mark() =>
        Expect("“We will not wait,” he said. “The talks begin in May.” She left the room.", "“We will not wait,” he said.", "“The talks begin in May.”", "She left the room.");

    [Fact]
    public void The_cue_after_a_quoted_question_belongs_to_its_sentence() =>
        Expect("\"Who will pay for it?\" the governor asked. Nobody answered.", "\"Who will pay for it?\" the governor asked.", "Nobody answered.");

    [Fact]
    public void Titles_and_initials_end_no_sentence() =>
        Expect("Mr. Orlan and Gen. P. J. Veit met in Kostrava. They spoke for an hour.", "Mr. Orlan and Gen. P. J. Veit met in Kostrava.", "They spoke for an hour.");

    [Fact]
    public void U_S_ends_a_sentence_only_at_its_end() =>
        Expect("The U.S. envoy arrived on Monday. He had left the U.S. The talks went on.", "The U.S. envoy arrived on Monday.", "He had left the U.S.", "The talks went on.");

    [Fact]
    public void A_dateline_belongs_to_the_first_sentence() =>
        Expect("KOSTRAVA, May 4 (KPB) - The two sides agreed to meet again. No date was set.", "KOSTRAVA, May 4 (KPB) - The two sides agreed to meet again.", "No date was set.");

    [Fact]
    public void A_headline_without_a_stop_is_a_sentence_of_its_own() =>
        Expect("Talmar rejects new border talks\nThe government of Talmar rejected the offer on Friday.", "Talmar rejects new border talks", "The government of Talmar rejected the offer on Friday.");

    [Fact]
    public void Words_between_dashes_stay_in_their_sentence() =>
        Expect("The plan — which Talmar calls a “special border regime” — was dropped. Talks ended.", "The plan — which Talmar calls a “special border regime” — was dropped.", "Talks ended.");

    [Fact]
    public void A_decimal_point_and_an_address_end_no_sentence() =>
        Expect("Prices rose 3.5 percent, according to stats.example.org on Monday. Wages fell.", "Prices rose 3.5 percent, according to stats.example.org on Monday.", "Wages fell.");

    private static void Expect(string text, params string[] sentences) =>
        Assert.Equal(sentences, new TextAnalyser().Annotate(text).Sentences.Select(s => s.Span.In(text)));
}
