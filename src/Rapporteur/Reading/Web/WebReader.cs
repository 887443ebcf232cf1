using System.Runtime.CompilerServices;
using Rapporteur.Reading.Charsets;
using Rapporteur.Reading.Feeds;

namespace Rapporteur.Reading.Web;

/// <summary>Reads an address: an article, or a feed and the articles it leads to.</summary>
internal sealed class WebReader(ReaderOptions options, Fetcher fetcher)
{
    /// <summary>Reads an address that the user named.</summary>
    public async IAsyncEnumerable<ReadResult> ReadAsync(string url, [EnumeratorCancellation] CancellationToken cancel)
    {
        Fetch fetch = await fetcher.GetAsync(url, cancel);
        if (fetch.Instead is not null)
        {
            yield return fetch.Instead;
            yield break;
        }

        HttpReply reply = fetch.Reply!;
        DocumentKind kind = DocumentKinds.Of(reply.Body!, reply.MediaType);
        if (kind is not (DocumentKind.Xml or DocumentKind.Json))
        {
            yield return Article(reply, kind, new PageHints());
            yield break;
        }

        Feed feed = kind == DocumentKind.Json ? JsonFeed.Parse(reply.Body!, reply.Address) : XmlFeed.Parse(reply.Body!, reply.Charset, reply.Address);
        if (feed.Reason is not null)
        {
            yield return ReadResult.CouldNot(url, feed.Reason);
            yield break;
        }

        // The server may say "not changed" to the next visit only once everything of this one is recorded, and nothing failed:
        // so its tag travels with the last entry.
        ReadResult last = ReadResult.Skipped(url, "the feed has no entries");
        bool complete = true;
        int linked = 0;
        for (int i = 0; i < feed.Entries.Count; i++)
        {
            if (i > 0) yield return last;
            FeedEntry entry = feed.Entries[i];
            string location = $"{reply.Address.AbsoluteUri}#{i + 1}";
            if (entry.HasFullContent || entry.Link is null) last = entry.ToResult(location);
            else if (++linked > options.MaxLinkedArticles) last = ReadResult.Skipped(entry.Link, $"the feed leads to more than {options.MaxLinkedArticles} articles: name this one to read it");
            else last = await ReadLinkedAsync(entry, cancel);
            complete &= !last.Failed;
        }

        yield return complete ? last with { Fetched = Tag(reply) } : last;
    }

    /// <summary>Reads the article that an entry of a feed links to.</summary>
    public async Task<ReadResult> ReadLinkedAsync(FeedEntry entry, CancellationToken cancel)
    {
        Fetch fetch = await fetcher.GetAsync(entry.Link!, cancel);
        if (fetch.Instead is not null) return fetch.Instead;
        HttpReply reply = fetch.Reply!;
        // Of headline, outlet and address the page knows better than the feed, and read by its own address it must be the same article.
        return Article(reply, DocumentKinds.Of(reply.Body!, reply.MediaType), new PageHints(Published: entry.Hints.Published));
    }

    private static ReadResult Article(HttpReply reply, DocumentKind kind, PageHints hints)
    {
        string location = reply.Address.AbsoluteUri;
        if (reply.Body!.Length == 0) return ReadResult.CouldNot(location, $"{reply.Address.Host} sent an empty page: try again later, or save the page in a browser and read the file");
        if (kind is not (DocumentKind.Html or DocumentKind.Text))
            return ReadResult.CouldNot(location, $"it is no article but {reply.MediaType}: HTML pages, plain text and feeds are read");

        Decoded decoded = TextDecoder.Decode(reply.Body, kind == DocumentKind.Html ? TextSource.Html : TextSource.PlainText, reply.Charset);
        if (decoded.Text is null) return ReadResult.CouldNot(location, decoded.Reason!);
        Page page = new(location, kind == DocumentKind.Html ? PageKind.Html : PageKind.PlainText, decoded.Text) { Hints = hints };
        return ReadResult.Of(page) with { Fetched = Tag(reply) };
    }

    private static Recording.FetchState? Tag(HttpReply reply) => reply.State is { ETag: null, LastModified: null } ? null : reply.State;
}
