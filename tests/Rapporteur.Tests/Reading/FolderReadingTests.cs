using System.Runtime.InteropServices;
using Rapporteur.Reading;

namespace Rapporteur.Tests.Reading;

public sealed partial class FolderReadingTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_folder_is_read_with_all_below_it_in_the_order_of_the_paths()
    {
        foreach (string name in new[] { "b.txt", "a/z.txt", "a/b/c.html", "B.txt", "a-1.txt", "a.txt", "é.txt" }) folder.File(name, "Words.");

        IReadOnlyList<ReadResult> results = await Read();

        Assert.Equal(["B.txt", "a-1.txt", "a.txt", "a/b/c.html", "a/z.txt", "b.txt", "é.txt"], results.Select(Relative));
        Assert.All(results, result => Assert.NotNull(result.Page));
    }

    [Fact]
    public async Task Paths_are_reported_as_the_folder_was_given()
    {
        folder.File("deep/a.txt", "Words.");
        string given = Path.GetRelativePath(Environment.CurrentDirectory, folder.Path);

        Assert.Equal([$"{given}/deep/a.txt"], (await Read(given + "/")).Select(r => r.Location.Replace('\\', '/')));
    }

    [Fact]
    public async Task Sidecars_and_hidden_files_are_passed_over_in_silence()
    {
        folder.File("a.txt", "Words.");
        folder.File("a.json", """{"title":"Words"}""");
        folder.File(".hidden.txt", "Words.");
        folder.File(".git/a.txt", "Words.");

        ReadResult only = Assert.Single(await Read());

        Assert.Equal("a.txt", Relative(only));
        Assert.Equal("Words", only.Page!.Hints.Title);
    }

    [Fact]
    public async Task Files_of_other_types_are_skipped_with_a_reason_and_are_no_failure()
    {
        folder.File("a.txt", "Words.");
        folder.File("photo.jpg", [0xFF, 0xD8, 0xFF]);
        folder.File("settings.json", """{"some":"thing"}""");
        folder.File("sitemap.xml", "<urlset/>");

        IReadOnlyList<ReadResult> results = await Read();

        Assert.Equal(["photo.jpg", "settings.json", "sitemap.xml"], results.Where(r => r.Page is null).Select(Relative));
        Assert.All(results, result => Assert.False(result.Failed));
        Assert.All(results.Where(r => r.Page is null), result => Assert.NotEmpty(result.Reason!));
    }

    [Fact]
    public async Task One_bad_file_does_not_keep_the_rest_from_being_read()
    {
        folder.File("a.txt", "Words.");
        folder.File("b.txt", "");
        folder.File("c.txt", "Words.");

        Assert.Equal([false, true, false], (await Read()).Select(r => r.Failed));
    }

    [Fact]
    public async Task A_link_that_leads_in_a_circle_is_not_followed()
    {
        folder.File("a/b.txt", "Words.");
        Directory.CreateSymbolicLink(Path.Join(folder.Path, "a", "round"), folder.Path);

        IReadOnlyList<ReadResult> results = await Read();

        Assert.Equal(["a/b.txt", "a/round"], results.Select(Relative));
        Assert.False(results[1].Failed);
    }

    [Fact]
    public void A_folder_and_a_file_without_rights_are_named_and_the_rest_is_read()
    {
        // Windows keeps rights in lists of its own.
        if (OperatingSystem.IsWindows()) return;
        folder.File("closed/a.txt", "Words.");
        folder.File("closed.txt", "Words.");
        folder.File("open.txt", "Words.");
        File.SetUnixFileMode(Path.Join(folder.Path, "closed"), UnixFileMode.None);
        File.SetUnixFileMode(Path.Join(folder.Path, "closed.txt"), UnixFileMode.None);
        File.SetUnixFileMode(folder.Path, (UnixFileMode)0b111_101_101);

        List<ReadResult> results = WithoutRootsRights(() => Read().GetAwaiter().GetResult());

        Assert.Equal(["closed.txt", "closed", "open.txt"], results.Select(Relative));
        Assert.Contains("no right to read it", results[0].Reason, StringComparison.Ordinal);
        Assert.Contains("no right to list it", results[1].Reason, StringComparison.Ordinal);
        Assert.Equal([true, true, false], results.Select(r => r.Failed));
        Assert.NotNull(results[2].Page);
    }

    /// <summary>Root may open everything. Linux lets one thread reach for files as somebody else; for an ordinary user this changes nothing.</summary>
    private static List<ReadResult> WithoutRootsRights(Func<List<ReadResult>> read)
    {
        List<ReadResult> results = [];
        Thread thread = new(() =>
        {
            const uint Nobody = 65534;
            if (OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess) _ = SetFileSystemUser(Nobody);
            results = read();
        });
        thread.Start();
        thread.Join();
        return results;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileSystemUser(uint user);

    private string Relative(ReadResult result) => Path.GetRelativePath(folder.Path, result.Location).Replace('\\', '/');

    private Task<List<ReadResult>> Read() => Read(folder.Path);

    private static async Task<List<ReadResult>> Read(string path) =>
        await new Reader(new ReaderOptions(), null, null, TimeProvider.System).ReadAsync(path, CancellationToken.None).ToListAsync();
}
