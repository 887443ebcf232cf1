namespace Rapporteur.Reading;

/// <summary>What a reader may touch, and where it stops.</summary>
public sealed record ReaderOptions
{
    /// <summary>Fetch from loopback, private and link-local addresses too. Off: a feed from a stranger must not reach into the reader's own network.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Fetch the articles that the entries of a feed <em>file</em> link to. Off: reading files needs no network.</summary>
    public bool FollowLinksOfSavedFeeds { get; init; }

    /// <summary>The dossier that is read into, when it is a file: in a folder being read it is passed over in silence, with the files that SQLite keeps beside it.</summary>
    public string? Database { get; init; }

    /// <summary>The most bytes of one file or response, counted after decompression.</summary>
    // The longest of the 91 real pages in article-extraction-dev has 1.4 MB: seven times that is no article.
    public int MaxBytes { get; init; } = 10_000_000;

    /// <summary>How many redirects are followed from one address, as RFC 9309 asks for robots.txt.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>How long connecting to a server may take.</summary>
    public TimeSpan ConnectTime { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How long one request may take, from the first byte sent to the last byte received.</summary>
    public TimeSpan RequestTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The longest Retry-After or Crawl-delay that is waited for; a longer Retry-After is remembered for the next visit.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How many linked articles of one feed are fetched at most.</summary>
    // Feeds list their newest 10 to 100 entries; more than 500 is a dump, or a trap.
    public int MaxLinkedArticles { get; init; } = 500;
}
