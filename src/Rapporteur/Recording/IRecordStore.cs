using Rapporteur.Querying;
using Rapporteur.Reading;

namespace Rapporteur.Recording;

/// <summary>Keeps one dossier. What every store must do is written once, in the store contract suite.</summary>
public interface IRecordStore : IRecordQueries, IRecordDesk, IFetchMemory, IAsyncDisposable
{
    /// <summary>Records an article and its appearances in one transaction: all of it or nothing.</summary>
    /// <remarks>
    /// An article is known by its canonical URL; one without by its text and outlet, or by the file in which it was edited. A known article with another text becomes a new version;
    /// the same text and facts again change nothing. Versions are ordered by their own dates (modified, else published), then by arrival.
    /// When it returns, the article survives a crash of the process.
    /// </remarks>
    Task<RecordOutcome> AddAsync(ArticleRecord record, CancellationToken cancel);

    /// <summary>Keeps that something asked for is not in the record, and why; the reason of an earlier try is replaced.</summary>
    /// <param name="location">The file path or URL.</param>
    /// <param name="reason">In words for the user.</param>
    /// <param name="failed">True when it could not be done, false when it was passed over.</param>
    /// <param name="cancel">Stops before it is written.</param>
    Task<bool> NoteUnreadAsync(string location, string reason, bool failed, CancellationToken cancel);

    /// <summary>True when the article is known with this very text, these very facts and this very location, so that recording it again would change nothing.</summary>
    Task<bool> HasAsync(Article article, CancellationToken cancel);

    /// <summary>Puts what was found anew in a version of an article in the place of what was found there before. Judgements stay, and go on with the words they are about.</summary>
    /// <param name="article">Identity of the article.</param>
    /// <param name="version">Number of the version, from 1.</param>
    /// <param name="record">The same text with what was found in it.</param>
    /// <param name="cancel">Stops before it is written.</param>
    /// <returns>False when there is no such version, or it has another text.</returns>
    Task<bool> RenewAsync(string article, int version, ArticleRecord record, CancellationToken cancel);
}

/// <summary>What a server said of an address, so that the next visit can ask whether anything changed.</summary>
/// <param name="Url">The address asked for.</param>
/// <param name="ETag">Its entity tag, or null.</param>
/// <param name="LastModified">Its Last-Modified header as sent, or null.</param>
/// <param name="NotBefore">Do not ask again before this instant (Retry-After); null when it may be asked.</param>
public sealed record FetchState(string Url, string? ETag, string? LastModified, DateTimeOffset? NotBefore);
