using System.Text.Json;
using Rapporteur.Matching.Encounters;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task Encounters_are_kept_as_merging_all_reports_gives_them_in_any_order_of_arrival()
    {
        ArticleRecord[] articles =
        [
            Reporting("1", "2031-03-01", EncounterStatus.Planned, "2031-03-03", "Ana Brod", "Oriel Thackenby"), Reporting("2", "2031-03-02", EncounterStatus.Postponed, null, "Ana Brod", "Thackenby"),
            Reporting("3", "2031-03-09", EncounterStatus.Held, "2031-03-09", "Milo Brod", "Thackenby"), Reporting("4", "2031-03-09", EncounterStatus.Held, "2031-03-09", "Milo Brod", "Oriel Thackenby"),
            Reporting("5", "2031-03-10", EncounterStatus.Denied, null, "Jonas Veidt", "Oriel Thackenby"),
        ];
        EncounterReport[] reports = [.. articles.SelectMany(article => article.Encounters.Select(mention =>
            new EncounterReport(new ArticleRef(ArticleIdentity.Of(article.Article), article.Article.Location, article.Article.Url, null, article.Article.Published, null), mention, mention.Sentence.In(article.Article.Text))))];
        string expected = Shown(EncounterMerger.Merge(reports));
        Assert.Contains("Planned,Postponed", expected, StringComparison.Ordinal);
        for (int seed = 0; seed < 6; seed++)
        {
            new Random(seed).Shuffle(articles);
            await using IRecordStore store = await open(TimeProvider.System);
            foreach (ArticleRecord article in articles) await store.AddAsync(article, None);
            IReadOnlyList<Encounter> kept = await store.EncountersAsync(None);
            Assert.Equal(expected, Shown(kept));
            foreach (Encounter one in kept) Assert.Equal(one.Reports.Count, (await store.EncounterAsync(one.Id, None))!.Reports.Count);
        }

        Assert.Null(await _store.EncounterAsync("none", None));
    }

    [Fact]
    public async Task Encounters_told_of_without_a_day_are_those_of_the_dated_article_about_the_same_in_any_order_of_arrival()
    {
        const string Dispute = "Tolland walked out of the ferry talks on the harbour board of Norhaven.", Harvest = "The barley harvest of Estmere failed after the frost, growers lament.";
        ArticleRecord[] articles =
        [
            About("1", Dispute, "2031-03-01", EncounterStatus.Proposed), About("2", Harvest, "2031-09-01", EncounterStatus.Held), About("3", Harvest, null, EncounterStatus.Cancelled), About("4", Dispute, null, EncounterStatus.Held),
        ];
        for (int seed = 0; seed < 6; seed++)
        {
            new Random(seed).Shuffle(articles);
            await using IRecordStore store = await open(TimeProvider.System);
            foreach (ArticleRecord article in articles) await store.AddAsync(article, None);
            IReadOnlyList<Encounter> kept = await store.EncountersAsync(None);
            Assert.Equal(
                ["/1 /4", "/2 /3"],
                kept.Select(one => string.Join(' ', one.Reports.Select(report => report.Article.Url![^2..]).Order(StringComparer.Ordinal))).Order(StringComparer.Ordinal));
        }
    }

    private static ArticleRecord About(string name, string matter, string? published, EncounterStatus status)
    {
        string text = $"{matter} Report {name}. They meet.";
        return Record(text, $"https://a.example/{name}", published: published) with
        {
            Encounters = [new EncounterMention(new TextSpan(text.Length - 5, text.Length - 1), new TextSpan(text.Length - 10, text.Length), EncounterType.Meeting, ["Ana Brod", "Oriel Thackenby"], null, null, status)],
        };
    }

    [Fact]
    public async Task An_encounter_that_a_new_version_no_longer_reports_is_gone()
    {
        await Add(Reporting("1", "2031-03-01", EncounterStatus.Planned, "2031-03-03", "Ana Brod", "Oriel Thackenby"));
        Assert.Single(await _store.EncountersAsync(None));
        await Add(Record("Nothing is said of it any more.", "https://a.example/1", published: "2031-03-01", modified: "2031-03-02"));
        Assert.Empty(await _store.EncountersAsync(None));
    }

    private static ArticleRecord Reporting(string name, string published, EncounterStatus status, string? date, params string[] participants)
    {
        string text = $"Report {name}. They meet.";
        return Record(text, $"https://a.example/{name}", published: published) with
        {
            Encounters = [new EncounterMention(new TextSpan(text.Length - 5, text.Length - 1), new TextSpan(text.Length - 10, text.Length), EncounterType.Meeting, participants, date, null, status)],
        };
    }

    private static string Shown(IEnumerable<Encounter> encounters) => string.Join('\n', encounters.Select(one =>
        $"{one.Id} {one.Date} {one.Status} {JsonSerializer.Serialize(one.Participants)} {string.Join(',', one.History.Select(stage => stage.Status))} {string.Join(',', one.Reports.Select(report => report.Article.Id))}"));
}
