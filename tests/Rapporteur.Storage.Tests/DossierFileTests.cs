using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Exporting;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Dossiers;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Storage.Tests;

/// <summary>A dossier as one file: what goes in comes out, and what is not whole stays out.</summary>
public sealed class DossierFileTests
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task What_another_installation_opens_has_the_same_identities_statements_versions_and_judgements()
    {
        string first = TemporaryFile.New(), second = TemporaryFile.New(), file = TemporaryFile.New() + ".dossier";
        List<string> before;
        DossierManifest packed;
        await using (SqliteRecordStore record = await MadeAsync(first))
        {
            before = await ToldAsync(record);
            packed = await DossierFile.PackAsync(record, null, file, None);
        }

        DossierManifest opened = await DossierFile.UnpackAsync(file, second, second + ".yaml", TimeProvider.System, None);
        Assert.Equal(packed.Counts, opened.Counts);
        await using SqliteRecordStore other = await SqliteRecordStore.OpenAsync(second, TimeProvider.System);
        Assert.Equal(before, await ToldAsync(other));
        Assert.Contains(before, line => line.Contains("Ada Brandt", StringComparison.Ordinal));
        // And it goes on from there: the judgement holds for what is read later, the known article is known.
        Assert.Equal(RecordOutcome.Unchanged, await other.AddAsync(Sample.Thirty()[29], None));
        Assert.NotNull(await other.UndoJudgementAsync(1, None));
    }

    [Fact]
    public async Task Issues_come_along_and_never_go_over_others()
    {
        string file = TemporaryFile.New() + ".dossier", issues = TemporaryFile.New(), theirs = TemporaryFile.New(), mine = TemporaryFile.New();
        File.WriteAllText(issues, "- name: Observers\n");
        File.WriteAllText(mine, "- name: Tolls\n");
        await using (SqliteRecordStore record = await MadeAsync(TemporaryFile.New())) await DossierFile.PackAsync(record, issues, file, None);
        await DossierFile.UnpackAsync(file, TemporaryFile.New(), theirs, TimeProvider.System, None);
        await DossierFile.UnpackAsync(file, TemporaryFile.New(), mine, TimeProvider.System, None);
        Assert.Equal("- name: Observers\n", File.ReadAllText(theirs));
        Assert.Equal("- name: Tolls\n", File.ReadAllText(mine));
        Assert.Equal("- name: Observers\n", File.ReadAllText(mine + ".imported"));
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        string file = await PackedAsync(), database = TemporaryFile.New();
        File.WriteAllText(database, "mine");
        Assert.Contains("never imported over another", (await Assert.ThrowsAsync<RecordStoreException>(() => DossierFile.UnpackAsync(file, database, database + ".yaml", TimeProvider.System, None))).Message);
        Assert.Equal("mine", File.ReadAllText(database));
        await using SqliteRecordStore record = await MadeAsync(TemporaryFile.New());
        Assert.Contains("is there already", (await Assert.ThrowsAsync<RecordStoreException>(() => DossierFile.PackAsync(record, null, file, None))).Message);
    }

    [Fact]
    public async Task A_file_with_a_bit_turned_anywhere_is_refused_and_leaves_nothing()
    {
        string file = await PackedAsync();
        byte[] whole = await File.ReadAllBytesAsync(file);
        string[] held = Held(file);
        int refused = 0;
        for (int i = 1; i <= 40; i++)
        {
            byte[] damaged = [.. whole];
            damaged[(int)((long)whole.Length * i / 41)] ^= 0x10;
            await File.WriteAllBytesAsync(file, damaged);
            // Packing leaves bits that mean nothing, such as the code of a byte that no stretch has: what is unpacked is whole then.
            if (held.SequenceEqual(Held(file))) continue;
            await RefusedAsync(file, "damaged");
            refused++;
        }

        Assert.InRange(refused, 36, 40);

        // Digests of what the archive holds; none when it cannot be unpacked.
        static string[] Held(string file)
        {
            try
            {
                using ZipArchive archive = ZipFile.OpenRead(file);
                return [.. archive.Entries.Select(entry =>
                {
                    using Stream content = entry.Open();
                    return $"{entry.FullName} {Convert.ToHexString(SHA256.HashData(content))}";
                })];
            }
            catch (InvalidDataException)
            {
                return [];
            }
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(5000)]
    public async Task A_file_that_was_cut_off_is_refused(int length)
    {
        string file = await PackedAsync();
        await using (FileStream cut = File.OpenWrite(file)) cut.SetLength(length);
        await RefusedAsync(file, "damaged");
    }

    [Fact]
    public async Task What_is_no_dossier_is_refused()
    {
        string file = TemporaryFile.New();
        await File.WriteAllTextAsync(file, "These are minutes.");
        await RefusedAsync(file, "damaged");
        File.Delete(file);
        using (ZipArchive other = ZipFile.Open(file, ZipArchiveMode.Create)) other.CreateEntry("recipes.txt");
        await RefusedAsync(file, "is no dossier");
    }

    [Theory]
    [InlineData("version", 2)]
    [InlineData("tables", 4711)]
    public async Task A_file_of_a_newer_program_is_refused_with_both_numbers(string member, int number)
    {
        string file = await PackedAsync();
        Rewrite(file, manifest => manifest[member] = number);
        await RefusedAsync(file, "newer version of Rapporteur");
        await RefusedAsync(file, $"{number}");
    }

    [Fact]
    public async Task A_manifest_that_says_something_else_is_noticed()
    {
        string file = await PackedAsync();
        Rewrite(file, manifest => manifest["counts"]!["statements"] = 1);
        await RefusedAsync(file, "another number of things");
        Rewrite(file, manifest => manifest["parts"]![0]!["length"] = 1L << 40);
        await RefusedAsync(file, "far more than such a file can hold");
        Rewrite(file, manifest => manifest["parts"]![0]!["length"] = 10);
        await RefusedAsync(file, "longer than the manifest says");
        Rewrite(file, manifest => manifest["parts"]![0]!["name"] = "../../elsewhere.db");
        await RefusedAsync(file, "damaged");
    }

    [Theory]
    [InlineData("CREATE TRIGGER lure AFTER INSERT ON judgements BEGIN DELETE FROM articles; END", "its tables are not those")]
    [InlineData("CREATE VIEW lure AS SELECT 1", "its tables are not those")]
    [InlineData("PRAGMA foreign_keys = OFF; DELETE FROM outlets", "missing in its record")]
    [InlineData("PRAGMA application_id = 7", "another than the manifest says")]
    [InlineData("PRAGMA user_version = 3", "another than the manifest says")]
    public async Task A_record_that_a_stranger_made_is_looked_through_even_when_its_digest_is_right(string sql, string why)
    {
        string path = TemporaryFile.New(), file = TemporaryFile.New() + ".dossier";
        await using (SqliteRecordStore record = await MadeAsync(path)) await DossierFile.PackAsync(record, null, file, None);
        string inside = TemporaryFile.New();
        using (ZipArchive archive = ZipFile.OpenRead(file)) archive.GetEntry("record.db")!.ExtractToFile(inside);
        await using (SqliteConnection db = new($"Data Source={inside};Pooling=False"))
        {
            await db.OpenAsync();
            await db.ExecuteAsync(sql);
        }

        Rewrite(file, manifest =>
        {
            manifest["parts"]![0]!["length"] = new FileInfo(inside).Length;
            manifest["parts"]![0]!["sha256"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(inside)));
        }, inside);
        await RefusedAsync(file, why);
    }

    [Fact]
    public async Task Who_stops_an_export_finds_nothing_half_written()
    {
        string file = TemporaryFile.New() + ".dossier";
        await using SqliteRecordStore record = await MadeAsync(TemporaryFile.New());
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => DossierFile.PackAsync(record, null, file, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(file)!, Path.GetFileName(file) + "*"));
    }

    private static async Task RefusedAsync(string file, string why)
    {
        string database = TemporaryFile.New();
        RecordStoreException refused = await Assert.ThrowsAsync<RecordStoreException>(() => DossierFile.UnpackAsync(file, database, database + ".yaml", TimeProvider.System, None));
        Assert.Contains(file, refused.Message, StringComparison.Ordinal);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFiles(Path.GetDirectoryName(database)!, Path.GetFileName(database) + "*"));
    }

    private static void Rewrite(string file, Action<JsonNode> change, string? record = null)
    {
        using ZipArchive archive = ZipFile.Open(file, ZipArchiveMode.Update);
        ZipArchiveEntry entry = archive.GetEntry("manifest.json")!;
        JsonNode manifest;
        using (Stream content = entry.Open()) manifest = JsonNode.Parse(content)!;
        change(manifest);
        entry.Delete();
        using (Stream content = archive.CreateEntry("manifest.json").Open()) content.Write(Encoding.UTF8.GetBytes(manifest.ToJsonString()));
        if (record is null) return;
        archive.GetEntry("record.db")!.Delete();
        archive.CreateEntryFromFile(record, "record.db");
    }

    private static async Task<string> PackedAsync()
    {
        string file = TemporaryFile.New() + ".dossier";
        await using SqliteRecordStore record = await MadeAsync(TemporaryFile.New());
        await DossierFile.PackAsync(record, null, file, None);
        return file;
    }

    private static async Task<SqliteRecordStore> MadeAsync(string path)
    {
        SqliteRecordStore record = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
        foreach (ArticleRecord article in Sample.Thirty()) await record.AddAsync(article, None);
        string appearance = (await record.AppearancesAsync(new AppearanceQuery { Limit = 1 }, None)).Items[0].Id;
        await record.JudgeAsync(new JudgementRequest(JudgementKind.NotAQuotation, appearance, null, "Ada Brandt"), None);
        return record;
    }

    // Everything that can be asked, one line each.
    private static async Task<List<string>> ToldAsync(SqliteRecordStore record)
    {
        List<string> lines = [JsonSerializer.Serialize(await record.CountsAsync(None))];
        await foreach (ArticleSummary article in record.ExportArticlesAsync(None)) lines.Add(JsonSerializer.Serialize(await record.ArticleAsync(article.Article.Id, None), ExportJson.Line));
        await foreach (StatementSummary statement in record.ExportStatementsAsync(None)) lines.Add(JsonSerializer.Serialize(await record.StatementAsync(statement.Id, None), ExportJson.Line));
        lines.AddRange((await record.JudgementsAsync(None)).Select(judgement => JsonSerializer.Serialize(judgement)));
        lines.AddRange((await record.StatementsAsync(new StatementQuery { About = "harbour" }, None)).Items.Select(statement => statement.Id));
        lines.AddRange((await record.OutletsAsync(None)).Select(outlet => outlet.ToString()));
        return lines;
    }
}
