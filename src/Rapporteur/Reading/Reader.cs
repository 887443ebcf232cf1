using System.Runtime.CompilerServices;
using Rapporteur.Reading.Files;

namespace Rapporteur.Reading;

/// <summary>Reads whatever a person names: a file, a folder, a saved feed, the address of an article or a feed.</summary>
public sealed class Reader : IReader
{
    private readonly FileReader files;
    private readonly FolderReader folders;

    /// <summary>Puts a reader together.</summary>
    /// <param name="options">What it may touch, and where it stops.</param>
    /// <param name="http">The way to the web, or null when there is none: then only files are read.</param>
    /// <param name="memory">Remembers ETags between visits, or null to fetch everything anew.</param>
    /// <param name="clock">Measures time limits and waits.</param>
    public Reader(ReaderOptions options, HttpClient? http, IFetchMemory? memory, TimeProvider clock)
    {
        files = new FileReader(options, null);
        folders = new FolderReader(files);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<ReadResult> ReadAsync(string input, [EnumeratorCancellation] CancellationToken cancel)
    {
        IAsyncEnumerable<ReadResult> results =
            Directory.Exists(input) ? folders.ReadAsync(input, cancel)
            : File.Exists(input) ? files.ReadAsync(input, named: true, cancel)
            : Missing(input);
        await foreach (ReadResult result in results) yield return result;
    }

    private static async IAsyncEnumerable<ReadResult> Missing(string input)
    {
        await Task.CompletedTask;
        yield return ReadResult.CouldNot(input, input.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            ? $"there is no such file or folder: if it is a web address, write https://{input}"
            : "there is no such file or folder: check the spelling, and the folder you are in");
    }
}
