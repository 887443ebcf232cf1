using System.Runtime.CompilerServices;

namespace Rapporteur.Reading.Files;

/// <summary>Reads a folder and all below it, in the order of the paths: the same folder gives the same pages in the same order everywhere.</summary>
/// <param name="files">Reads what is found.</param>
/// <param name="database">A file that is no article, nor is anything whose name begins with its name; null when there is none.</param>
internal sealed class FolderReader(FileReader files, string? database)
{
    private readonly string? _database = database is null ? null : Path.GetFullPath(database);

    // Links and hidden entries are judged below; whatever the system would pass over in silence has to be named.
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    /// <summary>Reads every file below a folder. Hidden entries and sidecars are passed over in silence; what cannot be opened is named and the rest is read.</summary>
    public async IAsyncEnumerable<ReadResult> ReadAsync(string folder, [EnumeratorCancellation] CancellationToken cancel)
    {
        Stack<Entry> ahead = new([new Entry(folder, IsFolder: true)]);
        while (ahead.TryPop(out Entry entry))
        {
            cancel.ThrowIfCancellationRequested();
            if (entry.IsFolder)
            {
                (List<Entry> entries, string? reason) = List(entry.Path);
                if (reason is not null) yield return ReadResult.CouldNot(entry.Path, reason);
                for (int i = entries.Count - 1; i >= 0; i--) ahead.Push(entries[i]);
            }
            else if (entry.IsLink)
            {
                yield return ReadResult.Skipped(entry.Path, "it is a link to a folder, which might lead in a circle: name the folder itself to read it");
            }
            else
            {
                await foreach (ReadResult result in files.ReadAsync(entry.Path, named: false, cancel)) yield return result;
            }
        }
    }

    private (List<Entry> Entries, string? Reason) List(string folder)
    {
        try
        {
            List<Entry> entries = [];
            foreach (FileSystemInfo info in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", Everything))
            {
                if (info.Name.StartsWith('.') || info.Attributes.HasFlag(FileAttributes.Hidden)) continue;
                if (_database is not null && info.FullName.StartsWith(_database, StringComparison.Ordinal)) continue;
                bool isFolder = info.Attributes.HasFlag(FileAttributes.Directory);
                bool isLink = isFolder && info.LinkTarget is not null;
                entries.Add(new Entry(Path.Join(folder, info.Name), isFolder && !isLink, isLink));
            }

            entries.Sort((a, b) => string.CompareOrdinal(a.SortKey, b.SortKey));
            return (entries, null);
        }
        catch (UnauthorizedAccessException)
        {
            return ([], "the folder cannot be opened: you have no right to list it. Ask its owner, or copy what you need from it");
        }
        catch (IOException error)
        {
            return ([], $"the folder cannot be listed: {error.Message}");
        }
    }

    private readonly record struct Entry(string Path, bool IsFolder, bool IsLink = false)
    {
        /// <summary>A folder sorts as its files do, with the slash that follows its name.</summary>
        public string SortKey => IsFolder ? Path + "/" : Path;
    }
}
