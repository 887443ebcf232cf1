using Rapporteur.Querying;
using Rapporteur.Recording;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>What makes readings one article, and which of its versions counts.</summary>
public abstract partial class RecordStoreContract
{
    private const string Long = "The harbour committee met on the second floor of the customs house and spoke about ships, fees and the old lighthouse. ";

    [Fact]
    public async Task A_file_without_address_that_is_edited_in_its_place_becomes_a_new_version()
    {
        await Add(Record(Long + "[Jonas Veidt: The fee stays]", location: "a/1.txt"));
        Assert.Equal(RecordOutcome.NewVersion, await Add(Record(Long + "[Jonas Veidt: The fee rises]", location: "a/1.txt")));
        Assert.Equal("The fee rises", Assert.Single(await Statements(new StatementQuery())).Content);
        Assert.Equal(RecordOutcome.Unchanged, await Add(Record(Long + "[Jonas Veidt: The fee stays]", location: "a/1.txt")));
    }

    [Fact]
    public async Task Another_text_under_an_old_file_name_is_another_article()
    {
        await Add(Record(Long + "[Jonas Veidt: The fee stays]", location: "a/1.txt"));
        Assert.Equal(RecordOutcome.Added, await Add(Record("Snow fell all night. [Mira Tolland: Schools open late today]", location: "a/1.txt")));
        Assert.Equal(2, (await _store.CountsAsync(None)).Articles);
    }

    [Fact]
    public async Task An_entry_that_takes_the_place_of_another_in_a_feed_is_another_article()
    {
        await Add(Record(Long + "[Jonas Veidt: The fee stays]", location: "feed.xml#1"));
        Assert.Equal(RecordOutcome.Added, await Add(Record(Long + "[Jonas Veidt: The fee rises]", location: "feed.xml#1")));
    }

    [Fact]
    public async Task The_same_text_printed_by_two_outlets_is_two_articles()
    {
        await Add(Record("[Jonas Veidt: The fee stays]", location: "a/1.txt", outlet: "Talmar Courier"));
        Assert.Equal(RecordOutcome.Added, await Add(Record("[Jonas Veidt: The fee stays]", location: "b/1.txt", outlet: "Gazette of Hask")));
        Assert.Equal(2, Assert.Single(await Statements(new StatementQuery())).Outlets);
    }

    [Fact]
    public async Task Versions_are_ordered_by_their_own_dates_whichever_is_read_first()
    {
        await Add(Record("[Jonas Veidt: The fee rises]", "https://a.example/1", published: "2031-03-01", modified: "2031-03-03"));
        Assert.Equal(RecordOutcome.NewVersion, await Add(Record("[Jonas Veidt: The fee stays]", "https://a.example/1", published: "2031-03-01")));

        StatementSummary statement = Assert.Single(await Statements(new StatementQuery()));
        Assert.Equal("The fee rises", statement.Content);
        ArticleDetail article = (await _store.ArticleAsync(statement.FirstReport.Id, None))!;
        Assert.Equal([1, 2], article.Versions.Select(version => version.Number));
        Assert.Equal("The fee stays", article.Versions[0].Appearances[0].Content);
        Assert.False(article.Versions[0].Appearances[0].Current);
        Assert.True(article.Versions[1].Appearances[0].Current);
    }

    [Fact]
    public async Task A_statement_withdrawn_by_an_edit_leaves_the_lists_and_stays_in_the_record()
    {
        await Add(Record("[Jonas Veidt: The fee stays]", "https://a.example/1", published: "2031-03-01", credits: "North Wire"));
        string withdrawn = Assert.Single(await Statements(new StatementQuery())).Id;
        await Add(Record("[Mira Tolland: No comment on the fee]", "https://a.example/1", published: "2031-03-02"));

        Assert.DoesNotContain(await Statements(new StatementQuery()), statement => statement.Id == withdrawn);
        Assert.Empty(await Statements(new StatementQuery { About = "stays" }));
        Assert.Empty((await _store.ArticlesAsync(new ArticleQuery { About = "stays" }, None)).Items);
        Assert.Empty(await _store.OutletsAsync(None));
        Assert.Equal("Mira Tolland", Assert.Single((await _store.ActorsAsync(new ActorQuery(), None)).Items).Actor.Name);

        StatementDetail detail = (await _store.StatementAsync(withdrawn, None))!;
        Assert.Equal(0, detail.Summary.Appearances);
        Assert.Equal("The fee stays", detail.Summary.Content);
        Assert.False(Assert.Single(detail.Appearances).Current);
    }

    [Fact]
    public async Task The_same_text_with_other_facts_is_a_new_version()
    {
        ArticleRecord undated = Record("[Jonas Veidt: The fee stays]", location: "a/1.txt");
        await Add(undated);
        ArticleRecord dated = Record("[Jonas Veidt: The fee stays]", location: "a/1.txt", published: "2031-03-01");
        Assert.False(await _store.HasAsync(dated.Article, None));
        Assert.Equal(RecordOutcome.NewVersion, await Add(dated));
        Assert.Equal("2031-03-01", Assert.Single(await Statements(new StatementQuery())).FirstReport.Published.ToString());
    }

    [Fact]
    public async Task An_article_known_from_elsewhere_is_recorded_once_more_so_that_its_new_place_is_known()
    {
        ArticleRecord record = Record("[Jonas Veidt: The fee stays]", location: "b/1.txt");
        await Add(record);
        Article copy = record.Article with { Location = "a/1.txt" };
        Assert.False(await _store.HasAsync(copy, None));
        await Add(record with { Article = copy });
        Assert.True(await _store.HasAsync(copy, None));
        Assert.True(await _store.HasAsync(record.Article, None));
    }

    [Fact]
    public async Task Two_attributions_at_the_very_same_place_are_one_appearance()
    {
        ArticleRecord record = Record("[Jonas Veidt: The fee stays]", "https://a.example/1");
        await Add(record with { Appearances = [.. record.Appearances, .. record.Appearances] });
        Assert.Equal(1, (await _store.CountsAsync(None)).Appearances);
    }
}
