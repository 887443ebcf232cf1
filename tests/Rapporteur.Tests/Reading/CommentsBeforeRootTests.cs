using System.Text;
using Rapporteur.Reading.Feeds;
using Rapporteur.Reading.Web;

namespace Rapporteur.Tests.Reading;

/// <summary>Comments before the root element may be taken in one way only: a search that tries each end of each of them is not done in a lifetime.</summary>
public class CommentsBeforeRootTests
{
    private static readonly string Comments = string.Concat(Enumerable.Repeat("<!-- a -->\n", 100));

    [Fact]
    public void A_feed_with_many_comments_is_read() =>
        Assert.Null(XmlFeed.Parse(Encoding.UTF8.GetBytes($"<?xml version='1.0'?>{Comments}<rss><channel><title>Courier</title></channel></rss>"), null, null).Reason);

    [Fact]
    public void A_document_type_behind_many_comments_is_refused() =>
        Assert.NotNull(XmlFeed.Parse(Encoding.UTF8.GetBytes($"<?xml version='1.0'?>{Comments}<!DOCTYPE rss><rss/>"), null, null).Reason);

    [Theory]
    [InlineData("<rss>", DocumentKind.Xml)]
    [InlineData("<!DOCTYPE html>", DocumentKind.Html)]
    [InlineData("plain words", DocumentKind.Text)]
    public void What_a_document_is_is_told_behind_many_comments(string then, object kind) =>
        Assert.Equal(kind, DocumentKinds.Of(Encoding.UTF8.GetBytes(Comments + then), "text/plain"));
}
