using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using static Rapporteur.Storage.Tests.Sample;

namespace Rapporteur.Storage.Tests;

public abstract partial class RecordStoreContract
{
    [Fact]
    public async Task What_has_changed_in_the_stances_is_told_once_and_not_again()
    {
        await Add(Stating("[Mira Tolland: No observers on our ships]", "https://courier.example/1"));
        StanceChanges first = await _store.StanceChangesAsync(0, None);
        Assert.Equal("No observers on our ships", Assert.Single(first.Changes).Report!.Appearance.Content);
        Assert.Empty((await _store.StanceChangesAsync(first.UpTo, None)).Changes);

        await Add(Stating("[Jonas Veidt: The levy stays]", "https://courier.example/2"));
        StanceChanges second = await _store.StanceChangesAsync(first.UpTo, None);
        Assert.Equal("The levy stays", Assert.Single(second.Changes).Report!.Appearance.Content);
        Assert.Equal(2, (await _store.StanceChangesAsync(0, None)).Changes.Count);
    }

    [Fact]
    public async Task An_edited_article_takes_the_stances_of_its_old_version_back()
    {
        await Add(Stating("[Mira Tolland: No observers on our ships]", "https://courier.example/1", "2031-03-01"));
        long before = (await _store.StanceChangesAsync(0, None)).UpTo;
        await Add(Stating("[Mira Tolland: Observers on our ships are welcome]", "https://courier.example/1", "2031-03-02"));
        IReadOnlyList<StanceChange> changes = (await _store.StanceChangesAsync(before, None)).Changes;
        Assert.Contains(changes, change => change.Report is null);
        Assert.Contains(changes, change => change.Report?.Appearance.Content == "Observers on our ships are welcome");
        Assert.Equal("Observers on our ships are welcome", Assert.Single((await _store.StanceChangesAsync(0, None)).Changes, change => change.Report is not null).Report!.Appearance.Content);
    }

    [Fact]
    public async Task A_report_that_a_person_rejects_takes_its_stance_back_and_gives_it_again_when_that_is_undone()
    {
        await Add(Stating("[Mira Tolland: No observers on our ships]", "https://courier.example/1"));
        StanceChanges read = await _store.StanceChangesAsync(0, None);
        Judgement judgement = await _store.JudgeAsync(new JudgementRequest(JudgementKind.NotAQuotation, read.Changes[0].Report!.Appearance.Id, null, "Ada"), None);
        StanceChanges judged = await _store.StanceChangesAsync(read.UpTo, None);
        Assert.Null(Assert.Single(judged.Changes).Report);
        await _store.UndoJudgementAsync(judgement.Number, None);
        Assert.NotNull(Assert.Single((await _store.StanceChangesAsync(judged.UpTo, None)).Changes).Report);
    }

    [Fact]
    public async Task A_name_that_is_shown_otherwise_is_a_change_of_all_its_stances()
    {
        await Add(Stating("[Mira TOLLAND: No observers on our ships]", "https://courier.example/1"));
        long before = (await _store.StanceChangesAsync(0, None)).UpTo;
        await Add(Record("[Mira Tolland: It rains] [Mira Tolland: It snows]", "https://courier.example/2"));
        Assert.Equal("Mira Tolland", Assert.Single((await _store.StanceChangesAsync(before, None)).Changes).Report!.Appearance.Speaker!.Name);
    }

    [Fact]
    public async Task Changes_taken_in_one_after_the_other_come_to_what_the_record_holds()
    {
        Dictionary<(long, int), StanceReport> kept = [];
        long upTo = 0;
        foreach (ArticleRecord record in Thirty())
        {
            await Add(record with { Stances = [.. record.Appearances.Select((appearance, place) => Mark(place, appearance))] });
            StanceChanges changes = await _store.StanceChangesAsync(upTo, None);
            upTo = changes.UpTo;
            foreach (StanceChange change in changes.Changes)
            {
                if (change.Report is { } report) kept[(change.Version, change.Place)] = report;
                else kept.Remove((change.Version, change.Place));
            }
        }

        AssertSame((await _store.StanceChangesAsync(0, None)).Changes, [.. kept.Select(entry => new StanceChange(entry.Key.Item1, entry.Key.Item2, entry.Value))]);
    }

    private static void AssertSame(IEnumerable<StanceChange> expected, IEnumerable<StanceChange> found) => Assert.Equal(AllShown(expected), AllShown(found));

    private static IEnumerable<string> AllShown(IEnumerable<StanceChange> changes) => changes.Select(change => change.Report).OfType<StanceReport>().Select(Shown).Order(StringComparer.Ordinal);

    private static string Shown(StanceReport report) =>
        $"{report.Appearance.Id} {report.Appearance.StatementId} {report.Appearance.Version} {report.Appearance.Speaker?.Name} {report.Appearance.Article.Location} {report.Appearance.Article.Outlet} {report.Stances[0].Target}";

    private static ArticleRecord Stating(string text, string url, string? modified = null)
    {
        ArticleRecord record = Record(text, url, published: "2031-03-01", modified: modified);
        return record with { Stances = [.. record.Appearances.Select((appearance, place) => Mark(place, appearance))] };
    }

    private static StanceMark Mark(int place, Appearance appearance) =>
        new(place, Stance.Rejects, appearance.Attribution.Content[0], true, ["observer"], 0.8, null, null);
}
