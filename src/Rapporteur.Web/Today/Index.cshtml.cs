using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Positions;
using Rapporteur.Text;

namespace Rapporteur.Web.Today;

/// <summary>What is new: by the newest day the record holds, so that a dossier of last year is read as it was read then.</summary>
internal sealed class IndexModel(IRecordQueries record, WholeRecord whole) : PageModel
{
    private const int StatementsLooked = 40, StoriesShown = 6, StatementsOfAStory = 3, EncountersShown = 8, ChangesShown = 8, ArticlesLooked = 200, ArticlesShown = 8, UnreadLooked = 500;

    // What was held this long ago is still news.
    private const int DaysJustHeld = 7;

    public RecordCounts Counts { get; private set; } = null!;

    /// <summary>The day of the newest article; null when no article has one.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The newest statements under the stories of their first reports; null holds those of no story.</summary>
    public IReadOnlyList<(StorySummary? Story, IReadOnlyList<StatementSummary> Statements)> Stories { get; private set; } = [];

    /// <summary>Encounters on the day or later, or without a day and not yet held; the next first.</summary>
    public IReadOnlyList<Encounter> Ahead { get; private set; } = [];

    /// <summary>Encounters held in the week before the day, the latest first.</summary>
    public IReadOnlyList<Encounter> Held { get; private set; } = [];

    public IReadOnlyList<PositionChange> Changes { get; private set; } = [];

    /// <summary>Among the newest articles those in which nothing was sought, or nothing was found.</summary>
    public IReadOnlyList<ArticleSummary> Passed { get; private set; } = [];

    /// <summary>What could not be read or was passed over last.</summary>
    public IReadOnlyList<Unread> Unread { get; private set; } = [];

    /// <summary>How many of them there are, shown or not.</summary>
    public int UnreadTotal { get; private set; }

    /// <summary>Statements by time.</summary>
    public Volume? Volume { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Counts = await whole.CountsAsync(cancel);
        IReadOnlyList<ArticleSummary> articles = (await record.ArticlesAsync(new ArticleQuery { Limit = ArticlesLooked }, cancel)).Items;
        Day = articles.Max(article => article.Article.Published?.Date);
        Passed = [.. articles.Where(article => !article.Analysed || article.Appearances == 0).Take(ArticlesShown)];
        IReadOnlyList<Unread> unread = await record.UnreadAsync(cancel);
        (Unread, UnreadTotal) = ([.. unread.Take(UnreadLooked)], unread.Count);
        Stories = await ByStoryAsync(cancel);
        await EncountersAsync(cancel);
        Changes = [.. (await whole.PositionsAsync(cancel)).Changes
            .Where(change => change.Kind is not (ChangeKind.Reaffirmed or ChangeKind.FellSilent) && change.Day is not null)
            .OrderByDescending(change => change.Day).ThenBy(change => change.Before.Appearance.Id, StringComparer.Ordinal).Take(ChangesShown)];
        StatementFacets facets = await whole.FacetsAsync(new StatementQuery(), cancel);
        if (facets.Times.Count > 1) Volume = new Volume("Statements by time", facets.Times, Filters.None);
    }

    private async Task<IReadOnlyList<(StorySummary?, IReadOnlyList<StatementSummary>)>> ByStoryAsync(CancellationToken cancel)
    {
        List<(StorySummary? Story, StatementSummary Statement)> found = [];
        Dictionary<string, StorySummary?> known = new(StringComparer.Ordinal);
        foreach (StatementSummary statement in (await record.StatementsAsync(new StatementQuery { Limit = StatementsLooked }, cancel)).Items)
        {
            string article = statement.FirstReport.Id;
            if (!known.TryGetValue(article, out StorySummary? story)) known[article] = story = await record.StoryOfArticleAsync(article, cancel);
            found.Add((story, statement));
        }

        return [.. found.GroupBy(pair => pair.Story?.Id).Take(StoriesShown)
            .Select(story => (story.First().Story, (IReadOnlyList<StatementSummary>)[.. story.Select(pair => pair.Statement).Take(StatementsOfAStory)]))];
    }

    private async Task EncountersAsync(CancellationToken cancel)
    {
        IReadOnlyList<Encounter> all = await whole.EncountersAsync(cancel);
        string today = Day is { } day ? Display.IsoDay(day) : "";
        string weekBefore = Day is { } last ? Display.IsoDay(last.AddDays(-DaysJustHeld)) : "";
        // Days, months and years compare as they are written.
        Ahead = [.. all.Where(encounter => encounter.Status is EncounterStatus.Planned or EncounterStatus.Proposed or EncounterStatus.Postponed
                && (encounter.Date is null || string.CompareOrdinal(encounter.Date, today) >= 0))
            .OrderBy(encounter => encounter.Date ?? "9").ThenByDescending(encounter => encounter.Reports.Count).ThenBy(encounter => encounter.Id, StringComparer.Ordinal).Take(EncountersShown)];
        Held = [.. all.Where(encounter => encounter.Status == EncounterStatus.Held && encounter.Date is { Length: 10 } date
                && string.CompareOrdinal(date, weekBefore) >= 0 && string.CompareOrdinal(date, today) <= 0)
            .OrderByDescending(encounter => encounter.Date, StringComparer.Ordinal).ThenByDescending(encounter => encounter.Reports.Count).ThenBy(encounter => encounter.Id, StringComparer.Ordinal).Take(EncountersShown)];
    }
}
