using System.Runtime.CompilerServices;
using Rapporteur.Reading.Files;
using Rapporteur.Reading.Web;

namespace Rapporteur.Reading;

/// <summary>Reads whatever a person names: a file, a folder, a saved feed, the address of an article or a feed.</summary>
public sealed class Reader : IReader
{
    private readonly FileReader files;
    private readonly FolderReader folders;
    private readonly WebReader? web;

    /// <summary>Puts a reader together.</summary>
    /// <param name="options">What it may touch, and where it stops.</param>
    /// <param name="http">The way to the web, from <see cref="GuardedHttp.Create"/>; or null when there is none: then only files are read.</param>
    /// <param name="memory">Remembers between visits what servers said, or null to fetch everything anew.</param>
    /// <param name="clock">Measures time limits and waits.</param>
    public Reader(ReaderOptions options, HttpClient? http, IFetchMemory? memory, TimeProvider clock)
    {
        if (http is not null)
        {
            HostQueue queue = new(clock, options.LongestWait);
            HttpRequester requester = new(options, http, queue, clock);
            RobotsGate robots = new(options, requester, clock);
            web = new WebReader(options, new Fetcher(options, requester, robots, queue, memory, clock));
        }

        files = new FileReader(options, options.FollowLinksOfSavedFeeds && web is not null ? web.ReadLinkedAsync : null);
        folders = new FolderReader(files, options.Database);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult> ReadAsync(string input, [EnumeratorCancellation] CancellationToken cancel)
    {
        IAsyncEnumerable<ReadResult> results =
            WebAddress.IsAddress(input) ? web?.ReadAsync(input, cancel) ?? One(ReadResult.CouldNot(input, "this reader has no way to the web: save the article and read the file"))
            : Directory.Exists(input) ? folders.ReadAsync(input, cancel)
            : File.Exists(input) ? files.ReadAsync(input, named: true, cancel)
            : One(Missing(input));
        await foreach (ReadResult result in results) yield return result;
    }

    private static async IAsyncEnumerable<ReadResult> One(ReadResult result)
    {
        await Task.CompletedTask;
        yield return result;
    }

    private static ReadResult Missing(string input) => ReadResult.CouldNot(input, input.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
        ? $"there is no such file or folder: if it is a web address, write https://{input}"
        : "there is no such file or folder: check the spelling, and the folder you are in");
}
