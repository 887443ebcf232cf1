using System.Text;
using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Extraction;

public class HostilePageTests
{
    private static readonly ArticleExtractor Extractor = new();

    private static Article Read(string html) => Extractor.Extract(new Page("page.html", PageKind.Html, html));

    [Fact]
    public void An_empty_page_gives_an_empty_text()
    {
        Assert.Equal("", Read("").Text);
        Assert.Equal("", Extractor.Extract(new Page("empty.txt", PageKind.PlainText, "")).Text);
    }

    [Fact]
    public void Elements_nested_100000_deep_lose_no_words()
    {
        StringBuilder html = new();
        for (int i = 0; i < 100_000; i++) html.Append("<div>");
        html.Append("<p>The harbour master of Port Elder said on Monday that the ferry will sail again before the winter.</p>");
        for (int i = 0; i < 100_000; i++) html.Append("</div>");
        Assert.Contains("the ferry will sail again", Read(html.ToString()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Spans_nested_100000_deep_and_never_closed_lose_no_words()
    {
        string html = string.Concat(Enumerable.Repeat("<span>", 100_000)) + "The harbour master of Port Elder said on Monday that the ferry will sail again before the winter.";
        Assert.Contains("the ferry will sail again", Read(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Formatting_that_is_never_closed_does_not_grow_with_every_paragraph()
    {
        StringBuilder html = new();
        for (int i = 0; i < 3_000; i++) html.Append("<p><font size=").Append(i).Append("><b class=x").Append(i).Append(">The ferry of Port Elder sails on day ").Append(i).Append(" of the year.</p>");
        Article article = Read(html.ToString());
        Assert.Contains("sails on day 2999", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Thousands_of_elements_whose_end_is_missing_are_searched_for_once()
    {
        string html = string.Concat(Enumerable.Repeat("<svg><iframe><noscript>", 100_000)) + "<p>The ferry of Port Elder sails again, said the harbour master on Monday morning.</p>";
        Assert.Contains("sails again", Read(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tag_of_a_hundred_thousand_attributes_is_only_a_tag()
    {
        string html = "<p " + string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=1")) + ">The ferry of Port Elder sails again, said the harbour master on Monday morning.</p>";
        Assert.Contains("sails again", Read(html).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_page_are_survived()
    {
        StringBuilder garbage = new();
        for (int i = 0; i < 20_000; i++) garbage.Append((char)(i * 7919 % 65_536)).Append("<>=\"'/&#!-"[i % 10]);
        Assert.NotNull(Read(garbage.ToString()).Text);
        Assert.NotNull(Extractor.Extract(new Page("x.txt", PageKind.PlainText, garbage.ToString())).Text);
    }

    [Fact]
    public void Scripts_and_styles_are_never_text()
    {
        Article article = Read("""
            <html><body><script>document.write("<p>The minister said nothing of the kind, ever, to anybody at all.</p>")</script>
            <style>p { color: red }</style><article><h1>Ferry sails again</h1>
            <p>The ferry of Port Elder sails again, the harbour master said on Monday morning at the quay.</p>
            <p>It had lain in dock since the storm of last autumn, which tore away both of its masts.<script>track("the minister resigned")</script></p>
            </article><noscript><p>Please switch scripts on to read what the minister said about everything.</p></noscript></body></html>
            """);
        Assert.DoesNotContain("minister", article.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("color", article.Text, StringComparison.Ordinal);
        Assert.Contains("both of its masts.", article.Text, StringComparison.Ordinal);
    }
}
