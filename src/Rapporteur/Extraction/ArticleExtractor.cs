using Rapporteur.Extraction.Facts;
using Rapporteur.Extraction.Html;
using Rapporteur.Extraction.Pasted;
using Rapporteur.Reading;

namespace Rapporteur.Extraction;

/// <summary>Finds the article in a page: its words without the furniture around them, and the facts about it.</summary>
/// <remarks>Nothing is reworded: white space is collapsed, and whole blocks are kept or left out.</remarks>
public sealed class ArticleExtractor
{
    /// <summary>Cleans one page. What <see cref="Page.Hints"/> say wins over what the page says.</summary>
    /// <returns>The article; its <see cref="Article.Text"/> is empty when the page holds none.</returns>
    public Article Extract(Page page)
    {
        PageFacts hints = Hints(page.Hints);
        return page.Kind == PageKind.PlainText ? ReadText(page, hints) : ReadHtml(page, hints);
    }

    private static Article ReadHtml(Page page, PageFacts hints)
    {
        HtmlArticle found = HtmlArticle.Read(Mojibake.Repair(page.Content), page.Kind == PageKind.HtmlFragment);
        PageFacts facts = hints.Or(found.Facts);
        // The printed headline belongs to the text; a sidecar's only where the page prints none.
        return Finish(page, facts, found.Facts.Title ?? hints.Title, found.Body, found.Captions, found.CreditLines);
    }

    private static Article ReadText(Page page, PageFacts hints)
    {
        PastedText found = PastedText.Read(Mojibake.Repair(page.Content), hints.Title, hints.Outlet);
        PageFacts facts = new PageFacts { Title = found.Headline }.Or(hints).Or(new PageFacts { Byline = found.Byline, Published = found.Published });
        // What somebody pasted without a headline is analysed without one: a sidecar's words are not the text's.
        return Finish(page, facts, found.Headline, found.Body, found.Captions, found.CreditLines);
    }

    private static Article Finish(Page page, PageFacts facts, string? headline, IReadOnlyList<(BlockKind Kind, string Text)> body, IReadOnlyList<string> captions, IReadOnlyList<string> creditLines)
    {
        List<(BlockKind, string)> whole = [.. body];
        if (headline is not null && whole.Count > 0) whole.Insert(0, (BlockKind.Title, headline));
        (string text, var blocks) = Article.Join(whole);
        return new Article
        {
            Url = facts.Url,
            Location = page.Location,
            Outlet = facts.Outlet,
            Title = facts.Title,
            Byline = facts.Byline,
            Published = facts.Published,
            Modified = facts.Modified,
            Language = LanguageGuess.Of(text, facts.Language),
            Credits = Credits.Find(facts.Byline, [.. body.Select(b => b.Text), .. creditLines]),
            Captions = captions,
            Text = text,
            Blocks = blocks,
        };
    }

    private static PageFacts Hints(PageHints hints) => new()
    {
        Url = hints.Url,
        Outlet = hints.Outlet,
        Title = hints.Title,
        Byline = hints.Byline,
        Published = hints.Published,
        Modified = hints.Modified,
        Language = hints.Language,
    };
}
