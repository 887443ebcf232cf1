using Rapporteur.Extraction;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Extraction;

public class HtmlPageTests
{
    private const string Courier = """
        <!doctype html><html lang="en-GB"><head>
        <title>Ferry talks resume after eight months | The North Coast Courier</title>
        <link rel="canonical" href="https://courier.example/world/ferry-talks">
        <meta property="og:site_name" content="The North Coast Courier">
        <meta property="og:title" content="Ferry talks resume after eight months">
        <meta property="og:url" content="https://courier.example/world/ferry-talks?share=1">
        <meta property="article:modified_time" content="2031-03-05T09:10:00+01:00">
        <meta name="author" content="By Edda Lorn">
        <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"Courier"},
          {"@type":"NewsArticle","headline":"Ferry talks resume","datePublished":"2031-03-04T18:30:00+01:00",
           "author":[{"@type":"Person","name":"Edda Lorn"},{"@type":"Person","name":"Pell Marrow"}]}]}</script>
        </head><body class="single has-sidebar">
        <div id="cookie-banner"><p>We use cookies to give you the best experience on this site, and so do our 412 partners.</p></div>
        <header><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav></header>
        <main><article>
          <h1>Ferry talks resume after eight months</h1>
          <p class="byline">By Edda Lorn and Pell Marrow</p><time datetime="2031-03-04T18:30:00+01:00">4 March 2031</time>
          <div class="social-share"><a href="#">Share</a> <a href="#">Tweet</a></div>
          <figure><img src="quay.jpg"><figcaption>The quay at Port Elder in February. NORTH WIRE/J. Abel</figcaption></figure>
          <div class="entry-content">
            <p>PORT ELDER (North Wire) - Delegations of Ostrava Bay and Lenn met on Tuesday for the first time since July, both sides said.</p>
            <p>&ldquo;We have not come to&nbsp;give up the ferry,&rdquo; the envoy of Lenn, Tora Vell, told reporters at the quay.</p>
            <div class="newsletter-signup"><h3>Our morning letter</h3><p>All the news of the coast in your inbox every day, for free and for ever.</p></div>
            <h2>What is on the table</h2>
            <p>The delegations spoke about three matters, according to a person who was in the room:</p>
            <ul><li>the hours of the night ferry,</li><li>the toll on grain,</li><li>the lights on Gannet Rock.</li></ul>
            <blockquote><p>No light, no ferry: that has been our position for a hundred years.</p></blockquote>
            <p>Ostrava Bay had broken off the talks in July. This report includes contributions from North Wire and Lenn Radio.</p>
            <div class="related-posts"><h3>Related posts</h3><ul><li><a href="/a">Why the lights went out on Gannet Rock</a></li><li><a href="/b">A toll and its history</a></li></ul></div>
          </div>
        </article>
        <section id="comments"><h2>3 comments</h2>
          <div class="comment"><p>I have taken this ferry for forty years and nobody has ever asked me what I think about the toll, said my neighbour.</p></div>
          <div class="comment"><p>The envoy says this every year, and every year the ferry goes on as it always did, with or without any lights.</p></div>
          <form><p>Your email address will not be published.</p><textarea>Say something</textarea></form></section>
        </main>
        <aside class="sidebar"><h3>Most read</h3><p>The mayor of Lenn has opened the longest bridge of the coast, and nobody came to see it.</p></aside>
        <footer><p>© 2031 The North Coast Courier. All rights reserved.</p></footer>
        </body></html>
        """;

    private static readonly ArticleExtractor Extractor = new();

    private static Article Read(string html, PageHints? hints = null) => Extractor.Extract(new Page("page.html", PageKind.Html, html) { Hints = hints ?? new() });

    private static string[] Blocks(Article article, BlockKind kind) =>
        [.. article.Blocks.Where(b => b.Kind == kind).Select(b => article.Text[b.Span.Start..b.Span.End])];

    [Fact]
    public void The_headline_is_the_first_block_and_stands_there_once()
    {
        Article article = Read(Courier);
        Assert.Equal("Ferry talks resume after eight months", article.Title);
        Assert.Equal([article.Title!], Blocks(article, BlockKind.Title));
        Assert.Equal(0, article.Text.IndexOf(article.Title!, StringComparison.Ordinal));
        Assert.DoesNotContain(article.Title!, article.Body, StringComparison.Ordinal);
    }

    [Fact]
    public void Paragraphs_headings_lists_and_block_quotes_of_the_body_are_kept()
    {
        Article article = Read(Courier);
        Assert.Equal(["What is on the table"], Blocks(article, BlockKind.Heading));
        Assert.Equal(3, Blocks(article, BlockKind.ListItem).Length);
        Assert.Equal(["No light, no ferry: that has been our position for a hundred years."], Blocks(article, BlockKind.BlockQuote));
        Assert.Equal(4, Blocks(article, BlockKind.Paragraph).Length);
    }

    [Theory]
    [InlineData("cookies")]
    [InlineData("Home")]
    [InlineData("Tweet")]
    [InlineData("inbox")]
    [InlineData("Gannet Rock\n\nA toll")]
    [InlineData("Related posts")]
    [InlineData("forty years")]
    [InlineData("email address")]
    [InlineData("longest bridge")]
    [InlineData("All rights reserved")]
    [InlineData("By Edda")]
    [InlineData("NORTH WIRE/J. Abel")]
    public void Furniture_is_left_out(string furniture) => Assert.DoesNotContain(furniture, Read(Courier).Text, StringComparison.Ordinal);

    [Fact]
    public void Words_are_not_changed_but_for_their_white_space() =>
        Assert.Contains("“We have not come to give up the ferry,” the envoy of Lenn, Tora Vell, told reporters at the quay.", Read(Courier).Text, StringComparison.Ordinal);

