using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>The issues that people keep beside a record.</summary>
public sealed class IssuesTests : IDisposable
{
    private readonly Session _session = new();

    private string Kept => _session.Path_("issues.yaml");

    [Fact]
    public async Task What_statements_are_about_is_suggested_until_somebody_names_it()
    {
        await ReadAsync();
        JsonElement suggested = (await RunAsync("suggest", "--json")).JsonLines[0];
        Assert.Equal(("foreign observers", 2), (suggested.GetProperty("name").GetString(), suggested.GetProperty("statements").GetInt32()));
        Assert.Equal(0, (await RunAsync("add", "Observers in the strait", "--alias", "observers")).Code);
        Assert.DoesNotContain("observers", (await RunAsync("suggest", "--all")).Out, StringComparison.Ordinal);
        JsonElement position = (await Session.RunAsync("position", "Solen", "--json", "--db", _session.Database)).JsonLines[0];
        Assert.Equal(("Observers in the strait", false), (position.GetProperty("issue").GetString(), position.GetProperty("issue_suggested").GetBoolean()));
    }

    [Fact]
    public async Task A_file_that_people_wrote_keeps_its_comments_through_add_rename_and_merge()
    {
        _session.Write("issues.yaml", "# ours\nissues:\n  - name: Observers   # at sea\n    owner: Orla\n  - name: Levy\n");
        Assert.Equal(0, (await RunAsync("add", "Toll: the \"old\" one")).Code);
        Assert.Equal(0, (await RunAsync("rename", "Observers", "Monitors")).Code);
        Assert.Equal(0, (await RunAsync("merge", "Levy", "Toll: the \"old\" one")).Code);
        string text = File.ReadAllText(Kept);
        Assert.Contains("# ours", text, StringComparison.Ordinal);
        Assert.Contains("# at sea", text, StringComparison.Ordinal);
        Assert.Contains("owner: Orla", text, StringComparison.Ordinal);
        Assert.Equal(["Monitors: Observers", "Levy: Toll: the \"old\" one"], (await RunAsync("list", "--json")).JsonLines
            .Select(line => $"{line.GetProperty("name").GetString()}: {string.Join(',', line.GetProperty("aliases").EnumerateArray().Select(alias => alias.GetString()))}"));
    }

    [Theory]
    [InlineData("already in", "add", "levy")]
    [InlineData("There is no issue \"Grain\"", "rename", "Grain", "Corn")]
    [InlineData("There is no issue \"Grain\"", "merge", "Levy", "Grain")]
    [InlineData("There is an issue \"Toll\" already", "rename", "Levy", "Toll")]
    [InlineData("cannot be merged with itself", "merge", "Levy", "levy")]
    [InlineData("needs a name", "add", " ")]
    [InlineData("needs a name", "add", "?!")]
    [InlineData("needs a name", "rename", "Levy", "")]
    public async Task A_change_that_makes_no_sense_is_refused_and_the_file_stays_as_it_was(string told, params string[] change)
    {
        const string Before = "issues:\n  - name: Levy\n  - name: Toll\n";
        _session.Write("issues.yaml", Before);
        Ran ran = await RunAsync(change);
        Assert.Equal(1, ran.Code);
        Assert.Contains(told, ran.Error, StringComparison.Ordinal);
        Assert.Equal(Before, File.ReadAllText(Kept));
    }

    [Theory]
    [InlineData("issues:\n  - name: [\n", "line 3")]
    [InlineData("issues:\n  - aliases: [x]\n", "line 2")]
    [InlineData("issues:\n  - Levy\n", "line 2")]
    [InlineData("issues: Levy\n", "line 1")]
    [InlineData("- name: Levy\n", "line 1")]
    [InlineData("issues:\n  - name: Levy\n  - name: levy\n", "line 3")]
    public async Task A_file_that_cannot_be_read_is_told_with_its_line_by_every_command(string text, string line)
    {
        await ReadAsync();
        _session.Write("issues.yaml", text);
        foreach (string[] command in new[] { ["issues", "list"], ["issues", "add", "Grain"], ["changes"], ["position", "Solen"], new[] { "brief", "--issue", "observers" } })
        {
            Ran ran = await Session.RunAsync([.. command, "--db", _session.Database]);
            Assert.Equal(1, ran.Code);
            Assert.Contains(line, ran.Error, StringComparison.Ordinal);
            Assert.Contains("issues.yaml", ran.Error, StringComparison.Ordinal);
        }

        Assert.Equal(text, File.ReadAllText(Kept));
    }

    [Fact]
    public async Task An_empty_file_is_a_file_without_issues()
    {
        _session.Write("issues.yaml", "");
        Ran listed = await RunAsync("list");
        Assert.Equal((0, ""), (listed.Code, listed.Out));
        Assert.Equal(0, (await RunAsync("add", "Levy")).Code);
        Assert.Equal("Levy", Assert.Single((await RunAsync("list", "--json")).JsonLines).GetProperty("name").GetString());
    }

    public void Dispose() => _session.Dispose();

    private Task<Ran> RunAsync(params string[] command) => Session.RunAsync(["issues", .. command, "--db", _session.Database]);

    private async Task ReadAsync()
    {
        foreach ((string name, string words) in new[] { ("01", "will not accept"), ("02", "accepts") })
        {
            _session.Write($"news/{name}.json", JsonSerializer.Serialize(new { url = $"https://news.example/{name}", outlet = "Harbour Gazette", published = $"2031-03-{name}", language = "en" }));
            _session.Write($"news/{name}.txt", $"Zembian President Ada Solen said that Zembia {words} foreign observers in the strait.\n");
        }

        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
    }
}
