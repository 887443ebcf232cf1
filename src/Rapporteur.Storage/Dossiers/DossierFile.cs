using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Rapporteur.Exporting;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Dossiers;

/// <summary>A whole dossier as one file: a ZIP archive with a manifest, a copy of the record, and the people's issues.</summary>
/// <remarks>The record goes as it is, so identities, statements, versions and judgements are the same in every installation that opens it. Passwords and tokens lie beside the record and stay behind.</remarks>
public static class DossierFile
{
    private const string Manifest = "manifest.json", Record = "record.db", Issues = "issues.yaml";

    // Text packs to a fifth, an index of numbers to a third. What unpacks to a hundred times its size was made to fill a disk.
    private const long MostUnpacked = 100, AlwaysAllowed = 1 << 20, LargestManifest = 1 << 16;

    // So that the same record gives the same file.
    private static readonly DateTimeOffset Undated = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes a dossier file. It is there when all of it is, and not before.</summary>
    /// <param name="record">The record; others may go on writing to it.</param>
    /// <param name="issues">The people's file of issues; null when there is none.</param>
    /// <param name="target">The file to write; it must not be there.</param>
    /// <param name="cancel">Stops it; nothing is left then.</param>
    /// <returns>What it holds.</returns>
    /// <exception cref="RecordStoreException">The file is there already.</exception>
    public static async Task<DossierManifest> PackAsync(SqliteRecordStore record, string? issues, string target, CancellationToken cancel)
    {
        if (Path.Exists(target)) throw new RecordStoreException($"{target} is there already. Give another name, or remove it first.");
        string copy = target + ".record", draft = target + ".part";
        try
        {
            await record.CopyToAsync(copy, cancel);
            (int tables, DossierCounts counts) = await DossierCheck.LookAsync(copy, cancel);
            List<(string Name, string File)> files = [(Record, copy)];
            if (issues is not null) files.Add((Issues, issues));
            List<DossierPart> parts = [];
            foreach ((string name, string file) in files) parts.Add(new DossierPart(name, new FileInfo(file).Length, await DigestAsync(file, cancel)));
            DossierManifest manifest = new(DossierManifest.Name, DossierManifest.Newest, tables, counts, parts);
            await using (ZipArchive archive = await ZipFile.OpenAsync(draft, ZipArchiveMode.Create, cancel))
            {
                await AddAsync(archive, Manifest, new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(manifest, ExportJson.Document)), cancel);
                foreach ((string name, string file) in files) await AddAsync(archive, name, File.OpenRead(file), cancel);
            }

            File.Move(draft, target);
            return manifest;
        }
        finally
        {
            File.Delete(copy);
            File.Delete(draft);
        }
    }

    /// <summary>Opens a dossier file into a new record. The record is there when all of it is checked, and not before.</summary>
    /// <param name="source">The dossier file.</param>
    /// <param name="database">The record to make; it must not be there.</param>
    /// <param name="issues">Where the people's issues go, when the file has some; what is there already stays, and theirs go beside it with <c>.imported</c> at the end.</param>
    /// <param name="clock">For bringing an older record up to date.</param>
    /// <param name="cancel">Stops it; nothing is left then.</param>
    /// <exception cref="RecordStoreException">It is damaged, newer than this program, or no dossier: the message says which.</exception>
    public static async Task<DossierManifest> UnpackAsync(string source, string database, string issues, TimeProvider clock, CancellationToken cancel)
    {
        if (!File.Exists(source)) throw new RecordStoreException($"{source}: there is no such file.");
        if (Path.Exists(database)) throw new RecordStoreException($"{database} is there already, and a dossier is never imported over another. Give a new file with --db.");
        string draft = database + ".part", draftIssues = issues + ".part";
        try
        {
            DossierManifest manifest = await ExtractAsync(source, new Dictionary<string, string>(StringComparer.Ordinal) { [Record] = draft, [Issues] = draftIssues }, cancel);
            await DossierCheck.RefuseAsync(draft, manifest, source, cancel);
            await using (await SqliteRecordStore.OpenAsync(draft, clock, cancel: cancel))
            {
                // An older record is brought up to date by being opened.
            }

            File.Move(draft, database);
            if (File.Exists(draftIssues)) File.Move(draftIssues, File.Exists(issues) ? issues + ".imported" : issues, overwrite: true);
            return manifest;
        }
        finally
        {
            foreach (string file in new[] { draft, draft + "-wal", draft + "-shm", draftIssues }) File.Delete(file);
        }
    }

    private static async Task AddAsync(ZipArchive archive, string name, Stream content, CancellationToken cancel)
    {
        await using Stream from = content;
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Undated;
        await using Stream to = await entry.OpenAsync(cancel);
        await from.CopyToAsync(to, cancel);
    }

    private static async Task<DossierManifest> ExtractAsync(string source, Dictionary<string, string> places, CancellationToken cancel)
    {
        try
        {
            await using ZipArchive archive = await ZipFile.OpenReadAsync(source, cancel);
            DossierManifest manifest = await ManifestAsync(archive, source, cancel);
            long allowed = AlwaysAllowed + MostUnpacked * new FileInfo(source).Length;
            if (manifest.Parts.Sum(part => part.Length) > allowed || manifest.Parts.Any(part => part.Length < 0)) throw Damaged(source, "it would unpack to far more than such a file can hold");
            if (manifest.Parts.All(part => part.Name != Record)) throw Damaged(source, "it has no record in it");
            foreach (DossierPart part in manifest.Parts)
            {
                // A name leads to a place only when we know it: no entry can write anywhere else.
                if (!places.TryGetValue(part.Name, out string? place)) throw Damaged(source, $"it holds {part.Name}, which no dossier does");
                await ExtractAsync(archive, part, place, source, cancel);
            }

            return manifest;
        }
        catch (InvalidDataException problem)
        {
            throw Damaged(source, problem.Message);
        }
    }

    private static async Task<DossierManifest> ManifestAsync(ZipArchive archive, string source, CancellationToken cancel)
    {
        if (archive.GetEntry(Manifest) is not { Length: <= LargestManifest } entry) throw new RecordStoreException($"{source} is no dossier: it has no manifest. Make one with: rapporteur export dossier FILE");
        await using Stream content = await entry.OpenAsync(cancel);
        DossierManifest? manifest;
        try
        {
            manifest = await JsonSerializer.DeserializeAsync<DossierManifest>(content, ExportJson.Document, cancel);
        }
        catch (JsonException)
        {
            throw Damaged(source, "its manifest cannot be read");
        }

        if (manifest is not { Format: DossierManifest.Name }) throw new RecordStoreException($"{source} is no dossier: its manifest is of something else.");
        if (manifest.Version > DossierManifest.Newest || manifest.Tables > Migrator.Newest)
            throw new RecordStoreException($"{source} was written by a newer version of Rapporteur (form {manifest.Version}, tables {manifest.Tables}; this program knows {DossierManifest.Newest} and {Migrator.Newest}). Update Rapporteur.");
        return manifest is { Version: >= 1, Parts: not null, Counts: not null } ? manifest : throw Damaged(source, "its manifest is not complete");
    }

    private static async Task ExtractAsync(ZipArchive archive, DossierPart part, string place, string source, CancellationToken cancel)
    {
        ZipArchiveEntry entry = archive.GetEntry(part.Name) ?? throw Damaged(source, $"{part.Name} is missing");
        await using (Stream from = await entry.OpenAsync(cancel))
        await using (FileStream to = new(place, FileMode.Create, FileAccess.Write))
        {
            byte[] buffer = new byte[1 << 16];
            for (int read; (read = await from.ReadAsync(buffer, cancel)) > 0;)
            {
                if (to.Length + read > part.Length) throw Damaged(source, $"{part.Name} is longer than the manifest says");
                await to.WriteAsync(buffer.AsMemory(0, read), cancel);
            }
        }

        if (new FileInfo(place).Length != part.Length || await DigestAsync(place, cancel) != part.Sha256) throw Damaged(source, $"{part.Name} is not what the manifest says");
    }

    private static async Task<string> DigestAsync(string file, CancellationToken cancel)
    {
        await using FileStream content = File.OpenRead(file);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(content, cancel));
    }

    internal static RecordStoreException Damaged(string source, string why) =>
        new($"{source} is damaged: {why.TrimEnd('.')}. Ask for it again, or export it again. Nothing was imported.");
}
