namespace Rapporteur.Text.Tests.Syntax;

public sealed class TreeTests
{
    [Fact]
    public void Subject_and_object_hang_on_the_verb() =>
        Expect("The minister rejected the offer.", "minister nsubj rejected", "rejected root", "offer obj rejected");

    [Fact]
    public void What_is_said_is_a_clause_below_the_verb_of_saying() =>
        Expect("The spokesman said that the talks will begin in May.", "spokesman nsubj said", "said root", "begin ccomp said", "talks nsubj begin");

    [Fact]
    public void A_cue_behind_what_is_said_still_has_its_subject() =>
        Expect("The talks will begin in May, the spokesman said.", "spokesman nsubj said");

    [Fact]
    public void A_passive_has_a_passive_subject() =>
        Expect("The treaty was signed by both sides.", "treaty nsubj:pass signed", "was aux:pass signed");

    [Fact]
    public void Heads_count_from_the_beginning_of_the_text() =>
        Expect("It rained. She left the room.", "She nsubj left", "room obj left");

    private static void Expect(string text, params string[] arcs)
    {
        AnnotatedText annotated = new TextAnalyser().Annotate(text);
        string[] found = [.. annotated.Tokens.Select(t => t.Head < 0 ? $"{t.Span.In(text)} {t.Relation}" : $"{t.Span.In(text)} {t.Relation} {annotated.Tokens[t.Head].Span.In(text)}")];
        foreach (string arc in arcs) Assert.Contains(arc, found);
    }
}
