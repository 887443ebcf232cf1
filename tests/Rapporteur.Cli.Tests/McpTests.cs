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
        _server = RecordServer.Create(new StreamServerTransport(toServer.Reader.AsStream(), toClient.Writer.AsStream(), "test"), _record);
        _running = _server.RunAsync();
        _client = await McpClient.CreateAsync(new StreamClientTransport(toServer.Writer.AsStream(), toClient.Reader.AsStream()));
    }

    [Fact]
    public async Task Every_tool_says_what_it_does_and_that_it_only_reads()
    {
        IList<McpClientTool> tools = await _client.ListToolsAsync();
        Assert.Equal(
            ["get_article", "get_encounter", "get_statement", "search_actors", "search_encounters", "search_statements"],
            tools.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(tools, tool => Assert.True(tool.Description.Length > 40 && tool.ProtocolTool.Annotations?.ReadOnlyHint == true, tool.Name));
    }

    [Fact]
    public async Task A_statement_that_was_found_leads_to_its_words_in_the_article()
    {
        JsonElement line = (await AskAsync("search_statements", ("about", "bridge"), ("speaker", "venn"))).GetProperty("statements")[0];
        Assert.Equal("Orla Venn", line.GetProperty("speaker").GetString());
        Assert.Equal("https://www.harbour-gazette.example/one", line.GetProperty("first_report").GetProperty("url").GetString());

        JsonElement appearance = (await AskAsync("get_statement", ("id", line.GetProperty("id").GetString()!))).GetProperty("appearances")[0];
        JsonElement article = await AskAsync("get_article", ("id", appearance.GetProperty("article").GetProperty("id").GetString()!));
        JsonElement span = appearance.GetProperty("content_spans")[0];
        Assert.Equal("The bridge stays open all winter", article.GetProperty("text").GetString()![span[0].GetInt32()..span[1].GetInt32()].TrimEnd(','));
        Assert.Equal(1, (await AskAsync("search_actors", ("name", "orla"))).GetProperty("actors")[0].GetProperty("statements").GetInt32());
    }

    [Fact]
    public async Task Encounters_can_be_asked_for_though_there_are_none() =>
        Assert.Empty((await AskAsync("search_encounters", ("with", "Nobody"))).GetProperty("encounters").EnumerateArray());

    [Theory]
    [InlineData("get_statement", "id", "s-none", "search_statements")]
    [InlineData("get_article", "id", "a-none", "There is no article")]
    [InlineData("get_encounter", "id", "e-none", "search_encounters")]
    [InlineData("search_statements", "since", "June", "yyyy-MM-dd")]
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

    private async Task<JsonElement> AskAsync(string tool, params (string Name, object Value)[] arguments)
    {
        CallToolResult result = await _client.CallToolAsync(tool, arguments.ToDictionary(a => a.Name, a => (object?)a.Value));
        Assert.NotEqual(true, result.IsError);
        return JsonDocument.Parse(Assert.IsType<TextContentBlock>(Assert.Single(result.Content)).Text).RootElement;
    }
}
