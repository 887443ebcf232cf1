namespace Rapporteur.Reading;

/// <summary>Fetches what a person named: files, folders, feeds, URLs.</summary>
public interface IReader
{
    /// <summary>Reads one input and everything below it, in a fixed order: a folder's files by path, a feed's entries as they stand.</summary>
    /// <param name="input">A path or an http(s) URL.</param>
    /// <param name="cancel">Stops between two pages.</param>
    IAsyncEnumerable<ReadResult> ReadAsync(string input, CancellationToken cancel);
}
