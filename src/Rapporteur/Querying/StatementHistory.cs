using Rapporteur.Matching.Changes;
using Rapporteur.Matching.Reuse;
using Rapporteur.Text.SpeechActs;

namespace Rapporteur.Querying;

/// <summary>What became of a statement on its way: its wordings against the one that leads, who reported it first, who took it from whom.</summary>
/// <param name="Lead">The report whose wording the others are compared with: the earliest direct one, else mixed, else indirect.</param>
/// <param name="Groups">The wordings by kind; those most changed last.</param>
/// <param name="First">The earliest report in an article with a date; null when none has one.</param>
/// <param name="EarliestOutlet">The outlet of the earliest report that names its outlet and its day, or null.</param>
/// <param name="Copies">Which article took text from which, each taker once.</param>
/// <param name="Ways">The ways the words went, from the speaker to the outlets.</param>
public sealed record StatementHistory(
    AppearanceRow Lead, IReadOnlyList<WordingGroup> Groups, AppearanceRow? First, string? EarliestOutlet, IReadOnlyList<CopyLink> Copies, IReadOnlyList<RelayWay> Ways)
{
    // A statement in more articles is told by its first ones; each costs a look-up.
    private const int MostArticles = 40;

    /// <summary>Tells the history of a statement; its superseded reports count only when there are no others. Null when it has no report.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="record">Where its articles are.</param>
    /// <param name="copies">False to leave out who took text from whom, which takes longest.</param>
    /// <param name="cancel">Stops it.</param>
    public static async Task<StatementHistory?> OfAsync(StatementDetail statement, IRecordQueries record, bool copies, CancellationToken cancel)
    {
        AppearanceRow[] reports = [.. statement.Appearances.Where(row => row.Current)];
        if (reports.Length == 0) reports = [.. statement.Appearances];
        if (reports.Length == 0) return null;
        Dictionary<string, ArticleSummary> articles = new(StringComparer.Ordinal);
        List<CopyLink> links = [];
        foreach (ArticleRef article in reports.Select(row => row.Article).DistinctBy(article => article.Id).Take(MostArticles))
        {
            if (await record.ArticleAsync(article.Id, cancel) is { } detail) articles[article.Id] = detail.Summary;
        }

        foreach (ArticleSummary article in articles.Values)
        {
            TextReuse? source = articles.Count < 2 || !copies ? null : (await record.ReuseAsync(article.Article.Id, cancel))
                .Where(reuse => reuse.Direction == CopyDirection.FromRight && articles.ContainsKey(reuse.Article.Id))
                .OrderBy(reuse => reuse.Evidence).ThenByDescending(reuse => reuse.Share).ThenBy(reuse => reuse.Article.Id, StringComparer.Ordinal).FirstOrDefault();
            if (source is not null) links.Add(new CopyLink(source.Article, article.Article, source.Share, source.Evidence));
        }

        AppearanceRow lead = reports.OrderBy(row => row.Attribution.Form switch { Text.AttributionForm.Direct => 0, Text.AttributionForm.Mixed => 1, _ => 2 }).First();
        AppearanceRow? first = reports.Where(row => row.Article.Published is not null).OrderBy(row => row.Article.Published!.Value.Date).FirstOrDefault();
        string? outlet = reports.Where(row => row.Article is { Published: not null, Outlet: not null }).OrderBy(row => row.Article.Published!.Value.Date).FirstOrDefault()?.Article.Outlet;
        return new StatementHistory(lead, Grouped(lead, reports, articles), first, outlet, links, RelayWay.Of(reports, articles));
    }

    private static List<WordingGroup> Grouped(AppearanceRow lead, AppearanceRow[] reports, Dictionary<string, ArticleSummary> articles)
    {
        Wording before = WordingOf(lead);
        return
        [
            .. reports.GroupBy(WordingOf)
                .Select(same => new WordingVariant([.. same], WordingChange.Of(before, same.Key)))
                .GroupBy(variant => variant.Change.Kind).OrderBy(group => group.Key).Select(group => new WordingGroup(group.Key, [.. group])),
        ];

        Wording WordingOf(AppearanceRow row) => new(
            row.Content, row.Attribution.Form, articles.GetValueOrDefault(row.Article.Id)?.Language, row.Attribution.Act is SpeechAct.Deny or SpeechAct.Reject);
    }
}

