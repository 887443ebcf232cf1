using Rapporteur.Extraction;
using Rapporteur.Matching;
using Rapporteur.Reading;
using Rapporteur.Reading.Web;
using Rapporteur.Recording;
using Rapporteur.Storage;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text;

namespace Rapporteur.Cli;

/// <summary>Puts the rooms together: the one place that knows which store, reader and analyser a command works with.</summary>
internal static class Services
{
    /// <summary>Opens the dossier for writing; a new file is made when there is none.</summary>
    public static async Task<IRecordStore> OpenToWriteAsync(string database, TimeProvider clock, CancellationToken cancel) =>
        await SqliteRecordStore.OpenAsync(database, clock, cancel: cancel);

    /// <summary>Opens an existing dossier to look at it.</summary>
    /// <exception cref="UsersProblem">There is no such file.</exception>
    public static async Task<IRecordStore> OpenToReadAsync(string database, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(database))
            throw new UsersProblem($"{database}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {database}");
        return await SqliteRecordStore.OpenAsync(database, clock, readOnly: true, cancel: cancel);
    }

    /// <summary>Opens an existing dossier to work on it: people correct it and keep searches in it.</summary>
    /// <exception cref="UsersProblem">There is no such file.</exception>
    public static async Task<IRecordStore> OpenDeskAsync(string database, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(database))
            throw new UsersProblem($"{database}: there is no such dossier. Make one with: rapporteur read ARTICLES --db {database}");
        return await OpenToWriteAsync(database, clock, cancel);
    }

    /// <summary>The way of an article into a store.</summary>
    /// <param name="store">Where it ends.</param>
    /// <param name="options">What reading may touch.</param>
    /// <param name="clock">Tells when a server may be asked again.</param>
    /// <param name="analyser">What analyses it; null for the usual one.</param>
    public static Pipeline PipelineInto(
        IRecordStore store, ReaderOptions options, TimeProvider clock, TextAnalyser? analyser = null) =>
        new(Reader(options, store, clock), new ArticleExtractor(), analyser ?? new TextAnalyser(), new StatementMatcher(), store);

    /// <summary>The reader of files, feeds and the web.</summary>
    /// <param name="options">What it may touch.</param>
    /// <param name="memory">Remembers what servers said, or null to ask afresh.</param>
    /// <param name="clock">Tells when a server may be asked again.</param>
    public static IReader Reader(ReaderOptions options, IFetchMemory? memory, TimeProvider clock) =>
        new Reader(options, GuardedHttp.Create(options), memory, clock);
}
