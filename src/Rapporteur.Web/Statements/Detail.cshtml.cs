using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Matching;
using Rapporteur.Text;
using Rapporteur.Web.Marking;

namespace Rapporteur.Web.Statements;

/// <summary>One statement: its wording, who said it to whom, and every report of it.</summary>
internal sealed class DetailModel(IRecordQueries record, Changes changes) : PageModel
{
    // 25 reports of 900 characters with their markup stay below 100 KB.
    private const int ReportsOnAPage = 25;
    private const int RelatedShown = 12;

    public StatementSummary Statement { get; private set; } = null!;

    /// <summary>All appearances, earliest first.</summary>
    public IReadOnlyList<AppearanceRow> Appearances { get; private set; } = [];

    /// <summary>The appearances on this page, in their surroundings.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>What became of the wording; null when it was reported once.</summary>
    public StatementHistory? History { get; private set; }

    /// <summary>Its reports by the day they were published; null when that is one day, or unknown.</summary>
    public Volume? Timeline { get; private set; }

    /// <summary>Other statements that belong to it, said before, again or otherwise; the earliest first, those without a day last.</summary>
    public IReadOnlyList<(string Relation, StatementLink Link)> Related { get; private set; } = [];

    /// <summary>True when something can be corrected here.</summary>
    public bool CanChange => changes.Desk is not null;

    /// <summary>How many appearances stand on the pages before.</summary>
    public int Before { get; private set; }

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? Next => Before + ReportsOnAPage < Appearances.Count ? Before + ReportsOnAPage : null;

    public async Task<IActionResult> OnGetAsync(string id, string? before, CancellationToken cancel)
    {
        if (await record.StatementAsync(id, cancel) is not { } found) return NotFound();
        Statement = found.Summary;
        Appearances = found.Appearances;
        DateOnly? day = Statement.SaidOn ?? Statement.FirstReport.Published?.Date;
        Related = [.. found.Links.OrderBy(link => link.SaidOn ?? DateOnly.MaxValue).ThenBy(link => link.StatementId, StringComparer.Ordinal).Take(RelatedShown).Select(link => (RelationOf(link, day), link))];
        Before = int.TryParse(before, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n < Appearances.Count ? n : 0;
        if (Appearances.Count > 1 && Before == 0) History = await StatementHistory.OfAsync(found, record, copies: true, cancel);
        FacetCount[] days = [.. Appearances.Where(appearance => appearance.Current).Select(appearance => appearance.Article.Published?.Date).OfType<DateOnly>()
            .CountBy(day => day).OrderBy(day => day.Key).Select(day => new FacetCount(Display.IsoDay(day.Key), Display.Day(day.Key), day.Value))];
        if (days.Length > 1) Timeline = new Volume("Reports by day", days, null);
        Reports = await ReportsAsync([.. Appearances.Skip(Before).Take(ReportsOnAPage)], cancel);
        return Page();
    }

    private static string RelationOf(StatementLink link, DateOnly? day) => link.Relation switch
    {
        StatementRelation.Repeats when link.SaidOn < day => "Said before",
        StatementRelation.Repeats when link.SaidOn > day => "Said again",
        StatementRelation.Repeats => "Said on another day",
        StatementRelation.OtherNumber => "With another number",
        _ => "The contrary",
    };

    /// <summary>What the appearances say about one side of the statement, each value once, the most frequent first.</summary>
    public IReadOnlyList<string> Told(Func<Attribution, string?> side) => Distinct(Appearances.Select(appearance => side(appearance.Attribution)).OfType<string>());

    /// <summary>The words by which the articles name the speaker, the most frequent first.</summary>
    public IReadOnlyList<string> NamedAs => Distinct(Appearances.Select(appearance => appearance.Source).Where(source => source.Length > 0));

    private static List<string> Distinct(IEnumerable<string> values) =>
        [.. values.GroupBy(Folding.Key, StringComparer.Ordinal).OrderByDescending(group => group.Count()).Select(group => group.First())];

    private async Task<IReadOnlyList<Report>> ReportsAsync(IReadOnlyList<AppearanceRow> appearances, CancellationToken cancel)
    {
        Dictionary<string, ArticleDetail?> articles = new(StringComparer.Ordinal);
        List<Report> reports = [];
        foreach (AppearanceRow appearance in appearances)
        {
            string id = appearance.Article.Id;
            if (!articles.TryGetValue(id, out ArticleDetail? article)) articles[id] = article = await record.ArticleAsync(id, cancel);
            string? text = article?.Versions.FirstOrDefault(version => version.Number == appearance.Version)?.Article.Text;
            reports.Add(Report.Of(appearance, text));
        }

        return reports;
    }
}

/// <summary>One appearance with the sentences it stands in.</summary>
/// <param name="Appearance">The appearance.</param>
/// <param name="Text">The article's text with the marks of this appearance; null when the article is gone.</param>
/// <param name="Stretches">The parts of the text to show.</param>
internal sealed record Report(AppearanceRow Appearance, MarkedText? Text, IReadOnlyList<Stretch> Stretches)
{
    public static Report Of(AppearanceRow appearance, string? text)
    {
        if (text is null) return new Report(appearance, null, []);
        List<Mark> marks = [.. Mark.Of(appearance)];
        List<Stretch> stretches = [];
        int end = 0;
        foreach (TextSpan span in new SentenceContext(text).Around(marks))
        {
            stretches.Add(new Stretch(span, stretches.Count > 0, stretches.Count > 0 && !text.AsSpan(end, span.Start - end).IsWhiteSpace()));
            end = span.End;
        }

        return new Report(appearance, new MarkedText(text, marks), stretches);
    }
}

/// <summary>A part of a text that is shown.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="Follows">True when another one is shown before it.</param>
/// <param name="AfterGap">True when something between the two is left out.</param>
internal sealed record Stretch(TextSpan Span, bool Follows, bool AfterGap);
