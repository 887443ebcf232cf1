using System.Runtime.CompilerServices;
using Rapporteur.Reading.Charsets;
using Rapporteur.Reading.Feeds;

namespace Rapporteur.Reading.Files;

/// <summary>Reads one file: text, a saved page, or a saved feed with its entries.</summary>
internal sealed class FileReader(ReaderOptions options, Func<FeedEntry, CancellationToken, Task<ReadResult>>? fetchLinked)
{
    /// <summary>Reads a file and its sidecar.</summary>
    /// <param name="path">The path, reported as it is given.</param>
    /// <param name="named">True when the user named this very file, so that not reading it is a failure; false when it was found in a folder.</param>
    /// <param name="cancel">Stops reading.</param>
    public async IAsyncEnumerable<ReadResult> ReadAsync(string path, bool named, [EnumeratorCancellation] CancellationToken cancel)
    {
        switch (FileTypes.Of(path))
        {
            case FileType.Text:
                yield return await ReadArticleAsync(path, PageKind.PlainText, cancel);
                break;
            case FileType.Html:
                yield return await ReadArticleAsync(path, PageKind.Html, cancel);
                break;
            case FileType.Json when FileTypes.ArticleBeside(path) is { } article:
                // In a folder it is read with its article; "read folder/*" names it too, which is no fault.
                if (named) yield return ReadResult.NothingNew(path, $"it is the sidecar of {Path.GetFileName(article)} and is read with it");
                break;
            case FileType.Xml or FileType.Json:
                await foreach (ReadResult entry in ReadFeedAsync(path, named, cancel)) yield return entry;
                break;
            default:
                yield return NotRead(path, named, $"files of this type are not read: save the article as one of {FileTypes.Known}");
                break;
        }
    }

    private async Task<ReadResult> ReadArticleAsync(string path, PageKind kind, CancellationToken cancel)
    {
        (byte[]? bytes, string? reason) = await LoadAsync(path, cancel);
        if (bytes is null) return ReadResult.CouldNot(path, reason!);

        Decoded decoded = TextDecoder.Decode(bytes, kind == PageKind.Html ? TextSource.Html : TextSource.PlainText);
        if (decoded.Text is null) return ReadResult.CouldNot(path, decoded.Reason!);

        PageHints hints = new();
        string sidecar = FileTypes.SidecarOf(path);
        if (File.Exists(sidecar))
        {
            (byte[]? json, reason) = await LoadAsync(sidecar, cancel);
            PageHints? given = null;
            if (json is not null) (given, reason) = Sidecar.Parse(json);
            // Without it the article would be recorded under a wrong date or outlet, and under another one once the sidecar is repaired.
            if (given is null) return ReadResult.CouldNot(path, $"its sidecar {Path.GetFileName(sidecar)} cannot be used: {reason}. Correct or remove the sidecar and read again");
            hints = given;
        }

        return ReadResult.Of(new Page(path, kind, decoded.Text) { Hints = hints });
    }

    private async IAsyncEnumerable<ReadResult> ReadFeedAsync(string path, bool named, [EnumeratorCancellation] CancellationToken cancel)
    {
        (byte[]? bytes, string? reason) = await LoadAsync(path, cancel);
        if (bytes is null)
        {
            yield return ReadResult.CouldNot(path, reason!);
            yield break;
        }

        Feed feed = FileTypes.Of(path) == FileType.Json ? JsonFeed.Parse(bytes, baseAddress: null) : XmlFeed.Parse(bytes, charset: null, baseAddress: null);
        if (!feed.IsFeed)
        {
            yield return NotRead(path, named, feed.Reason!);
            yield break;
        }

        if (feed.Reason is not null) yield return ReadResult.CouldNot(path, feed.Reason);
        else if (feed.Entries.Count == 0) yield return ReadResult.Skipped(path, "the feed has no entries");

        foreach ((int i, FeedEntry entry) in feed.Entries.Index())
        {
            bool fetches = fetchLinked is not null && !entry.HasFullContent && entry.Link is not null && i < options.MaxLinkedArticles;
            yield return fetches ? await fetchLinked!(entry, cancel) : entry.ToResult($"{path}#{i + 1}");
        }
    }

    private async Task<(byte[]? Bytes, string? Reason)> LoadAsync(string path, CancellationToken cancel)
    {
        try
        {
            await using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0, useAsync: true);
            if (file.Length == 0) return (null, "the file is empty: save the article again, or remove the file");
            // Packed data beyond the limit unpacks to more than the limit.
            if (file.Length > options.MaxBytes)
                return (null, $"the file has {Size.InWords(file.Length)}, and one article may have {Size.InWords(options.MaxBytes)}: split it into one file for each article");

            byte[]? bytes = await Bytes.ReadAsync(file, options.MaxBytes, cancel);
            if (bytes is not null && FileTypes.IsGzip(path)) bytes = await Bytes.UnpackAsync(bytes, options.MaxBytes, cancel);
            if (bytes is null) return (null, $"the file grows beyond {Size.InWords(options.MaxBytes)} when read, more than one article may have: split it into one file for each article");
            return bytes.Length == 0 ? (null, "the file holds nothing once unpacked: save the article again, or remove the file") : (bytes, null);
        }
        catch (InvalidDataException)
        {
            return (null, "the file ends in .gz but cannot be unpacked: it is damaged, cut off, or not packed with gzip. Save it again");
        }
        catch (UnauthorizedAccessException)
        {
            return (null, "the file cannot be opened: you have no right to read it. Ask its owner, or read a copy");
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return (null, "there is no such file any more: was it moved while being read?");
        }
        catch (IOException error)
        {
            return (null, $"the file cannot be read: {error.Message}");
        }
    }

    private static ReadResult NotRead(string path, bool named, string reason) =>
        named ? ReadResult.CouldNot(path, reason) : ReadResult.Skipped(path, reason);
}
