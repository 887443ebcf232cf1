using Rapporteur.Querying;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

/// <summary>Appearances by themselves.</summary>
public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Appearances_come_from_the_newest_article_first_and_page_without_gap_or_repeat()
    {
        foreach (var record in Thirty()) await Add(record);
        ListPage<AppearanceRow> all = await _store.AppearancesAsync(new AppearanceQuery { Limit = 200 }, None);
        Assert.Equal((await _store.CountsAsync(None)).Appearances, all.Total);
        Assert.Equal(all.Total, all.Items.Count);
        List<string> paged = [];
        string? after = null;
        do
        {
            ListPage<AppearanceRow> page = await _store.AppearancesAsync(new AppearanceQuery { Limit = 7, After = after }, None);
            paged.AddRange(page.Items.Select(row => row.Id));
            after = page.Next;
        }
        while (after is not null);

        Assert.Equal(all.Items.Select(row => row.Id), paged);
        PressTime?[] days = [.. all.Items.Select(row => row.Article.Published)];
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.True((pair.First?.Instant ?? default) >= (pair.Second?.Instant ?? default)));
        await Assert.ThrowsAsync<ArgumentException>(() => _store.AppearancesAsync(new AppearanceQuery { After = "nonsense" }, None));
    }

    [Fact]
    public async Task Appearances_are_asked_for_by_what_came_through_whom()
    {
        await Add(Record("[Jonas Veidt: The fee stays]", "https://a.example/1", outlet: "Gazette of Hask", credits: ["North Wire"]));
        await Add(Record("[Jonas Veidt: The lighthouse is dark]", "https://a.example/2", outlet: "Gazette of Hask"));
        Assert.Equal("The fee stays", Assert.Single((await _store.AppearancesAsync(new AppearanceQuery { Via = "NORTH wire" }, None)).Items).Content);
        Assert.Equal("The fee stays", Assert.Single((await _store.ArticlesAsync(new ArticleQuery { Via = "North Wire" }, None)).Items.Select(a => a.Article.Url == "https://a.example/1" ? "The fee stays" : "other")));
        Assert.Empty((await _store.AppearancesAsync(new AppearanceQuery { Via = "Harbour Wire" }, None)).Items);
    }

    [Fact]
    public async Task An_appearance_is_found_by_its_identity_even_when_an_edit_has_withdrawn_it()
    {
        await Add(Record("[Jonas Veidt: The fee stays]", "https://a.example/1", modified: "2031-03-01"));
        string id = Assert.Single((await _store.AppearancesAsync(new AppearanceQuery(), None)).Items).Id;
        await Add(Record("[Jonas Veidt: The fee rises]", "https://a.example/1", modified: "2031-03-02"));
        Assert.DoesNotContain((await _store.AppearancesAsync(new AppearanceQuery(), None)).Items, row => row.Id == id);
        Assert.False((await _store.AppearanceAsync(id, None))!.Current);
        Assert.Null(await _store.AppearanceAsync("nothing", None));
    }

    [Fact]
    public async Task A_speaker_is_found_by_the_beginning_of_a_name_whose_key_has_another_spelling()
    {
        await Add(Record("[Mira Tolland: The harbour stays open]", "https://a.example/1"));
        foreach (string typed in new[] { "toll", "tolland", "mira toll", "Mira Tolland" }) Assert.Single(await Statements(new StatementQuery { Speaker = typed }));
        Assert.Empty(await Statements(new StatementQuery { Speaker = "olland" }));
    }
}
