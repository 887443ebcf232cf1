using System.Runtime.CompilerServices;
using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Reading;
using Rapporteur.Recording;
using Rapporteur.Text;

namespace Rapporteur;

/// <summary>The way of an article: read → clean → analyse → match → record.</summary>
public sealed class Pipeline(IReader reader, ArticleExtractor extractor, TextAnalyser analyser, StatementMatcher matcher, IRecordStore store)
{
    private readonly ArticleAnalysis _analysis = new(analyser, matcher);

    /// <summary>Walks every page below the inputs down the path and tells what became of each, in the order of reading.</summary>
    /// <param name="inputs">Paths and URLs.</param>
    /// <param name="jobs">How many articles are cleaned and analysed at the same time. The record does not depend on it.</param>
    /// <param name="cancel">Stops after the article being recorded; what was reported as read stays.</param>
    public async IAsyncEnumerable<Outcome> RunAsync(
        IEnumerable<string> inputs, int jobs, [EnumeratorCancellation] CancellationToken cancel)
    {
        // A window of articles, recorded in the order they were read: memory does not grow with their number, and the record is
        // the same for any number of jobs. The window is wider than the number of workers, so that a long article keeps none waiting.
        SemaphoreSlim workers = new(jobs);
        HashSet<string> unread = [.. (await store.UnreadAsync(cancel)).Select(known => known.Location)];
        Queue<Task<Prepared>> window = new();
        await foreach (ReadResult read in ReadAllAsync(inputs, cancel))
        {
            window.Enqueue(Task.Run(() => PrepareInTurnAsync(workers, read, cancel), cancel));
            if (window.Count >= jobs * 4) yield return await RecordAsync(await window.Dequeue(), unread, cancel);
        }

        while (window.TryDequeue(out Task<Prepared>? next)) yield return await RecordAsync(await next, unread, cancel);
    }

    private async IAsyncEnumerable<ReadResult> ReadAllAsync(IEnumerable<string> inputs, [EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (string input in inputs)
        {
            await foreach (ReadResult read in reader.ReadAsync(input, cancel)) yield return read;
        }
    }

    private async Task<Prepared> PrepareInTurnAsync(SemaphoreSlim workers, ReadResult read, CancellationToken cancel)
    {
        await workers.WaitAsync(cancel);
        try
        {
            return await PrepareAsync(read, cancel);
        }
        finally
        {
            workers.Release();
        }
    }

    private async Task<Prepared> PrepareAsync(ReadResult read, CancellationToken cancel)
    {
        if (read.Page is null) return new(Outcome.NotRead(read), Fetched: read.Fetched);

        if (Attempt(read, () => extractor.Extract(read.Page), out Article? article) is { } notCleaned) return new(notCleaned);
        if (article!.Text.Length == 0) return new(Outcome.NotRead(ReadResult.Skipped(read.Location, "no article text found in it")));
        if (await store.HasAsync(article, cancel)) return new(Outcome.Of(article, RecordOutcome.Unchanged, 0, analysed: true), Fetched: read.Fetched);
        if (Attempt(read, () => _analysis.Of(article), out ArticleRecord? record) is { } notAnalysed) return new(notAnalysed);
        return new(null, record, read.Fetched);
    }

    // A fault of ours in one article must not keep the user from the others. These steps are pure functions: nothing is left half done.
    private static Outcome? Attempt<T>(ReadResult read, Func<T> step, out T? result)
        where T : class
    {
        result = null;
        try
        {
            result = step();
            return null;
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return Outcome.NotRead(ReadResult.CouldNot(
                read.Location,
                $"Rapporteur failed on this article ({fault.GetType().Name}: {fault.Message}). The rest is read. Please report it, with the article if you may."));
        }
    }

    private async Task<Outcome> RecordAsync(Prepared prepared, HashSet<string> unread, CancellationToken cancel)
    {
        Outcome outcome = prepared.Known ?? await AddAsync(prepared.Record!, cancel);
        // What is not in the record is told by the record too; what has come into it since is told no more.
        if (outcome.Missing) await store.NoteUnreadAsync(outcome.Location, outcome.Reason!, outcome.Failed, cancel);
        else if (unread.Remove(outcome.Location)) await store.ForgetUnreadAsync(outcome.Location, cancel);
        // Only now: a server that was told "I have it" says "not changed" to the next visit, and what was lost in between would stay lost.
        if (prepared.Fetched is { } fetched) await store.RememberFetchAsync(fetched, cancel);
        return outcome;
    }

    private async Task<Outcome> AddAsync(ArticleRecord record, CancellationToken cancel)
    {
        RecordOutcome outcome = await store.AddAsync(record, cancel);
        return Outcome.Of(record.Article, outcome, record.Appearances.Count, record.Analysed);
    }

    private sealed record Prepared(Outcome? Known, ArticleRecord? Record = null, FetchState? Fetched = null);
}
