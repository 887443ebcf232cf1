using System.Runtime.CompilerServices;
using Rapporteur.Querying;
using Rapporteur.Recording;

namespace Rapporteur;

/// <summary>Analyses every article of a record again, as after an update of the program or its models. Judgements stay.</summary>
public sealed class Reanalysis(ArticleAnalysis analysis, IRecordStore store)
{
    /// <summary>Renews all versions of all articles, in the order of their identities, and tells of each version when it is recorded.</summary>
    /// <param name="jobs">How many are analysed at the same time. The record does not depend on it.</param>
    /// <param name="cancel">Stops after the version being recorded; what was told stays, and beginning again does no harm.</param>
    public async IAsyncEnumerable<Renewed> RunAsync(int jobs, [EnumeratorCancellation] CancellationToken cancel)
    {
        Queue<Task<Renewed>> window = new();
        await foreach (ArticleSummary article in store.ExportArticlesAsync(cancel))
        {
            if (await store.ArticleAsync(article.Article.Id, cancel) is not { } detail) continue;
            foreach (ArticleVersion version in detail.Versions)
            {
                window.Enqueue(Task.Run(() => Analyse(detail.Summary.Article, version), cancel));
                if (window.Count >= jobs) yield return await RecordAsync(await window.Dequeue(), cancel);
            }
        }

        while (window.TryDequeue(out Task<Renewed>? next)) yield return await RecordAsync(await next, cancel);
    }

    // A fault of ours in one article must not keep the user from the others: what was found there before stays.
    private Renewed Analyse(ArticleRef article, ArticleVersion version)
    {
        try
        {
            return new Renewed(article, version.Number, version.Appearances.Count, analysis.Of(version.Article), null);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new Renewed(article, version.Number, version.Appearances.Count, null, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private async Task<Renewed> RecordAsync(Renewed renewed, CancellationToken cancel)
    {
        if (renewed.Record is null) return renewed;
        bool written = await store.RenewAsync(renewed.Article.Id, renewed.Version, renewed.Record, cancel);
        return written ? renewed : renewed with { Record = null, Problem = "it was changed meanwhile; run the same command again" };
    }
}

/// <summary>What became of one version of an article.</summary>
/// <param name="Article">Which.</param>
/// <param name="Version">Its number, from 1.</param>
/// <param name="Before">How many appearances were known.</param>
/// <param name="Record">What is recorded now; null when it stayed as it was.</param>
/// <param name="Problem">Why it stayed; else null.</param>
public sealed record Renewed(ArticleRef Article, int Version, int Before, ArticleRecord? Record, string? Problem);
