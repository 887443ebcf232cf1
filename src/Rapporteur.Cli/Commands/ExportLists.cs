using System.Runtime.CompilerServices;
using Rapporteur.Exporting;
using Rapporteur.Exporting.LinkedData;
using Rapporteur.Positions;
using Rapporteur.Querying;

namespace Rapporteur.Cli.Commands;

/// <summary>The lines of the exports, noun by noun.</summary>
internal static class ExportLists
{
    private const int Portion = 200;

    public static IAsyncEnumerable<object> Actors(IRecordQueries record, CancellationToken cancel) =>
        PagesAsync(after => record.ActorsAsync(new ActorQuery(null, Portion, after), cancel), ActorLine.Of);

    public static IAsyncEnumerable<object> Stories(IRecordQueries record, CancellationToken cancel) =>
        PagesAsync(after => record.StoriesAsync(new StoryQuery(Limit: Portion, After: after), cancel), StoryLine.Of);

    public static IAsyncEnumerable<object> Outlets(IRecordQueries record, CancellationToken cancel) =>
        AllAsync(async () => (await record.OutletsAsync(cancel)).Select(OutletLine.Of));

    public static IAsyncEnumerable<object> Judgements(IRecordQueries record, CancellationToken cancel) =>
        AllAsync(async () => (await record.JudgementsAsync(cancel)).Select(JudgementLine.Of));

    public static IAsyncEnumerable<object> Unread(IRecordQueries record, CancellationToken cancel) => AllAsync(async () => await record.UnreadAsync(cancel));

    public static IAsyncEnumerable<object> Issues(IRecordQueries record, string database, CancellationToken cancel) =>
        AllAsync(async () => (await IssueFile.DrawAsync(record, null, database, cancel)).Issues.Select(IssueLine.Of));

    public static IAsyncEnumerable<object> Changes(IRecordQueries record, string database, CancellationToken cancel) =>
        AllAsync(async () => (await IssueFile.DrawAsync(record, null, database, cancel)).Changes.Select(ChangeLine.Of));

    public static IAsyncEnumerable<object> Contradictions(IRecordQueries record, string database, CancellationToken cancel) =>
        AllAsync(async () => (await IssueFile.DrawAsync(record, null, database, cancel)).Contradictions.Select(ContradictionLine.Of));

    /// <summary>Every statement as a graph of its own.</summary>
    public static async IAsyncEnumerable<object> Claims(IRecordQueries record, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (StatementSummary row in record.ExportStatementsAsync(cancel))
        {
            if (await record.StatementAsync(row.Id, cancel) is { } statement) yield return ClaimGraph.Of(statement);
        }
    }

    /// <summary>Every appearance in a current version as an annotation.</summary>
    public static async IAsyncEnumerable<object> Annotations(IRecordQueries record, [EnumeratorCancellation] CancellationToken cancel)
    {
        await foreach (ArticleSummary row in record.ExportArticlesAsync(cancel))
        {
            if (await record.ArticleAsync(row.Article.Id, cancel) is not { } article) continue;
            foreach (WebAnnotation annotation in WebAnnotation.Of(article.Versions[^1])) yield return annotation;
        }
    }

    private static async IAsyncEnumerable<object> PagesAsync<T>(Func<string?, Task<ListPage<T>>> ask, Func<T, object> line)
    {
        string? after = null;
        do
        {
            ListPage<T> page = await ask(after);
            foreach (T item in page.Items) yield return line(item);
            after = page.Next;
        }
        while (after is not null);
    }

    private static async IAsyncEnumerable<object> AllAsync(Func<Task<IEnumerable<object>>> ask)
    {
        foreach (object line in await ask()) yield return line;
    }
}
