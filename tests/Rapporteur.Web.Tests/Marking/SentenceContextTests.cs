using Rapporteur.Text;
using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Tests.Marking;

public sealed class SentenceContextTests
{
    private const string Text = "The boats are late. Nobody minds.\n\n“We wait,” Ann said. Rain fell.\n\nThe end is near.";

    [Fact]
    public void The_sentence_around_a_wording_is_shown_whole() => Assert.Equal(["“We wait,” Ann said."], Shown("We wait"));

    [Fact]
    public void Paragraphs_stay_apart() => Assert.Equal(["Nobody minds.", "“We wait,” Ann said."], Shown("minds", "Ann"));

    [Fact]
    public void Neighbouring_sentences_are_joined_and_others_left_out() =>
        Assert.Equal(["The boats are late. Nobody minds.", "The end is near."], Shown("late", "Nobody", "near"));

    [Fact]
    public void A_sentence_without_end_is_cut()
    {
        string text = string.Concat(Enumerable.Repeat("word ", 1000));
        TextSpan span = Assert.Single(new SentenceContext(text).Around([new(MarkKind.Content, new(0, text.Length), "x")]));
        Assert.InRange(span.Length, 500, 1000);
    }

    [Fact]
    public void Positions_outside_the_text_show_nothing() =>
        Assert.Empty(new SentenceContext(Text).Around([new(MarkKind.Content, new(500, 600), "x")]));

    private static IEnumerable<string> Shown(params string[] words)
    {
        List<Mark> marks = [.. words.Select(word => new Mark(MarkKind.Content, new TextSpan(Text.IndexOf(word), Text.IndexOf(word) + word.Length), "x"))];
        return new SentenceContext(Text).Around(marks).Select(span => span.In(Text));
    }
}
