using System.Text.Json;
namespace Rapporteur.Cli.Tests;

public sealed class ReadTests : IDisposable
{
    private readonly Session _session = new();

    [Fact]
    public async Task An_article_read_gives_a_statement_with_its_speaker_and_words()
    {
        _session.WriteArticle("a.txt");
        Ran read = await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        Assert.Equal(0, read.Code);

        Ran listed = await Session.RunAsync("statements", "--speaker", "venn", "--db", _session.Database, "--json");
        var statement = Assert.Single(listed.JsonLines);
        Assert.Equal("Orla Venn", statement.GetProperty("speaker").GetString());
        Assert.Equal("The bridge stays open all winter", statement.GetProperty("content").GetString()!.TrimEnd(','));
    }

    [Fact]
    public async Task Reading_the_same_folder_twice_changes_nothing()
    {
        _session.WriteArticle("a.txt");
        _session.WriteArticle("b.txt", speaker: "Tomas Reil", words: "We will pay for the lamps ourselves");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        string before = (await Session.RunAsync("export", "appearances", "--db", _session.Database)).Out;

        Ran again = await Session.RunAsync("read", _session.Folder, "--db", _session.Database, "--json");
        Assert.Equal(0, again.Json.GetProperty("added").GetInt32());
        Assert.Equal(2, again.Json.GetProperty("unchanged").GetInt32());
        // The dossier lies in the folder itself and is no article.
        Assert.Empty(again.Json.GetProperty("skipped").EnumerateArray());
        Assert.Equal(before, (await Session.RunAsync("export", "appearances", "--db", _session.Database)).Out);
    }

    [Fact]
    public async Task What_was_not_read_is_kept_with_its_reason_until_it_is_read()
    {
        _session.WriteArticle("good.txt");
        _session.Write("table.xlsx", "PK");
        string late = _session.Path_("late.txt");
        await Session.RunAsync("read", late, _session.Folder, "--db", _session.Database);
        string[] unread = [.. (await Session.RunAsync("export", "unread", "--db", _session.Database)).JsonLines.Select(line => $"{Path.GetFileName(line.GetProperty("location").GetString())} {line.GetProperty("failed").GetBoolean()}").Order(StringComparer.Ordinal)];
        Assert.Equal(["late.txt True", "table.xlsx False"], unread);

        // The sidecar is read with its article, and nothing is missing for it.
        _session.WriteArticle("late.txt", words: "The bridge closes in May");
        await Session.RunAsync("read", late, _session.Path_("late.json"), "--db", _session.Database);
        Assert.Equal("table.xlsx", Path.GetFileName(Assert.Single((await Session.RunAsync("export", "unread", "--db", _session.Database)).JsonLines).GetProperty("location").GetString()));
    }

    [Fact]
    public async Task An_edited_article_becomes_a_new_version()
    {
        _session.WriteArticle("a.txt", words: "The bridge stays open");
        await Session.RunAsync("read", _session.Folder, "--db", _session.Database);
        _session.WriteArticle("a.txt", words: "The bridge stays open until May");

        Ran again = await Session.RunAsync("read", _session.Folder, "--db", _session.Database, "--json");
        Assert.Equal(1, again.Json.GetProperty("new_versions").GetInt32());
        Ran articles = await Session.RunAsync("export", "articles", "--db", _session.Database);
        Assert.Equal(2, Assert.Single(articles.JsonLines).GetProperty("versions").GetInt32());
        Ran current = await Session.RunAsync("export", "appearances", "--db", _session.Database);
        Assert.Contains("until May", current.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_with_its_reason_and_the_rest_is_read()
    {
        _session.WriteArticle("good.txt");
        _session.Write("binary.txt", "PK\u0003\u0004\0\0\0\0binary");
        string missing = _session.Path_("not-there.txt");

        Ran read = await Session.RunAsync("read", missing, _session.Folder, "--db", _session.Database, "--json");
        Assert.Equal(1, read.Code);
        Assert.Contains("not-there.txt", read.Error, StringComparison.Ordinal);
        Assert.Equal(1, read.Json.GetProperty("added").GetInt32());
        string[] named = [.. read.Json.GetProperty("failed").EnumerateArray().Concat(read.Json.GetProperty("skipped").EnumerateArray())
            .Select(f => Path.GetFileName(f.GetProperty("path").GetString()!))];
        Assert.Contains("binary.txt", named);
        Assert.Contains("not-there.txt", named);
    }

    [Fact]
    public async Task The_record_does_not_depend_on_the_number_of_jobs_or_the_order_of_the_inputs()
    {
        foreach (int i in Enumerable.Range(0, 24)) _session.WriteArticle($"d{i % 3}/a{i}.txt", words: $"We counted {i + 2} boats in the harbour this morning");
        string[] folders = [_session.Path_("d0"), _session.Path_("d1"), _session.Path_("d2")];
        await Session.RunAsync(["read", .. folders, "--jobs", "1", "--db", _session.Path_("one.db")]);
        await Session.RunAsync(["read", .. folders.Reverse(), "--jobs", "8", "--db", _session.Path_("eight.db")]);

        foreach (string noun in (string[])["appearances", "statements", "articles"])
        {
            Ran one = await Session.RunAsync("export", noun, "--db", _session.Path_("one.db"));
            Ran eight = await Session.RunAsync("export", noun, "--db", _session.Path_("eight.db"));
            Assert.NotEmpty(one.Out);
            Assert.Equal(one.Out, eight.Out);
        }
    }

    [Fact]
    public async Task An_article_in_another_language_is_recorded_but_not_analysed_beyond_its_quotation_marks()
    {
        _session.Write("fr.json", """{"url":"https://www.port.example/fr","outlet":"Le Port","published":"2025-03-04","language":"fr"}""");
        _session.Write("fr.txt", "Le pont reste ouvert\n\n« Nous ne fermerons pas le pont avant le printemps prochain », a déclaré la maire de la ville.\nLe conseil se réunira de nouveau dans deux semaines pour voter le budget.");
        Ran read = await Session.RunAsync("read", _session.Folder, "--db", _session.Database, "--json");
        Assert.Equal("fr", Assert.Single(read.Json.GetProperty("not_analysed").EnumerateArray()).GetProperty("language").GetString());
        JsonElement quotation = Assert.Single((await Session.RunAsync("export", "appearances", "--db", _session.Database)).JsonLines);
        Assert.Equal("Nous ne fermerons pas le pont avant le printemps prochain", quotation.GetProperty("content").GetString());
        Assert.Equal(JsonValueKind.Null, quotation.GetProperty("speaker").ValueKind);
        Assert.Single((await Session.RunAsync("export", "articles", "--db", _session.Database)).JsonLines);
    }

    public void Dispose() => _session.Dispose();
}
