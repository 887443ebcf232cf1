using Rapporteur.Reading;

namespace Rapporteur.Extraction;

/// <summary>Finds the article in a page: its words without the furniture around them, and the facts about it.</summary>
public sealed class ArticleExtractor
{
    /// <summary>Cleans one page. What <see cref="Page.Hints"/> say wins over what the page says.</summary>
    /// <returns>The article; its <see cref="Article.Text"/> is empty when the page holds none.</returns>
    public Article Extract(Page page)
    {
        (string text, var blocks) = Article.Join(
            page.Content.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (BlockKind.Paragraph, line)));
        PageHints hints = page.Hints;
        return new Article
        {
            Url = hints.Url,
            Location = page.Location,
            Outlet = hints.Outlet,
            Title = hints.Title,
            Published = hints.Published,
            Language = hints.Language,
            Text = text,
            Blocks = blocks,
        };
    }
}
