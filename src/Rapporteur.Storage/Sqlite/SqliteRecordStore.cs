using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur.Storage.Sqlite;

/// <summary>Keeps a dossier in one SQLite file.</summary>
/// <remarks>
/// May be used from many threads at once, and by several processes on one file: readers never wait, writers queue.
/// Whatever goes wrong with the file is told as <see cref="RecordStoreException"/>.
/// </remarks>
public sealed class SqliteRecordStore : IRecordStore
{
    // Exports are read in portions, so that a slow consumer holds no look into the database open.
    private const int Portion = 200;

    private readonly SqliteConnections _connections;
    private readonly TimeProvider _clock;
    private readonly StatementIndex _index = new();
    private readonly EncounterIndex _encounters = new();

    private SqliteRecordStore(SqliteConnections connections, TimeProvider clock) => (_connections, _clock) = (connections, clock);

    /// <summary>Opens the file; when it is missing, makes it.</summary>
    /// <param name="path">The file. Its folder must exist.</param>
    /// <param name="clock">Dates what is recorded.</param>
    /// <param name="readOnly">Never writes, and so needs a file that exists.</param>
    /// <param name="cancel">Stops waiting for the file.</param>
    /// <exception cref="RecordStoreException">It cannot be opened: the message says why and what to do.</exception>
    public static Task<SqliteRecordStore> OpenAsync(string path, TimeProvider clock, bool readOnly = false, CancellationToken cancel = default)
    {
        RefuseWhatIsNoFile(path, readOnly);
        return OpenAsync(new SqliteFile(path, readOnly), clock, cancel);
    }

    /// <summary>A record that is gone when the store is disposed. For tests and trials.</summary>
    public static Task<SqliteRecordStore> InMemoryAsync(TimeProvider clock, CancellationToken cancel = default) =>
        OpenAsync(new SqliteFile(Path: null, ReadOnly: false), clock, cancel);

    internal static async Task<SqliteRecordStore> OpenAsync(SqliteFile file, TimeProvider clock, CancellationToken cancel = default)
    {
        SqliteConnection? connection = null;
        try
        {
            connection = await file.ConnectAsync(forReading: false, cancel);
            await Migrator.BringUpToDateAsync(connection, file);
            // What a statement would have to undo: for an article's appearances that was a file, made and taken away again each time. Not for migrations, which put whole tables in order.
            SqliteFile.Run(connection, "PRAGMA temp_store = MEMORY");
            SqliteRecordStore store = new(new SqliteConnections(file, connection), clock);
            if (!file.ReadOnly) await store.FileEncountersAsync(cancel);
            return store;
        }
        catch (Exception error)
        {
            if (connection is not null) await connection.DisposeAsync();
            if (error is SqliteException sqlite) throw SqliteErrors.Told(sqlite, file);
            throw;
        }
    }

    // A record from before encounters were kept has mentions only.
    private async Task FileEncountersAsync(CancellationToken cancel)
    {
        bool isOld = await _connections.ReadAsync(db => db.OneAsync<bool>("SELECT 1 FROM encounter_mentions WHERE kin IS NULL LIMIT 1", null, cancel), cancel);
        if (isOld) await _connections.WriteAsync(sql => { new EncounterWriter(sql).FileAll(); return true; }, cancel);
    }

    private static void RefuseWhatIsNoFile(string path, bool readOnly)
    {
        if (Directory.Exists(path)) throw new RecordStoreException($"{path} is a folder. Give a file in it, for example --db {Path.Combine(path, "rapporteur.db")}");
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (!Directory.Exists(folder)) throw new RecordStoreException($"{path} cannot be opened: there is no folder {folder}. Make it first, or give another file with --db.");
        if (readOnly && !File.Exists(path)) throw new RecordStoreException($"There is no record at {path}. Make one first: rapporteur read PATH --db {path}");
    }

    /// <inheritdoc/>
    public Task<RecordOutcome> AddAsync(ArticleRecord record, CancellationToken cancel) =>
        _connections.WriteAsync(sql => new ArticleWriter(sql, _clock).Add(record), cancel);

    /// <summary>Records new articles in one transaction with their appearances and statements, and nothing else: for measurements of matching, which need a large record soon.</summary>
    internal Task AddAppearancesAsync(IEnumerable<ArticleRecord> records, CancellationToken cancel) => _connections.WriteAsync(
        sql =>
        {
            ArticleWriter writer = new(sql, _clock);
            foreach (ArticleRecord record in records) writer.AddAppearances(record);
            return true;
        },
        cancel);

