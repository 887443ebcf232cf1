using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>What every record store must do. A store signs it in one line.</summary>
public abstract partial class RecordStoreContract(Func<TimeProvider, Task<IRecordStore>> open) : IAsyncLifetime
{
    private static CancellationToken None => CancellationToken.None;

    private IRecordStore _store = null!;

    public async Task InitializeAsync() => _store = await open(TimeProvider.System);

    public async Task DisposeAsync() => await _store.DisposeAsync();

    private async Task<RecordOutcome> Add(ArticleRecord record) => await _store.AddAsync(record, None);

    private async Task<IReadOnlyList<StatementSummary>> Statements(StatementQuery query) => (await _store.StatementsAsync(query, None)).Items;

    [Fact]
    public async Task An_article_is_recorded_with_its_appearances_and_leads_back_to_its_very_characters()
    {
        ArticleRecord record = Record(
            "Overview. 🚢 [Mira Tolland: The harbour stays open], she told reporters.", "https://courier.example/1", outlet: "Talmar Courier",
            published: "2031-03-02T10:00:00+02:00", title: "Harbour stays open", saidOn: new DateOnly(2031, 3, 1));

        Assert.Equal(RecordOutcome.Added, await Add(record));

        StatementSummary statement = Assert.Single(await Statements(new StatementQuery()));
        Assert.Equal("The harbour stays open", statement.Content);
        Assert.Equal("Mira Tolland", statement.Speaker?.Name);
        Assert.Equal(new DateOnly(2031, 3, 1), statement.SaidOn);
        Assert.Equal("Talmar Courier", statement.FirstReport.Outlet);
        Assert.Equal("2031-03-02T10:00:00+02:00", statement.FirstReport.Published.ToString());

        AppearanceRow row = Assert.Single((await _store.StatementAsync(statement.Id, None))!.Appearances);
        Assert.Equal("Mira Tolland", row.Source);
        Assert.Equal(":", row.Cue);
        Assert.Equal("The harbour stays open", row.Attribution.Content[0].In(record.Article.Text));
        Assert.Equal("mark", row.Attribution.FoundBy);
        Assert.Equal(0.5, row.Attribution.Confidence);
        // The ship before it is one code point and two UTF-16 code units.
        Assert.Equal(row.Attribution.Content[0].Start - 1, row.CodePoints.Content[0].Start);

        ArticleDetail detail = (await _store.ArticleAsync(row.Article.Id, None))!;
        ArticleVersion version = Assert.Single(detail.Versions);
        Assert.Equivalent(record.Article, version.Article, strict: true);
        Assert.Equal(row.Id, Assert.Single(version.Appearances).Id);
    }

    [Fact]
    public async Task Reading_the_same_article_twice_changes_nothing()
    {
        ArticleRecord record = Record("[Jonas Veidt: No ship was stopped]", "https://courier.example/2");
        await Add(record);
        RecordCounts before = await _store.CountsAsync(None);

        Assert.Equal(RecordOutcome.Unchanged, await Add(record));
        Assert.Equal(before, await _store.CountsAsync(None));
        Assert.True(await _store.HasAsync(record.Article, None));
    }

    [Fact]
    public async Task A_text_without_address_read_from_another_folder_is_the_same_article()
    {
        await Add(Record("[Jonas Veidt: No ship was stopped]", location: "late/copy.txt"));
        Assert.Equal(RecordOutcome.Unchanged, await Add(Record("[Jonas Veidt: No ship was stopped]", location: "early/original.txt")));

        ArticleSummary article = Assert.Single((await _store.ArticlesAsync(new ArticleQuery(), None)).Items);
        Assert.Equal("early/original.txt", article.Article.Location);
    }

    [Fact]
    public async Task An_article_edited_at_its_address_becomes_a_new_version()
    {
        await Add(Record("[Jonas Veidt: We never agreed to the levy]", "https://courier.example/3", published: "2031-03-01"));
        RecordOutcome outcome = await Add(Record("[Jonas Veidt: We have not agreed to the levy]", "https://courier.example/3", published: "2031-03-01", modified: "2031-03-02"));

        Assert.Equal(RecordOutcome.NewVersion, outcome);
        ArticleSummary article = Assert.Single((await _store.ArticlesAsync(new ArticleQuery(), None)).Items);
        Assert.Equal(2, article.Versions);
        Assert.Equal("We have not agreed to the levy", Assert.Single(await Statements(new StatementQuery())).Content);
    }

    [Fact]
    public async Task An_unknown_statement_article_and_actor_are_null()
    {
        Assert.Null(await _store.StatementAsync("000000000000", None));
        Assert.Null(await _store.ArticleAsync("000000000000", None));
        Assert.Null(await _store.ActorAsync("000000000000", None));
    }

    [Fact]
    public async Task What_a_server_said_of_an_address_is_remembered()
    {
        FetchState state = new("https://courier.example/feed", "\"v1\"", null, new DateTimeOffset(2031, 3, 1, 12, 0, 0, TimeSpan.FromHours(2)));
        Assert.Null(await _store.FetchStateAsync(state.Url, None));
        await _store.RememberFetchAsync(state with { ETag = "\"v0\"" }, None);
        await _store.RememberFetchAsync(state, None);
        FetchState? known = await _store.FetchStateAsync(state.Url, None);
        Assert.Equal(state.ETag, known?.ETag);
        Assert.Null(known?.LastModified);
        Assert.Equal(state.NotBefore, known?.NotBefore);
    }
}
