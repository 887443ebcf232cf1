using System.IO.Pipelines;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;
using Rapporteur.Cli.Mcp;
using Rapporteur.Recording;

namespace Rapporteur.Cli.Tests;

/// <summary>The server for assistants, asked by the protocol's own client.</summary>
public sealed class McpTests : IAsyncLifetime
{
    private readonly Session _session = new();
    private IRecordStore _record = null!;
    private McpServer _server = null!;
    private McpClient _client = null!;
    private Task _running = null!;

    public async Task InitializeAsync()
    {
        _session.WriteArticle("news/one.txt");
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
        _record = await Services.OpenToReadAsync(_session.Database, TimeProvider.System, default);
        Pipe toServer = new(), toClient = new();
        _server = RecordServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream(), "test"), _record, () => []);
        _running = _server.RunAsync();
        _client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }

    [Fact]
    public async Task Every_tool_says_what_it_does_and_that_it_only_reads()
    {
        IList<McpClientTool> tools = await _client.ListToolsAsync();
        Assert.Equal(
            ["get_article", "get_changes", "get_encounter", "get_position", "get_statement", "search_actors", "search_encounters", "search_statements"],
            tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.Description.Length > 40 && tool.ProtocolTool.Annotations?.ReadOnlyHint == true, tool.Name));
    }

    [Fact]
    public async Task A_statement_that_was_found_leads_to_its_words_in_the_article()
    {
        JsonElement line = (await AskAsync("search_statements", ("about", "bridge"), ("speaker", "venn"))).GetProperty("statements")[0].GetProperty("statement");
        Assert.Equal("Orla Venn", line.GetProperty("speaker").GetString());
        Assert.Equal("https://www.harbour-gazette.example/one", line.GetProperty("first_report").GetProperty("url").GetString());

        JsonElement appearance = (await AskAsync("get_statement", ("id", line.GetProperty("id").GetString()!))).GetProperty("appearances")[0];
        JsonElement article = await AskAsync("get_article", ("id", appearance.GetProperty("article").GetProperty("id").GetString()!));
        JsonElement span = appearance.GetProperty("content_spans")[0];
        Assert.Equal("The bridge stays open all winter", article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()].TrimEnd(','));
        Assert.Equal(1, (await AskAsync("search_actors", ("name", "orla"))).GetProperty("actors")[0].GetProperty("statements").GetInt32());
    }

    [Fact]
    public async Task What_is_found_says_where_it_stands()
    {
        JsonElement place = (await AskAsync("search_statements", ("about", "bridge"))).GetProperty("statements")[0].GetProperty("place");
        JsonElement span = place.GetProperty("content_spans")[0];
        JsonElement article = await AskAsync("get_article", ("id", place.GetProperty("article").GetProperty("id").GetString()!));
        Assert.Equal(place.GetProperty("content").GetString(), article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()]);
        Assert.Equal("https://www.harbour-gazette.example/one", place.GetProperty("article").GetProperty("url").GetString());
    }

    [Fact]
    public async Task Positions_and_changes_can_be_asked_for_and_what_is_shown_says_where_it_stands()
    {
        await ReadTurnAsync();
        JsonElement[] positions = [.. (await AskAsync("get_position", ("actor", "solen"))).GetProperty("positions").EnumerateArray()];
        Assert.NotEmpty(positions);
        foreach (JsonElement position in positions)
        {
            foreach (JsonElement evidence in position.GetProperty("evidence").EnumerateArray()) await LeadsToItsWordsAsync(evidence.GetProperty("place"));
        }

        JsonElement[] changes = [.. (await AskAsync("get_changes", ("actor", "solen"))).GetProperty("changes").EnumerateArray()];
        Assert.NotEmpty(changes);
        await LeadsToItsWordsAsync(changes[0].GetProperty("before").GetProperty("place"));
        await LeadsToItsWordsAsync(changes[0].GetProperty("after").GetProperty("place"));
        Assert.Empty((await AskAsync("get_changes", ("since", "2030-01-01"))).GetProperty("changes").EnumerateArray());
        Assert.Empty((await AskAsync("get_position", ("actor", "nobody"))).GetProperty("positions").EnumerateArray());
    }

    [Fact]
    public async Task An_encounter_comes_with_the_sentences_that_tell_of_it_and_where_they_stand()
    {
        await ReadTurnAsync();
        JsonElement found = (await AskAsync("search_encounters", ("with", "solen"))).GetProperty("encounters")[0];
        JsonElement encounter = await AskAsync("get_encounter", ("id", found.GetProperty("encounter").GetProperty("id").GetString()!));
        JsonElement report = encounter.GetProperty("reports")[0];
        JsonElement article = await AskAsync("get_article", ("id", report.GetProperty("article").GetProperty("id").GetString()!));
        JsonElement span = report.GetProperty("span");
        Assert.Contains("Rika Solen met Jorun Aske", report.GetProperty("sentence").GetString(), StringComparison.Ordinal);
        Assert.Equal(report.GetProperty("sentence").GetString(), article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()]);
    }

    [Fact]
    public async Task Lists_go_on_where_they_ended()
    {
        _session.WriteArticle("news/two.txt", speaker: "Rika Solen", words: "We counted nine boats in the harbour this morning");
        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("news"), "--db", _session.Database)).Code);
        foreach ((string tool, string list) in new[] { ("search_statements", "statements"), ("search_actors", "actors") })
        {
            JsonElement first = await AskAsync(tool, ("limit", 1));
            JsonElement second = await AskAsync(tool, ("limit", 1), ("after", first.GetProperty("next").GetString()!));
            Assert.NotEqual(Assert.Single(first.GetProperty(list).EnumerateArray()).GetRawText(), Assert.Single(second.GetProperty(list).EnumerateArray()).GetRawText());
            Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        }
    }

    [Fact]
    public async Task Encounters_can_be_asked_for_though_there_are_none() =>
        Assert.Empty((await AskAsync("search_encounters", ("with", "Nobody"))).GetProperty("encounters").EnumerateArray());

    [Theory]
    [InlineData("get_statement", "id", "s-none", "search_statements")]
    [InlineData("get_article", "id", "a-none", "There is no article")]
    [InlineData("get_encounter", "id", "e-none", "search_encounters")]
    [InlineData("search_statements", "since", "June", "yyyy-MM-dd")]
    [InlineData("get_changes", "since", "June", "yyyy-MM-dd")]
    [InlineData("search_actors", "after", "nonsense", "does not continue this list")]
    [InlineData("get_position", "after", "nonsense", "does not continue this list")]
    [InlineData("search_statements", "form", "sung", "direct, indirect, mixed")]
    public async Task What_cannot_be_answered_says_why_and_what_to_do(string tool, string argument, string value, string says)
    {
        CallToolResult result = await _client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value });
        Assert.True(result.IsError);
        Assert.Contains(says, Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text, StringComparison.Ordinal);
    }

    public async Task DisposeAsync()
    {
        await _client.DisposeAsync();
        await _server.DisposeAsync();
        await _running.WaitAsync(TimeSpan.FromSeconds(10)).ContinueWith(_ => { }, TaskScheduler.Default);
        await _record.DisposeAsync();
        _session.Dispose();
    }

    // A refusal, and a month later the opposite; between them a meeting.
    private async Task ReadTurnAsync()
    {
        foreach ((string name, string day, string words) in new[] { ("first", "2025-03-04", "We reject foreign observers in the harbour"), ("then", "2025-04-08", "We accept foreign observers in the harbour") })
        {
            _session.Write($"turn/{name}.json", JsonSerializer.Serialize(new { url = $"https://www.harbour-gazette.example/{name}", outlet = "The Harbour Gazette", published = day, language = "en" }));
            _session.Write($"turn/{name}.txt",
                $"""
                The harbour on {day}

                Rika Solen met Jorun Aske in Skarholm on Monday. The two had not seen each other since the autumn, and many people had come.
                “{words},” Rika Solen said after the meeting in the town hall. The ferry runs every twenty minutes from the old quay.
                """);
        }

        Assert.Equal(0, (await Session.RunAsync("read", _session.Path_("turn"), "--db", _session.Database)).Code);
    }

    private async Task LeadsToItsWordsAsync(JsonElement place)
    {
        JsonElement article = await AskAsync("get_article", ("id", place.GetProperty("article").GetProperty("id").GetString()!));
        JsonElement span = place.GetProperty("content_spans")[0];
        Assert.Equal(place.GetProperty("content").GetString(), article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()]);
        Assert.StartsWith("https://www.harbour-gazette.example/", place.GetProperty("article").GetProperty("url").GetString(), StringComparison.Ordinal);
    }

    private async Task<JsonElement> AskAsync(string tool, params (string Name, object Value)[] arguments)
    {
        CallToolResult result = await _client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value));
        Assert.NotEqual(true, result.IsError);
        return JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text).RootElement;
    }
}
