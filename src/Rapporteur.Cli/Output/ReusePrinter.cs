using Rapporteur.Matching.Reuse;
using Rapporteur.Querying;
using Spectre.Console;

namespace Rapporteur.Cli.Output;

/// <summary>Prints stories, and where the sentences of an article stand elsewhere.</summary>
internal static class ReusePrinter
{
    // A person compares a few; the API has all.
    private const int MostArticles = 10;
    private const int MostSentences = 8;

    /// <summary>One story of a list.</summary>
    public static void Write(Terminal terminal, StorySummary story)
    {
        string days = story.FirstDay is null ? "no day" : story.FirstDay == story.LastDay ? $"{story.FirstDay:yyyy-MM-dd}" : $"{story.FirstDay:yyyy-MM-dd} to {story.LastDay:yyyy-MM-dd}";
        terminal.Out.MarkupLine($"[bold]{RecordPrinter.Safe(story.First.Title ?? story.First.Location)}[/]  [dim]{story.Id}[/]");
        RecordPrinter.Indented(
            terminal,
            $"{days}; {RecordPrinter.Count(story.Articles, "article")}{(story.Outlets > 0 ? $" in {RecordPrinter.Count(story.Outlets, "outlet")}" : "")}; {RecordPrinter.Count(story.Origins, "independent origin")}; first {RecordPrinter.Cite(story.First)}",
            2, "dim");
        terminal.Out.WriteLine();
    }

    /// <summary>One story with its articles.</summary>
    public static void Write(Terminal terminal, StoryDetail story)
    {
        Write(terminal, story.Summary);
        foreach (ArticleSummary article in story.Articles)
        {
            terminal.Out.MarkupLine($"  [bold]{RecordPrinter.Safe(RecordPrinter.Cite(article.Article))}[/]  [dim]{article.Article.Id}[/]");
            RecordPrinter.Indented(terminal, article.Article.Title ?? article.Article.Location, 4);
        }
    }

    /// <summary>Where the sentences of an article stand elsewhere; nothing when they do not.</summary>
    public static void Write(Terminal terminal, string text, IReadOnlyList<TextReuse> reuses)
    {
        if (reuses.Count == 0) return;
        terminal.Out.MarkupLine("[bold]Where its sentences stand elsewhere[/]");
        foreach (TextReuse reuse in reuses.Take(MostArticles))
        {
            terminal.Out.MarkupLine($"  [bold]{RecordPrinter.Safe(RecordPrinter.Cite(reuse.Article))}[/]  [dim]{reuse.Article.Id}[/]");
            RecordPrinter.Indented(terminal, $"{Per(reuse.Share)} of this article, {Per(reuse.OtherShare)} of that one; {CopyDirections.InWords(reuse.Direction, reuse.Evidence)}", 4, "dim");
            foreach (ReusedSentence sentence in reuse.Sentences.Take(MostSentences))
            {
                RecordPrinter.Indented(terminal, sentence.Here.In(text), 4);
                RecordPrinter.Indented(terminal, sentence.Closeness >= 1 ? "word for word" : $"there: {sentence.Wording}", 6, "dim");
            }

            if (reuse.Sentences.Count > MostSentences) RecordPrinter.Indented(terminal, $"and {RecordPrinter.Count(reuse.Sentences.Count - MostSentences, "more sentence")}", 4, "dim");
        }

        if (reuses.Count > MostArticles) RecordPrinter.Indented(terminal, $"and in {RecordPrinter.Count(reuses.Count - MostArticles, "more article")}", 2, "dim");
    }

    private static string Per(double share) => $"{Math.Round(share * 100)} %";
}
