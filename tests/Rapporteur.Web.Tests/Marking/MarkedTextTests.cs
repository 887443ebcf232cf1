using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using Rapporteur.Text;
using Rapporteur.Web.Marking;
using Rapporteur.Web.Tests.Fixtures;

namespace Rapporteur.Web.Tests.Marking;

public sealed class MarkedTextTests
{
    private static readonly string[] Awkward =
        ["<", ">", "&", "\"", "'", "&lt;", "<script>", "</mark>", "-->", "\u202E", "\u2066", "\u2069", "\u200B", "\uFEFF", "🚢", "\uD83D", "\uDEA2", "é", "\0", "\r", "\n", "\u0085", " ", "a", "word", "\u2028", "\U000E0041"];

    private static readonly Gen<string> AnyText = Gen.ArrayOf(Gen.Elements(Awkward)).Select(string.Concat);

    private static readonly Gen<Mark[]> AnyMarks = Gen.ArrayOf(
        from kind in Gen.Elements(MarkKind.Source, MarkKind.Cue, MarkKind.Content, MarkKind.Hit)
        from start in Gen.Choose(-3, 40)
        from length in Gen.Choose(-2, 30)
        from appearance in Gen.Elements("one", "two", "<three>")
        select new Mark(kind, new TextSpan(start, start + length), kind == MarkKind.Hit ? null : appearance));

    [Fact]
    public void Whatever_is_marked_the_text_content_is_the_text()
    {
        Gen<(string Text, Mark[] Marks)> any = from text in AnyText from marks in AnyMarks select (text, marks);
        Prop.ForAll(any.ToArbitrary(), sample =>
        {
            MarkedText marked = new(sample.Text, sample.Marks) { Anchors = true, Here = "two", References = Numbered("one", "two", "<three>") };
            IElement shown = marked.Part(new TextSpan(0, sample.Text.Length)).Parsed();
            return shown.TextContent == AsHtmlCarriesIt(sample.Text)
                && shown.QuerySelectorAll("*").All(element => element.LocalName is "mark" or "span" or "a");
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260303, 7));
    }

    [Fact]
    public void Segments_cover_the_range_without_gap_or_overlap_and_know_exactly_the_marks_above_them()
    {
        Gen<(string Text, Mark[] Marks)> any = from text in AnyText from marks in AnyMarks select (text, marks);
        Prop.ForAll(any.ToArbitrary(), sample =>
        {
            string text = sample.Text.Replace("🚢", "s").Replace("\uD83D", "").Replace("\uDEA2", "").Replace("\U000E0041", "");
            IReadOnlyList<Segment> segments = Segments.Of(text, new TextSpan(0, text.Length), sample.Marks);
            int at = 0;
            foreach (Segment segment in segments)
            {
                if (segment.Span.Start != at || segment.Span.IsEmpty) return false;
                at = segment.Span.End;
                for (int i = segment.Span.Start; i < segment.Span.End; i++)
                {
                    // By kind and appearance: a mark that reaches out of the text comes back cut to it.
                    var expected = sample.Marks.Where(mark => mark.Span.Contains(i)).Select(mark => (mark.Kind, mark.Appearance));
                    if (!expected.ToHashSet().SetEquals(segment.Marks.Select(mark => (mark.Kind, mark.Appearance)))) return false;
                }
            }

            return at == text.Length;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000).WithReplay(20260303, 7));
    }

    [Fact]
    public void A_mark_inside_the_content_of_another_keeps_both()
    {
        const string Text = "Ann said Bob said rain";
        MarkedText marked = new(Text,
        [
            new(MarkKind.Source, new(0, 3), "outer"), new(MarkKind.Cue, new(4, 8), "outer"), new(MarkKind.Content, new(9, 22), "outer"),
            new(MarkKind.Source, new(9, 12), "inner"), new(MarkKind.Cue, new(13, 17), "inner"), new(MarkKind.Content, new(18, 22), "inner"),
        ]);

        Assert.Equal(
            "<mark class=\"source\">Ann</mark> <mark class=\"cue\">said</mark> <mark class=\"source content\">Bob</mark><mark class=\"content\"> </mark>"
            + "<mark class=\"cue content\">said</mark><mark class=\"content\"> </mark><mark class=\"content deep\">rain</mark>",
            marked.Part(new TextSpan(0, Text.Length)).Written());
    }

    [Fact]
    public void A_mark_never_cuts_a_character_in_two()
    {
        const string Text = "a🚢b";
        string html = new MarkedText(Text, [new(MarkKind.Content, new(2, 3), "x")]).Part(new TextSpan(0, Text.Length)).Written();
        Assert.Equal("a<mark class=\"content\">🚢</mark>b", System.Net.WebUtility.HtmlDecode(html));
    }

    [Fact]
    public void An_anchor_stands_before_the_first_words_of_an_appearance_and_its_reference_behind_the_last()
    {
        const string Text = "“Rain,” said Ann, “and wind.”";
        MarkedText marked = new(Text, [new(MarkKind.Content, new(1, 5), "x"), new(MarkKind.Cue, new(8, 12), "x"), new(MarkKind.Source, new(13, 16), "x"), new(MarkKind.Content, new(19, 27), "x")])
        {
            Anchors = true,
            References = Numbered("x"),
        };

        IElement shown = marked.Part(new TextSpan(0, Text.Length)).Parsed();

        Assert.Equal("Rain", shown.QuerySelector("#a-x")!.NextElementSibling!.TextContent);
        IElement reference = Assert.Single(shown.QuerySelectorAll("a.ref"));
        Assert.Equal("and wind", reference.PreviousElementSibling!.TextContent);
        Assert.Equal("/statements/s-x", reference.GetAttribute("href"));
        Assert.Equal("1", reference.GetAttribute("data-n"));
    }

    [Fact]
    public void Only_the_appearance_looked_for_is_shown_more_strongly()
    {
        MarkedText marked = new("ab", [new(MarkKind.Content, new(0, 1), "x"), new(MarkKind.Content, new(1, 2), "y")]) { Here = "y" };
        Assert.Equal("<mark class=\"content\">a</mark><mark class=\"content here\">b</mark>", marked.Part(new TextSpan(0, 2)).Written());
    }

    private static Dictionary<string, StatementReference> Numbered(params string[] appearances) =>
        appearances.Index().ToDictionary(one => one.Item, one => new StatementReference(one.Index + 1, $"s-{one.Item}", $"Statement \"{one.Item}\""), StringComparer.Ordinal);

    // NUL and other controls have no place in HTML, half a pair is no character; the parser turns a lone CR into LF only in source text, not in a reference.
    private static string AsHtmlCarriesIt(string text) => string.Concat(text.EnumerateRunes().Select(rune =>
        System.Text.Rune.IsControl(rune) && rune.Value is not ('\t' or '\n' or '\r') ? "\uFFFD" : rune.ToString()));
}
