using System.Text;
using System.Text.Json;
using Rapporteur.Storage.Sqlite;

namespace Rapporteur.Cli.Tests;

public sealed class OutputTests : IDisposable
{
    private readonly Session _session = new();

    [Fact]
    public async Task Offsets_of_annotate_count_code_points_of_the_file_as_it_is()
    {
        const string text = "\uFEFF🚢 Harbour news\r\n“We sail at dawn 🌊,” Orla Venn said.\r\n";
        string file = _session.Write("note.txt", text);
        Assert.Equal(0, (await Session.RunAsync("annotate", file, "--output", _session.Path_("out"))).Code);

        JsonElement document = JsonDocument.Parse(File.ReadAllText(_session.Path_("out", "note.json"))).RootElement;
        JsonElement attribution = Assert.Single(document.GetProperty("attributions").EnumerateArray());
        Rune[] runes = [.. text.EnumerateRunes()];
        Assert.Equal("“We sail at dawn 🌊,”", Cut("content"));
        Assert.Equal("said", Cut("cue"));
        Assert.Equal("Orla Venn", Cut("source"));
        Assert.Equal("direct", attribution.GetProperty("form").GetString());

        string Cut(string role)
        {
            JsonElement span = attribution.GetProperty(role)[0];
            return string.Concat(runes[span[0].GetInt32()..span[1].GetInt32()]);
        }
    }

    [Theory]
    [InlineData("brat", "note.ann")]
    [InlineData("conllu", "note.conllu")]
    public async Task Annotate_writes_the_formats_it_offers(string format, string name)
    {
        string file = _session.Write("note.txt", "“We sail at dawn,” Orla Venn said.\n");
        Assert.Equal(0, (await Session.RunAsync("annotate", file, "--output", _session.Path_("out"), "--format", format)).Code);
        Assert.Contains("said", File.ReadAllText(_session.Path_("out", name)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_texts_of_one_name_are_not_written_over_each_other()
    {
        string one = _session.Write("a/note.txt", "One."), two = _session.Write("b/note.txt", "Two.");
        Ran ran = await Session.RunAsync("annotate", one, two, "--output", _session.Path_("out"));
        Assert.Equal(1, ran.Code);
        Assert.Contains(two, ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_extracted_to_a_file_of_its_name()
    {
        string body = string.Concat(Enumerable.Range(1, 6).Select(i => $"<p>Paragraph {i} tells, in a sentence that is long enough, what the council of Skarholm decided about the bridge and the ferry.</p>"));
        string page = _session.Write("bridge.html", $"<html lang=en><head><title>Bridge stays open</title><meta property='og:site_name' content='The Harbour Gazette'></head><body><nav><a href=/>Home</a></nav><article><h1>Bridge stays open</h1>{body}</article><footer>All rights reserved</footer></body></html>");
        Assert.Equal(0, (await Session.RunAsync("extract", page, "--output", _session.Path_("out"))).Code);
        JsonElement article = JsonDocument.Parse(File.ReadAllText(_session.Path_("out", "bridge.json"))).RootElement;
        Assert.Equal("Bridge stays open", article.GetProperty("title").GetString());
        Assert.Equal("The Harbour Gazette", article.GetProperty("outlet").GetString());
        Assert.StartsWith("Paragraph 1", article.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("rights reserved", article.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_exported_span_leads_to_the_words_it_names()
    {
        _session.WriteArticle("a.txt", words: "The 🌉 stays open all winter");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        JsonElement line = Assert.Single((await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines);
        Assert.Equal("said", line.GetProperty("cue").GetString());
        Assert.Equal("Orla Venn", line.GetProperty("source").GetString());

        await using SqliteRecordStore record = await SqliteRecordStore.OpenAsync(_session.Database, TimeProvider.System, readOnly: true);
        var article = await record.ArticleAsync(line.GetProperty("article").GetProperty("id").GetString()!, CancellationToken.None);
        Rune[] characters = [.. article!.Versions[^1].Article.Text.EnumerateRunes()];
        JsonElement span = Assert.Single(line.GetProperty("content_spans").EnumerateArray());
        Assert.Equal("The 🌉 stays open all winter", string.Concat(characters[span[0].GetInt32()..span[1].GetInt32()]));
        Assert.Equal("The 🌉 stays open all winter", line.GetProperty("content").GetString());
    }

    [Fact]
    public async Task A_cell_that_a_spreadsheet_would_run_is_made_harmless()
    {
        _session.WriteArticle("a.txt", words: "=HYPERLINK(\"https://x.example\"), he read aloud");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        Ran csv = await Session.RunAsync("export", "appearances", "--db", _session.Database, "--format", "csv");
        Assert.Equal(0, csv.Code);
        Assert.DoesNotContain(",=HYPERLINK", csv.Out, StringComparison.Ordinal);
        Assert.DoesNotContain(",\"=HYPERLINK", csv.Out, StringComparison.Ordinal);
        Assert.Contains("'=HYPERLINK", csv.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Control_characters_of_an_article_do_not_reach_the_terminal()
    {
        _session.WriteArticle("a.txt", words: "Look \u001b[31mred\u001b[0m and [bold]bold[/] at the sea");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        Ran listed = await Session.RunAsync("statements", "--db", _session.Database);
        Assert.Equal(0, listed.Code);
        Assert.Contains("[bold]bold[/]", listed.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b[31m", listed.Out, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();
}
