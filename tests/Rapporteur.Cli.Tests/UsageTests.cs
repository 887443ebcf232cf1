namespace Rapporteur.Cli.Tests;

public sealed class UsageTests : IDisposable
{
    private readonly Session _session = new();

    [Theory]
    [InlineData("reed", "x")]
    [InlineData("read")]
    [InlineData("export", "opinions")]
    [InlineData("statements", "--since", "yesterday")]
    [InlineData("statements", "--limit", "0")]
    [InlineData("read", "x", "--jobs", "0")]
    [InlineData("annotate", "x")]
    public async Task A_command_that_is_not_understood_says_so_and_ends_with_two(params string[] args)
    {
        Ran ran = await Session.RunAsync(args);
        Assert.Equal(2, ran.Code);
        Assert.NotEmpty(ran.Error);
        Assert.Contains("--help", ran.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("statements")]
    [InlineData("show")]
    [InlineData("export")]
    [InlineData("annotate")]
    [InlineData("extract")]
    [InlineData("serve")]
    [InlineData("demo")]
    public async Task Help_teaches_every_command(string command)
    {
        Ran ran = await Session.RunAsync(command, "--help");
        Assert.Equal(0, ran.Code);
        Assert.Contains("Usage:", ran.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("statements")]
    [InlineData("show", "abc")]
    [InlineData("export", "articles")]
    [InlineData("serve")]
    public async Task A_dossier_that_is_not_there_is_named_with_what_to_do(params string[] args)
    {
        string missing = _session.Path_("none.db");
        Ran ran = await Session.RunAsync([.. args, "--db", missing]);
        Assert.Equal(1, ran.Code);
        Assert.Contains(missing, ran.Error, StringComparison.Ordinal);
        Assert.Contains("rapporteur read", ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(missing));
    }

    [Fact]
    public async Task A_file_that_is_no_dossier_is_refused_and_left_as_it_is()
    {
        string file = _session.Write("letter.db", "Dear editor, this is no database at all, but a letter of some length.");
        Ran ran = await Session.RunAsync("statements", "--db", file);
        Assert.Equal(1, ran.Code);
        Assert.Contains(file, ran.Error, StringComparison.Ordinal);
        Assert.StartsWith("Dear editor", File.ReadAllText(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_identity_that_is_not_there_is_named()
    {
        _session.WriteArticle("a.txt");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        Ran ran = await Session.RunAsync("show", "0123456789ab", "--db", _session.Database);
        Assert.Equal(1, ran.Code);
        Assert.Contains("0123456789ab", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();
}
