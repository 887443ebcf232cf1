using Rapporteur.Querying;
using Rapporteur.Reading;

namespace Rapporteur.Recording;

/// <summary>Keeps one dossier. What every store must do is written once, in the store contract suite.</summary>
public interface IRecordStore : IRecordQueries, IFetchMemory, IAsyncDisposable
{
    /// <summary>Records an article and its appearances in one transaction: all of it or nothing.</summary>
    /// <remarks>
    /// An article is known by its canonical URL; one without by its text and outlet, or by the file in which it was edited. A known article with another text becomes a new version;
    /// the same text and facts again change nothing. Versions are ordered by their own dates (modified, else published), then by arrival.
    /// When it returns, the article survives a crash of the process.
    /// </remarks>
    Task<RecordOutcome> AddAsync(ArticleRecord record, CancellationToken cancel);

    /// <summary>True when the article is known with this very text, these very facts and this very location, so that recording it again would change nothing.</summary>
    Task<bool> HasAsync(Article article, CancellationToken cancel);

    /// <summary>Keeps what a person decided, dated, and brings the record to it. It holds for what is recorded later too.</summary>
    /// <exception cref="JudgementException">What it is about is not in the record, or cannot be judged in this way.</exception>
    Task<Judgement> JudgeAsync(JudgementRequest request, CancellationToken cancel);

    /// <summary>Takes a judgement back, and brings the record to what it would be without. Null when none of this number holds.</summary>
    Task<Judgement?> UndoJudgementAsync(int number, CancellationToken cancel);
}

/// <summary>What a server said of an address, so that the next visit can ask whether anything changed.</summary>
/// <param name="Url">The address asked for.</param>
/// <param name="ETag">Its entity tag, or null.</param>
/// <param name="LastModified">Its Last-Modified header as sent, or null.</param>
/// <param name="NotBefore">Do not ask again before this instant (Retry-After); null when it may be asked.</param>
public sealed record FetchState(string Url, string? ETag, string? LastModified, DateTimeOffset? NotBefore);
