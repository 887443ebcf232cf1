namespace Rapporteur.Querying;

/// <summary>Everything that is asked of the record: by pages, commands and exports alike.</summary>
/// <remarks>
/// Lists, counts and exports hold what stands in current versions. A statement that an edit has withdrawn is still found by its identity.
/// A cursor that does not belong to the list is an <see cref="ArgumentException"/>.
/// </remarks>
public interface IRecordQueries
{
    /// <summary>How much is in the record.</summary>
    Task<RecordCounts> CountsAsync(CancellationToken cancel);

    /// <summary>Statements that meet the query, newest first.</summary>
    Task<ListPage<StatementSummary>> StatementsAsync(StatementQuery query, CancellationToken cancel);

    /// <summary>What the statements that meet the query have in common, counted; <see cref="StatementQuery.Limit"/> and <see cref="StatementQuery.After"/> play no part.</summary>
    Task<StatementFacets> FacetsAsync(StatementQuery query, CancellationToken cancel);

    /// <summary>A number that grows with every change of articles, statements and judgements, so that what was drawn from all of it need not be drawn again before.</summary>
    Task<long> ChangesAsync(CancellationToken cancel);

    /// <summary>The searches that people keep, by name.</summary>
    Task<IReadOnlyList<SavedSearch>> SavedSearchesAsync(CancellationToken cancel);

    /// <summary>What was asked for and is not in the record, the latest try first.</summary>
    Task<IReadOnlyList<Unread>> UnreadAsync(CancellationToken cancel);

    /// <summary>Appearances, in current versions, of statements that meet the query, which nobody has judged; the least sure first.</summary>
    Task<ListPage<AppearanceRow>> UnjudgedAsync(StatementQuery query, CancellationToken cancel);

    /// <summary>What each outlet adds, in the order of <see cref="OutletsAsync"/>.</summary>
    Task<IReadOnlyList<OutletShare>> OutletSharesAsync(CancellationToken cancel);

    /// <summary>One statement with all its appearances, or null when there is none.</summary>
    Task<StatementDetail?> StatementAsync(string id, CancellationToken cancel);

    /// <summary>Why the wordings of a statement are in it, by identity of the wording; empty when there is none, or nobody is named who said it.</summary>
    Task<IReadOnlyList<WordingReason>> WhyAsync(string statement, CancellationToken cancel);

    /// <summary>What people decided, in the order it was.</summary>
    Task<IReadOnlyList<Recording.Judgement>> JudgementsAsync(CancellationToken cancel);

    /// <summary>Appearances in current versions that meet the query: of the newest articles first, within an article in the order of its text.</summary>
    Task<ListPage<AppearanceRow>> AppearancesAsync(AppearanceQuery query, CancellationToken cancel);

    /// <summary>One appearance, in whatever version of its article, or null when there is none.</summary>
    Task<AppearanceRow?> AppearanceAsync(string id, CancellationToken cancel);

    /// <summary>Articles that meet the query, newest first.</summary>
    Task<ListPage<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancel);

    /// <summary>One article with its text, versions and appearances, or null when there is none.</summary>
    Task<ArticleDetail?> ArticleAsync(string id, CancellationToken cancel);

    /// <summary>Actors by number of statements, most first.</summary>
    Task<ListPage<ActorSummary>> ActorsAsync(ActorQuery query, CancellationToken cancel);

    /// <summary>One actor, or null when there is none.</summary>
    Task<ActorDetail?> ActorAsync(string id, CancellationToken cancel);

    /// <summary>All outlets by name.</summary>
    Task<IReadOnlyList<OutletSummary>> OutletsAsync(CancellationToken cancel);

    /// <summary>All encounters that current versions of articles report, by their day (where unknown: that of the first report), then by identity.</summary>
    Task<IReadOnlyList<Encounter>> EncountersAsync(CancellationToken cancel);

    /// <summary>One encounter, or null when there is none of this identity.</summary>
    Task<Encounter?> EncounterAsync(string id, CancellationToken cancel);

    /// <summary>Every term that the current version of an article holds at arm's length, by article and place in it.</summary>
    Task<IReadOnlyList<TermReport>> ContestedTermsAsync(CancellationToken cancel);

    /// <summary>What has changed in the stances of the record since an earlier answer (<see cref="StanceChanges.UpTo"/>); everything for 0.</summary>
    Task<StanceChanges> StanceChangesAsync(long since, CancellationToken cancel);

    /// <summary>The articles whose current versions share text with that of an article, most words first; none when there is no such article.</summary>
    Task<IReadOnlyList<TextReuse>> ReuseAsync(string article, CancellationToken cancel);

    /// <summary>Stories that meet the query, latest first.</summary>
    Task<ListPage<StorySummary>> StoriesAsync(StoryQuery query, CancellationToken cancel);

    /// <summary>One story with its articles, or null when there is none.</summary>
    Task<StoryDetail?> StoryAsync(string id, CancellationToken cancel);

    /// <summary>The story an article belongs to; null when there is no such article, or it was recorded before there were stories.</summary>
    Task<StorySummary?> StoryOfArticleAsync(string article, CancellationToken cancel);

    /// <summary>Every appearance in the current version of an article, by article and place in it, read as it is consumed.</summary>
    IAsyncEnumerable<AppearanceRow> ExportAppearancesAsync(CancellationToken cancel);

    /// <summary>The links of a statement (<see cref="StatementDetail.Links"/>) alone.</summary>
    Task<IReadOnlyList<StatementLink>> LinksAsync(string statement, CancellationToken cancel);

    /// <summary>Every statement with an appearance in a current version, by identity, read as it is consumed.</summary>
    IAsyncEnumerable<StatementSummary> ExportStatementsAsync(CancellationToken cancel);

    /// <summary>Every article by identity, read as it is consumed.</summary>
    IAsyncEnumerable<ArticleSummary> ExportArticlesAsync(CancellationToken cancel);
}
