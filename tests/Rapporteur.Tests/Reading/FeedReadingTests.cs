using Rapporteur.Reading;

namespace Rapporteur.Tests.Reading;

public sealed class FeedReadingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_saved_RSS_feed_gives_a_page_for_each_entry()
    {
        string path = folder.File("courier.rss", """
            <?xml version="1.0"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
            <channel><title>The Courier</title><link>https://courier.example/</link><language>en-GB</language>
            <item><media:title>Photo</media:title><title>Ferry &amp; harbour</title><link>/ferry</link><pubDate>Sun, 30 Mar 2025 18:05:00 EST</pubDate><dc:creator>Ana Lind</dc:creator>
              <description>Short.</description><content:encoded><![CDATA[<p>The ferry sails again, the mayor said.</p>]]></content:encoded></item>
            <item><title>Lamp lit</title><guid>https://courier.example/lamp</guid><source url="https://kpb.example/rss">KPB</source><author>desk@courier.example (Night desk)</author>
              <description>&lt;p&gt;The lamp was lit.&lt;/p&gt;</description></item>
            <item><title>Only a link</title><link>https://courier.example/only</link></item>
            </channel></rss>
            """);

        List<ReadResult> results = await Read(path);

        Assert.Equal([path + "#1", path + "#2", path + "#3"], results.Select(r => r.Location));
        Assert.Equal(PageKind.HtmlFragment, results[0].Page!.Kind);
        Assert.Equal("<p>The ferry sails again, the mayor said.</p>", results[0].Page!.Content);
        Assert.Equal(new PageHints("https://courier.example/ferry", "The Courier", PressTime.Parse("2025-03-30T18:05:00-05:00"), "Ferry & harbour", "en", Byline: "Ana Lind"), results[0].Page!.Hints);
        Assert.Equal("<p>The lamp was lit.</p>", results[1].Page!.Content);
        Assert.Equal(new PageHints("https://courier.example/lamp", "KPB", null, "Lamp lit", "en", Byline: "Night desk"), results[1].Page!.Hints);
        Assert.False(results[2].Failed);
        Assert.Contains("read https://courier.example/only", results[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_saved_Atom_feed_gives_a_page_for_each_entry()
    {
        string path = folder.File("courier.atom", """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Courier</title><link rel="self" href="https://courier.example/atom"/><author><name>Desk</name></author>
            <entry><title type="html">Ferry &amp;amp; harbour</title><link href="ferry"/><published>2025-03-30T18:05:00+02:00</published><updated>2025-03-31T08:00:00Z</updated>
              <author><name>Ana Lind</name></author><content type="html">&lt;p&gt;The ferry sails again.&lt;/p&gt;</content></entry>
            <entry><title>Lamp</title><updated>2025-03-31T08:00:00Z</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The <b>lamp</b><br/> was <a href="/?a&amp;b">lit</a>.</p><p/></div></content></entry>
            <entry><title>Levy</title><updated>2025-03-31T08:00:00Z</updated><content>Ships < & > boats
            pay.</content></entry>
            </feed>
            """.Replace("Ships < & >", "Ships &lt; &amp; &gt;", StringComparison.Ordinal));

        List<ReadResult> results = await Read(path);

        Assert.Equal("<p>The ferry sails again.</p>", results[0].Page!.Content);
        Assert.Equal(
            new PageHints("https://courier.example/ferry", "The Courier", PressTime.Parse("2025-03-30T18:05:00+02:00"), "Ferry & harbour", "en", PressTime.Parse("2025-03-31T08:00:00Z"), "Ana Lind"),
            results[0].Page!.Hints);
        Assert.Equal("""<div><p>The <b>lamp</b><br> was <a href="/?a&amp;b">lit</a>.</p><p></p></div>""", results[1].Page!.Content);
        Assert.Equal("Desk", results[1].Page!.Hints.Byline);
        Assert.Equal("<p>Ships &lt; &amp; &gt; boats</p>\n<p>pay.</p>\n", results[2].Page!.Content);
    }

    [Fact]
    public async Task A_saved_JSON_Feed_gives_a_page_for_each_entry()
    {
        string path = folder.File("courier.json", """
            {"version":"https://jsonfeed.org/version/1.1","title":"The Courier","home_page_url":"https://courier.example/","language":"en",
             "items":[{"id":"1","url":"/ferry","title":"Ferry","content_html":"<p>The ferry sails again.</p>","date_published":"2025-03-30T18:05:00+02:00","authors":[{"name":"Ana Lind"},{"name":"Bo Tarn"}]},
                      {"id":"2","url":"/lamp","content_text":"The lamp was lit."},{"id":"3","summary":"A levy."},{"id":4},"nonsense"]}
            """);

        List<ReadResult> results = await Read(path);

        Assert.Equal(4, results.Count);
        Assert.Equal(new PageHints("https://courier.example/ferry", "The Courier", PressTime.Parse("2025-03-30T18:05:00+02:00"), "Ferry", "en", Byline: "Ana Lind, Bo Tarn"), results[0].Page!.Hints);
        Assert.Equal("<p>The lamp was lit.</p>\n", results[1].Page!.Content);
        Assert.Equal("<p>A levy.</p>\n", results[2].Page!.Content);
        Assert.Contains("neither text nor a link", results[3].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_with_slips_is_read_all_the_same()
    {
        string path = folder.File("a.xml", "\n<rss><channel><item><description>The ferry&nbsp;sails &amp; \u0008re&#7;turns.</description></item></channel></rss>");

        Assert.Equal("The ferry\u00a0sails & re\u0007turns.", Assert.Single(await Read(path)).Page!.Content);
    }

    [Fact]
    public async Task A_feed_in_windows_1251_is_read_by_its_declaration()
    {
        string xml = """<?xml version="1.0" encoding="windows-1251"?><rss><channel><item><description>Паром снова ходит.</description></item></channel></rss>""";
        string path = folder.File("a.xml", System.Text.CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes(xml));

        Assert.Equal("Паром снова ходит.", Assert.Single(await Read(path)).Page!.Content);
    }

    [Fact]
    public async Task A_feed_with_an_external_entity_is_refused()
    {
        string secret = folder.File("secret", "the secret");
        string path = folder.File("a.xml", $"""<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file://{secret}">]><rss><channel><item><description>&x;</description></item></channel></rss>""");

        await IsRefused(path, "document type");
    }

    [Fact]
    public async Task A_feed_with_a_billion_laughs_is_refused()
    {
        string entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        string path = folder.File("a.xml", $"<!-- a feed --><!doctype rss [<!ENTITY l0 \"ha\">{entities}]><rss><channel><item><description>&l9;</description></item></channel></rss>");

        await IsRefused(path, "document type");
    }

    [Fact]
    public async Task An_undeclared_entity_is_named_as_the_fault() =>
        await IsRefused(folder.File("a.xml", "<rss><channel><item><description>&xxe;</description></item></channel></rss>"), "broken at line 1");

    [Fact]
    public async Task A_feed_that_breaks_off_is_refused_with_the_line() =>
        await IsRefused(folder.File("a.xml", "<rss>\n<channel>\n<item><title>Ferry</tit"), "broken at line 3");

    [Fact]
    public async Task Atom_content_nested_100000_deep_is_refused()
    {
        string deep = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep" + string.Concat(Enumerable.Repeat("</div>", 100_000));

        await IsRefused(
            folder.File("a.atom", $"""<feed xmlns="http://www.w3.org/2005/Atom"><entry><content type="xhtml">{deep}</content></entry></feed>"""),
            "more than 500 deep");
    }

    [Fact]
    public async Task JSON_nested_100000_deep_is_refused() =>
        await IsRefused(folder.File("a.json", new string('[', 100_000)), "not JSON that can be read");

    [Fact]
    public async Task A_feed_without_entries_is_skipped()
    {
        ReadResult result = Assert.Single(await Read(folder.File("a.xml", "<rss><channel><title>The Courier</title></channel></rss>")));

        Assert.False(result.Failed);
        Assert.Contains("no entries", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_XML_that_is_named_is_a_failure() => await IsRefused(folder.File("a.xml", "<urlset/>"), "<urlset> is no feed");

    private static async Task IsRefused(string path, string reason)
    {
        ReadResult result = Assert.Single(await Read(path));
        Assert.Null(result.Page);
        Assert.True(result.Failed);
        Assert.Equal(path, result.Location);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    private static async Task<List<ReadResult>> Read(string path) =>
        await new Reader(new ReaderOptions(), null, null, TimeProvider.System).ReadAsync(path, CancellationToken.None).ToListAsync();
}
