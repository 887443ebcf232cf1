using Dapper;
using Microsoft.Data.Sqlite;
using Rapporteur.Querying;
using Rapporteur.Recording;
using Rapporteur.Storage.Sqlite;
using Rapporteur.Text.Meanings;

namespace Rapporteur.Storage.Tests;

/// <summary>Files that are not as they should be: each ends in a line that names the file and says what to do.</summary>
public sealed class SqliteFileTests
{
    private static CancellationToken None => CancellationToken.None;

    private static readonly ArticleRecord One = Sample.Record("[Jonas Veidt: The fee stays]", "https://a.example/1");

    private static async Task<string> RefusalOf(string path, bool readOnly = false)
    {
        RecordStoreException error = await Assert.ThrowsAsync<RecordStoreException>(() => SqliteRecordStore.OpenAsync(path, TimeProvider.System, readOnly));
        Assert.Contains(path, error.Message);
        return error.Message;
    }

    [Theory]
    [InlineData(7, 2)]
    [InlineData(8, 1)]
    public async Task What_an_article_without_a_day_tells_of_a_wording_is_known_when_the_file_is_opened_again(int cueOfSecond, int statements)
    {
        string path = TemporaryFile.New();
        await AddAsync("(Mira Tolland: that talks on the strait would need Norland)", 7);
        Assert.Equal(statements, await AddAsync("(Mira Tolland: that talks on the strait need Norland)", cueOfSecond));

        async Task<int> AddAsync(string text, int cue)
        {
            ArticleRecord record = RecordStoreContract.Matched(text, $"{cue} {text.Length}", null);
            Appearance[] told = [.. record.Appearances.Select(one => one with { Proposition = one.Proposition! with { Origin = "one article", Cue = cue } })];
            await using IRecordStore store = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
            await store.AddAsync(record with { Appearances = told }, None);
            return (await store.StatementsAsync(new StatementQuery(), None)).Items.Count;
        }
    }

