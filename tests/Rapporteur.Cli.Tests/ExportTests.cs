using System.Text.Json;

namespace Rapporteur.Cli.Tests;

/// <summary>Everything in the record as lines, tables, linked data, and as one file.</summary>
public sealed class ExportTests : IDisposable
{
    private static readonly string[] Nouns =
        ["appearances", "statements", "encounters", "positions", "changes", "contradictions", "issues", "terms", "articles", "outlets", "actors", "stories", "judgements", "unread"];

    private readonly Session _session = new();

    [Fact]
    public async Task Every_noun_is_a_table_whose_columns_are_there_without_any_line()
    {
        await ReadAsync();
        foreach (string noun in Nouns)
        {
            Ran csv = await Session.RunAsync("export", noun, "--format", "csv", "--db", _session.Database);
            Assert.Equal((0, ""), (csv.Code, csv.Error));
            List<string[]> rows = Rows(csv.Out);
            Assert.True(rows[0].Length >= 4, $"{noun}: {csv.Out}");
            Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length));
            int lines = (await Session.RunAsync("export", noun, "--db", _session.Database)).JsonLines.Count;
            Assert.Equal(lines, rows.Count - 1);
        }
    }

    [Fact]
    public async Task The_columns_are_those_of_the_lines_and_the_values_too()
    {
        await ReadAsync();
        List<string[]> rows = Rows((await Session.RunAsync("export", "appearances", "--format", "csv", "--db", _session.Database)).Out);
        JsonElement line = (await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines[0];
        Assert.Equal(line.GetProperty("content").GetString(), rows[1][Array.IndexOf(rows[0], "content")]);
        Assert.Equal(line.GetProperty("article").GetProperty("outlet").GetString(), rows[1][Array.IndexOf(rows[0], "article.outlet")]);
        Assert.Equal(line.GetProperty("content_spans").GetRawText(), rows[1][Array.IndexOf(rows[0], "content_spans")]);
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://evil.example\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1+1")]
    public async Task No_cell_begins_as_a_formula(string outlet)
    {
        _session.WriteArticle("news/one.txt");
        File.WriteAllText(_session.Path_("news", "one.json"), JsonSerializer.Serialize(new { outlet, published = "2025-03-04", language = "en" }));
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
        foreach (string noun in new[] { "outlets", "articles", "appearances", "statements" })
        {
            List<string[]> rows = Rows((await Session.RunAsync("export", noun, "--format", "csv", "--db", _session.Database)).Out);
            Assert.Contains(rows.Skip(1).SelectMany(row => row), cell => cell == "'" + outlet);
            Assert.DoesNotContain(rows.SelectMany(row => row), cell => cell.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(cell[0], StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Linked_data_comes_line_by_line()
    {
        await ReadAsync();
        JsonElement claim = Assert.Single((await Session.RunAsync("export", "statements", "--format", "jsonld", "--db", _session.Database)).JsonLines);
        Assert.Equal("Claim", claim.GetProperty("@graph")[0].GetProperty("@type").GetString());
        JsonElement annotation = Assert.Single((await Session.RunAsync("export", "appearances", "--format", "annotations", "--db", _session.Database)).JsonLines);
        Assert.Equal("Annotation", annotation.GetProperty("type").GetString());
        Ran refused = await Session.RunAsync("export", "actors", "--format", "jsonld", "--db", _session.Database);
        Assert.Equal(1, refused.Code);
        Assert.Contains("rapporteur export statements --format jsonld", refused.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dossier_goes_out_as_one_file_and_comes_in_as_the_same()
    {
        await ReadAsync();
        string file = _session.Path_("talks.dossier"), other = _session.Path_("there", "other.db");
        Directory.CreateDirectory(Path.GetDirectoryName(other)!);
        string appearance = (await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines[0].GetProperty("id").GetString()!;
        Assert.Equal(0, (await Session.RunAsync("judge", "split", appearance, "--by", "Ada Brandt", "--db", _session.Database)).Code);
        Assert.Equal(0, (await Session.RunAsync("access", "token", "script", "--db", _session.Database)).Code);
        _session.Write("issues.yaml", "- name: Bridge\n");

        Ran exported = await Session.RunAsync("export", "dossier", file, "--db", _session.Database);
        Assert.Equal((0, $"{file}: 1 article in 1 version, 1 statement, 1 appearance, 1 judgement\n"), (exported.Code, exported.Out));
        Ran imported = await Session.RunAsync("import", file, "--db", other);
        Assert.Equal((0, ""), (imported.Code, imported.Error));
        // What lets others in stays where it was made.
        Assert.Equal(["issues.yaml", "other.db"], Directory.EnumerateFiles(_session.Path_("there")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        foreach (string noun in Nouns)
            Assert.Equal((await Session.RunAsync("export", noun, "--db", _session.Database)).Out, (await Session.RunAsync("export", noun, "--db", other)).Out);
        Ran again = await Session.RunAsync("import", file, "--db", other);
        Assert.Equal(1, again.Code);
        Assert.Contains("never imported over another", again.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _session.Dispose();

    private async Task ReadAsync()
    {
        _session.WriteArticle("news/one.txt");
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
    }

    // RFC 4180 by the book: CRLF between records, quotes doubled within quotes.
    private static List<string[]> Rows(string csv)
    {
        List<string[]> rows = [];
        List<string> row = [];
        int at = 0;
        while (at < csv.Length)
        {
            string cell;
            if (csv[at] == '"')
            {
                int end = at + 1;
                while (csv[end] != '"' || (end + 1 < csv.Length && csv[end + 1] == '"')) end += csv[end] == '"' ? 2 : 1;
                cell = csv[(at + 1)..end].Replace("\"\"", "\"", StringComparison.Ordinal);
                at = end + 1;
            }
            else
            {
                int end = csv.IndexOfAny([',', '\r'], at);
                cell = csv[at..end];
                Assert.DoesNotContain('"', cell);
                at = end;
            }

            row.Add(cell);
            if (csv[at] == ',') at++;
            else
            {
                Assert.Equal("\r\n", csv[at..(at + 2)]);
                at += 2;
                rows.Add([.. row]);
                row.Clear();
            }
        }

        return rows;
    }
}
