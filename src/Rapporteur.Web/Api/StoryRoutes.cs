using Microsoft.AspNetCore.Http.HttpResults;
using Rapporteur.Matching.Reuse;
using Rapporteur.Text;

namespace Rapporteur.Web.Api;

/// <summary>Stories, and the articles that share text, for programs.</summary>
internal static class StoryRoutes
{
    /// <summary>Adds the routes.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/stories", List).WithTags("Stories").WithSummary("Stories, latest first").AcceptsFilters("since", "until", "limit", "after");
        api.MapGet("/stories/{id}", One).WithTags("Stories").WithSummary("One story with its articles, earliest first").ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet("/articles/{id}/reuse", Reuse).WithTags("Articles").WithSummary("The articles that share text with one, most words first, sentence by sentence")
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static Task<Results<Ok<ApiList<ApiStory>>, ValidationProblem>> List(HttpRequest request, IRecordQueries record, CancellationToken cancel)
    {
        Filters filters = Filters.Of(request.Query, "since", "until");
        return ApiRoutes.Answer(filters, () => record.StoriesAsync(filters.Stories(), cancel), ApiStory.Of);
    }

    private static async Task<Results<Ok<ApiStoryDetail>, ProblemHttpResult>> One(string id, IRecordQueries record, CancellationToken cancel) =>
        await record.StoryAsync(id, cancel) is { } found
            ? TypedResults.Ok(new ApiStoryDetail(ApiStory.Of(found.Summary), [.. found.Articles.Select(ApiArticle.Of)]))
            : ApiRoutes.Missing("story", id);

    private static async Task<Results<Ok<IReadOnlyList<ApiReuse>>, ProblemHttpResult>> Reuse(string id, IRecordQueries record, CancellationToken cancel)
    {
        if (await record.ArticleAsync(id, cancel) is not { } article) return ApiRoutes.Missing("article", id);
        CodePointOffsets offsets = new(article.Versions[^1].Article.Text);
        return TypedResults.Ok<IReadOnlyList<ApiReuse>>([.. (await record.ReuseAsync(id, cancel)).Select(reuse => ApiReuse.Of(reuse, offsets))]);
    }
}

/// <summary>One line of the list of stories.</summary>
internal sealed record ApiStory(string Id, ApiArticleRef First, int Articles, int Outlets, int Origins, DateOnly? FirstDay, DateOnly? LastDay)
{
    public static ApiStory Of(StorySummary story) =>
        new(story.Id, ApiArticleRef.Of(story.First), story.Articles, story.Outlets, story.Origins, story.FirstDay, story.LastDay);
}

/// <summary>A story with its articles.</summary>
internal sealed record ApiStoryDetail(ApiStory Story, IReadOnlyList<ApiArticle> Articles);

/// <summary>An article that shares text with another.</summary>
/// <param name="Article">The other article.</param>
/// <param name="Words">Words shared.</param>
/// <param name="Share">Share of this article's words, 0 to 1.</param>
/// <param name="OtherShare">Share of the other's words.</param>
/// <param name="Direction"><c>from_other</c>: this article took it from the other; <c>from_this</c>; <c>common_source</c>; <c>unknown</c>.</param>
/// <param name="Evidence">What shows the direction.</param>
/// <param name="Sentences">Which sentences.</param>
internal sealed record ApiReuse(
    ApiArticleRef Article, int Words, double Share, double OtherShare, string Direction, DirectionEvidence Evidence, IReadOnlyList<ApiReusedSentence> Sentences)
{
    public static ApiReuse Of(TextReuse reuse, CodePointOffsets offsets) => new(
        ApiArticleRef.Of(reuse.Article), reuse.Words, Math.Round(reuse.Share, 4), Math.Round(reuse.OtherShare, 4),
        reuse.Direction switch
        {
            CopyDirection.FromRight => "from_other",
            CopyDirection.FromLeft => "from_this",
            CopyDirection.CommonSource => "common_source",
            _ => "unknown",
        },
        reuse.Evidence,
        [.. reuse.Sentences.Select(sentence => new ApiReusedSentence(Pair(offsets.Of(sentence.Here)), sentence.Wording, Math.Round(sentence.Closeness, 4)))]);

    private static int[] Pair(TextSpan span) => [span.Start, span.End];
}

/// <summary>A sentence of this article that stands in the other.</summary>
/// <param name="Span">Its place in this article's text, in code points.</param>
/// <param name="Wording">The words in the other article.</param>
/// <param name="Closeness">1 when they are the same words.</param>
internal sealed record ApiReusedSentence(int[] Span, string Wording, double Closeness);
