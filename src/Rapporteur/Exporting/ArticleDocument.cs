namespace Rapporteur.Exporting;

/// <summary>What <c>extract</c> writes for one page.</summary>
public sealed record ArticleDocument(
    string? Url,
    string? Outlet,
    string? Title,
    string? Byline,
    string? Published,
    string? Modified,
    string? Language,
    IReadOnlyList<string> Credits,
    IReadOnlyList<string> Captions,
    string Text)
{
    /// <summary>From an extracted article. The text is the body without the headline.</summary>
    public static ArticleDocument Of(Article article) => new(
        article.Url, article.Outlet, article.Title, article.Byline, article.Published?.ToString(), article.Modified?.ToString(),
        article.Language, article.Credits, article.Captions, article.Body);
}
