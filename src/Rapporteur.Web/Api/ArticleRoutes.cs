using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Exporting.LinkedData;

namespace Rapporteur.Web.Api;

/// <summary>Articles for programs.</summary>
internal static class ArticleRoutes
{
    // The media type that the Web Annotation Protocol asks for.
    private const string Annotation = "application/ld+json";

    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/articles", List).WithTags("Articles").WithSummary("Articles that meet all filters, newest first").AcceptsFilters(
            "about", "outlet", "via", "since", "until", "limit", "after");
        api.MapGet("/articles/{id}", One).WithTags("Articles").WithSummary("One article with the text of all its versions, oldest first")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/articles/{id}/annotations", Annotations).WithTags("Articles").WithSummary("What the current version of an article reports, as W3C Web Annotations")
            .Produces<AnnotationPage>(StatusCodes.Status200OK, Annotation).ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<ApiArticle>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "about", "outlet", "via", "since", "until");
        return ApiRoutes.Answer(filters, () => record.ArticlesAsync(filters.Articles(), cancel), ApiArticle.Of);
    }

    private static async Task<IResult> Annotations(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.ArticleAsync(id, cancel) is { } found ? TypedResults.Json(AnnotationPage.Of(found), contentType: Annotation) : ApiRoutes.Missing("article", id);

    private static async Task<Results<Ok<ApiArticleDetail>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.ArticleAsync(id, cancel) is { } found
            ? TypedResults.Ok(ApiArticleDetail.Of(found))
            : ApiRoutes.Missing("article", id);
}
