using System.Text;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Reading;

public sealed class FileReadingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.txt", PageKind.PlainText)]
    [InlineData("a.html", PageKind.Html)]
    [InlineData("a.HTM", PageKind.Html)]
    [InlineData("a.xhtml", PageKind.Html)]
    public async Task A_file_is_read_as_its_name_says(string name, PageKind kind)
    {
        Page page = await ReadPage(folder.File(name, "The harbour of Nordvik stays open, the mayor said."));

        Assert.Equal(kind, page.Kind);
        Assert.Equal("The harbour of Nordvik stays open, the mayor said.", page.Content);
        Assert.Equal(new PageHints(), page.Hints);
    }

    [Theory]
    [InlineData("a.txt.gz", PageKind.PlainText)]
    [InlineData("a.html.gz", PageKind.Html)]
    public async Task A_packed_file_is_unpacked(string name, PageKind kind)
    {
        Page page = await ReadPage(folder.File(name, TempFolder.Gzip("The ferry sails again."u8.ToArray())));

        Assert.Equal(kind, page.Kind);
        Assert.Equal("The ferry sails again.", page.Content);
    }

    [Theory]
    [InlineData("ferry.txt")]
    [InlineData("ferry.html")]
    [InlineData("ferry.html.gz")]
    public async Task A_sidecar_says_what_the_text_does_not(string name)
    {
        byte[] text = "The ferry sails again."u8.ToArray();
        string path = folder.File(name, name.EndsWith(".gz", StringComparison.Ordinal) ? TempFolder.Gzip(text) : text);
        folder.File("ferry.json", """{"url":"https://courier.example/ferry","outlet":"The Courier","published":"2025-03-30","title":"Ferry sails","lang":"en-GB","colour":7}""");

        Page page = await ReadPage(path);

        Assert.Equal(new PageHints("https://courier.example/ferry", "The Courier", PressTime.Parse("2025-03-30"), "Ferry sails", "en"), page.Hints);
    }

    [Theory]
    [InlineData("""{"url": """, "not JSON (line 1)")]
    [InlineData("""["url"]""", "not a JSON object")]
    [InlineData("""{"published": "last Tuesday"}""", "\"last Tuesday\", which is no date")]
    [InlineData("""{"title": 7}""", "\"title\" is not text")]
    public async Task An_article_with_a_broken_sidecar_is_refused_and_the_sidecar_named(string sidecar, string reason)
    {
        string path = folder.File("ferry.txt", "The ferry sails again.");
        folder.File("ferry.json", sidecar);

        ReadResult result = await ReadOne(path);

        Assert.True(result.Failed);
        Assert.Null(result.Page);
        Assert.Contains("ferry.json", result.Reason, StringComparison.Ordinal);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sidecar_that_is_named_by_itself_is_no_failure()
    {
        folder.File("ferry.txt", "The ferry sails again.");

        ReadResult result = await ReadOne(folder.File("ferry.json", "{}"));

        Assert.False(result.Failed);
        Assert.Contains("sidecar of ferry.txt", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_refused() => await Refused("a.txt", [], "the file is empty");

    [Fact]
    public async Task A_packed_file_with_nothing_in_it_is_refused() => await Refused("a.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0], "holds nothing");

    [Fact]
    public async Task Packed_files_joined_into_one_are_read_to_the_end()
    {
        byte[] joined = [.. TempFolder.Gzip("The ferry "u8.ToArray()), .. TempFolder.Gzip("sails again."u8.ToArray())];

        Assert.Equal("The ferry sails again.", (await ReadPage(folder.File("a.txt.gz", joined))).Content);
    }

    [Fact]
    public async Task A_binary_file_named_txt_is_refused() =>
        await Refused("a.txt", [.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37 + i / 256))], "no text");

    [Fact]
    public async Task A_picture_named_txt_is_refused_by_its_name() =>
        await Refused("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "a PNG picture");

    [Fact]
    public async Task A_PDF_named_txt_is_refused_by_its_name() => await Refused("a.txt", "%PDF-1.7 stream"u8.ToArray(), "a PDF document");

    [Fact]
    public async Task A_text_of_50_MB_is_refused_with_its_size_and_the_limit()
    {
        byte[] text = new byte[50_000_000];
        text.AsSpan().Fill((byte)'a');
        await Refused("a.txt", text, "has 50 MB, and one article may have 10 MB");
    }

    [Fact]
    public async Task A_gzip_bomb_is_left_before_it_grows()
    {
        // 100 MB of spaces in about 100 kB.
        using MemoryStream packed = new();
        using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.Optimal))
        {
            byte[] spaces = new byte[1_000_000];
            spaces.AsSpan().Fill((byte)' ');
            for (int i = 0; i < 100; i++) gzip.Write(spaces);
        }

        // Whoever reads on after the limit stumbles over the damage and says so.
        byte[] bomb = packed.ToArray();
        bomb.AsSpan(bomb.Length / 2).Fill(0xFF);
        await Refused("a.html.gz", bomb, "grows beyond 10 MB");
    }

    [Fact]
    public async Task A_damaged_gzip_file_is_refused() => await Refused("a.txt.gz", "no gzip at all"u8.ToArray(), "cannot be unpacked");

    [Fact]
    public async Task A_gzip_file_that_was_cut_is_refused()
    {
        byte[] packed = TempFolder.Gzip(Encoding.UTF8.GetBytes(string.Join(' ', Enumerable.Range(0, 5000))));
        await Refused("a.txt.gz", packed[..(packed.Length / 2)], "cannot be unpacked");
    }

    [Fact]
    public async Task HTML_nested_100000_deep_is_passed_on_as_it_is()
    {
        string html = string.Concat(Enumerable.Repeat("<div>", 100_000)) + "deep";

        Assert.Equal(html, (await ReadPage(folder.File("a.html", html))).Content);
    }

    [Fact]
    public async Task A_missing_path_is_named()
    {
        ReadResult result = await ReadOne(Path.Join(folder.Path, "nowhere.txt"));

        Assert.True(result.Failed);
        Assert.EndsWith("nowhere.txt", result.Location, StringComparison.Ordinal);
        Assert.Contains("no such file or folder", result.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_path_that_looks_like_an_address_is_told_how_to_write_one() =>
        Assert.Contains("https://www.courier.example/ferry", (await ReadOne("www.courier.example/ferry")).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_named_file_of_an_unknown_type_is_a_failure() => await Refused("a.docx", "words"u8.ToArray(), "files of this type are not read");

    private async Task Refused(string name, byte[] bytes, string reason)
    {
        string path = folder.File(name, bytes);

        ReadResult result = await ReadOne(path);

        Assert.Null(result.Page);
        Assert.True(result.Failed);
        Assert.Equal(path, result.Location);
        Assert.Contains(reason, result.Reason, StringComparison.Ordinal);
    }

    private static async Task<Page> ReadPage(string path)
    {
        ReadResult result = await ReadOne(path);
        Assert.Null(result.Reason);
        Assert.Equal(path, result.Page!.Location);
        return result.Page;
    }

    private static async Task<ReadResult> ReadOne(string path) =>
        Assert.Single(await new Reader(new ReaderOptions(), null, null, TimeProvider.System).ReadAsync(path, CancellationToken.None).ToListAsync());
}
