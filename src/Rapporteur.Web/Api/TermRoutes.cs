using Microsoft.AspNetCore.Http.HttpResults;

namespace Rapporteur.Web.Api;

/// <summary>Terms that articles hold at arm's length, for programs.</summary>
internal static class TermRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/terms", List).WithTags("Terms").WithSummary("Terms held at arm's length (\"what Norland calls a 'rescue'\"), by article and place in it").AcceptsFilters("name", "user", "article", "limit", "after");

    private static Task<Results<Ok<ApiList<ApiTerm>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "name", "user", "article");
        return ApiRoutes.Answer(filters, async () => ListedInMemory.Page(Asked(await record.ContestedTermsAsync(cancel), filters), filters, term => $"{term.Article.Id} {term.CodePoints.Start}"), ApiTerm.Of);
    }

    /// <summary>The terms asked for.</summary>
    public static TermReport[] Asked(IReadOnlyList<TermReport> terms, Filters filters) =>
    [
        .. terms.Where(term => Holds(term.Term, filters["name"]) && (Holds(term.Mention.User, filters["user"]) || Holds(term.Source, filters["user"])))
            .Where(term => filters["article"] is not { } article || term.Article.Id == article),
    ];

    private static bool Holds(string? words, string? part) => part is null || Folding.Key(words ?? "").Contains(Folding.Key(part), StringComparison.Ordinal);
}

/// <summary>One term that an article holds at arm's length.</summary>
/// <param name="Term">The words, without their marks.</param>
/// <param name="User">The actor who uses them, or null.</param>
/// <param name="Source">Who uses them, as written, or null.</param>
/// <param name="Span">Where they stand in the article's text: code points, start inclusive, end exclusive.</param>
/// <param name="Passage">The paragraph around them.</param>
/// <param name="Article">The article.</param>
internal sealed record ApiTerm(string Term, string? User, string? Source, int[] Span, string Passage, ApiArticleRef Article)
{
    public static ApiTerm Of(TermReport term) =>
        new(term.Term, term.Mention.User, term.Source, [term.CodePoints.Start, term.CodePoints.End], term.Passage, ApiArticleRef.Of(term.Article));
}