    [Fact]
    public async Task Meanings_that_another_encoder_found_are_forgotten_and_found_out_again_when_they_are_asked_for()
    {
        string path = TemporaryFile.New();
        await AddAsync("(Mira Tolland: that the bridge over the strait will be closed for a month)");
        await RunAsync(path, "UPDATE wording_facts SET meaning = zeroblob(96); PRAGMA user_version = 27");
        // The same words in another article would be the same wording, and nothing would have to be compared.
        Assert.Equal(1, await AddAsync("(Mira Tolland: that the bridge over the strait will stay closed for a month)"));
        await using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        Assert.Equal([null, Meaning.Width], await connection.QueryAsync<int?>("SELECT length(meaning) FROM wording_facts ORDER BY row"));

        async Task<int> AddAsync(string text)
        {
            await using IRecordStore store = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
            await store.AddAsync(RecordStoreContract.Matched(text, $"{text.Length}", "2031-05-02"), None);
            return (await store.StatementsAsync(new StatementQuery(), None)).Items.Count;
        }
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_as_it_is()
    {
        string path = TemporaryFile.New();
        string text = string.Concat(Enumerable.Repeat("These are minutes, not a database.\n", 100));
        File.WriteAllText(path, text);
        Assert.Contains("is not a Rapporteur database", await RefusalOf(path));
        Assert.Equal(text, File.ReadAllText(path));
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_and_left_as_it_is()
    {
        string path = TemporaryFile.New();
        await RunAsync(path, "CREATE TABLE recipes (name TEXT)");
        byte[] before = File.ReadAllBytes(path);
        Assert.Contains("database of another program", await RefusalOf(path));
        Assert.Equal(before, File.ReadAllBytes(path));
    }

    [Fact]
    public async Task A_database_of_a_newer_program_is_refused()
    {
        string path = TemporaryFile.New();
        await (await SqliteRecordStore.OpenAsync(path, TimeProvider.System)).DisposeAsync();
        await RunAsync(path, "PRAGMA user_version = 4711");
        string message = await RefusalOf(path);
        Assert.Contains("newer version of Rapporteur", message);
        Assert.Contains("4711", message);
    }

    [Fact]
    public async Task A_missing_folder_and_a_folder_in_place_of_a_file_are_refused()
    {
        string path = Path.Combine(TemporaryFile.New(), "x.db");
        Assert.Contains("there is no folder", await RefusalOf(path));
        Directory.CreateDirectory(path);
        Assert.Contains("is a folder", await RefusalOf(path));
    }

    [Fact]
    public async Task Two_that_write_by_turns_make_the_record_that_one_would()
    {
        ArticleRecord[] reports =
        [
            .. Enumerable.Range(1, 12).Select(i => RecordStoreContract.Matched(
                i % 3 == 0 ? "[Mira Tolland: The harbour stays open to all ships]" : i % 3 == 1 ? "(Mira Tolland: the harbour would be open)" : "(Mira Tolland: ships may enter the open harbour)",
                $"{i}", i == 7 ? null : $"2031-03-0{1 + (i % 4)}")),
        ];
        await using SqliteRecordStore alone = await SqliteRecordStore.InMemoryAsync(TimeProvider.System);
        foreach (ArticleRecord report in reports) await alone.AddAsync(report, None);

        string path = TemporaryFile.New();
        await using SqliteRecordStore one = await SqliteRecordStore.OpenAsync(path, TimeProvider.System), other = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
        foreach ((int turn, ArticleRecord report) in reports.Index())
        {
            // What is broken off half-way leaves nothing behind, in what is remembered of the record neither.
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => (turn % 2 == 0 ? one : other).AddAsync(reports[^1], new CancellationToken(canceled: true)));
            await (turn % 2 == 0 ? one : other).AddAsync(report, None);
        }

        Assert.Equal(await RecordStoreContract.Joined(alone), await RecordStoreContract.Joined(one));
    }

    [Fact]
    public async Task A_record_opened_for_reading_must_exist_and_is_never_written()
    {
        string path = TemporaryFile.New();
        Assert.Contains("There is no record at", await RefusalOf(path, readOnly: true));
        Assert.False(File.Exists(path));

        await using (SqliteRecordStore writer = await SqliteRecordStore.OpenAsync(path, TimeProvider.System)) await writer.AddAsync(One, None);
        await using SqliteRecordStore reader = await SqliteRecordStore.OpenAsync(path, TimeProvider.System, readOnly: true);
        Assert.Equal(1, (await reader.StatementsAsync(new StatementQuery(), None)).Total);
        await Assert.ThrowsAsync<RecordStoreException>(() => reader.AddAsync(One, None));
    }

    [Fact]
    public async Task A_read_only_file_or_folder_cannot_be_recorded_in_and_says_so()
    {
        string path = Path.Combine(Directory.CreateDirectory(TemporaryFile.New()).FullName, "x.db");
        await (await SqliteRecordStore.OpenAsync(path, TimeProvider.System)).DisposeAsync();
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        string folder = Path.GetDirectoryName(path)!;
        File.SetUnixFileMode(folder, (UnixFileMode)0b101_101_101);

        (int exitCode, string error) = await Crasher.RunAsync(path, 0, 1, asNobody: true);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{path} cannot be written: the file or its folder is read-only.", error);

        string missing = Path.Combine(folder, "new.db");
        (exitCode, error) = await Crasher.RunAsync(missing, 0, 1, asNobody: true);
        Assert.Equal(1, exitCode);
        Assert.StartsWith($"{missing} cannot be opened", error);
    }

    [Fact]
    public async Task A_full_disk_loses_nothing_that_was_recorded_and_the_record_goes_on_when_there_is_room()
    {
        string path = TemporaryFile.New();
        SqliteFile full = new(path, ReadOnly: false) { Prepare = connection => SqliteFile.Run(connection, "PRAGMA max_page_count = 120") };
        int recorded = 0;
        await using (SqliteRecordStore store = await SqliteRecordStore.OpenAsync(full, TimeProvider.System))
        {
            RecordStoreException error = await Assert.ThrowsAsync<RecordStoreException>(async () =>
            {
                for (; recorded < 10_000; recorded++) await store.AddAsync(Numbered(recorded), None);
            });
            Assert.Contains("no room left", error.Message);
            Assert.Contains(path, error.Message);
            Assert.InRange(recorded, 5, 9_999);
            Assert.Equal(recorded, (await store.CountsAsync(None)).Articles);
            Assert.Equal(RecordOutcome.Unchanged, await store.AddAsync(Numbered(0), None));
        }

        await using SqliteRecordStore again = await SqliteRecordStore.OpenAsync(path, TimeProvider.System);
        Assert.Equal(recorded, (await again.CountsAsync(None)).Articles);
        Assert.Equal(RecordOutcome.Added, await again.AddAsync(Numbered(recorded), None));
    }

    [Fact]
    public async Task An_empty_file_becomes_a_record_and_a_closed_record_is_one_file()
    {
        string path = TemporaryFile.New();
        File.WriteAllBytes(path, []);
        await using (SqliteRecordStore store = await SqliteRecordStore.OpenAsync(path, TimeProvider.System))
        {
            await store.AddAsync(One, None);
            Assert.Equal(1, (await store.CountsAsync(None)).Articles);
        }

        Assert.False(File.Exists(path + "-wal"));
        Assert.False(File.Exists(path + "-shm"));
    }

    [Fact]
    public async Task A_cancelled_recording_records_nothing()
    {
        await using SqliteRecordStore store = await SqliteRecordStore.InMemoryAsync(TimeProvider.System);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => store.AddAsync(One, new CancellationToken(canceled: true)));
        Assert.Equal(0, (await store.CountsAsync(None)).Articles);
    }

    private static ArticleRecord Numbered(int number) => Sample.Record($"Notice {number}. [Jonas Veidt: The fee number {number} stays]", $"https://a.example/{number}");

    private static async Task RunAsync(string path, string sql)
    {
        await using SqliteConnection connection = new($"Data Source={path};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
