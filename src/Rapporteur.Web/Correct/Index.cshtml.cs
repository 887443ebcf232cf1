using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Marking;
using Rapporteur.Web.Shared;
using Rapporteur.Web.Statements;

namespace Rapporteur.Web.Correct;

/// <summary>What nobody has judged yet, the least sure first, with what can be said of each; works with forms alone, faster with the keys of correct.js.</summary>
internal sealed class IndexModel(IRecordQueries record, WholeRecord whole, Changes changes) : PageModel
{
    // With its sentence and its forms a report takes about 4 KB.
    private const int OnAPage = 12;
    private const int LongestAuthor = 80;

    public Filters Filters { get; private set; } = null!;

    public ListPage<AppearanceRow> Found { get; private set; } = null!;

    /// <summary>Those of the page in their surroundings.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>The judgements made last, newest first.</summary>
    public IReadOnlyList<Judgement> Latest { get; private set; } = [];

    /// <summary>True when something can be changed here.</summary>
    public bool CanChange => changes.Desk is not null;

    /// <summary>Who judges, as asked in the address; null when nobody is named.</summary>
    public string? By => Filters["by"];

    /// <summary>Why the last judgement was not made; null when nothing went wrong.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, [.. Filters.OfStatements, "by"]);
        StatementQuery query = await Filters.StatementsAsync(whole, cancel);
        Found = await Filters.AskAsync(() => record.UnjudgedAsync(query with { Limit = OnAPage, After = Filters["after"] }, cancel));
        List<Report> reports = [];
        foreach (AppearanceRow appearance in Found.Items)
        {
            ArticleDetail? article = await record.ArticleAsync(appearance.Article.Id, cancel);
            reports.Add(Report.Of(appearance, article?.Versions.FirstOrDefault(version => version.Number == appearance.Version)?.Article.Text));
        }

        Reports = reports;
        Latest = [.. (await record.JudgementsAsync(cancel)).Where(judgement => judgement.UndoneAt is null).Reverse().Take(5)];
    }

    /// <summary>Makes a judgement: <paramref name="decision"/> is the button pressed.</summary>
    public async Task<IActionResult> OnPostAsync(string? decision, string? appearance, string? speaker, string? day, string? with, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        (JudgementKind kind, string? other)? asked = decision switch
        {
            "confirm" => (JudgementKind.Confirmed, null),
            "reject" => (JudgementKind.NotAQuotation, null),
            "split" => (JudgementKind.Split, null),
            "join" => (JudgementKind.Join, IdentityIn(with)),
            "speaker" => (JudgementKind.Speaker, speaker ?? ""),
            "day" => (JudgementKind.SaidOn, day ?? ""),
            _ => null,
        };
        if (asked is not var (made, value)) return BadRequest();
        string? by = Filters.Of(Request.Query, "by")["by"];
        try
        {
            await desk.JudgeAsync(new JudgementRequest(made, appearance ?? "", value, by is null ? null : Display.Beginning(by, LongestAuthor)), cancel);
        }
        catch (JudgementException problem)
        {
            Problem = problem.Message;
            await OnGetAsync(cancel);
            return Page();
        }

        return Redirect(Back());
    }

    public async Task<IActionResult> OnPostUndoAsync(int number, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        await desk.UndoJudgementAsync(number, cancel);
        return Redirect(Request.Query["log"].Count > 0 ? "/correct/log" : Back());
    }

    /// <summary>This list again, from its beginning: what was judged is no longer on it.</summary>
    public string Back() => Links.With("/correct", Filters.Of(Request.Query, [.. Filters.OfStatements, "by"]).Parameters);

    // People copy an address sooner than twelve digits.
    private static string IdentityIn(string? with) => (with ?? "").Trim().TrimEnd('/').Split('/')[^1].Split('?', '#')[0];
}