/// <summary>The wordings of one kind.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Variants">Each wording once, earliest first.</param>
public sealed record WordingGroup(WordingKind Kind, IReadOnlyList<WordingVariant> Variants);

/// <summary>One wording.</summary>
/// <param name="Reports">Where it stands, earliest first.</param>
/// <param name="Change">What changed against the wording that leads.</param>
public sealed record WordingVariant(IReadOnlyList<AppearanceRow> Reports, WordingChange Change);

/// <summary>One article that took text from another.</summary>
/// <param name="From">The article that had it.</param>
/// <param name="To">The article that took it.</param>
/// <param name="Share">The share of the taker's words, 0 to 1.</param>
/// <param name="Evidence">What shows the direction.</param>
public sealed record CopyLink(ArticleRef From, ArticleRef To, double Share, DirectionEvidence Evidence);

/// <summary>A way the words of a statement went.</summary>
/// <param name="Stops">Who passed them on, the speaker first.</param>
/// <param name="Outlets">The outlets they reached by it.</param>
public sealed record RelayWay(IReadOnlyList<RelayStop> Stops, IReadOnlyList<string> Outlets)
{
    /// <summary>The ways of some reports, each once, that with most outlets first.</summary>
    internal static IReadOnlyList<RelayWay> Of(IEnumerable<AppearanceRow> reports, IReadOnlyDictionary<string, ArticleSummary> articles) =>
    [
        .. reports
            .Select(row => (Stops: StopsOf(row, articles.GetValueOrDefault(row.Article.Id)), Outlet: row.Article.Outlet ?? "outlet not known"))
            .GroupBy(way => string.Join('\n', way.Stops.Select(stop => $"{stop.Part}{Folding.Key(stop.Name)}")), StringComparer.Ordinal)
            .Select(way => new RelayWay(way.First().Stops, [.. way.Select(report => report.Outlet).DistinctBy(Folding.Key, StringComparer.Ordinal)]))
            .OrderByDescending(way => way.Outlets.Count),
    ];

    private static List<RelayStop> StopsOf(AppearanceRow row, ArticleSummary? article)
    {
        List<RelayStop> stops = [];
        if (row.Attribution.OnBehalfOf is { } principal) stops.Add(new RelayStop(RelayPart.OnBehalfOf, principal));
        stops.Add(new RelayStop(RelayPart.Speaker, row.Speaker?.Name ?? "speaker not told"));
        if (row.Attribution.Via is { } via) stops.Add(new RelayStop(RelayPart.Via, via));
        foreach (string agency in article?.Credits ?? [])
        {
            string key = Folding.Key(agency);
            if (key.Length > 0 && key != Folding.Key(row.Attribution.Via ?? "") && key != Folding.Key(row.Article.Outlet ?? "")) stops.Add(new RelayStop(RelayPart.Agency, agency));
        }

        return stops;
    }
}

/// <summary>Somebody who passed words on.</summary>
/// <param name="Part">What he is in it.</param>
/// <param name="Name">By what name.</param>
public sealed record RelayStop(RelayPart Part, string Name);

/// <summary>A part in passing words on.</summary>
public enum RelayPart
{
    /// <summary>Whose words they are when another speaks for him.</summary>
    OnBehalfOf,

    /// <summary>Who says them.</summary>
    Speaker,

    /// <summary>The witness or outlet to whom they were said or through whom they came.</summary>
    Via,

    /// <summary>An agency that the article credits.</summary>
    Agency,
}