    [Fact]
    public void Captions_are_kept_apart() =>
        Assert.Equal(["The quay at Port Elder in February. NORTH WIRE/J. Abel"], Read(Courier).Captions);

    [Fact]
    public void Facts_come_from_descriptions_of_the_page()
    {
        Article article = Read(Courier);
        Assert.Equal("https://courier.example/world/ferry-talks", article.Url);
        Assert.Equal("The North Coast Courier", article.Outlet);
        Assert.Equal("Edda Lorn, Pell Marrow", article.Byline);
        Assert.Equal("2031-03-04T18:30:00+01:00", article.Published.ToString());
        Assert.Equal("2031-03-05T09:10:00+01:00", article.Modified.ToString());
        Assert.Equal("en", article.Language);
    }

    [Fact]
    public void Credits_name_the_agencies_whose_work_is_in_the_article() =>
        Assert.Equal(["North Wire"], Read(Courier).Credits.Take(1));

    [Fact]
    public void Hints_win_over_what_the_page_says()
    {
        PageHints hints = new("https://feed.example/1", "Feed of the Coast", new PressTime(new DateOnly(2031, 3, 3)), Byline: "Staff");
        Article article = Read(Courier, hints);
        Assert.Equal(("https://feed.example/1", "Feed of the Coast", "Staff", "2031-03-03"), (article.Url, article.Outlet, article.Byline, article.Published.ToString()));
    }

    [Fact]
    public void A_page_without_descriptions_is_read_by_what_it_prints()
    {
        Article article = Read("""
            <html><head><title>Lights back on Gannet Rock - Lenn Post</title></head><body><div><a href="/">Lenn Post</a></div>
            <div class="x1"><h1>Lights back on Gannet Rock</h1><p>By Ansel Roe, Staff Writer | 7 May 2031, 8:15 pm</p>
            <p>The lights on Gannet Rock burn again after eight dark months, the keeper said on Wednesday evening.</p>
            <p>Ships had been warned to keep away from the rock since the lamp failed in the storm of last September.</p></div></body></html>
            """);
        Assert.Equal("Lights back on Gannet Rock", article.Title);
        Assert.Equal("Ansel Roe, Staff Writer", article.Byline);
        Assert.Equal("2031-05-07T20:15:00", article.Published.ToString());
        Assert.DoesNotContain("Staff Writer", article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<meta itemprop="datePublished" content="2031-05-07 20:15:00 +0200">""", "2031-05-07T20:15:00+02:00")]
    [InlineData("""<link rel="canonical" href="https://lenn.example/2031/may/07/lights">""", "2031-05-07")]
    [InlineData("""<meta name="pubdate" content="7 mai 2031">""", "2031-05-07")]
    [InlineData("""<script type="application/ld+json">[{"@type":["Thing"]},{"@type":"NewsArticle","datePublished":"20310507"}]</script>""", "2031-05-07")]
    public void The_date_is_found_wherever_the_page_writes_it(string head, string date)
    {
        Article article = Read($"<html><head>{head}</head><body><p>The lights on Gannet Rock burn again after eight dark months, the keeper said.</p></body></html>");
        Assert.Equal(date, article.Published.ToString());
    }

    [Fact]
    public void A_broken_description_costs_only_itself()
    {
        Article article = Read("""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":</script>
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Lights back
            on Gannet Rock",}</script><p>The lights on Gannet Rock burn again after eight dark months, the keeper said.</p>
            """);
        Assert.Equal("Lights back on Gannet Rock", article.Title);
    }

    [Fact]
    public void A_post_quoted_from_a_network_stays_in_the_article()
    {
        Article article = Read("""
            <article><p>The envoy of Lenn answered the offer within the hour, and she did so in public, to some surprise.</p>
            <div class="social-embed"><blockquote class="twitter-tweet"><p>We will not give up the ferry. Not now, not ever.</p>— Tora Vell (@toravell) 4 March 2031</blockquote></div>
            <p>The delegation of Ostrava Bay said that it had seen the post and that it would not answer it today.</p></article>
            """);
        Assert.Contains("Not now, not ever.", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_whose_only_text_is_named_like_furniture_is_read_all_the_same()
    {
        Article article = Read("""
            <html><body><div class="comment"><h1>A ferry is not a toy</h1><p>The envoys may laugh, but a ferry is not a toy, and the grain of Lenn will not swim.</p>
            <p>Whoever has stood on the quay of Port Elder in November knows what this talk is about.</p></div></body></html>
            """);
        Assert.Contains("the grain of Lenn will not swim.", article.Text, StringComparison.Ordinal);
        Assert.Contains("Whoever has stood", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_lines_of_a_table_are_lines_of_the_article()
    {
        Article article = Read("""
            <article><p>The delegations agreed on three tolls, which will hold from the first day of next month:</p>
            <table><tr><th>Goods</th><th>Toll</th></tr><tr><td>Grain</td><td>4 crowns</td></tr></table>
            <p>Passengers will go on paying nothing at all, the two delegations said in their common statement.</p></article>
            """);
        Assert.Contains("Grain 4 crowns", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_content_of_a_feed_entry_is_read_like_a_page()
    {
        Page page = new("feed.xml#1", PageKind.HtmlFragment, "<p>The lights on Gannet Rock burn again, the keeper said.</p><p>Ships may pass.</p>") { Hints = new(Title: "Lights back") };
        Article article = Extractor.Extract(page);
        Assert.Equal("Lights back\n\nThe lights on Gannet Rock burn again, the keeper said.\n\nShips may pass.", article.Text);
    }
}
