using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Rapporteur.Recording;
using Rapporteur.Text;
using Rapporteur.Web.Marking;
using Rapporteur.Web.Statements;

namespace Rapporteur.Web.Correct;

/// <summary>What nobody has judged yet, the least sure first, with what can be said of each; works with forms alone, faster with the keys of correct.js.</summary>
internal sealed class IndexModel(IRecordQueries record, WholeRecord whole, Changes changes) : PageModel
{
    // With its sentence and its forms a report takes about 4 KB.
    private const int OnAPage = 12;
    private const int MostOfOne = 20;
    private const int LongestAuthor = 80;

    private static readonly string[] Asked = [.. Filters.OfStatements, "statement", "by"];

    public Filters Filters { get; private set; } = null!;

    public ListPage<AppearanceRow> Found { get; private set; } = null!;

    /// <summary>Those of the page in their surroundings.</summary>
    public IReadOnlyList<Report> Reports { get; private set; } = [];

    /// <summary>The judgements made last, newest first.</summary>
    public IReadOnlyList<JudgedLine> Latest { get; private set; } = [];

    /// <summary>Names of issues to choose from.</summary>
    public IReadOnlyList<string> Issues { get; private set; } = [];

    /// <summary>The issue that each statement stands on, by identity of the statement, as far as it is known without drawing all anew.</summary>
    public IReadOnlyDictionary<string, string> IssueOf { get; private set; } = new Dictionary<string, string>();

    /// <summary>True when the reports of one statement are shown, judged or not.</summary>
    public bool OfOne => Filters["statement"] is not null;

    /// <summary>True when something can be changed here.</summary>
    public bool CanChange => changes.Desk is not null;

    /// <summary>Who judges, as asked in the address; null when nobody is named.</summary>
    public string? By => Filters["by"];

    /// <summary>Why the last judgement was not made; null when nothing went wrong.</summary>
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, Asked);
        Found = await FindAsync(cancel);
        List<Report> reports = [];
        foreach (AppearanceRow appearance in Found.Items)
        {
            ArticleDetail? article = await record.ArticleAsync(appearance.Article.Id, cancel);
            reports.Add(Report.Of(appearance, article?.Versions.FirstOrDefault(version => version.Number == appearance.Version)?.Article.Text));
        }

        Reports = reports;
        IReadOnlyList<Judgement> standing = [.. (await record.JudgementsAsync(cancel)).Where(judgement => judgement.UndoneAt is null)];
        Latest = await JudgedLine.OfAsync(record, standing.Reverse().Take(5), cancel);
        (Issues, IssueOf) = await whole.IssuesByStatementAsync(cancel);
    }

    private async Task<ListPage<AppearanceRow>> FindAsync(CancellationToken cancel)
    {
        if (Filters["statement"] is { } id)
        {
            AppearanceRow[] all = [.. (await record.StatementAsync(id, cancel))?.Appearances.Where(appearance => appearance.Current) ?? []];
            return new ListPage<AppearanceRow>([.. all.Take(MostOfOne)], all.Length, null);
        }

        StatementQuery query = await Filters.StatementsAsync(whole, cancel);
        return await Filters.AskAsync(() => record.UnjudgedAsync(query with { Limit = OnAPage, After = Filters["after"] }, cancel));
    }

    /// <summary>Makes a judgement: the button pressed says which.</summary>
    public async Task<IActionResult> OnPostAsync(Decision made, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        string? by = Filters.Of(Request.Query, "by")["by"];
        if (made.Request(by is null ? null : Display.Beginning(by, LongestAuthor)) is not { } request) return BadRequest();
        try
        {
            await desk.JudgeAsync(request, cancel);
        }
        catch (JudgementException problem)
        {
            Problem = problem.Message;
            await OnGetAsync(cancel);
            return Page();
        }

        return Redirect(await AfterAsync(made, cancel));
    }

    // Where the form stands, if it says so; a statement's reports again, under the identity that the statement has by now.
    private async Task<string> AfterAsync(Decision made, CancellationToken cancel)
    {
        if (Request.Query["return"].FirstOrDefault() is { } asked && Url.IsLocalUrl(asked)) return asked;
        Filters = Filters.Of(Request.Query, Asked);
        if (Filters["statement"] is null || await record.AppearanceAsync(made.Appearance ?? "", cancel) is not { Current: true } now) return Back();
        return Filters.Plus("/correct", ("statement", now.StatementId));
    }

    public async Task<IActionResult> OnPostUndoAsync(int number, CancellationToken cancel)
    {
        if (changes.Desk is not { } desk) return NotFound();
        await desk.UndoJudgementAsync(number, cancel);
        return Redirect(Request.Query["log"].Count > 0 ? "/correct/log" : Back());
    }

    /// <summary>This list again, from its beginning: what was judged is no longer on it.</summary>
    public string Back() => Links.With("/correct", Filters.Of(Request.Query, Asked).Parameters);
}
