using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Extraction;

public class PastedTextTests
{
    private const string Pasted = """
        World News
        The quay at Port Elder, where the envoys met, March 4, 2031. NORTH WIRE/J. Abel/File Photo

        Envoy of Lenn: “We will not give up the ferry”

        By Edda Lorn in Port Elder
        4 March 2031, 18:30 | World | 3 min read

        0
        23
        Sign Up For Our Free Morning Letter
        Elder Evenings: the coast in five lines. Sign up free.
        I would like to receive offers from the partners of this paper. Read our privacy notice.
        PORT ELDER (North Wire) — The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.

        “We will not give up the ferry,” she said.

        What is on the table

        The delegations spoke about the hours of the night ferry and the toll on grain, a person in the room said.
        Related Posts
        Why the lights went out on Gannet Rock
        A toll and its history
        On Wednesday the delegations will meet again, and they will bring their maps with them this time.
        This report also includes contributions from Reuters and Lenn Radio.

        Leave a Reply

        Your email address will not be published. Required fields are marked *

        I was on that ferry and I can tell you that nobody in the whole of Lenn wants to sell it to anybody.
        """;

    private static readonly ArticleExtractor Extractor = new();

    private static Article Read(string text, PageHints? hints = null) => Extractor.Extract(new Page("a.txt", PageKind.PlainText, text) { Hints = hints ?? new() });

    [Fact]
    public void The_article_is_what_is_left_without_the_furniture() => Assert.Equal(
        """
        Envoy of Lenn: “We will not give up the ferry”

        PORT ELDER (North Wire) — The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.

        “We will not give up the ferry,” she said.

        What is on the table

        The delegations spoke about the hours of the night ferry and the toll on grain, a person in the room said.

        On Wednesday the delegations will meet again, and they will bring their maps with them this time.

        This report also includes contributions from Reuters and Lenn Radio.
        """.ReplaceLineEndings("\n"), Read(Pasted).Text);

    [Fact]
    public void What_stands_above_the_text_becomes_facts()
    {
        Article article = Read(Pasted);
        Assert.Equal("Envoy of Lenn: “We will not give up the ferry”", article.Title);
        Assert.Equal("Edda Lorn in Port Elder", article.Byline);
        Assert.Equal("2031-03-04T18:30:00", article.Published.ToString());
        Assert.Equal(["The quay at Port Elder, where the envoys met, March 4, 2031. NORTH WIRE/J. Abel/File Photo"], article.Captions);
        Assert.Equal(["North Wire", "Reuters"], article.Credits);
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Sub_headings_are_told_from_paragraphs()
    {
        Article article = Read(Pasted);
        ArticleBlock heading = Assert.Single(article.Blocks, b => b.Kind == BlockKind.Heading);
        Assert.Equal("What is on the table", article.Text[heading.Span.Start..heading.Span.End]);
    }

    [Fact]
    public void The_printed_headline_wins_over_a_sidecars()
    {
        Article article = Read(Pasted, new PageHints(Title: "Lenn will not give up its ferry, envoy says", Outlet: "Courier"));
        Assert.Equal("Envoy of Lenn: “We will not give up the ferry”", article.Title);
        Assert.Equal("Courier", article.Outlet);
    }

    [Fact]
    public void A_text_without_a_headline_gets_a_sidecars_title_and_no_words_of_it()
    {
        Article article = Read("The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.", new PageHints(Title: "Ferry not for sale"));
        Assert.Equal("Ferry not for sale", article.Title);
        Assert.Equal("The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.", article.Text);
    }

    [Fact]
    public void The_outlets_own_name_is_no_headline()
    {
        Article article = Read("Seven Coasts Radio\nFerry not for sale, says Lenn\nThe envoy of Lenn told reporters on Tuesday that the ferry was not for sale.", new PageHints(Outlet: "Seven Coasts Radio"));
        Assert.Equal("Ferry not for sale, says Lenn", article.Title);
        Assert.DoesNotContain("Radio", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[A note by those who collected this text.]")]
    [InlineData("Share  Print  A+ A-")]
    [InlineData("Subscribe to our channel and be first to know!")]
    [InlineData("Read also: How the lamp of Gannet Rock was saved")]
    [InlineData("tm/ofn/mb")]
    [InlineData("High views")]
    [InlineData("Updated: 10:32 GMT 08.11.2031")]
    [InlineData("Advertisement")]
    [InlineData("https://lenn.example/a/b")]
    public void A_line_of_furniture_between_paragraphs_is_left_out(string line)
    {
        string first = "The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.", second = "She said this twice, and then she left the quay by boat.";
        Assert.Equal($"{first}\n\n{second}", Read($"{first}\n{line}\n{second}").Text);
    }

    [Theory]
    [InlineData("“Comments like these do not help,” the envoy said.")]
    [InlineData("The ministry will share the minutes with both delegations.")]
    [InlineData("Subscribers of the ferry will be heard on Monday, Ms Vell said, before anything is signed.")]
    [InlineData("He said: “No.”")]
    [InlineData("Reuters reported last month that the ferry had been offered for sale.")]
    public void A_paragraph_with_words_of_furniture_in_it_is_kept(string paragraph)
    {
        string first = "The envoy of Lenn told reporters on Tuesday that the ferry was not for sale.";
        Assert.Equal($"{first}\n\n{paragraph}", Read($"{first}\n{paragraph}").Text);
    }

    [Fact]
    public void White_space_of_every_kind_becomes_one_space() =>
        Assert.Equal("The envoy of Lenn said on Tuesday that the ferry was not for sale.", Read("The\u00a0envoy  of\tLenn said on Tues\u00adday that the\u200b ferry was\u2009not for sale.").Text);
}
