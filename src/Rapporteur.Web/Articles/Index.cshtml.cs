using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Rapporteur.Web.Articles;

/// <summary>All articles, newest first, with a search over their whole text.</summary>
internal sealed class IndexModel(IRecordQueries record) : PageModel
{
    public Filters Filters { get; private set; } = null!;

    public ListPage<ArticleSummary> Found { get; private set; } = null!;

    /// <summary>The articles of each day; null holds the undated.</summary>
    public IEnumerable<(DateOnly? Day, IReadOnlyList<ArticleSummary> Articles)> Days => Found.Items
        .GroupBy(article => article.Article.Published?.Date)
        .Select(group => (group.Key, (IReadOnlyList<ArticleSummary>)[.. group]));

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Filters = Filters.Of(Request.Query, "about", "outlet", "since", "until");
        Found = await Filters.AskAsync(() => record.ArticlesAsync(Filters.Articles(), cancel));
    }
}
