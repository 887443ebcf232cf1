using System.Text.Json;

namespace Rapporteur.Cli.Tests;

public sealed class ExplainTests : IDisposable
{
    private const string Text = "🚢 Harbour news\n\n“We sail at dawn,” Orla Venn said. The quay was empty.\n";
    private readonly Session _session = new();

    [Fact]
    public async Task A_place_is_explained_for_people_and_for_programs()
    {
        string file = _session.Write("note.txt", Text);
        Ran people = await Session.RunAsync("explain", file, "20");
        Assert.Equal(0, people.Code);
        Assert.Contains("so the speaker is Orla Venn", people.Out, StringComparison.Ordinal);
        Assert.Contains("“said”", people.Out, StringComparison.Ordinal);

        JsonElement line = Assert.Single((await Session.RunAsync("explain", file, "20", "--json")).JsonLines);
        Assert.Equal("We sail at dawn", line.GetProperty("content").GetString());
        Assert.Equal("Orla Venn", line.GetProperty("speaker").GetString());
        Assert.Equal(17, line.GetProperty("spans").GetProperty("content")[0][0].GetInt32());
    }

    [Fact]
    public async Task A_place_with_nothing_names_the_nearest_that_has_something()
    {
        Ran ran = await Session.RunAsync("explain", _session.Write("note.txt", Text), "2");
        Assert.Equal(1, ran.Code);
        Assert.Contains("17  We sail at dawn", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_outside_says_how_long_the_text_is()
    {
        Ran ran = await Session.RunAsync("explain", _session.Write("note.txt", Text), "9999");
        Assert.Equal(1, ran.Code);
        Assert.Contains($"{Text.EnumerateRunes().Count()} code points", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_article_of_the_dossier_is_explained_by_its_identity_and_its_terms_are_exported()
    {
        _session.WriteArticle("a.txt", words: "The bridge stays open in what Norland calls a 'trial'");
        _session.Write("b.txt", "The quay of Skarholm\n\nThe fleet began what Norland calls a “rescue operation” in the strait on Monday, and the harbour of Skarholm was empty until the evening.\nNobody was seen on the old quay, and the ferries that run every twenty minutes stayed where they were.\n");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        JsonElement line = (await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines[0];
        string article = line.GetProperty("article").GetProperty("id").GetString()!, at = line.GetProperty("content_spans")[0][0].GetRawText();
        Assert.Equal(0, (await Session.RunAsync("explain", article, at, "--db", _session.Database)).Code);
        Assert.Equal(1, (await Session.RunAsync("explain", "nosuch", "1", "--db", _session.Database)).Code);

        JsonElement term = (await Session.RunAsync("export", "terms", "--db", _session.Database)).JsonLines.Single(t => t.GetProperty("term").GetString() == "rescue operation");
        Assert.Equal("Norland", term.GetProperty("source").GetString());
    }

    [Fact]
    public async Task A_statement_is_explained_by_what_joined_its_wordings()
    {
        _session.WriteArticle("a.txt", words: "The old bridge of Skarholm stays open to ships with grain");
        _session.WriteArticle("b.txt", words: "The old bridge of Skarholm remains open to grain ships");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        string statement = (await Session.RunAsync("export", "statements", "--db", _session.Database)).JsonLines.MaxBy(line => line.GetProperty("appearances").GetInt32()).GetProperty("id").GetString()!;
        Ran told = await Session.RunAsync("explain", statement, "--db", _session.Database);
        Assert.Equal(0, told.Code);
        Assert.Contains("words in both", told.Out, StringComparison.Ordinal);
        Ran unknown = await Session.RunAsync("explain", "nosuch", "--db", _session.Database);
        Assert.Equal(1, unknown.Code);
        Assert.Contains("has no statement nosuch", unknown.Error, StringComparison.Ordinal);
        Assert.Contains("tell which place", (await Session.RunAsync("explain", _session.Write("note.txt", Text), "--db", _session.Database)).Error, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();
}