    /// <inheritdoc/>
    public Task<bool> RenewAsync(string article, int version, ArticleRecord record, CancellationToken cancel) =>
        _connections.WriteAsync(sql => new ArticleRenewal(sql).Renew(article, version, record), cancel);

    /// <inheritdoc/>
    public Task<SavedSearch> SaveSearchAsync(string name, string asked, CancellationToken cancel) =>
        _connections.WriteAsync(sql => SavedSearches.Save(sql, name, asked, _clock.GetUtcNow()), cancel, changes: false);

    /// <inheritdoc/>
    public Task<bool> ForgetSearchAsync(string id, CancellationToken cancel) => _connections.WriteAsync(sql => SavedSearches.Forget(sql, id), cancel, changes: false);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Unread>> UnreadAsync(CancellationToken cancel) => _connections.ReadAsync(db => UnreadPages.AllAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<bool> NoteUnreadAsync(string location, string reason, bool failed, CancellationToken cancel) =>
        _connections.WriteAsync(sql => UnreadPages.Note(sql, new Unread(location, reason, failed, _clock.GetUtcNow())), cancel, changes: false);

    /// <inheritdoc/>
    public Task<bool> ForgetUnreadAsync(string location, CancellationToken cancel) => _connections.WriteAsync(sql => UnreadPages.Forget(sql, location), cancel, changes: false);

    /// <inheritdoc/>
    public Task<IReadOnlyList<SavedSearch>> SavedSearchesAsync(CancellationToken cancel) => _connections.ReadAsync(db => SavedSearches.AllAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<long> ChangesAsync(CancellationToken cancel) => _connections.ReadAsync(db => db.OneAsync<long>("SELECT changes FROM record_state", null, cancel), cancel);

    /// <inheritdoc/>
    public Task<StatementFacets> FacetsAsync(StatementQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => _index.FacetsAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<AppearanceRow>> UnjudgedAsync(StatementQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => UnjudgedQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutletShare>> OutletSharesAsync(CancellationToken cancel) =>
        _connections.ReadAsync(async db => await OutletShares.AllAsync(db, await OutletQueries.AllAsync(db, cancel), await _index.OutletsAsync(db, cancel), cancel), cancel);

    /// <inheritdoc/>
    public Task<bool> HasAsync(Article article, CancellationToken cancel)
    {
        string digest = ArticleIdentity.DigestOf(article);
        return _connections.ReadAsync(
            db => db.OneAsync<bool>(
                """
                SELECT 1 FROM article_versions v JOIN article_locations l ON l.article = v.article
                WHERE v.digest = @digest AND l.location = @Location
                """,
                new { digest, article.Location }, cancel),
            cancel);
    }

    /// <inheritdoc/>
    public Task<Judgement> JudgeAsync(JudgementRequest request, CancellationToken cancel) =>
        // That something was right changes nothing that is drawn from the record.
        _connections.WriteAsync(sql => new JudgementWriter(sql, _clock).Add(request), cancel, changes: request.Kind != JudgementKind.Confirmed);

    /// <inheritdoc/>
    public Task<Judgement?> UndoJudgementAsync(int number, CancellationToken cancel) =>
        _connections.WriteAsync(sql => new JudgementWriter(sql, _clock).Undo(number), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Judgement>> JudgementsAsync(CancellationToken cancel) =>
        _connections.ReadAsync(
            db =>
            {
                using PreparedSql sql = new(db);
                return Task.FromResult(JudgementWriter.List(sql));
            },
            cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<WordingReason>> WhyAsync(string statement, CancellationToken cancel) =>
        _connections.ReadAsync(db => Task.FromResult(MatchQueries.Why(db, statement)), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<StatementLink>> LinksAsync(string statement, CancellationToken cancel) =>
        _connections.ReadAsync(
            async db => await db.OneAsync<long?>("SELECT row FROM statements WHERE id = @statement", new { statement }, cancel) is { } row ? MatchQueries.Links(db, row) : [],
            cancel);

    /// <inheritdoc/>
    public Task<FetchState?> FetchStateAsync(string url, CancellationToken cancel) =>
        _connections.ReadAsync(db => FetchStates.OneAsync(db, url, cancel), cancel);

    /// <inheritdoc/>
    public Task RememberFetchAsync(FetchState state, CancellationToken cancel) =>
        _connections.WriteAsync(sql => FetchStates.Remember(sql, state), cancel, changes: false);

    /// <inheritdoc/>
    public Task<RecordCounts> CountsAsync(CancellationToken cancel) => _connections.ReadAsync(db => OutletQueries.CountsAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<StatementSummary>> StatementsAsync(StatementQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => _index.InUse ? StatementQueries.ListAsync(db, _index, query, cancel) : StatementQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<StatementDetail?> StatementAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => StatementQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<AppearanceRow>> AppearancesAsync(AppearanceQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => AppearanceQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<AppearanceRow?> AppearanceAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => AppearanceQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<ArticleSummary>> ArticlesAsync(ArticleQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => ArticleQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<ArticleDetail?> ArticleAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => ArticleQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<ActorSummary>> ActorsAsync(ActorQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => ActorQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<ActorDetail?> ActorAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => ActorQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<OutletSummary>> OutletsAsync(CancellationToken cancel) =>
        _connections.ReadAsync(db => OutletQueries.AllAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Encounter>> EncountersAsync(CancellationToken cancel) =>
        _connections.ReadAsync(db => _encounters.AllAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<Encounter?> EncounterAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => EncounterQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TermReport>> ContestedTermsAsync(CancellationToken cancel) =>
        _connections.ReadAsync(db => ContestedTermRows.CurrentAsync(db, cancel), cancel);

    /// <inheritdoc/>
    public Task<StanceChanges> StanceChangesAsync(long since, CancellationToken cancel) =>
        _connections.ReadAsync(db => StanceMarks.ChangedAsync(db, since, cancel), cancel);

    /// <inheritdoc/>
    public Task<IReadOnlyList<TextReuse>> ReuseAsync(string article, CancellationToken cancel) =>
        _connections.ReadAsync(db => ReuseQueries.OfAsync(db, article, cancel), cancel);

    /// <inheritdoc/>
    public Task<ListPage<StorySummary>> StoriesAsync(StoryQuery query, CancellationToken cancel) =>
        _connections.ReadAsync(db => StoryQueries.ListAsync(db, query, cancel), cancel);

    /// <inheritdoc/>
    public Task<StoryDetail?> StoryAsync(string id, CancellationToken cancel) =>
        _connections.ReadAsync(db => StoryQueries.OneAsync(db, id, cancel), cancel);

    /// <inheritdoc/>
    public Task<StorySummary?> StoryOfArticleAsync(string article, CancellationToken cancel) =>
        _connections.ReadAsync(db => StoryQueries.OfArticleAsync(db, article, cancel), cancel);

    /// <inheritdoc/>
    public async IAsyncEnumerable<AppearanceRow> ExportAppearancesAsync([EnumeratorCancellation] CancellationToken cancel)
    {
        for (string? after = ""; after is not null;)
        {
            string from = after;
            (IReadOnlyList<AppearanceRow> rows, after) =
                await _connections.ReadAsync(db => ArticleQueries.AppearancesAfterAsync(db, from, Portion, cancel), cancel);
            foreach (AppearanceRow row in rows) yield return row;
        }
    }

    /// <inheritdoc/>
    public IAsyncEnumerable<StatementSummary> ExportStatementsAsync(CancellationToken cancel) =>
        ExportAsync((db, after) => StatementQueries.AfterAsync(db, after, Portion, cancel), statement => statement.Id, cancel);

    /// <inheritdoc/>
    public IAsyncEnumerable<ArticleSummary> ExportArticlesAsync(CancellationToken cancel) =>
        ExportAsync((db, after) => ArticleQueries.AfterAsync(db, after, Portion, cancel), article => article.Article.Id, cancel);

    private async IAsyncEnumerable<T> ExportAsync<T>(
        Func<SqliteConnection, string, Task<IReadOnlyList<T>>> next, Func<T, string> id, [EnumeratorCancellation] CancellationToken cancel)
    {
        string after = "";
        while (await _connections.ReadAsync(db => next(db, after), cancel) is { Count: > 0 } portion)
        {
            foreach (T item in portion) yield return item;
            after = id(portion[^1]);
        }
    }

    /// <summary>Copies the whole record, as it stands at one moment, into a new file without a write-ahead log.</summary>
    public Task CopyToAsync(string path, CancellationToken cancel) => _connections.ReadAsync(
        async db =>
        {
            await using SqliteConnection copy = new(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
            await copy.OpenAsync(cancel);
            db.BackupDatabase(copy);
            SqliteFile.Run(copy, "PRAGMA journal_mode = DELETE; VACUUM");
            return true;
        },
        cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _connections.DisposeAsync();
        _index.Dispose();
        _encounters.Dispose();
    }
}
